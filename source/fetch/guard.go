package fetch

import (
	_ "embed"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"

	"github.com/annals-project/annals/source/lexicon"
)

//go:embed reserved.tsv
var reservedTable string

var reserved = readReserved()

func readReserved() []netip.Prefix {
	var out []netip.Prefix
	for _, row := range lexicon.Rows(reservedTable) {
		out = append(out, netip.MustParsePrefix(row[0]))
	}
	return out
}

// public says whether an address belongs to the public internet.
func public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// dialTimeout bounds one attempt to connect; the fetch as a whole has its own bound.
const dialTimeout = 10 * time.Second

// dialer connects to public addresses only, unless private ones are allowed. The
// check is made on the very address connected to, after names are resolved, so a
// name that resolves differently the second time gains nothing.
func dialer(allowPrivate bool) *net.Dialer {
	d := &net.Dialer{Timeout: dialTimeout}
	if allowPrivate {
		return d
	}
	d.Control = func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !public(to.Addr()) {
			return fmt.Errorf("%w: %s", ErrPrivate, address)
		}
		return nil
	}
	return d
}

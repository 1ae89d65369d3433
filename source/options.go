package source

import (
	"io"
	"os"
	"time"
)

// Options bound what is read. Zero values are replaced by the defaults.
type Options struct {
	MaxBytes     int64         // of one document, unpacked
	MaxTime      time.Duration // for one address, redirects included
	MaxRedirects int
	AllowPrivate bool   // fetch from private, loopback and link-local addresses
	IgnoreRobots bool   // fetch what robots.txt asks not to; for pages of one's own
	UserAgent    string // how annals names itself to sites and robots.txt
	Stdin        io.Reader
	Now          func() time.Time // when a document is received
}

// Defaults.
const (
	DefaultMaxBytes     = 50 << 20 // a report is a few kilobytes, its page some megabytes
	DefaultMaxTime      = 30 * time.Second
	DefaultMaxRedirects = 5
	DefaultUserAgent    = "annals/0.1 (+https://github.com/annals-project/annals)"
)

func (o Options) withDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.MaxTime <= 0 {
		o.MaxTime = DefaultMaxTime
	}
	if o.MaxRedirects <= 0 {
		o.MaxRedirects = DefaultMaxRedirects
	}
	if o.UserAgent == "" {
		o.UserAgent = DefaultUserAgent
	}
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

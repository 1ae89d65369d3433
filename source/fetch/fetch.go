// Package fetch gets one page from the web, within bounds: of size, time and
// redirects, to public addresses only, and as the site's robots.txt allows.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options bound a fetch. All are to be set.
type Options struct {
	MaxBytes     int64
	MaxTime      time.Duration // for the whole: robots.txt, redirects and body
	MaxRedirects int
	AllowPrivate bool
	IgnoreRobots bool
	UserAgent    string
}

// Page is what was got.
type Page struct {
	Body    []byte
	Type    string // content type as the site gives it
	Address string // where the redirects led
}

// Errors of a fetch. One that ran out of time wraps context.DeadlineExceeded.
var (
	ErrAddress   = errors.New("no http or https address")
	ErrPrivate   = errors.New("private address")
	ErrRobots    = errors.New("robots.txt asks not to fetch it")
	ErrRedirects = errors.New("too many redirects")
	ErrTooLarge  = errors.New("too large")
	ErrType      = errors.New("no page or text")
)

// StatusError is an answer that says the page is not to be had.
type StatusError int

func (e StatusError) Error() string {
	return fmt.Sprintf("HTTP status %d %s", int(e), http.StatusText(int(e)))
}

// Get fetches the page at an address.
func Get(ctx context.Context, address string, o Options) (Page, error) {
	ctx, cancel := context.WithTimeout(ctx, o.MaxTime)
	defer cancel()
	g := &getter{options: o, client: client(o), robots: map[string]rules{}}
	defer g.client.CloseIdleConnections()
	at, err := parse(address)
	if err != nil {
		return Page{}, err
	}
	for range o.MaxRedirects + 1 {
		page, next, err := g.hop(ctx, at)
		if err != nil || next == nil {
			return page, err
		}
		at = next
	}
	return Page{}, ErrRedirects
}

// client follows no redirects by itself and uses no proxy: a proxy would
// connect to private addresses on its behalf.
func client(o Options) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer(o.AllowPrivate).DialContext,
			ForceAttemptHTTP2:      true,
			MaxResponseHeaderBytes: maxHeader,
			TLSHandshakeTimeout:    dialTimeout,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// maxHeader bounds the header of an answer, in bytes.
const maxHeader = 256 << 10

type getter struct {
	options Options
	client  *http.Client
	robots  map[string]rules // by scheme and host
}

func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		return nil, ErrAddress
	}
	u.User, u.Fragment = nil, ""
	return u, nil
}

// hop gets one address: a page, or where to go next.
func (g *getter) hop(ctx context.Context, at *url.URL) (Page, *url.URL, error) {
	if err := g.allowed(ctx, at); err != nil {
		return Page{}, nil, err
	}
	answer, err := g.request(ctx, at)
	if err != nil {
		return Page{}, nil, err
	}
	defer answer.Body.Close()
	switch code := answer.StatusCode; {
	case code >= 300 && code < 400 && answer.Header.Get("Location") != "":
		next, err := at.Parse(answer.Header.Get("Location"))
		if err != nil {
			return Page{}, nil, ErrAddress
		}
		next, err = parse(next.String())
		return Page{}, next, err
	case code != http.StatusOK:
		return Page{}, nil, StatusError(code)
	}
	of := answer.Header.Get("Content-Type")
	if !readable(of) {
		return Page{}, nil, fmt.Errorf("%w: %s", ErrType, of)
	}
	body, err := limited(answer.Body, g.options.MaxBytes)
	return Page{Body: body, Type: of, Address: at.String()}, nil, err
}

func (g *getter) request(ctx context.Context, at *url.URL) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, ErrAddress
	}
	request.Header.Set("User-Agent", g.options.UserAgent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1")
	return g.client.Do(request)
}

// limited reads at most so many bytes; more are an error.
func limited(r io.Reader, n int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, n+1))
	if err == nil && int64(len(body)) > n {
		return nil, ErrTooLarge
	}
	return body, err
}

// readable says whether a content type is a page or text; none given may be either.
func readable(of string) bool {
	base, _, err := mime.ParseMediaType(of)
	if of == "" || err != nil {
		return true
	}
	return strings.HasPrefix(base, "text/") || base == "application/xhtml+xml" || base == "application/xml"
}

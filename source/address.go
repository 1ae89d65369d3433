package source

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/annals-project/annals/source/fetch"
)

// address fetches and reads one page.
func (w *walker) address(url string) error {
	o := w.options
	page, err := fetch.Get(w.ctx, url, fetch.Options{MaxBytes: o.MaxBytes, MaxTime: o.MaxTime, MaxRedirects: o.MaxRedirects,
		AllowPrivate: o.AllowPrivate, IgnoreRobots: o.IgnoreRobots, UserAgent: o.UserAgent})
	if err != nil {
		return w.fail(w.notFetched(url, err))
	}
	of := sniff(page.Body)
	switch {
	case strings.HasPrefix(strings.ToLower(page.Type), "text/html"), strings.Contains(page.Type, "xhtml"):
		of = pageKind
	case of == jsonLines:
		of = plainText
	}
	w.received = w.options.Now()
	return w.document(received{raw: page.Body, where: url, kind: of, declared: page.Type, url: url})
}

// notFetched says why an address gave no page.
func (w *walker) notFetched(url string, err error) *Error {
	e := &Error{Where: url, Err: err}
	var status fetch.StatusError
	var slow net.Error
	switch {
	case errors.Is(err, fetch.ErrAddress):
		e.Code, e.What, e.Do = BadAddress, "it is no http or https address", "check the address"
	case errors.Is(err, fetch.ErrPrivate):
		e.Code, e.What, e.Do = RefusedPrivate, "it leads to a private address", "allow private addresses if you trust it"
	case errors.Is(err, fetch.ErrRobots):
		e.Code, e.What, e.Do = RefusedRobots, "robots.txt of the site asks not to fetch it", "save the page from a browser"
	case errors.Is(err, fetch.ErrRedirects):
		e.Code, e.What, e.Do = Redirects, fmt.Sprintf("it redirects more than %d times", w.options.MaxRedirects), "give the address it ends at"
	case errors.Is(err, fetch.ErrTooLarge):
		e.Code, e.What, e.Do = TooLarge, fmt.Sprintf("it has more than the limit of %d bytes", w.options.MaxBytes), "raise the limit"
	case errors.Is(err, fetch.ErrType):
		e.Code, e.What, e.Do = Unsupported, "it is no page and no text ("+err.Error()+")", "turn it into text first"
	case errors.As(err, &status):
		e.Code, e.What, e.Do = HTTPStatus, "the site answered with "+status.Error(), "check the address"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		e.Code, e.What, e.Do = Timeout, fmt.Sprintf("it took longer than %s", w.options.MaxTime), "try again, or raise the limit"
	default:
		e.Code, e.What, e.Do = Unreachable, "the site cannot be reached ("+err.Error()+")", "check the address and the connection"
	}
	return e
}

package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Code is what went wrong, for programs.
type Code string

// Codes of what could not be read.
const (
	Empty          Code = "empty"           // no bytes, or no article in them
	TooLarge       Code = "too_large"       // larger than Options.MaxBytes
	Bomb           Code = "bomb"            // unpacks to more than Options.MaxBytes
	Binary         Code = "binary"          // bytes that are no text
	BadJSON        Code = "bad_json"        // a line or file that is not the JSON expected
	BadArchive     Code = "bad_archive"     // gzip or zstd data that is damaged
	BadMessage     Code = "bad_message"     // a mail message that cannot be parsed
	Unreadable     Code = "unreadable"      // the system does not let it be read
	NotFound       Code = "not_found"       // no such file or folder
	Unsupported    Code = "unsupported"     // a kind of file annals does not read
	TooDeep        Code = "too_deep"        // markup nested beyond what can be read
	Timeout        Code = "timeout"         // took longer than Options.MaxTime
	RefusedPrivate Code = "refused_private" // a private address, and they are not allowed
	RefusedRobots  Code = "robots"          // robots.txt of the site asks not to fetch it
	Redirects      Code = "redirects"       // more redirects than Options.MaxRedirects, or in a circle
	HTTPStatus     Code = "http_status"     // the site answered with an error
	BadAddress     Code = "bad_address"     // no http or https address
	Unreachable    Code = "unreachable"     // no answer from the site
	Internal       Code = "internal"        // annals itself failed on this document
)

// Error is one document that could not be read: what is wrong, where, and what
// to do about it.
type Error struct {
	Code  Code
	What  string // "the file is empty"
	Where string // a path, a path and line ("a.jsonl:12"), or an address
	Do    string // "leave it out, or fill it"; "" nothing can be done
	Err   error  // the cause, when there is one
}

// Error is one line: where, what, what to do.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Where, e.What)
	if e.Do != "" {
		b.WriteString("; " + e.Do)
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// unreadable says why the system would not give a file.
func unreadable(where string, err error) *Error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Code: NotFound, What: "there is no such file or folder", Where: where, Do: "check the path", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Code: Unreadable, What: "it may not be read", Where: where, Do: "give yourself the right to read it", Err: err}
	}
	return &Error{Code: Unreadable, What: "it cannot be read (" + reason(err) + ")", Where: where, Do: "check the file", Err: err}
}

// reason is the cause without the path that fs errors repeat.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

package fetch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// rules are what a robots.txt says to one visitor (RFC 9309).
type rules struct {
	lines []robotsLine
	shut  bool // the site could not say: keep out
}

type robotsLine struct {
	path  string
	allow bool
}

// maxRobots is how much of a robots.txt is read, as the standard asks.
const maxRobots = 500 << 10

// allowed asks the site's robots.txt whether an address may be fetched.
func (g *getter) allowed(ctx context.Context, at *url.URL) error {
	if g.options.IgnoreRobots {
		return nil
	}
	site := at.Scheme + "://" + at.Host
	r, known := g.robots[site]
	if !known {
		var err error
		if r, err = g.ask(ctx, site); err != nil {
			return err
		}
		g.robots[site] = r
	}
	if !r.allow(at.RequestURI()) {
		return ErrRobots
	}
	return nil
}

// ask reads a site's robots.txt. A site without one allows all; one that fails to
// answer for it allows nothing.
func (g *getter) ask(ctx context.Context, site string) (rules, error) {
	at, err := parse(site + "/robots.txt")
	if err != nil {
		return rules{}, err
	}
	for range g.options.MaxRedirects + 1 {
		answer, err := g.request(ctx, at)
		if err != nil {
			return rules{}, err
		}
		code, location := answer.StatusCode, answer.Header.Get("Location")
		body, err := limited(answer.Body, maxRobots)
		answer.Body.Close()
		switch {
		case code >= 500:
			return rules{shut: true}, nil
		case code >= 300 && code < 400 && location != "":
			next, err := at.Parse(location)
			if err != nil {
				return rules{}, nil
			}
			if at, err = parse(next.String()); err != nil {
				return rules{}, nil
			}
			continue
		case code != http.StatusOK, errors.Is(err, ErrTooLarge):
			return rules{}, nil
		case err != nil:
			return rules{}, err
		}
		return parseRobots(body, product(g.options.UserAgent)), nil
	}
	return rules{}, nil
}

// product is the name a visitor goes by: "annals" of "annals/0.1 (+https://…)".
func product(agent string) string {
	name, _, _ := strings.Cut(agent, "/")
	name, _, _ = strings.Cut(name, " ")
	return strings.ToLower(name)
}

// parseRobots reads the groups for a visitor by name, else those for all.
func parseRobots(body []byte, name string) rules {
	var named, all rules
	found, open := false, false // a group for us was met; agent lines go on
	forUs, forAll := false, false
	lines := bufio.NewScanner(bytes.NewReader(body))
	lines.Buffer(nil, maxRobots)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if !open {
				forUs, forAll = false, false
			}
			open = true
			forUs = forUs || product(value) == name
			forAll = forAll || value == "*"
			found = found || forUs
		case "allow", "disallow":
			open = false
			one := robotsLine{path: value, allow: key == "allow"}
			if value == "" {
				continue
			}
			if forUs {
				named.lines = append(named.lines, one)
			}
			if forAll {
				all.lines = append(all.lines, one)
			}
		}
	}
	if found {
		return named
	}
	return all
}

// allow says whether a path may be fetched: the longest line that matches
// decides, an allowing one on a tie.
func (r rules) allow(path string) bool {
	if r.shut {
		return false
	}
	length, allow := -1, true
	for _, l := range r.lines {
		if !matchPath(l.path, path) {
			continue
		}
		if len(l.path) > length || len(l.path) == length && l.allow {
			length, allow = len(l.path), l.allow
		}
	}
	return allow
}

// matchPath matches a path against a pattern with "*" for any bytes and "$" for the end.
func matchPath(pattern, path string) bool {
	pattern, toEnd := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if toEnd && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		n := strings.Index(path, part)
		if n < 0 {
			return false
		}
		path = path[n+len(part):]
	}
	return !toEnd || path == ""
}

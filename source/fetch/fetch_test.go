package fetch

import (
	"net/netip"
	"testing"
)

func check(t *testing.T, what string, got, want bool) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestPublic(t *testing.T) {
	for ip, want := range map[string]bool{
		"8.8.8.8": true, "93.184.216.34": true, "2606:2800:220:1::1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "172.32.0.1": true, "192.168.0.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "fe80::1": false, "fe80::1%eth0": false, "fd00::1": false, "ff02::1": false,
		"::ffff:10.0.0.1": false, "::ffff:8.8.8.8": true, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001::1": false,
	} {
		check(t, ip, public(netip.MustParseAddr(ip)), want)
	}
}

func TestRobots(t *testing.T) {
	const file = `# a comment
User-agent: other
User-agent: annals
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /a*b
Disallow:

User-agent: *
Disallow: /`
	for path, want := range map[string]bool{
		"/": true, "/page": true, "/private": false, "/private/x": false, "/private/open": true, "/private/open/x": true,
		"/x.pdf": false, "/x.pdf?y": true, "/axxb": false, "/ab/c": false, "/a": true,
	} {
		check(t, "annals "+path, parseRobots([]byte(file), "annals").allow(path), want)
	}
	check(t, "another visitor", parseRobots([]byte(file), "someone").allow("/page"), false)
	check(t, "no rules", parseRobots(nil, "annals").allow("/page"), true)
	check(t, "a page in place of rules", parseRobots([]byte("<html><body>Not found: sorry</body></html>"), "annals").allow("/page"), true)
	check(t, "a site that could not say", rules{shut: true}.allow("/page"), false)
	check(t, "name", product("annals/0.1 (+https://x.example)") == "annals", true)
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$"), "/ab")
	f.Fuzz(func(_ *testing.T, body []byte, path string) { parseRobots(body, "annals").allow(path) })
}

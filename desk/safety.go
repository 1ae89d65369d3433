package desk

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/annals-project/annals/desk/access"
)

// policy lets a page use what this server gives and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
	"worker-src 'self' blob:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// guard puts the checks that every request passes around a handler.
func (d *Desk) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	checked := origin.Handler(d.session.LoadAndSave(d.recognise(next)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if fault := recover(); fault != nil {
				slog.Error("a page failed", "path", r.URL.Path, "fault", fmt.Sprint(fault))
				http.Error(w, "annals failed on this page; please report it", http.StatusInternalServerError)
			}
		}()
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "geolocation=(), camera=(), microphone=()")
		if !d.known(r.Host) {
			http.Error(w, "this desk does not answer under that name; give it with --host", http.StatusMisdirectedRequest)
			return
		}
		checked.ServeHTTP(w, r)
	})
}

// known says whether the desk may be asked under a name. A page of another site
// can point a name of its own at this machine (DNS rebinding); it cannot do so
// with an address.
func (d *Desk) known(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if _, err := netip.ParseAddr(name); err == nil || name == "localhost" {
		return true
	}
	for _, allowed := range d.options.Hosts {
		if strings.EqualFold(name, allowed) {
			return true
		}
	}
	return false
}

// visitor is who asks.
type visitor struct {
	name string
	role access.Role
}

func (v visitor) codes() bool { return v.role == access.Coder }

// visitor is who a request comes from; role "" is nobody known.
func (d *Desk) visitor(r *http.Request) visitor { return d.visitorIn(r.Context()) }

func (d *Desk) visitorIn(ctx context.Context) visitor {
	name := d.session.GetString(ctx, "name")
	if len(d.options.Users.Users) == 0 {
		if name == "" {
			name = d.options.Coder
		}
		return visitor{name, access.Coder}
	}
	u, ok := d.options.Users.Named(name)
	if name == "" || !ok {
		return visitor{}
	}
	return visitor{u.Name, u.Role}
}

// recognise lets nobody in who is not known, nor a change be made by a form that
// this desk did not write for this session.
func (d *Desk) recognise(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		open := r.URL.Path == "/login" || strings.HasPrefix(r.URL.Path, "/assets/")
		v := d.visitor(r)
		if v.role == "" && !open {
			if strings.HasPrefix(r.URL.Path, "/api/") {
				http.Error(w, "log in first", http.StatusUnauthorized)
				return
			}
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			r.Body = http.MaxBytesReader(w, r.Body, d.largest(r))
			if !d.tokenFits(r) {
				http.Error(w, "this form is out of date: go back, load the page again and repeat; what you typed is kept in your browser", http.StatusForbidden)
				return
			}
			if !v.codes() && r.URL.Path != "/login" && r.URL.Path != "/logout" {
				http.Error(w, "only coders may change the record", http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

const (
	mostForm   = 1 << 20   // of a form without files
	mostUpload = 200 << 20 // of files added at once
)

// largest is how many bytes a request may send.
func (d *Desk) largest(r *http.Request) int64 {
	if r.URL.Path == "/add" || r.URL.Path == "/coding/sheet" {
		return mostUpload
	}
	return mostForm
}

// tokenBytes is the length of the secret that a session's forms carry.
const tokenBytes = 32

// token is the secret of a session's forms under a fresh pad, so that pages that
// are compressed give nothing of it away by their length.
func (d *Desk) token(r *http.Request) string {
	secret := d.secret(r)
	pad := make([]byte, tokenBytes)
	fill(pad)
	out := make([]byte, 0, 2*tokenBytes)
	out = append(out, pad...)
	for i := range secret {
		out = append(out, secret[i]^pad[i])
	}
	return base64.RawURLEncoding.EncodeToString(out)
}

func (d *Desk) secret(r *http.Request) []byte {
	secret := d.session.GetBytes(r.Context(), "forms")
	if len(secret) != tokenBytes {
		secret = make([]byte, tokenBytes)
		fill(secret)
		d.session.Put(r.Context(), "forms", secret)
	}
	return secret
}

func (d *Desk) tokenFits(r *http.Request) bool {
	given := r.Header.Get("X-CSRF-Token")
	if given == "" {
		given = r.PostFormValue("csrf") // for multipart forms too, whose files stay bounded
	}
	raw, err := base64.RawURLEncoding.DecodeString(given)
	secret := d.session.GetBytes(r.Context(), "forms")
	if err != nil || len(raw) != 2*tokenBytes || len(secret) != tokenBytes {
		return false
	}
	for i := range tokenBytes {
		raw[i] ^= raw[tokenBytes+i]
	}
	return subtle.ConstantTimeCompare(raw[:tokenBytes], secret) == 1
}

func fill(b []byte) {
	if _, err := rand.Read(b); err != nil {
		panic(err) // never, says crypto/rand
	}
}

func randomText() string {
	b := make([]byte, 9)
	fill(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

const (
	loginEvery = 12 * time.Second // one try in so long, after the first few
	loginBurst = 5
	addEvery   = time.Second
	addBurst   = 30
	// mostVisitors is how many addresses a limiter remembers before it forgets
	// those that have waited long enough.
	mostVisitors = 10000
)

// limiter bounds how often one address may do something.
type limiter struct {
	every time.Duration
	burst int

	lock sync.Mutex
	by   map[string]*rate.Limiter
}

func newLimiter(every time.Duration, burst int) *limiter {
	return &limiter{every: every, burst: burst, by: map[string]*rate.Limiter{}}
}

// allow says whether the address a request comes from may do it now.
func (l *limiter) allow(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	l.lock.Lock()
	defer l.lock.Unlock()
	if len(l.by) >= mostVisitors {
		for h, have := range l.by {
			if have.Tokens() >= float64(l.burst) {
				delete(l.by, h)
			}
		}
	}
	if l.by[host] == nil {
		l.by[host] = rate.NewLimiter(rate.Every(l.every), l.burst)
	}
	return l.by[host].Allow()
}

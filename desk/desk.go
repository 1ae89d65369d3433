// Package desk shows a record in a browser, and lets those who code it judge
// what annals made of it. Pages are HTML that works without scripts; the same
// values stand under /api/v1 as JSON.
package desk

import (
	"context"
	"errors"
	"html/template"
	"net"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"github.com/annals-project/annals/desk/access"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
)

// Options say how a desk is run.
type Options struct {
	Users *access.List // nobody: everyone at this machine is a coder
	Coder string       // the name that judgements carry when there are no users
	Hosts []string     // names the desk may be asked under, besides addresses and localhost
	TLS   bool         // browsers reach it over TLS: cookies are sent over nothing else
	Now   func() time.Time
}

// Desk serves a record.
type Desk struct {
	store   record.Store
	options Options
	keeper  *keeper
	session *scs.SessionManager
	pages   map[string]*template.Template
	logins  *limiter
	adds    *limiter
	adding  *adding

	supposed *suppositions
	boot     string // tells answers of this run from those of another
}

// sessionLife is how long a session lasts without being used.
const sessionLife = 12 * time.Hour

// New opens a desk on a record and derives its account.
func New(ctx context.Context, store record.Store, o Options) (*Desk, error) {
	if o.Users == nil {
		o.Users = &access.List{}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Coder == "" {
		o.Coder = "coder"
	}
	known, err := pipeline.Aliases()
	if err != nil {
		return nil, err
	}
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	d := &Desk{store: store, options: o, keeper: newKeeper(store, known), pages: pages, session: newSessions(o.TLS),
		logins: newLimiter(loginEvery, loginBurst), adds: newLimiter(addEvery, addBurst), boot: randomText()}
	d.adding, d.supposed = newAdding(d), newSuppositions(d.keeper)
	return d, d.keeper.refresh(ctx)
}

func newSessions(tls bool) *scs.SessionManager {
	s := scs.New()
	s.Lifetime, s.IdleTimeout = 7*24*time.Hour, sessionLife
	s.Cookie.Name, s.Cookie.HttpOnly, s.Cookie.SameSite, s.Cookie.Secure = "annals", true, http.SameSiteLaxMode, tls
	return s
}

// ErrOpen says that a desk without passwords would be open to other machines.
var ErrOpen = errors.New("others could reach the desk, and nobody has a password: set one with annals password, or serve on 127.0.0.1")

const (
	headerTime = 10 * time.Second // slow clients must not hold connections
	idleTime   = 2 * time.Minute
	quitTime   = 5 * time.Second // for requests under way when the desk is closed
)

// Serve answers at an address until the context ends. ready is told the address
// that is really listened at.
func (d *Desk) Serve(ctx context.Context, address string, ready func(net.Addr)) error {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return err
	}
	if tcp, ok := listener.Addr().(*net.TCPAddr); (!ok || !tcp.IP.IsLoopback()) && len(d.options.Users.Users) == 0 {
		return errors.Join(ErrOpen, listener.Close())
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go d.keeper.run(ctx)
	server := &http.Server{Handler: d.Handler(), ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	ready(listener.Addr())
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), quitTime)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return server.Close()
	}
	return nil
}

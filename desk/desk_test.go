package desk

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/access"
	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record/sqlite"
	"github.com/annals-project/annals/source"
)

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// reader is opened once: its models take longer to read than all the tests.
var reader = sync.OnceValues(func() (*pipeline.Pipeline, error) { return pipeline.New(pipeline.Options{}) })

// readings reads the sample reports, each test getting copies of its own.
func readings(t *testing.T) []*annals.Reading {
	t.Helper()
	p, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	var out []*annals.Reading
	err = source.Walk(t.Context(), []string{filepath.Join("..", "examples", "kabul-2021")}, source.Options{}, func(x source.Item) bool {
		if x.Err != nil {
			t.Fatal(x.Err)
		}
		out = append(out, p.Read(x.Doc))
		return true
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("the sample reports could not be read: %v", err)
	}
	return out
}

// browser is a client that keeps its cookies and follows no redirect.
type browser struct {
	t       *testing.T
	handler http.Handler
	host    string
	cookies map[string]*http.Cookie
}

// open gives a desk over some readings, and a browser at it.
func open(t *testing.T, in []*annals.Reading, o Options) (*Desk, *browser) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	for _, r := range in {
		if _, err := store.Add(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if o.Coder == "" {
		o.Coder = "ada"
	}
	d, err := New(t.Context(), store, o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	go d.keeper.run(ctx)
	return d, visit(t, d)
}

func visit(t *testing.T, d *Desk) *browser {
	return &browser{t: t, handler: d.Handler(), host: "localhost:8080", cookies: map[string]*http.Cookie{}}
}

func (b *browser) do(r *http.Request) (*http.Response, string) {
	b.t.Helper()
	r.Host = b.host
	for _, c := range b.cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	answer := w.Result()
	for _, c := range answer.Cookies() {
		b.cookies[c.Name] = c
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return answer, string(body)
}

func (b *browser) get(path string) (*http.Response, string) {
	b.t.Helper()
	return b.do(httptest.NewRequest(http.MethodGet, path, nil))
}

var tokenIn = regexp.MustCompile(`<meta name="csrf" content="([^"]+)">`)

// token is the secret that a page of this session carries.
func (b *browser) token() string {
	b.t.Helper()
	_, body := b.get("/login")
	found := tokenIn.FindStringSubmatch(body)
	if found == nil {
		b.t.Fatal("the page carries no token")
	}
	return found[1]
}

// post sends a form; without a token of its own it gets the session's.
func (b *browser) post(path string, form url.Values) (*http.Response, string) {
	b.t.Helper()
	if !form.Has("csrf") {
		form.Set("csrf", b.token())
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(r)
}

// upload sends one file.
func (b *browser) upload(path, field, name, content string, form url.Values) (*http.Response, string) {
	b.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	form.Set("csrf", b.token())
	for k := range form {
		if err := w.WriteField(k, form.Get(k)); err != nil {
			b.t.Fatal(err)
		}
	}
	part, err := w.CreateFormFile(field, name)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := part.Write([]byte(content)); err != nil || w.Close() != nil {
		b.t.Fatal("the form could not be written")
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return b.do(r)
}

// addresses are one address of every page, with what it must show.
func addresses(s *snapshot.Snapshot) map[string]string {
	e, a, d := s.Events[0], s.Actors[0], s.Documents[0]
	out := map[string]string{
		"/": "Latest events", "/events": e.Title, "/events?since=2021-08-26&until=2021-08-26": "2021-08-26", "/actors": a.Name, "/network": "Network",
		"/claims": "What is said", "/conflicts": "Conflicts", "/documents": d.Title, "/search?q=airport": "<mark>airport</mark>", "/sources": "Admiralty",
		"/audit": "Audit", "/help": "Keys", "/inbox": "Inbox", "/adjudicate": "Agreement", "/add": "Drop them here", "/login": "Your name",
		e.Href: "Sentences", a.Href: "Names", d.Href: "Marks", "/evidence/event/" + e.ID: "Citation", "/coding?document=" + d.ID: "The article",
		"/coding?blind=1&document=" + d.ID: "blind", "/coding/losses?codebook=ucdp": "leaves out", "/api/v1/docs": "OpenAPI",
		"/evidence/" + s.Account.Reading(0).Statements[0].ID: "Proof",
	}
	for i := range s.Account.Conflicts {
		out["/conflicts/"+s.Account.Conflicts[i].ID] = "Conflict"
	}
	return out
}

func TestPages(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	for address, want := range addresses(d.keeper.current.Load().coder) {
		answer, body := b.get(address)
		check(t, address, answer.StatusCode, http.StatusOK)
		check(t, address+" shows "+want, strings.Contains(body, want), true)
		check(t, address+" has a policy", strings.HasPrefix(answer.Header.Get("Content-Security-Policy"), "default-src 'none'"), true)
		check(t, address+" holds no inline script or style", regexp.MustCompile(`(?i)<script[^>]*>[^<]|<style|\sstyle=|\son\w+=`).MatchString(body), false)
		check(t, address+" asks no other server", regexp.MustCompile(`(?i)(src|href)="(https?:)?//`).MatchString(body), false)
	}
	for address, want := range map[string]int{"/events/x000000000000": 404, "/actors/a0": 404, "/documents/sha256:0": 404, "/evidence/sha256:0": 404,
		"/conflicts/k0": 404, "/nowhere": 404, "/merge?left=x": 400, "/split": 400, "/coding?codebook=../../etc/passwd": 400, "/events?since=yesterday": 200} {
		answer, _ := b.get(address)
		check(t, address, answer.StatusCode, want)
	}
}

func TestEmptyRecord(t *testing.T) {
	_, b := open(t, nil, Options{})
	for _, address := range []string{"/", "/events", "/actors", "/network", "/claims", "/conflicts", "/documents", "/search?q=x", "/sources", "/audit", "/inbox",
		"/adjudicate", "/coding", "/export/acled/sheet", "/export/record.json"} {
		answer, _ := b.get(address)
		check(t, address, answer.StatusCode < 400, true)
	}
}

func TestHosts(t *testing.T) {
	d, _ := open(t, nil, Options{Hosts: []string{"desk.example"}})
	for host, want := range map[string]int{"localhost": 200, "localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "192.0.2.7:80": 200,
		"desk.example": 200, "DESK.example:443": 200, "evil.example": 421, "evil.example:8080": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example": 421} {
		b := visit(t, d)
		b.host = host
		answer, _ := b.get("/help")
		check(t, host, answer.StatusCode, want)
	}
}

func TestAssets(t *testing.T) {
	_, b := open(t, nil, Options{})
	for address, want := range map[string]int{"/assets/desk.css": 200, "/assets/desk.js": 200, "/assets/plain/keys.js": 200, "/assets/nothing.js": 404,
		"/assets/source/package.json": 404, "/assets/../desk.go": 404, "/assets/%2e%2e/desk.go": 404, "/assets/..%2f..%2fgo.mod": 404, "/assets/": 404,
		"/documents/..%2f..%2f..%2fetc%2fpasswd": 404, "/export/..%2f..%2fgo.mod/sheet": 404} {
		answer, _ := b.get(address)
		got := answer.StatusCode
		if got/100 == 3 {
			got = 404 // the mux leads to the cleaned address, which is none of a file
		}
		check(t, address, got, want)
	}
	answer, _ := b.get("/assets/desk.css")
	r := httptest.NewRequest(http.MethodGet, "/assets/desk.css", nil)
	r.Header.Set("If-None-Match", answer.Header.Get("ETag"))
	again, _ := b.do(r)
	check(t, "an asset that the browser has", again.StatusCode, http.StatusNotModified)
}

// users is a list with a coder and a reader.
func users(t *testing.T) *access.List {
	t.Helper()
	l := &access.List{}
	for name, role := range map[string]access.Role{"ada": access.Coder, "rosa": access.Reader} {
		if err := l.Set(name, role, "correct horse "+name); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func (b *browser) login(name string) int {
	b.t.Helper()
	answer, _ := b.post("/login", url.Values{"name": {name}, "password": {"correct horse " + name}})
	return answer.StatusCode
}

func TestRoles(t *testing.T) {
	d, b := open(t, readings(t), Options{Users: users(t)})
	answer, _ := b.get("/events")
	check(t, "a stranger is led to the login", answer.Header.Get("Location"), "/login")
	answer, _ = b.get("/api/v1/events")
	check(t, "a stranger at the API", answer.StatusCode, http.StatusUnauthorized)
	answer, _ = b.post("/login", url.Values{"name": {"ada"}, "password": {"wrong password"}})
	check(t, "a wrong password", answer.StatusCode, http.StatusUnauthorized)

	before := b.cookies["annals"].Value
	check(t, "the reader logs in", b.login("rosa"), http.StatusSeeOther)
	check(t, "the session gets another name at login", b.cookies["annals"].Value != before, true)
	for address, want := range map[string]int{"/events": 200, "/api/v1/events": 200, "/inbox": 403, "/coding": 403, "/add": 403, "/adjudicate": 403} {
		answer, _ := b.get(address)
		check(t, "reader at "+address, answer.StatusCode, want)
	}
	rating := func() url.Values { return url.Values{"verdict": {"rated"}, "left": {"ANI"}, "value": {"B"}} }
	for _, path := range []string{"/judge", "/add", "/coding/cell", "/coding/done", "/coding/sheet", "/adjudicate"} {
		answer, _ := b.post(path, rating())
		check(t, "reader posts to "+path, answer.StatusCode, http.StatusForbidden)
	}
	check(t, "the reader sees the masked account", d.keeper.current.Load().reader() != nil, true)

	answer, _ = b.post("/logout", url.Values{})
	check(t, "logging out", answer.StatusCode, http.StatusSeeOther)
	answer, _ = b.get("/events")
	check(t, "after logging out", answer.StatusCode, http.StatusSeeOther)

	check(t, "the coder logs in", b.login("ada"), http.StatusSeeOther)
	answer, _ = b.post("/judge", rating())
	check(t, "the coder judges", answer.StatusCode, http.StatusSeeOther)
}

func TestLoginIsSlowedDown(t *testing.T) {
	_, b := open(t, nil, Options{Users: users(t)})
	got := 0
	for range loginBurst + 1 {
		answer, _ := b.post("/login", url.Values{"name": {"ada"}, "password": {"guess after guess"}})
		got = answer.StatusCode
	}
	check(t, "a guess too many", got, http.StatusTooManyRequests)
}

func TestForgedForms(t *testing.T) {
	_, b := open(t, readings(t), Options{})
	token := b.token()
	form := func(csrf string) url.Values {
		return url.Values{"verdict": {"rated"}, "left": {"ANI"}, "value": {"B"}, "csrf": {csrf}}
	}
	other := visit(t, func() *Desk { d, _ := open(t, nil, Options{}); return d }()).token()
	for what, csrf := range map[string]string{"none": "", "another session's": other, "garbage": "AAAA", "cut": token[:len(token)-2]} {
		answer, _ := b.post("/judge", form(csrf))
		check(t, what, answer.StatusCode, http.StatusForbidden)
	}
	r := httptest.NewRequest(http.MethodPost, "/judge", strings.NewReader(form(token).Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	answer, _ := b.do(r)
	check(t, "from another site", answer.StatusCode, http.StatusForbidden)
	answer, _ = b.post("/judge", form(b.token()))
	check(t, "from this desk", answer.StatusCode, http.StatusSeeOther)
	x, y := b.token(), b.token()
	check(t, "two tokens of a session differ", x != y, true)
}

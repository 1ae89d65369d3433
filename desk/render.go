package desk

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/desk/snapshot"
)

//go:embed templates/*.html
var templates embed.FS

// page is what every template is given.
type page struct {
	Title    string
	Section  string // which entry of the menu it belongs to
	Visitor  visitor
	Open     bool // no passwords are set
	Token    string
	Notice   string
	Path     string // this page's own address, to come back to
	Query    string // words searched for, for the search field
	Snapshot *snapshot.Snapshot
	Working  bool   // judgements are being worked into the account
	Behind   string // why the account could not be derived anew; "" it could
	Data     any
}

// Codes says whether the visitor may judge and add.
func (p *page) Codes() bool { return p.Visitor.codes() }

// Name is the visitor's.
func (p *page) Name() string { return p.Visitor.name }

// Role is the visitor's; "" for one who has yet to log in.
func (p *page) Role() string { return string(p.Visitor.role) }

// parsePages reads every template together with the frame and the parts shared.
func parsePages() (map[string]*template.Template, error) {
	frame, err := template.New("frame").Funcs(functions).ParseFS(templates, "templates/frame.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if name == "frame" || name == "parts" {
			continue
		}
		t, err := template.Must(frame.Clone()).ParseFS(templates, file)
		if err != nil {
			return nil, err
		}
		out[name] = t
	}
	return out, nil
}

var functions = template.FuncMap{
	"words":   func(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") },
	"number":  number,
	"tally":   tallyWords,
	"count":   count,
	"noun":    noun,
	"text":    oneLine,
	"clip":    clip,
	"dict":    dict,
	"path":    url.PathEscape,
	"grade":   func() []string { return []string{"A", "B", "C", "D", "E", "F"} },
	"where":   placeWords,
	"short":   func(id string) string { return clip(strings.TrimPrefix(id, "sha256:"), 12) },
	"percent": func(x float64) string { return strconv.Itoa(int(x*100+0.5)) + " %" },
}

// dict makes a map of pairs, for parts that take more than one value.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("dict: a name without a value")
	}
	out := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		out[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return out, nil
}

func number(x *float64) string {
	if x == nil {
		return "?"
	}
	return account.Number(*x)
}

// tallyWords writes low, best and high in one: "200 (60–213)", "60–213", "13".
func tallyWords(t *snapshot.Tally) string {
	if t == nil {
		return ""
	}
	bounds := ""
	switch {
	case t.Low != nil && t.High != nil && *t.Low != *t.High:
		bounds = account.Number(*t.Low) + "–" + account.Number(*t.High)
	case t.Low != nil && t.High == nil:
		bounds = "≥ " + account.Number(*t.Low)
	case t.High != nil && t.Low == nil:
		bounds = "≤ " + account.Number(*t.High)
	case t.High != nil:
		bounds = account.Number(*t.High)
	}
	switch {
	case t.Best == nil:
		return bounds
	case bounds == "" || bounds == account.Number(*t.Best):
		return account.Number(*t.Best)
	}
	return account.Number(*t.Best) + " (" + bounds + ")"
}

func count(n int, word string) string { return strconv.Itoa(n) + " " + noun(n, word) }

// noun is a word as it stands behind a number.
func noun(n int, word string) string {
	switch {
	case n == 1:
		return word
	case strings.HasSuffix(word, "y"):
		return strings.TrimSuffix(word, "y") + "ies"
	}
	return word + "s"
}

// placeWords names a place with how finely it is known.
func placeWords(p snapshot.Place) string {
	name := p.Place
	if name == "" {
		return p.Written
	}
	parts := []string{name}
	if p.Admin1Nm != "" && p.Admin1Nm != name {
		parts = append(parts, p.Admin1Nm)
	}
	if p.Country != "" {
		parts = append(parts, p.Country)
	}
	out := strings.Join(parts, ", ")
	if p.Relation != "" && p.Relation != "in" {
		out = p.Relation + " " + out
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clip shortens a text to at most n characters.
func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return string(runes[:n]) + "…"
}

// snapshot is the account as the visitor may see it.
func (d *Desk) snapshot(r *http.Request) *snapshot.Snapshot { return d.snapshotIn(r.Context()) }

func (d *Desk) snapshotIn(ctx context.Context) *snapshot.Snapshot {
	views := d.keeper.current.Load()
	if d.visitorIn(ctx).codes() {
		return views.coder
	}
	return views.reader()
}

// show writes a page.
func (d *Desk) show(w http.ResponseWriter, r *http.Request, status int, name string, p page) {
	p.Visitor, p.Open, p.Path = d.visitor(r), len(d.options.Users.Users) == 0, r.URL.RequestURI()
	if p.Snapshot == nil && p.Visitor.role != "" {
		p.Snapshot = d.snapshot(r)
	}
	if now := d.keeper.current.Load(); p.Snapshot != nil {
		p.Working = now.derived < now.coder.Revision
	}
	p.Token = d.token(r)
	p.Notice = d.session.PopString(r.Context(), "notice")
	if text := d.keeper.lastError.Load(); text != nil {
		p.Behind = *text
	}
	var out bytes.Buffer
	if err := d.pages[name].ExecuteTemplate(&out, "frame", &p); err != nil {
		slog.Error("a page could not be written", "page", name, "error", err)
		http.Error(w, "annals failed on this page; please report it", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "private, no-cache")
	w.WriteHeader(status)
	_, _ = out.WriteTo(w) // who went away needs no page
}

// missing says that nothing is known under an address.
func (d *Desk) missing(w http.ResponseWriter, r *http.Request, what string) {
	d.show(w, r, http.StatusNotFound, "missing", page{Title: "Not in the record", Data: what})
}

// wrong says what is wrong with a request.
func (d *Desk) wrong(w http.ResponseWriter, r *http.Request, what string) {
	d.show(w, r, http.StatusBadRequest, "missing", page{Title: "That cannot be done", Data: what})
}

// rowsAPage is how many rows a page of a list holds.
const rowsAPage = 50

// pager leads through the pages of a list.
type pager struct {
	Total, Page, Pages int
	First, Last        int // rows shown, from 1
	Previous, Next     string
}

// paged cuts a page out of a list of indices.
func paged(r *http.Request, all []int) ([]int, pager) { return pagedBy(r, all, rowsAPage) }

// pagedBy cuts a page of some size.
func pagedBy(r *http.Request, all []int, size int) ([]int, pager) {
	q := r.URL.Query()
	n, err := strconv.Atoi(q.Get("page"))
	p := pager{Total: len(all), Page: max(n, 1), Pages: max(1, (len(all)+size-1)/size)}
	if err != nil {
		p.Page = 1
	}
	p.Page = min(p.Page, p.Pages)
	from := (p.Page - 1) * size
	to := min(from+size, len(all))
	p.First, p.Last = min(from+1, len(all)), to
	link := func(n int) string {
		q.Set("page", strconv.Itoa(n))
		return r.URL.Path + "?" + q.Encode()
	}
	if p.Page > 1 {
		p.Previous = link(p.Page - 1)
	}
	if p.Page < p.Pages {
		p.Next = link(p.Page + 1)
	}
	return all[from:to], p
}

// pick gives the things under indices.
func pick[T any](list []T, indices []int) []T {
	out := make([]T, 0, len(indices))
	for _, i := range indices {
		out = append(out, list[i])
	}
	return out
}

// sortBy sorts a list by a text of each item.
func sortBy[T any](list []T, text func(T) string) {
	slices.SortFunc(list, func(x, y T) int { return strings.Compare(text(x), text(y)) })
}

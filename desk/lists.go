package desk

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/privacy"
	"github.com/annals-project/annals/record"
)

// list is what a page with a filter shows.
type list struct {
	Filter snapshot.Filter
	Query  string // the filter as an address holds it
	Error  string
	Pager  pager
	Facets snapshot.Facets
	Rows   any
	Places []snapshot.Facet // of a selection of events
	Years  []snapshot.Bar
}

// Src is an address of the API that is asked for the same selection.
func (l list) Src(path string) string { return "/api/v1/" + path + "?" + l.Query }

func (d *Desk) list(r *http.Request) list {
	f := snapshot.FilterFrom(r.URL.Query())
	l := list{Filter: f, Query: f.Query().Encode(), Facets: d.snapshot(r).Facets}
	if err := f.Check(); err != nil {
		l.Error = err.Error()
		l.Filter.Since, l.Filter.Until = "", ""
	}
	return l
}

func (d *Desk) events(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	all := s.EventsBy(l.Filter)
	rows, p := paged(r, all)
	l.Pager, l.Rows = p, pick(s.Events, rows)
	l.Places = s.PlacesOf(all, mostPlaces)
	if l.Years = s.Years; l.Filter != (snapshot.Filter{}) {
		l.Years = s.Series(l.Filter, "year", "events").Bars
	}
	d.show(w, r, http.StatusOK, "events", page{Title: "Events", Section: "events", Snapshot: s, Data: l})
}

// mostPlaces is how many places a list beside a map names.
const mostPlaces = 12

// noEvent answers for an event that the account does not hold: one that a person
// rejected leads to what the report says, since links to it are still about.
func (d *Desk) noEvent(w http.ResponseWriter, r *http.Request, s *snapshot.Snapshot) {
	if href := s.Rejected(r.PathValue("id")); href != "" {
		http.Redirect(w, r, href, http.StatusSeeOther)
		return
	}
	d.missing(w, r, "no event goes by this address; it may belong to a report that was taken out")
}

func (d *Desk) event(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.EventNamed(r.PathValue("id"))
	if i < 0 {
		d.noEvent(w, r, s)
		return
	}
	e := s.Event(i)
	if e.ID != r.PathValue("id") {
		http.Redirect(w, r, e.Href, http.StatusSeeOther) // it was merged into this one
		return
	}
	d.show(w, r, http.StatusOK, "event", page{Title: e.Title, Section: "events", Snapshot: s, Data: eventPage{e, bySentence(e.Evidence), s.Near(i, mostNear), d.judgementsOf(s, e.Tellings)}})
}

// mostNear is how many events of the same days are offered for joining.
const mostNear = 8

// eventPage is what the page of an event shows.
type eventPage struct {
	snapshot.EventDetail
	Sentences []snapshot.Evidence // each once
	Near      []snapshot.Event
	Log       []logLine
}

func (d *Desk) actors(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	rows, p := paged(r, s.ActorsBy(l.Filter))
	l.Pager, l.Rows = p, pick(s.Actors, rows)
	d.show(w, r, http.StatusOK, "actors", page{Title: "Actors", Section: "actors", Snapshot: s, Data: l})
}

// How much the page of an actor holds: numbers of each measure, and events.
const (
	actorNumbers = 10
	actorEvents  = 20
)

// actorPage is what the page of an actor shows.
type actorPage struct {
	snapshot.ActorDetail
	Numbers   int // in all, where the page holds fewer
	EventRows []snapshot.Event
	Pager     pager
	Log       []logLine
}

func (d *Desk) actor(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.ActorNamed(r.PathValue("id"))
	if i < 0 {
		d.missing(w, r, "no actor goes by this address; it may belong to a report that was taken out")
		return
	}
	a := s.Actor(i)
	if a.ID != r.PathValue("id") {
		http.Redirect(w, r, a.Href, http.StatusSeeOther)
		return
	}
	numbers := 0
	for n := range a.Ledger.Measures {
		m := &a.Ledger.Measures[n]
		if len(m.Entries) > actorNumbers {
			numbers += len(m.Entries)
			m.Entries = m.Entries[:actorNumbers]
		}
	}
	rows, p := pagedBy(r, s.EventsOf(i), actorEvents)
	d.show(w, r, http.StatusOK, "actor", page{Title: a.Name, Section: "actors", Snapshot: s,
		Data: actorPage{a, numbers, pick(s.Events, rows), p, d.judgementsOf(s, a.Tellings)}})
}

func (d *Desk) network(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	rows, p := paged(r, s.RelationsBy(l.Filter))
	l.Pager, l.Rows = p, s.Relations(rows)
	d.show(w, r, http.StatusOK, "network", page{Title: "Network", Section: "network", Snapshot: s, Data: l})
}

func (d *Desk) claims(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	rows, p := paged(r, s.ClaimsBy(l.Filter))
	l.Pager, l.Rows = p, s.Claims(rows)
	d.show(w, r, http.StatusOK, "claims", page{Title: "Claims", Section: "claims", Snapshot: s, Data: struct {
		list
		Speakers []snapshot.Facet
	}{l, s.Speakers}})
}

// conflictsAPage is fewer than of other rows: both sides' sentences stand in each.
const conflictsAPage = 12

func (d *Desk) conflicts(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	rows, p := pagedBy(r, s.ConflictsBy(l.Filter), conflictsAPage)
	conflicts := []snapshot.Conflict{}
	for _, i := range rows {
		conflicts = append(conflicts, s.Conflict(i))
	}
	l.Pager, l.Rows = p, conflicts
	d.show(w, r, http.StatusOK, "conflicts", page{Title: "Conflicts", Section: "conflicts", Snapshot: s, Data: l})
}

func (d *Desk) conflict(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.ConflictNamed(r.PathValue("id"))
	if i < 0 {
		d.missing(w, r, "no conflict goes by this address; it may have been settled")
		return
	}
	d.show(w, r, http.StatusOK, "conflict", page{Title: "Conflict", Section: "conflicts", Snapshot: s, Data: s.Conflict(i)})
}

func (d *Desk) documents(w http.ResponseWriter, r *http.Request) {
	s, l := d.snapshot(r), d.list(r)
	rows, p := paged(r, s.DocumentsBy(l.Filter))
	l.Pager, l.Rows = p, pick(s.Documents, rows)
	d.show(w, r, http.StatusOK, "documents", page{Title: "Reports", Section: "documents", Snapshot: s, Data: l})
}

func (d *Desk) document(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.DocumentNamed(r.PathValue("id"))
	if i < 0 {
		d.missing(w, r, "no report goes by this address; it may have been taken out")
		return
	}
	x := s.Document(i)
	d.show(w, r, http.StatusOK, "document", page{Title: x.Label + ": " + x.Title, Section: "documents", Snapshot: s, Data: x})
}

// hit is a report found by its words.
type hit struct {
	snapshot.Document
	Snippets [][]snapshot.Segment `json:"snippets"`
}

// mostValues is how many actors and events a search shows beside the reports.
const mostValues = 10

func (d *Desk) search(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	query := strings.TrimSpace(r.URL.Query().Get("q"))
	at, err := strconv.Atoi(r.URL.Query().Get("page"))
	if err != nil {
		at = 1
	}
	at = max(at, 1)
	hits, more, err := d.hits(r.Context(), s, query, (at-1)*rowsAPage)
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	d.show(w, r, http.StatusOK, "search", page{Title: "Search", Section: "search", Query: query, Snapshot: s, Data: struct {
		Hits  []hit
		More  bool
		Next  string
		Found snapshot.Found
	}{hits, more, "/search?" + url.Values{"q": {query}, "page": {strconv.Itoa(at + 1)}}.Encode(), s.Find(query, mostValues)}})
}

func (d *Desk) hits(ctx context.Context, s *snapshot.Snapshot, query string, offset int) (out []hit, more bool, err error) {
	found, err := d.store.Search(ctx, query, rowsAPage+1, offset)
	if err != nil {
		return nil, false, err
	}
	more = len(found) > rowsAPage
	for _, h := range found[:min(len(found), rowsAPage)] {
		i := s.DocumentNamed(h.Document)
		if i < 0 {
			continue
		}
		if s.Masked { // what is covered is not found, or a search could confirm a name
			var visible bool
			if h.Spans, visible = privacy.Query(record.ParseQuery(query), s.Account.Reading(s.Account.Documents[i].Reading).Document); !visible {
				continue
			}
		}
		out = append(out, hit{s.Documents[i], s.Snippets(i, h.Spans)})
	}
	return out, more, nil
}

// bySentence gives each sentence once, with the marks of all its statements.
func bySentence(evidence []snapshot.Evidence) []snapshot.Evidence {
	var out []snapshot.Evidence
	at := map[string]int{}
	for _, e := range evidence {
		if _, ok := at[e.Ref]; !ok {
			at[e.Ref] = len(out)
			out = append(out, e)
		}
	}
	return out
}

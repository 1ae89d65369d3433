package desk

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/resolve"
	"github.com/annals-project/annals/review"
)

// mostQuoted is how many sentences a doubtful item shows.
const mostQuoted = 8

// doubtful is one item of the review queue as pages show it.
type doubtful struct {
	review.Item
	Href      string              // where it is judged
	Things    []review.Thing      // what is asked about, each with its words
	Sentences []snapshot.Evidence // each once
	Judged    bool                // it waits no more
	At, All   int                 // its number in the queue, from 1, and how many wait
	Next      string              // where the one after it is found
	Codebook  string              // to go on with
}

// hrefOf is where an item is judged: a pair side by side, all else beside the
// article that tells of it.
func hrefOf(x *review.Item, codebook string) string {
	q := url.Values{"item": {x.Place().String()}}
	if codebook != "" {
		q.Set("codebook", codebook)
	}
	switch {
	case x.Kind == review.PossibleMerge:
		q.Set("left", x.Keys[0].String())
		q.Set("with", x.Keys[1].Short("a"))
		return "/merge?" + q.Encode()
	case x.Kind == review.UndatedJoin:
		q.Set("left", x.Keys[0].String())
		q.Set("with", x.Keys[1].Short("x"))
		return "/merge?" + q.Encode()
	case x.Kind == review.DoubtfulJoin:
		q.Set("left", x.Keys[0].String())
		q.Set("right", x.Keys[1].String())
		return "/split?" + q.Encode()
	}
	q.Set("document", x.Keys[0].Document)
	return "/coding?" + q.Encode()
}

// events are the events that an item is about; none of no item.
func (x *doubtful) events(s *snapshot.Snapshot) map[int]bool {
	out := map[int]bool{}
	if x == nil {
		return out
	}
	for _, k := range x.Statements {
		st := s.Account.Statement(k)
		event := annals.Ref(0)
		switch st.About {
		case annals.AboutEvent:
			event = st.Ref
		case annals.AboutFigure:
			event = s.Account.Reading(k.Reading).Figures[st.Ref-1].Event
		}
		if event != 0 {
			out[s.EventNamed(s.Account.Resolution.EventKey(resolve.EventKey{Reading: k.Reading, Event: event}).Short("x"))] = true
		}
	}
	return out
}

// doubtful lays out the item that a request names; nil when it names none.
func (d *Desk) doubtful(r *http.Request) *doubtful {
	place, err := review.ParsePlace(r.URL.Query().Get("item"))
	if err != nil {
		return nil
	}
	views := d.keeper.current.Load()
	s := views.coder
	queue := views.queue()
	out := &doubtful{All: len(queue), Codebook: r.URL.Query().Get("codebook")}
	next := url.Values{"after": {place.String()}}
	if out.Codebook != "" {
		next.Set("codebook", out.Codebook)
	}
	out.Next = "/review/next?" + next.Encode()
	i := review.At(queue, place)
	if i < 0 {
		out.Judged = true
		return out
	}
	out.Item, out.At = queue[i], i+1
	for _, k := range out.Keys {
		if t, err := review.OfKey(s.Account, k); err == nil {
			out.Things = append(out.Things, t)
		}
	}
	quoted := bySentence(s.Evidence(out.Statements))
	out.Sentences = quoted[:min(mostQuoted, len(quoted))]
	return out
}

// review lists what waits for a person, as annals review walks it.
func (d *Desk) review(w http.ResponseWriter, r *http.Request) {
	views := d.keeper.current.Load()
	kind := review.ItemKind(r.URL.Query().Get("kind"))
	counts := map[review.ItemKind]int{}
	var all []int
	queue := views.queue()
	for i := range queue {
		x := &queue[i]
		counts[x.Kind]++
		if kind == "" || x.Kind == kind {
			all = append(all, i)
		}
	}
	kinds := []snapshot.Facet{}
	for _, k := range []review.ItemKind{review.PossibleMerge, review.DoubtfulJoin, review.UndatedJoin, review.DoubtfulEvent, review.DoubtfulToll, review.Disagreement} {
		kinds = append(kinds, snapshot.Facet{Value: string(k), Count: counts[k]})
	}
	rows, p := paged(r, all)
	d.show(w, r, http.StatusOK, "review", page{Title: "What waits for review", Section: "inbox", Snapshot: views.coder,
		Data: map[string]any{"Rows": waiting(views.coder, pick(queue, rows)), "Pager": p, "Kinds": kinds, "Kind": string(kind)}})
}

// waiting are items as lines of a list.
func waiting(s *snapshot.Snapshot, items []review.Item) []doubtful {
	var out []doubtful
	for i := range items {
		x := doubtful{Item: items[i], Href: hrefOf(&items[i], "")}
		if len(x.Statements) > 0 {
			x.Sentences = s.Evidence(x.Statements[:1])
		}
		out = append(out, x)
	}
	return out
}

// nextDoubtful leads to the item after one, or to the most doubtful of all.
func (d *Desk) nextDoubtful(w http.ResponseWriter, r *http.Request) {
	views := d.keeper.current.Load()
	queue, next := views.queue(), 0
	if place, err := review.ParsePlace(r.URL.Query().Get("after")); err == nil {
		next = review.After(queue, place)
	}
	if next < 0 || next >= len(queue) {
		d.show(w, r, http.StatusOK, "through", page{Title: "That was the last", Section: "inbox", Snapshot: views.coder, Data: len(queue)})
		return
	}
	http.Redirect(w, r, hrefOf(&queue[next], r.URL.Query().Get("codebook")), http.StatusSeeOther)
}

// next leads to the report that a coder should code next: what is assigned to
// them first, then the one with the most doubtful thing that waits for review.
func (d *Desk) next(w http.ResponseWriter, r *http.Request) {
	s, name := d.snapshot(r), d.visitor(r).name
	after := r.URL.Query().Get("after")
	doubt := doubts(d.keeper.current.Load())
	best, most := -1, -1.0
	for i := range s.Documents {
		x := &s.Documents[i]
		if x.ID == after || x.Relevance == annals.Irrelevant || !s.Account.Documents[i].Counts() || slices.Contains(x.Coders, name) || len(s.EventsIn(i)) == 0 {
			continue
		}
		n := doubt[s.Account.Documents[i].Reading]
		if x.Assigned == name {
			n += assignedFirst
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		d.show(w, r, http.StatusOK, "missing", page{Title: "Nothing waits", Section: "coding", Data: "every report that tells of an event is coded by you, or is not relevant"})
		return
	}
	q := url.Values{"document": {s.Documents[best].ID}}
	for _, name := range []string{"codebook", "blind"} {
		if v := r.URL.Query().Get(name); v != "" {
			q.Set(name, v)
		}
	}
	http.Redirect(w, r, "/coding?"+q.Encode(), http.StatusSeeOther)
}

// assignedFirst puts what is assigned to a coder before all else: no item's
// doubt times consequence comes near it.
const assignedFirst = 1e6

// doubts are, by reading, the priority of the first item of the queue that stands
// on it.
func doubts(v *views) map[int]float64 {
	out := map[int]float64{}
	note := func(k resolve.StatementKey, priority float64) { out[k.Reading] = max(out[k.Reading], priority) }
	queue := v.queue()
	for i := range queue {
		for _, k := range queue[i].Statements {
			note(k, queue[i].Place().Priority)
		}
	}
	return out
}

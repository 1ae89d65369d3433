package desk

import (
	"net/http"
	"strconv"

	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/resolve"
)

// evidencePage is the sentences that bear one value.
type evidencePage struct {
	Of       snapshot.Link
	What     string
	Evidence []snapshot.Evidence
}

// evidence shows the sentences of statements: as a page, or as its middle alone
// for a script that puts it into a dialog.
func (d *Desk) evidence(w http.ResponseWriter, r *http.Request, s *snapshot.Snapshot, of snapshot.Link, what string, keys []resolve.StatementKey) {
	d.show(w, r, http.StatusOK, "evidence", page{Title: "Evidence: " + what + " of " + of.Name, Section: "evidence", Snapshot: s,
		Data: evidencePage{of, what, s.Evidence(keys)}})
}

func (d *Desk) statementEvidence(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	k, ok := s.StatementNamed(r.PathValue("id"))
	if !ok {
		d.missing(w, r, "no statement goes by this address; the report may have been read anew or taken out")
		return
	}
	i := s.DocumentNamed(s.Account.Statement(k).Document)
	doc := s.Documents[i]
	d.evidence(w, r, s, snapshot.Link{Name: doc.Label + ": " + doc.Title, Href: doc.Href}, "a statement", []resolve.StatementKey{k})
}

func (d *Desk) eventEvidence(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.EventNamed(r.PathValue("id"))
	if i < 0 {
		d.noEvent(w, r, s)
		return
	}
	field, name := r.PathValue("field"), r.PathValue("name")
	keys, ok := s.EventStatements(i, field, name)
	if !ok {
		d.missing(w, r, "the event has no such value")
		return
	}
	what := field
	if what == "" {
		what = "all"
	}
	if name != "" {
		what += " " + name
	}
	d.evidence(w, r, s, snapshot.Link{Name: s.Events[i].Title, Href: s.Events[i].Href}, what, keys)
}

func (d *Desk) relationEvidence(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.RelationNamed(r.PathValue("id"))
	if i < 0 {
		d.missing(w, r, "no relation goes by this address")
		return
	}
	x := s.Relations([]int{i})[0]
	d.evidence(w, r, s, snapshot.Link{Name: x.From, Href: x.FromHref}, functions["words"].(func(any) string)(x.Type)+" "+x.To, s.Account.Relations[i].Statements)
}

func (d *Desk) actorEvidence(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	i := s.ActorNamed(r.PathValue("id"))
	n, err := strconv.Atoi(r.PathValue("n"))
	if i < 0 || err != nil || n < 0 {
		d.missing(w, r, "no actor goes by this address")
		return
	}
	keys, ok := s.ActorStatements(i, r.PathValue("field"), n)
	if !ok {
		d.missing(w, r, "the actor has no such value")
		return
	}
	d.evidence(w, r, s, snapshot.Link{Name: s.Actors[i].Name, Href: s.Actors[i].Href}, r.PathValue("field"), keys)
}

package desk

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/codebook"
	"github.com/annals-project/annals/desk/snapshot"
)

// codingPage is a report beside its rows.
type codingPage struct {
	snapshot.DocumentDetail
	Codebook  *codebook.Codebook
	Codebooks []string
	Blind     bool
	Rows      []codingRow
	Without   []snapshot.Event // events of the report that the codebook has no line for
	Done      bool             // the visitor has said so
}

// codingRow is one event of the report as a line of the codebook.
type codingRow struct {
	Event snapshot.Event
	Key   string
	Cells []codingCell
}

// codingCell is one value of a row.
type codingCell struct {
	Column, About string
	Value         string // what is shown: the draft, or what the visitor coded; nothing in blind mode before that
	Lost          string
	State         string // accepted, corrected, or "" for a draft
	Sentences     []cellSentence
	Elsewhere     bool // it stands on sentences of other reports alone
}

// cellSentence is a sentence that a cell stands on.
type cellSentence struct {
	Ref       string
	Here      string // its place in the article beside, "#s4"; "" in another report
	Evidence  string
	Statement string
}

// bookOf is the codebook that a request asks for.
func bookOf(r *http.Request) (*codebook.Codebook, error) {
	name := r.FormValue("codebook")
	if name == "" {
		name = codebook.Names()[0]
	}
	if !slices.Contains(codebook.Names(), name) { // a name could else be a file's path
		return nil, fmt.Errorf("there is no codebook %q", name)
	}
	return codebook.Load(name)
}

// coding shows a report beside the rows that it gives.
func (d *Desk) coding(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	book, err := bookOf(r)
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	id := r.URL.Query().Get("document")
	if id == "" {
		d.next(w, r)
		return
	}
	i := s.DocumentNamed(id)
	if i < 0 {
		d.missing(w, r, "no report goes by this address")
		return
	}
	p := codingPage{DocumentDetail: s.Document(i), Codebook: book, Codebooks: codebook.Names(), Blind: r.URL.Query().Get("blind") == "1"}
	name := d.visitor(r).name
	mine := codedBy(s, name)
	for _, e := range s.EventsIn(i) {
		row, ok := book.RowOf(s.Account, e)
		if !ok {
			p.Without = append(p.Without, s.Events[e])
			continue
		}
		line := codingRow{s.Events[e], row.Key.String(), p.cells(s, book, &row, id, mine)}
		if p.Blind {
			line.Event = s.Blind(e, i)
		}
		p.Rows = append(p.Rows, line)
	}
	if p.Blind {
		p.plain()
	}
	_, p.Done = mine[snapshot.DocumentKey(id)+" "+book.Name]
	d.show(w, r, http.StatusOK, "coding", page{Title: "Coding " + p.Label, Section: "coding", Snapshot: s, Data: p})
}

// plain takes what annals reads out of the article and away from beside it.
func (p *codingPage) plain() {
	p.Without = nil
	for _, paragraph := range p.Paragraphs {
		for s := range paragraph {
			for i := range paragraph[s].Pieces {
				x := &paragraph[s].Pieces[i]
				x.Kinds, x.Title, x.Href = "", "", ""
			}
		}
	}
}

// codedBy are the standing values that one coder coded, by thing and field, the latest of each.
func codedBy(s *snapshot.Snapshot, name string) map[string]annals.Judgement {
	out := map[string]annals.Judgement{}
	for _, j := range s.Standing {
		if j.Verdict == annals.Coded && j.By == name && !strings.HasPrefix(j.Why, adjudicatedWhy) {
			out[j.Left+" "+j.Field] = j
		}
	}
	return out
}

// cells lays out a row. In blind mode nothing is shown that another person or
// annals put there.
func (p *codingPage) cells(s *snapshot.Snapshot, book *codebook.Codebook, row *codebook.Row, document string, mine map[string]annals.Judgement) []codingCell {
	var out []codingCell
	for i, cell := range row.Cells {
		c := codingCell{Column: book.Columns[i].Name, About: book.Columns[i].About, Lost: cell.Lost}
		j, coded := mine[row.Key.String()+" "+book.Name+"/"+c.Column]
		switch {
		case coded && (!p.Blind || strings.HasPrefix(j.Why, blindWhy)):
			c.Value, c.State = j.Value, "accepted"
			if j.Value != cell.Value || strings.Contains(j.Why, "was ") {
				c.State = "corrected"
			}
		case !p.Blind:
			c.Value = cell.Value
		}
		if !p.Blind {
			c.Sentences = sentencesOf(s, cell, document)
			c.Elsewhere = len(c.Sentences) > 0 && !slices.ContainsFunc(c.Sentences, func(x cellSentence) bool { return x.Here != "" })
		} else {
			c.Lost = ""
		}
		out = append(out, c)
	}
	return out
}

// mostSentences is how many sentences a cell leads to.
const mostSentences = 6

func sentencesOf(s *snapshot.Snapshot, cell codebook.Cell, document string) []cellSentence {
	var here, elsewhere []cellSentence
	seen := map[string]bool{}
	for _, k := range cell.Statements {
		e := s.EvidenceOf(k)
		if seen[e.Ref] {
			continue
		}
		seen[e.Ref] = true
		x := cellSentence{Ref: e.Ref, Evidence: e.Href, Statement: e.Statement}
		if _, at, found := strings.Cut(e.Document.Href, "#"); found && e.Document.ID == document {
			x.Here = "#" + at
			here = append(here, x)
		} else {
			elsewhere = append(elsewhere, x)
		}
	}
	all := append(here, elsewhere...)
	return all[:min(mostSentences, len(all))]
}

// codeCell keeps what a coder says of one cell.
func (d *Desk) codeCell(w http.ResponseWriter, r *http.Request) {
	judgements, err := d.cellJudgements(r)
	if err == nil && len(judgements) > 0 {
		err = d.record(r, judgements...)
	}
	if err != nil {
		if fromScript(r) {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		d.wrong(w, r, err.Error())
		return
	}
	if fromScript(r) {
		d.session.PopString(r.Context(), "notice")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	http.Redirect(w, r, backTo(r), http.StatusSeeOther)
}

// fromScript says whether a script asks, which shows the outcome in the page.
func fromScript(r *http.Request) bool { return r.Header.Get("X-CSRF-Token") != "" }

// cellJudgements are the judgements that a coder's word on a cell makes.
func (d *Desk) cellJudgements(r *http.Request) ([]annals.Judgement, error) {
	s := d.snapshot(r)
	book, err := bookOf(r)
	if err != nil {
		return nil, err
	}
	key, err := annals.ParseKey(r.PostFormValue("left"))
	if err != nil || key.Kind != annals.EventKey {
		return nil, errors.New("the row is none of an event")
	}
	i := s.EventNamed(key.Short("x"))
	column := slices.IndexFunc(book.Columns, func(c codebook.Column) bool { return c.Name == r.PostFormValue("column") })
	if i < 0 || column < 0 {
		return nil, errors.New("the row or column is no longer there; load the page again")
	}
	row, ok := book.RowOf(s.Account, i)
	if !ok {
		return nil, errors.New("the codebook has no line for this event any more; load the page again")
	}
	cell := row.Cells[column]
	now := strings.TrimSpace(r.PostFormValue("value"))
	coded := annals.Judgement{Left: row.Key.String(), Verdict: annals.Coded, Field: book.Name + "/" + book.Columns[column].Name, Value: now}
	switch {
	case r.PostFormValue("blind") == "1":
		coded.Why = blindWhy
		return []annals.Judgement{coded}, nil
	case r.PostFormValue("act") == "accept":
		if now != cell.Value {
			return nil, fmt.Errorf("the value has changed to %q meanwhile; look again", cell.Value)
		}
		if err := seen(s, cell, r.PostFormValue("evidence")); err != nil {
			return nil, err
		}
		coded.Why = draftWhy
		if e := r.PostFormValue("evidence"); e != "" {
			coded.Why += ", seen in " + e
		}
		return []annals.Judgement{coded}, nil
	}
	coded.Why = draftWhy + ", was " + cell.Value
	change, why := book.ChangeOf(s.Account, &row, column, now)
	if why != "" {
		return nil, errors.New(why)
	}
	out := []annals.Judgement{coded}
	if change != nil {
		for _, j := range change.Judgements {
			if j.Verdict == annals.Corrected {
				j.Why = coded.Why
				out = append(out, j)
			}
		}
	}
	return out, nil
}

// seen says why a value may not be accepted: only who has its sentence before
// them may. A value that stands on no sentence has none to see.
func seen(s *snapshot.Snapshot, cell codebook.Cell, evidence string) error {
	if len(cell.Statements) == 0 {
		return nil
	}
	k, ok := s.StatementNamed(evidence)
	if !ok || !slices.Contains(cell.Statements, k) {
		return errors.New("look at the sentence that says it first: only what was seen can be accepted")
	}
	return nil
}

// codeDone says that a coder is through with a report.
func (d *Desk) codeDone(w http.ResponseWriter, r *http.Request) {
	book, err := bookOf(r)
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	why := draftWhy
	if r.PostFormValue("blind") == "1" {
		why = blindWhy
	}
	document := r.PostFormValue("document")
	if err := d.record(r, annals.Judgement{Left: snapshot.DocumentKey(document), Verdict: annals.Coded, Field: book.Name, Value: "done", Why: why}); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	q := url.Values{"after": {document}, "codebook": {book.Name}}
	if why == blindWhy {
		q.Set("blind", "1")
	}
	http.Redirect(w, r, "/coding/next?"+q.Encode(), http.StatusSeeOther)
}

// next leads to the report that a coder should look at next: what is assigned to
// them first, then what others have not coded, the most contradicted first.
func (d *Desk) next(w http.ResponseWriter, r *http.Request) {
	s, name := d.snapshot(r), d.visitor(r).name
	after := r.URL.Query().Get("after")
	best, most := -1, -1
	for i := range s.Documents {
		x := &s.Documents[i]
		if x.ID == after || x.Relevance == annals.Irrelevant || !s.Account.Documents[i].Counts() || slices.Contains(x.Coders, name) || len(s.EventsIn(i)) == 0 {
			continue
		}
		if doubt := d.doubt(s, i, name); doubt > most {
			best, most = i, doubt
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

// assignedFirst puts what is assigned to a coder before all else.
const assignedFirst = 1 << 20

// doubt is how much a report calls for a coder.
func (d *Desk) doubt(s *snapshot.Snapshot, document int, name string) int {
	n := 0
	if s.Documents[document].Assigned == name {
		n += assignedFirst
	}
	for _, e := range s.EventsIn(document) {
		n += 1 + 10*s.Events[e].Conflicts
	}
	return n
}

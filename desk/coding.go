package desk

import (
	"fmt"
	"net/http"
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
	Doubtful  *doubtful        // the item of the review queue that led here; nil when none did
	Waiting   int              // how many items the queue has
}

// codingRow is one event of the report as a line of the codebook.
type codingRow struct {
	Event snapshot.Event
	Key   string
	Asked bool // the doubtful item is about it
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
	asked := map[int]bool{}
	if !p.Blind { // what is doubtful is what annals made of it, which blind coding is not to know
		p.Doubtful, p.Waiting = d.doubtful(r), len(d.keeper.current.Load().queue())
		asked = p.Doubtful.events(s)
	}
	for _, e := range s.EventsIn(i) {
		row, ok := book.RowOf(s.Account, e)
		if !ok {
			p.Without = append(p.Without, s.Events[e])
			continue
		}
		line := codingRow{s.Events[e], row.Key.String(), asked[e], p.cells(s, book, &row, id, mine)}
		if p.Blind {
			line.Event = s.Blind(e, i)
		}
		p.Rows = append(p.Rows, line)
	}
	if p.Blind {
		p.plain()
	}
	slices.SortStableFunc(p.Rows, func(x, y codingRow) int {
		switch {
		case x.Asked && !y.Asked:
			return -1
		case y.Asked && !x.Asked:
			return 1
		}
		return 0
	})
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

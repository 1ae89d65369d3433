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
			coded.Why += seenIn + e
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

// seenIn leads, in the reason of a judgement, to the statement whose sentence was
// before the coder.
const seenIn = ", seen in "

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

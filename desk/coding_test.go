package desk

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestCoding(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	book := "acled"
	first, body := b.get("/coding/next")
	check(t, "what comes next", first.StatusCode, http.StatusSeeOther)
	check(t, "a body of redirect", strings.Contains(body, "/coding?"), true)
	document, row, column, value, statement := codable(t, d, book)

	cell := func(form url.Values) (int, string) {
		form.Set("codebook", book)
		form.Set("left", row)
		form.Set("column", column)
		answer, body := b.post("/coding/cell", form)
		return answer.StatusCode, body
	}
	code, _ := cell(url.Values{"act": {"accept"}, "value": {value}})
	check(t, "accepting unseen", code, http.StatusBadRequest)
	code, _ = cell(url.Values{"act": {"accept"}, "value": {value}, "evidence": {s.Account.Reading(0).Statements[0].ID + "x"}})
	check(t, "accepting with another sentence", code, http.StatusBadRequest)
	code, _ = cell(url.Values{"act": {"accept"}, "value": {value + "9"}, "evidence": {statement}})
	check(t, "accepting what is not shown", code, http.StatusBadRequest)
	code, body = cell(url.Values{"act": {"accept"}, "value": {value}, "evidence": {statement}})
	check(t, "accepting with the sentence in view: "+clip(body, 80), code, http.StatusSeeOther)
	code, _ = cell(url.Values{"act": {"correct"}, "value": {"4711"}})
	check(t, "correcting", code, http.StatusSeeOther)
	_, body = b.get("/coding?document=" + url.QueryEscape(document))
	check(t, "the correction is shown", strings.Contains(body, `value="4711"`), true)
	_, body = b.get("/coding?blind=1&document=" + url.QueryEscape(document))
	check(t, "blind coding shows neither draft nor correction", strings.Contains(body, `value="4711"`), false)
	_, sheet := b.get("/export/" + book + "/sheet")
	check(t, "the sheet has it", strings.Contains(sheet, "4711"), true)

	answer, _ := b.post("/coding/done", url.Values{"document": {document}, "codebook": {book}})
	check(t, "through", answer.StatusCode, http.StatusSeeOther)
	_, body = b.get("/inbox?stage=coded")
	check(t, "the inbox knows", strings.Contains(body, url.QueryEscape(document)) || strings.Contains(body, document), true)

	b.post("/login", url.Values{"name": {"second"}})
	code, _ = cell(url.Values{"act": {"correct"}, "value": {"4712"}, "blind": {"1"}})
	check(t, "a second coder", code, http.StatusSeeOther)
	_, body = b.get("/adjudicate")
	check(t, "who differ are adjudicated", strings.Contains(body, "4711") && strings.Contains(body, "4712"), true)
	b.post("/adjudicate", url.Values{"left": {row}, "field": {book + "/" + column}, "value": {"4712"}})
	_, body = b.get("/adjudicate")
	check(t, "what is settled is no longer asked", strings.Contains(body, "Nobody differs"), true)

	changed := strings.ReplaceAll(sheet, "4711", "4713")
	_, body = b.upload("/coding/sheet", "sheet", "back.csv", changed, url.Values{"act": {"look"}})
	check(t, "a look at a sheet tells what it changes", strings.Contains(body, "4713") && !strings.Contains(body, "kept"), true)
	_, body = b.upload("/coding/sheet", "sheet", "back.csv", changed, url.Values{"act": {"keep"}})
	check(t, "a sheet comes back", strings.Contains(body, "1 judgement kept"), true)
}

// codable finds a number of a codebook's rows that stands on a sentence.
func codable(t *testing.T, d *Desk, name string) (document, row, column, value, statement string) {
	t.Helper()
	s := d.keeper.current.Load().coder
	r := httptest.NewRequest(http.MethodGet, "/coding?codebook="+name, nil)
	book, err := bookOf(r)
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Documents {
		for _, e := range s.EventsIn(i) {
			x, ok := book.RowOf(s.Account, e)
			if !ok {
				continue
			}
			for c, cell := range x.Cells {
				if book.Columns[c].Name == "fatalities" && len(cell.Statements) > 0 {
					return s.Documents[i].ID, x.Key.String(), book.Columns[c].Name, cell.Value, s.Account.Statement(cell.Statements[0]).ID
				}
			}
		}
	}
	t.Fatal("no row has a number")
	return
}

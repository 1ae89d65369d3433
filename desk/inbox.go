package desk

import (
	"net/http"
	"slices"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/review"
)

// inboxAPage keeps a page whose rows each hold several forms under 50 KB.
const inboxAPage = 25

// How a coded value came about, at the head of a judgement's reason: agreement is
// counted apart for what was coded with and without a draft.
const (
	blindWhy       = "coded blind"
	draftWhy       = "coded from the draft"
	adjudicatedWhy = "adjudicated"
)

// stages are how far a report has come on its way through the inbox.
var stages = []string{"new", "relevant", "assigned", "coded", "second-coded", "irrelevant"}

// stage is how far a report has come.
func stage(x *snapshot.Document) string {
	switch {
	case x.Relevance == annals.Irrelevant:
		return "irrelevant"
	case len(x.Coders) > 1:
		return "second-coded"
	case len(x.Coders) == 1:
		return "coded"
	case x.Assigned != "":
		return "assigned"
	case x.Relevance == annals.Relevant:
		return "relevant"
	}
	return "new"
}

// inboxRow is a report on its way.
type inboxRow struct {
	snapshot.Document
	Stage string
}

// inbox lists the reports with how far each has come.
func (d *Desk) inbox(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	want, who := r.URL.Query().Get("stage"), r.URL.Query().Get("coder")
	counts := map[string]int{}
	all := []int{}
	for i := range s.Documents {
		x := &s.Documents[i]
		at := stage(x)
		counts[at]++
		if (want == "" || at == want) && (who == "" || x.Assigned == who || slices.Contains(x.Coders, who)) {
			all = append(all, i)
		}
	}
	rows, p := pagedBy(r, all, inboxAPage)
	var out []inboxRow
	for _, i := range rows {
		out = append(out, inboxRow{s.Documents[i], stage(&s.Documents[i])})
	}
	facets := []snapshot.Facet{}
	for _, at := range stages {
		facets = append(facets, snapshot.Facet{Value: at, Count: counts[at]})
	}
	d.show(w, r, http.StatusOK, "inbox", page{Title: "Inbox", Section: "inbox", Snapshot: s,
		Data: map[string]any{"Rows": out, "Pager": p, "Stages": facets, "Stage": want, "Coder": who, "Coders": d.coderNames(s), "Waiting": len(d.keeper.current.Load().queue())}})
}

// coderNames are those who may code, and those who have.
func (d *Desk) coderNames(s *snapshot.Snapshot) []string {
	names := map[string]bool{}
	for _, u := range d.options.Users.Users {
		names[u.Name] = u.Role == "coder"
	}
	for _, j := range s.Log {
		if j.By != "annals" && j.By != "" {
			names[j.By] = true
		}
	}
	var out []string
	for name, codes := range names {
		if codes {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// coded is one value with all who coded it.
type coded struct {
	Key, Field string
	Event      snapshot.Link
	Values     []codedValue
	Settled    string // what was decided
	By         string // by whom
}

type codedValue struct {
	By, Value string
	Blind     bool
}

// doubles are the cells that two coders or more have coded, by their key and field.
func doubles(s *snapshot.Snapshot) []coded {
	at := map[string]int{}
	var out []coded
	for _, j := range s.Standing {
		if j.Verdict != annals.Coded || !strings.Contains(j.Field, "/") {
			continue
		}
		id := j.Left + " " + j.Field
		n, ok := at[id]
		if !ok {
			n = len(out)
			at[id] = n
			out = append(out, coded{Key: j.Left, Field: j.Field})
		}
		out[n].take(j)
	}
	out = slices.DeleteFunc(out, func(c coded) bool { return len(c.Values) < 2 })
	for i := range out {
		out[i].Event = s.Named(out[i].Key)
	}
	return out
}

// take adds a judgement; a coder's later one replaces the earlier.
func (c *coded) take(j annals.Judgement) {
	if strings.HasPrefix(j.Why, adjudicatedWhy) {
		c.Settled, c.By = j.Value, j.By
		return
	}
	c.Values = slices.DeleteFunc(c.Values, func(v codedValue) bool { return v.By == j.By })
	c.Values = append(c.Values, codedValue{j.By, j.Value, strings.HasPrefix(j.Why, blindWhy)})
}

// disagree says whether coders gave different values.
func (c *coded) disagree() bool {
	for _, v := range c.Values[1:] {
		if v.Value != c.Values[0].Value {
			return true
		}
	}
	return false
}

// agreement is how far coders agree on the cells that they coded in one way.
type agreement struct {
	Way          string
	Cells, Agree int
	Alpha        float64
	HasAlpha     bool
}

// agreementOf counts agreement for cells coded blind, or from the draft. A cell
// counts for a way when two coders coded it so.
func agreementOf(all []coded, way string, blind bool) agreement {
	out := agreement{Way: way}
	var units [][]string
	for _, c := range all {
		var values []string
		for _, v := range c.Values {
			if v.Blind == blind {
				values = append(values, v.Value)
			}
		}
		if len(values) < 2 {
			continue
		}
		out.Cells++
		if !slices.ContainsFunc(values, func(v string) bool { return v != values[0] }) {
			out.Agree++
		}
		units = append(units, values)
	}
	out.Alpha, _, out.HasAlpha = review.Alpha(units)
	return out
}

// adjudicate lists where coders differ, and how far they agree.
func (d *Desk) adjudicate(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	all := doubles(s)
	differ := []int{}
	for i := range all {
		if all[i].disagree() && (all[i].By == "" || r.URL.Query().Get("settled") == "1") {
			differ = append(differ, i)
		}
	}
	rows, p := paged(r, differ)
	d.show(w, r, http.StatusOK, "adjudicate", page{Title: "Adjudication", Section: "inbox", Snapshot: s, Data: map[string]any{
		"Rows": pick(all, rows), "Pager": p, "Agreement": []agreement{agreementOf(all, "blind", true), agreementOf(all, "from the draft", false)}}})
}

// settle keeps what an adjudicator decides of one cell.
func (d *Desk) settle(w http.ResponseWriter, r *http.Request) {
	value := r.PostFormValue("value")
	if other := strings.TrimSpace(r.PostFormValue("other")); other != "" {
		value = other
	}
	why := adjudicatedWhy
	if more := strings.TrimSpace(r.PostFormValue("why")); more != "" {
		why += ": " + more
	}
	err := d.record(r, annals.Judgement{Left: r.PostFormValue("left"), Verdict: annals.Coded, Field: r.PostFormValue("field"), Value: value, Why: why})
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	http.Redirect(w, r, "/adjudicate", http.StatusSeeOther)
}

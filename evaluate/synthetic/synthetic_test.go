package synthetic_test

import (
	"reflect"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/synthetic"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/resolve"
)

// TestWorld wants readings whose spans fit, that come out the same each time, and
// in which there is something to join and to tell.
func TestWorld(t *testing.T) {
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	const reports = 400
	w, again := synthetic.New(reports, g), synthetic.New(reports, g)
	var readings []*annals.Reading
	ids := map[string]bool{}
	named, ties, claims := 0, 0, 0
	for n := range reports {
		r := w.Reading(n)
		if n%7 == 0 && !reflect.DeepEqual(r, again.Reading(n)) {
			t.Fatalf("report %d differs the second time", n)
		}
		for _, m := range r.Mentions {
			if m.In(r.Document.Text) != m.Text {
				t.Fatalf("report %d: a mention of %q stands at %q", n, m.Text, m.In(r.Document.Text))
			}
		}
		for _, s := range r.Statements {
			if ids[s.ID] || s.Evidence[0].Text == "" {
				t.Fatalf("report %d: statement %s is twice or empty", n, s.ID)
			}
			ids[s.ID] = true
		}
		for _, x := range r.Relations {
			if x.In(r.Document.Text) != x.Text || x.Time == 0 || x.From == x.To {
				t.Fatalf("report %d: a relation is told by %q as %q", n, x.In(r.Document.Text), x.Text)
			}
		}
		named, ties, claims = named+len(r.Entities), ties+len(r.Relations), claims+len(r.Claims)
		readings = append(readings, r)
	}
	res := resolve.Resolve(readings, nil, nil)
	if mentions := len(ids); len(res.Groups) < reports/20 || len(res.Actors) > named/5 || len(res.Events) > mentions/4 {
		t.Errorf("%d groups of copies, %d actors, %d events of %d statements: too little to join", len(res.Groups), len(res.Actors), len(res.Events), mentions)
	}
	if ties < reports/5 || claims < reports {
		t.Errorf("%d relations and %d claims in %d reports: too little is said", ties, claims, reports)
	}
	t.Logf("%d groups of copies, %d actors, %d events", len(res.Groups), len(res.Actors), len(res.Events))
}

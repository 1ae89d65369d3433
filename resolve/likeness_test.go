package resolve

import (
	"fmt"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve/scorer"
)

// TestTellingWeights wants a weight for every reason that can be given.
func TestTellingWeights(t *testing.T) {
	w := tellingWeights()
	for _, name := range []string{scorer.Always, "same day", "a day apart", "times overlap", "same town", "same facility", "same province",
		"like site", "other site", "same country", "same actor", "other actor", "same victim or target", "same means", "like toll"} {
		if w[name] == 0 {
			t.Errorf("%q weighs nothing", name)
		}
	}
}

func TestCompareTellings(t *testing.T) {
	kabul := &annals.Place{Name: "Kabul", Country: "AF", Admin1: "13", Precision: annals.Settlement}
	at := func(day int, place *annals.Place, actor int) *telling {
		x := &telling{typ: "ASSAULT", place: place, when: interval{first: day, last: day, known: true}, actors: map[int]bool{}}
		if actor > 0 {
			x.actors[actor] = true
		}
		return x
	}
	of := func(x *telling, several bool, killed float64) *telling {
		x.several, x.killed = several, &killed
		return x
	}
	in := func(x *telling, site string) *telling {
		x.site = site
		return x
	}
	tests := []struct {
		name string
		a, b *telling
		is   fit
		why  string
	}{
		{"day and town", at(1, kabul, 0), at(1, kabul, 0), one, "same day, same town"},
		{"town and the next day", at(1, kabul, 0), at(2, kabul, 0), unlike, "same town, a day apart"},
		{"and the actor", at(1, kabul, 7), at(2, kabul, 7), one, "same town, same actor, a day apart"},
		{"another actor", at(1, kabul, 7), at(1, kabul, 8), unlike, "same day, same town, but other actor"},
		{"three bombings, and a bombing of fewer dead", of(at(1, kabul, 0), true, 31), of(at(1, kabul, 0), false, 9), part, "same day, same town"},
		{"three bombings, and as many dead of one", of(at(1, kabul, 0), true, 31), of(at(1, kabul, 0), false, 30), one, "same day, same town, like toll"},
		{"a market and a mosque", in(at(1, kabul, 0), "vegetable market"), in(at(1, kabul, 0), "mosque"), unlike, "same day, same town, but other site"},
		{"a market told shorter", in(at(1, kabul, 0), "vegetable market"), in(at(1, kabul, 0), "market"), one, "same day, same town, like site"},
		{"another week", at(1, kabul, 7), at(8, kabul, 7), unlike, ""},
	}
	for _, test := range tests {
		if _, why, is := compareTellings(test.a, test.b); is != test.is || why != test.why {
			t.Errorf("%s: fit %v (%s), want %v (%s)", test.name, is, why, test.is, test.why)
		}
	}
}

func TestIncidents(t *testing.T) {
	reading := func(text, published string) *annals.Reading {
		return &annals.Reading{Document: &annals.Document{Text: text, Published: &annals.Published{EDTF: published}}}
	}
	tests := []struct {
		name     string
		readings []*annals.Reading
		want     int // number of incidents
	}{
		{"one attack told twice, and another", []*annals.Reading{
			reading("Gunmen stormed the Norvik mill and shot the miller Anders Holt on Monday.", "2020-01-06"),
			reading("The miller Anders Holt was shot when gunmen came to the mill of Norvik.", "2020-01-07"),
			reading("Rains flooded the Selby road, and ferries stopped for a week.", "2020-01-07"),
			reading("Ferries stopped and rains flooded the road to Selby this week.", "2020-01-08")}, 2},
		{"years apart", []*annals.Reading{
			reading("Gunmen stormed the Norvik mill and shot the miller.", "2010-01-06"),
			reading("Gunmen stormed the Norvik mill and shot the miller.", "2020-01-06"),
			reading("Rains flooded the Selby road.", "2020-01-06")}, 3},
		{"nothing to read", []*annals.Reading{reading("", ""), reading("…", "")}, 2},
	}
	var others []*annals.Reading // each of a matter of its own
	for i := range leastReports {
		others = append(others, reading(fmt.Sprintf("the alpha%d beta%d gamma%d", i, i, i), ""))
	}
	for _, test := range tests {
		if got := Incidents(append(test.readings, others...)); len(got)-len(others) != test.want {
			t.Errorf("%s: %v, want %d incidents", test.name, got, test.want)
		}
	}
}

func TestShared(t *testing.T) {
	const taken = "armed riders burned several granaries"
	left, right := newReport("a", "Early on "+taken+" near Tarn."), newReport("b", "It is said that "+taken+" by night.")
	r := Resolve([]*annals.Reading{left.Reading, right.Reading}, nil, nil)
	got := r.Shared(0, 1)
	if len(got) != 1 || got[0].Left.In(left.Document.Text) != taken || got[0].Right.In(right.Document.Text) != taken || got[0].Words != 5 {
		t.Errorf("shared %+v, want %q on both sides", got, taken)
	}
}

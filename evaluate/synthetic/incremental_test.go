package synthetic_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/synthetic"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/resolve"
)

// groups sorts things by what they belong to, so that two partitions can be held
// against each other.
type groups map[any][]string

func (g groups) put(of any, thing string) { g[of] = append(g[of], thing) }

func (g groups) list() []string {
	var out []string
	for _, things := range g {
		slices.Sort(things)
		out = append(out, strings.Join(things, " "))
	}
	slices.Sort(out)
	return out
}

// together lists what Resolve finds to be one.
func together(readings []*annals.Reading) map[string][]string {
	r := resolve.Resolve(slices.Clone(readings), nil, nil)
	copies, actors, events := groups{}, groups{}, groups{}
	for i, reading := range r.Readings {
		id := reading.Document.ID[len("sha256:"):][:8]
		of := any(id)
		if g := r.Group(i); g >= 0 {
			of = g
		}
		copies.put(of, id)
		for e := range reading.Entities {
			if a := r.Actor(resolve.EntityKey{Reading: i, Entity: annals.Ref(e + 1)}); a >= 0 {
				actors.put(a, fmt.Sprint(id, "#", e+1))
			}
		}
		for e := range reading.Events {
			events.put(r.Event(resolve.EventKey{Reading: i, Event: annals.Ref(e + 1)}), fmt.Sprint(id, "#", e+1))
		}
	}
	return map[string][]string{"copies": copies.list(), "actors": actors.list(), "events": events.list()}
}

type fataler interface {
	Helper()
	Fatal(args ...any)
}

// oneByOne lists what is found to be one when the readings are added in turn.
func oneByOne(t fataler, readings []*annals.Reading) map[string][]string {
	t.Helper()
	ctx := context.Background()
	ix, shelf := resolve.NewIncremental(nil), resolve.NewMemoryShelf()
	for _, r := range readings {
		if _, err := ix.Add(ctx, shelf, r); err != nil {
			t.Fatal(err)
		}
	}
	copies, actors, events := groups{}, groups{}, groups{}
	for _, r := range readings {
		found, err := ix.Find(ctx, shelf, r.Document.ID)
		if err != nil || found == nil {
			t.Fatal("a report is not found again:", err)
		}
		id := r.Document.ID[len("sha256:"):][:8]
		copies.put(strings.Join(found.Copies, " "), id)
		for ref, a := range found.Actors {
			actors.put(a, fmt.Sprint(id, "#", ref))
		}
		for ref, e := range found.Events {
			events.put(e, fmt.Sprint(id, "#", ref))
		}
	}
	return map[string][]string{"copies": copies.list(), "actors": actors.list(), "events": events.list()}
}

// dense makes a world so small that much falls together: days, places and groups
// few, names that link groups, reports that could tell of either of two attacks.
func dense(t fataler, seed, reports int) []*annals.Reading {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	return synthetic.Dense(seed, reports, g)
}

// fewFormulas is how many reports hold no run of words so often that Resolve takes
// it for a formula.
const fewFormulas = 50

// several makes the later events of a report parts of one of them; 0 of none.
func several(r *annals.Reading, whole int) {
	for i := range r.Events {
		if whole > 0 && i+1 > whole {
			r.Events[i].Links = append(r.Events[i].Links, annals.Link{Type: annals.PartOf, Event: annals.Ref(whole)})
		}
	}
}

// TestOneByOne wants the same outcome of adding reports one after another, in any
// order, as of resolving them at once.
func TestOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readings := dense(t, rapid.IntRange(0, 1<<20).Draw(t, "seed"), rapid.IntRange(2, 70).Draw(t, "reports"))
		for _, r := range readings {
			several(r, rapid.IntRange(0, len(r.Events)).Draw(t, "whole"))
		}
		want := together(readings)
		got := oneByOne(t, rapid.Permutation(readings).Draw(t, "order"))
		if len(readings) > fewFormulas {
			want["copies"] = oneByOne(t, readings)["copies"]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal("one by one differs (-at once +one by one):\n" + diff)
		}
	})
}

// TestOneByOneMany does it with so many that blocks are full.
func TestOneByOneMany(t *testing.T) {
	if testing.Short() {
		t.Skip("adds hundreds of reports several times")
	}
	const reports = 300
	readings := dense(t, 1, reports)
	want := together(readings)
	delete(want, "copies")
	for _, order := range []string{"as it comes", "turned"} {
		got := oneByOne(t, readings)
		if want["copies"] == nil {
			want["copies"] = got["copies"]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: one by one differs (-at once +one by one):\n%s", order, diff)
		}
		slices.Reverse(readings)
	}
}

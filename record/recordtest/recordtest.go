// Package recordtest holds the suite that every store passes.
package recordtest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Run tests a store. open gives an empty one for each test, with a way to damage
// it, and closes it after the test.
func Run(t *testing.T, open func(t *testing.T) (record.Store, Damage)) {
	t.Helper()
	tests := []struct {
		name string
		run  func(t *testing.T, s record.Store)
	}{
		{"a reading comes back as it went in", roundTrip},
		{"the same report twice changes nothing", idempotent},
		{"many are added at once", together},
		{"a revised report is a version of the old", revised},
		{"another reader's reading stands beside the old", reread},
		{"an unknown statement is not found", unknown},
		{"judgements are kept in order", judgements},
		{"one reading is found by its document", one},
		{"every change shows in the revision", revision},
		{"reports are found by their words", search},
		{"a redacted document is gone and stays out", redactWhole},
		{"a redacted name is gone from every reading", redactName},
		{"an empty record and an empty reading", empty},
		{"odd bytes", odd},
		{"a long text", big},
		{"statements of older readings", older},
		{"many readings come by document", pages},
		{"several add at once", concurrent},
		{"adding is interrupted", interrupted},
		{"what belongs together is kept", shelf},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store, _ := open(t)
			test.run(t, store)
		})
	}
	t.Run("damage", func(t *testing.T) { damaged(t, open) })
}

func sample(id, uri, extractor string) *annals.Reading {
	text := "Three died in “X”. 😀"
	value := 3.0
	return &annals.Reading{
		Document: &annals.Document{ID: "sha256:" + id, URI: uri, Text: text, Raw: []byte{0xff, 0, 'a'},
			Published: &annals.Published{EDTF: "2021-08", Basis: []string{"dateline"}}},
		Annotations: annals.Annotations{Figures: []annals.Figure{{Span: annals.Span{Start: 0, End: 10}, Measure: annals.Killed, Value: &value}}},
		Sentences:   []annals.Span{{Start: 0, End: len(text)}},
		Extractor:   extractor,
		Statements: []annals.Statement{{ID: "sha256:s" + id + extractor, Document: "sha256:" + id, About: annals.AboutFigure, Ref: 1,
			Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 10}, Text: text[:10]}},
			Proof:    map[string]annals.Proof{"number": {Verdict: annals.Stated}}, Extractor: extractor}},
	}
}

func add(t *testing.T, s record.Store, r *annals.Reading, want record.Outcome) {
	t.Helper()
	got, err := s.Add(context.Background(), r)
	if err != nil || got != want {
		t.Fatalf("Add: outcome %d, error %v; want outcome %d", got, err, want)
	}
}

func all(t *testing.T, s record.Store) []*annals.Reading {
	t.Helper()
	var out []*annals.Reading
	for r, err := range s.Readings(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func roundTrip(t *testing.T, s record.Store) {
	b, a := sample("b", "b.txt", "annals 1"), sample("a", "a.txt", "annals 1")
	add(t, s, b, record.Added)
	add(t, s, a, record.Added)
	if diff := cmp.Diff([]*annals.Reading{a, b}, all(t, s)); diff != "" {
		t.Errorf("readings differ (-added +read):\n%s", diff)
	}
	r, ref, err := s.Statement(context.Background(), b.Statements[0].ID)
	if err != nil || ref != 1 || r.Document.ID != b.Document.ID {
		t.Errorf("Statement gave %v, %d, %v", r, ref, err)
	}
}

func idempotent(t *testing.T, s record.Store) {
	add(t, s, sample("a", "a.txt", "annals 1"), record.Added)
	add(t, s, sample("a", "a.txt", "annals 1"), record.Unchanged)
	if n := len(all(t, s)); n != 1 {
		t.Errorf("%d readings, want 1", n)
	}
	if has, err := s.Has(context.Background(), "sha256:a", "annals 1"); !has || err != nil {
		t.Errorf("Has = %v, %v", has, err)
	}
}

func together(t *testing.T, s record.Store) {
	ctx := context.Background()
	a, b := sample("a", "a.txt", "annals 1"), sample("b", "b.txt", "annals 1")
	add(t, s, a, record.Added)
	for _, want := range [][]record.Outcome{{record.Unchanged, record.Added}, {record.Unchanged, record.Unchanged}} {
		got, err := s.AddAll(ctx, []*annals.Reading{a, b})
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("outcomes, %v (-want +got):\n%s", err, diff)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.AddAll(cancelled, []*annals.Reading{sample("c", "c.txt", "annals 1")}); err == nil {
		t.Error("what was stopped before it began is said to be done")
	}
	if diff := cmp.Diff([]*annals.Reading{a, b}, all(t, s)); diff != "" {
		t.Errorf("readings differ (-added +read):\n%s", diff)
	}
}

func revised(t *testing.T, s record.Store) {
	add(t, s, sample("a", "page", "annals 1"), record.Added)
	add(t, s, sample("b", "page", "annals 1"), record.Revised)
	add(t, s, sample("c", "page", "annals 1"), record.Revised)
	versions, err := s.Versions(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"sha256:b": "sha256:a", "sha256:c": "sha256:b"}
	if diff := cmp.Diff(want, versions); diff != "" {
		t.Errorf("versions differ (-want +got):\n%s", diff)
	}
}

func reread(t *testing.T, s record.Store) {
	add(t, s, sample("a", "a.txt", "annals 1"), record.Added)
	add(t, s, sample("a", "a.txt", "annals 2"), record.Reread)
	got := all(t, s)
	if len(got) != 1 || got[0].Extractor != "annals 2" {
		t.Fatalf("the newest reading is not the one that counts: %v", got)
	}
	old := sample("a", "a.txt", "annals 1").Statements[0].ID
	if r, _, err := s.Statement(context.Background(), old); err != nil || r.Extractor != "annals 1" {
		t.Errorf("the old statement is gone: %v, %v", r, err)
	}
}

func unknown(t *testing.T, s record.Store) {
	if _, _, err := s.Statement(context.Background(), "sha256:nothing"); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
}

func judgements(t *testing.T, s record.Store) {
	first := annals.Judgement{ID: "j2", Left: "a", Right: "b", Verdict: annals.Same, By: "me", Why: "same acronym"}
	second := annals.Judgement{ID: "j1", Left: "a", Right: "b", Verdict: annals.Different, By: "me", Why: "looked again"}
	for _, j := range []annals.Judgement{first, second, first} {
		if err := s.Judge(context.Background(), j); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Judgements(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]annals.Judgement{first, second}, got); diff != "" {
		t.Errorf("judgements differ (-want +got):\n%s", diff)
	}
}

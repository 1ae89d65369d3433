package review

import (
	"errors"
	"fmt"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// small is an account of two reports in which the Red Front attacks Kabul.
func small(log ...annals.Judgement) *account.Account {
	in := account.Input{Judgements: log}
	for i := range 2 {
		r := &annals.Reading{Document: &annals.Document{ID: fmt.Sprintf("sha256:%d", i), Text: "Red Front attacked Kabul"}, Sentences: []annals.Span{{Start: 0, End: 24}}}
		r.Mentions = []annals.Mention{{Span: annals.Span{Start: 0, End: 9}, Text: "Red Front", Form: annals.Name, Kind: annals.ArmedGroup, Entity: 1},
			{Span: annals.Span{Start: 19, End: 24}, Text: "Kabul", Form: annals.Name, Kind: annals.PlaceKind, Place: &annals.Place{Name: "Kabul", Country: "AF", Precision: annals.Settlement}}}
		r.Entities = []annals.Entity{{Name: "Red Front", Kind: annals.ArmedGroup, Mentions: []annals.Ref{1}}}
		r.Events = []annals.Event{{Trigger: annals.Span{Start: 10, End: 18}, Text: "attacked", PLOVER: &annals.PLOVER{Type: "ASSAULT"}, Status: annals.Happened,
			EDTF: "2021-08-26", Place: 2, Confidence: 0.4, Arguments: []annals.Argument{{Role: annals.Actor, Mention: 1}}}}
		r.Statements = []annals.Statement{{ID: fmt.Sprintf("sha256:e%d", i), Document: r.Document.ID, About: annals.AboutEvent, Ref: 1,
			Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 24}}}}}
		in.Readings = append(in.Readings, r)
	}
	return account.Derive(in)
}

func TestFind(t *testing.T) {
	a := small()
	second := annals.Key{Kind: annals.EventKey, Document: "sha256:1", At: 10}
	tests := []struct {
		name, first string // the thing's first key
		keys        int
		err         error
	}{
		{"red front", "actor:sha256:0@0", 2, nil},
		{a.Actors[0].ID, "actor:sha256:0@0", 2, nil},
		{a.Events[0].ID, "event:sha256:0@10", 2, nil},
		{second.Short("x"), second.String(), 2, nil},
		{second.String(), second.String(), 2, nil},
		{"e1", "event:sha256:1@10", 1, nil},
		{"B", "document:sha256:1", 1, nil},
		{"e", "", 0, ErrAmbiguous},
		{"nobody", "", 0, ErrNotFound},
		{"event:sha256:1@2", "", 0, ErrNotFound},
		{"", "", 0, ErrNotFound},
	}
	for _, test := range tests {
		got, err := Find(a, test.name)
		if !errors.Is(err, test.err) || len(got.Keys) != test.keys || test.keys > 0 && got.Keys[0].String() != test.first {
			t.Errorf("%q leads to %v, %v; want %d keys from %s, %v", test.name, got.Keys, err, test.keys, test.first, test.err)
		}
	}
}

// TestQueue wants a doubtful event to wait until a person has judged all of it.
func TestQueue(t *testing.T) {
	waits := func(log ...annals.Judgement) bool {
		for _, x := range Queue(small(log...)) {
			if x.Kind == DoubtfulEvent {
				return true
			}
		}
		return false
	}
	accept := func(document string) annals.Judgement {
		key := resolve.KeyOf(small().Reading(0), annals.EventKey, 1)
		key.Document = document
		return annals.NewJudgement(annals.Judgement{Left: key.String(), Verdict: annals.Accepted, By: "Maryam"})
	}
	if !waits() || !waits(accept("sha256:0")) {
		t.Error("an event that nobody judged, or half of one, does not wait")
	}
	if waits(accept("sha256:0"), accept("sha256:1")) {
		t.Error("an event waits though all of it was judged")
	}
}

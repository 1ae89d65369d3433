package annals_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals"
)

// TestStanding withdraws judgements, and withdrawals.
func TestStanding(t *testing.T) {
	at := time.Date(2021, 9, 1, 12, 0, 0, 0, time.UTC)
	judge := func(left, verdict string) annals.Judgement {
		at = at.Add(time.Second)
		return annals.NewJudgement(annals.Judgement{Left: left, Right: "b", Verdict: verdict, By: "me", At: at})
	}
	merge := judge("a", annals.Same)
	other := judge("c", annals.Same)
	undo := judge(merge.ID, annals.Withdrawn)
	redo := judge(undo.ID, annals.Withdrawn)
	again := judge(redo.ID, annals.Withdrawn)
	tests := []struct {
		name string
		log  []annals.Judgement
		want []annals.Judgement
	}{
		{"nothing undone", []annals.Judgement{merge, other}, []annals.Judgement{merge, other}},
		{"one undone", []annals.Judgement{merge, other, undo}, []annals.Judgement{other}},
		{"undone and done again", []annals.Judgement{merge, undo, other, redo}, []annals.Judgement{merge, other}},
		{"undone a second time", []annals.Judgement{merge, undo, redo, again}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, annals.Standing(test.log)); diff != "" {
				t.Errorf("standing judgements differ (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzKey holds that a key survives being written and read.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"event:sha256:ab@120", "document:sha256:ab", "actor:x@y@3", "actor:@-1", "", "event:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, err := annals.ParseKey(s)
		if err != nil {
			return
		}
		back, err := annals.ParseKey(k.String())
		if err != nil || back != k {
			t.Errorf("%q read as %+v, written %q, read as %+v, %v", s, k, k, back, err)
		}
	})
}

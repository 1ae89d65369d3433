package review

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/annals-project/annals"
)

// units reads one line a coder, "." for a value that is missing.
func units(coders ...string) [][]string {
	var out [][]string
	for _, line := range coders {
		for i, v := range strings.Fields(line) {
			for len(out) <= i {
				out = append(out, nil)
			}
			if v != "." {
				out[i] = append(out[i], v)
			}
		}
	}
	return out
}

// TestAlpha holds alpha to the worked examples A, B and C of Krippendorff,
// Computing Krippendorff's Alpha-Reliability (2011), and to cases counted by
// hand.
func TestAlpha(t *testing.T) {
	tests := []struct {
		name  string
		units [][]string
		alpha float64
		items int
		known bool
	}{
		{"two coders, two values", units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095, 10, true},
		{"two coders, five values", units("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692, 12, true},
		{"four coders, values missing", units("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."), 0.743, 11, true},
		{"agree throughout", units("a b a", "a b a"), 1, 3, true},
		{"one value only", units("a a", "a a"), 0, 2, false},
		// Two units, four values: disagreement 4, expected 2·2+2·2 = 8: 1 − 3·4/8.
		{"never agree", units("a b", "b a"), -0.5, 2, true},
		{"nothing to compare", units("a b .", ". . c"), 0, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			alpha, items, known := Alpha(test.units)
			if math.Abs(alpha-test.alpha) > 0.0005 || items != test.items || known != test.known {
				t.Errorf("alpha %.4f of %d, known %v; want %.3f of %d, %v", alpha, items, known, test.alpha, test.items, test.known)
			}
		})
	}
}

func TestAgreements(t *testing.T) {
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	var log []annals.Judgement
	say := func(by, verdict, left, right string) {
		at = at.Add(time.Second)
		log = append(log, annals.NewJudgement(annals.Judgement{By: by, Verdict: verdict, Left: left, Right: right, At: at}))
	}
	say("A", annals.Same, "actor:x@1", "actor:y@1")
	say("B", annals.Same, "actor:y@1", "actor:x@1") // the same pair
	say("A", annals.Different, "actor:x@1", "actor:z@1")
	say("B", annals.Same, "actor:x@1", "actor:z@1")
	say("B", annals.Different, "actor:x@1", "actor:z@1") // B thought again
	say("A", annals.Accepted, "event:x@1", "")
	say("B", annals.Rejected, "event:x@1", "")
	say(annals.ByAnnals, annals.Rejected, "event:x@1", "")
	got := Agreements(log)
	if len(got) != 2 || got[0].Family != "actor pairs" || got[0].Items != 2 || got[0].Alpha != 1 ||
		got[1].Family != "event accepted" || got[1].Items != 1 || got[1].Alpha != 0 {
		t.Errorf("agreements %+v", got)
	}
}

func TestUnion(t *testing.T) {
	mine := annals.NewJudgement(annals.Judgement{Left: "a", Verdict: annals.Rated, Value: "A", By: "A"})
	theirs := annals.NewJudgement(annals.Judgement{Left: "a", Verdict: annals.Rated, Value: "B", By: "B"})
	added, err := Union([]annals.Judgement{mine}, []annals.Judgement{theirs, mine, theirs})
	if err != nil || len(added) != 1 || added[0].ID != theirs.ID {
		t.Errorf("added %v, %v", added, err)
	}
	theirs.Value = "F"
	if _, err := Union(nil, []annals.Judgement{theirs}); err == nil {
		t.Error("a judgement that was changed is taken in")
	}
}

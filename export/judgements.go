package export

import (
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// wireReuse is a run of words that two reports share without being copies.
type wireReuse struct {
	Left  wireEvidence `json:"left"`
	Right wireEvidence `json:"right"`
	Words int          `json:"words"`
}

type wireJudgement struct {
	ID      string `json:"id"`
	Left    string `json:"left"`
	Right   string `json:"right"`
	Verdict string `json:"verdict"`
	By      string `json:"by"`
	Why     string `json:"why"`
	At      string `json:"at,omitempty"`
}

// wireReview is a judgement about one thing, or about another judgement.
type wireReview struct {
	ID      string `json:"id"`
	Left    string `json:"left"`
	Verdict string `json:"verdict"`
	Field   string `json:"field,omitempty"`
	Value   string `json:"value,omitempty"`
	By      string `json:"by"`
	Why     string `json:"why"`
	At      string `json:"at,omitempty"`
}

// judged lists all judgements, withdrawn ones too: of two things, first those of
// persons and then those of annals; and of one thing.
func (w *recordWriter) judged() (judgements []wireJudgement, reviews []wireReview) {
	judgements, reviews = []wireJudgement{}, []wireReview{}
	for i := range w.Resolution.Judgements {
		j := &w.Resolution.Judgements[i]
		switch j.Verdict {
		case annals.Same, annals.Different, annals.Unsure:
			judgements = append(judgements, wireJudgementOf(j))
		default:
			reviews = append(reviews, wireReview{ID: j.ID, Left: j.Left, Verdict: j.Verdict, Field: j.Field, Value: j.Value, By: j.By, Why: j.Why, At: moment(j.At)})
		}
	}
	for i := range w.Resolution.Decisions {
		if d := &w.Resolution.Decisions[i]; w.shown(d) {
			j := w.Resolution.Judgement(d)
			judgements = append(judgements, wireJudgementOf(&j))
		}
	}
	return judgements, reviews
}

// shown says whether a decision is about what the account shows: nothing is told
// of private people.
func (w *recordWriter) shown(d *resolve.Decision) bool {
	if d.Kind != annals.ActorKey {
		return true
	}
	return w.ActorOf(resolve.EntityKey{Reading: d.Left.Reading, Entity: d.Left.Ref}) >= 0 &&
		w.ActorOf(resolve.EntityKey{Reading: d.Right.Reading, Entity: d.Right.Ref}) >= 0
}

func wireJudgementOf(j *annals.Judgement) wireJudgement {
	return wireJudgement{ID: j.ID, Left: j.Left, Right: j.Right, Verdict: j.Verdict, By: j.By, Why: j.Why, At: moment(j.At)}
}

// moment is a time as the wire has it; "" for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func (w *recordWriter) reuse(x *resolve.Reuse) wireReuse {
	return wireReuse{Left: w.passage(x.Left), Right: w.passage(x.Right), Words: x.Words}
}

func (w *recordWriter) passage(p resolve.Passage) wireEvidence {
	return wireEvidence{w.Reading(p.Reading).Document.ID, w.reports[p.Reading].span(p.Span)}
}

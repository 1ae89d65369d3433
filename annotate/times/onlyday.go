package times

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// shortReport is the most sentences of a report that is taken to tell of one day
// when it names but one.
const shortReport = 16

// onlyDay is the time of a short report that names one day alone, where a sentence
// before s names it: a press release that says "yesterday" once tells of yesterday.
func (w *when) onlyDay(s int, trigger annals.Span) Assignment {
	if len(w.t.Sentences) > shortReport || w.otherOperation(s) {
		return Assignment{}
	}
	only, day := annals.Ref(0), ""
	for k := range w.d.Times {
		t := &w.d.Times[k]
		if t.EDTF == "" || t.Dateline || t.Type == "SET" {
			continue
		}
		v, err := edtf.Parse(t.EDTF)
		if err != nil || w.afterPublication(v) {
			return Assignment{}
		}
		if v.Precision() > edtf.Day {
			continue // a month or year is no other day
		}
		from, known := v.Earliest()
		if !known || day != "" && day != from.Format("2006-01-02") {
			return Assignment{}
		}
		day = from.Format("2006-01-02")
		if only == 0 && w.dates(t) && !w.ofSaying(t) {
			only = annals.Ref(k + 1)
		}
	}
	if only == 0 || w.aftermath("aftermath", only, w.t.TokenAt(trigger.Start)) || w.t.SentenceAt(w.d.Times[only-1].Start) >= s {
		return Assignment{}
	}
	return w.assign(only, OnlyDay)
}

// otherOperation says whether sentence s tells of an operation that was not told of
// before: "a raid".
func (w *when) otherOperation(s int) bool {
	for i := w.t.Sentences[s].First; i < w.t.Sentences[s].Last; i++ {
		if isCue("operation", w.t.Tokens[i].Lemma) && !w.pointsBack(i) {
			return true
		}
	}
	return false
}

// ofSaying says whether a time stands beside a verb of saying: "said on Sunday".
func (w *when) ofSaying(t *annals.Time) bool {
	first, last := w.t.Covering(t.Start, t.End)
	for i := max(0, first-2); i < min(last+1, len(w.t.Tokens)); i++ {
		if (i < first || i >= last) && isCue("reporting", w.t.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

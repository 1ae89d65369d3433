package times

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// toldNext is the time of the sentence after s where that does nothing but tell when
// what was told took place: "It happened about 10 p.m. Friday", "The attack occurred
// on 3 May".
func (w *when) toldNext(s int, trigger annals.Span) Assignment {
	next := s + 1
	if next >= len(w.t.Sentences) || isCue("aftermath", w.t.Tokens[w.t.TokenAt(trigger.Start)].Lemma) {
		return Assignment{}
	}
	for i := w.t.Sentences[next].First; i < w.t.Sentences[next].Last; i++ {
		k := &w.t.Tokens[i]
		if k.Dep != "root" || !isCue("happening", k.Lemma) && !w.takesPlace(i) {
			continue
		}
		who := w.t.Child(i, "nsubj")
		if who == text.None || !isCue("it", w.t.Tokens[who].Norm) && !(isCue("operation", w.t.Tokens[who].Lemma) && w.pointsBack(who)) {
			return Assignment{}
		}
		if ref := w.mainTime(next, trigger); ref > 0 {
			return w.assign(ref, ToldNext)
		}
	}
	return Assignment{}
}

// takesPlace says whether a verb is that of "took place".
func (w *when) takesPlace(verb int) bool {
	what := w.t.Child(verb, "obj")
	return w.t.Tokens[verb].Lemma == "take" && what != text.None && w.t.Tokens[what].Norm == "place"
}

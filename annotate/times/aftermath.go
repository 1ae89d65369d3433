package times

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// What follows an act has a day of its own: "arrested Friday for the murder of a
// guard", "was sentenced Wednesday for a robbery", "remained in hospital Sunday after
// being shot". Such a day dates the arrest and not the act, nor what the next
// sentence tells.

// governor is the verb, or the noun at the root, that a time depends on; text.None
// where the text has no heads.
func (w *when) governor(span annals.Span) int {
	first, past := w.t.Covering(span.Start, span.End)
	if first == past || w.t.Tokens[first].Dep == "" {
		return text.None
	}
	i := first
	for range maxClimb {
		head := w.t.Tokens[i].Head
		if (i < first || i >= past) && w.t.Tokens[i].UPOS == text.VERB || head == text.None || head == i {
			return i
		}
		i = head
	}
	return text.None
}

// aftermath says whether a time is that of a verb of the named set of cues, which tells
// what followed an act, and of which trigger is not a part: it dates such verbs alone,
// what is told beside them, and what went on meanwhile.
func (w *when) aftermath(set string, ref annals.Ref, trigger int) bool {
	verb := w.governor(w.d.Times[ref-1].Span)
	if verb == text.None || verb == trigger || !isCue(set, w.t.Tokens[verb].Lemma) || isCue(set, w.t.Tokens[trigger].Lemma) {
		return false
	}
	return w.own(ref, verb) && !w.meanwhile(set, trigger)
}

// own says whether of the times that depend on a verb this one stands nearest to it:
// "confirmed today the capture of a leader in Zabul, June 14" tells of two days.
func (w *when) own(ref annals.Ref, verb int) bool {
	sentence := w.t.Sentences[w.t.SentenceAt(w.t.Tokens[verb].Start)]
	mine := abs(w.t.TokenAt(w.d.Times[ref-1].Start) - verb)
	for _, other := range w.timesIn(annals.Span{Start: sentence.Start, End: sentence.End}) {
		span := w.d.Times[other-1].Span
		if other != ref && w.governor(span) == verb && abs(w.t.TokenAt(span.Start)-verb) < mine {
			return false
		}
	}
	return true
}

// follows says whether a time stands right behind a trigger, with a preposition
// between at most: "after a shooting Saturday", whatever the arcs tie the day to.
func (w *when) follows(trigger int, span annals.Span) bool {
	first := w.t.TokenAt(span.Start)
	if first == trigger+2 && w.t.Tokens[trigger+1].UPOS == text.ADP {
		first--
	}
	return first == trigger+1
}

// meanwhile says whether the way from a trigger up to the first verb of what followed
// ends in an arc that holds both at one time: "arrested two and killed one", "arrested
// while planting a bomb", "arrested during a raid".
func (w *when) meanwhile(set string, trigger int) bool {
	for i := range w.above(trigger) {
		k := &w.t.Tokens[i]
		if k.Head == text.None || !isCue(set, w.t.Tokens[k.Head].Lemma) {
			continue
		}
		return text.DepIs(k.Dep, "conj") || isCue("raid", k.Lemma) || w.led(i, "meanwhile")
	}
	return false
}

// above gives a token and all above it in its sentence.
func (w *when) above(i int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for range maxDepth {
			head := w.t.Tokens[i].Head
			if !yield(i) || head == text.None || head == i {
				return
			}
			i = head
		}
	}
}

// led says whether a preposition or conjunction of the named set of cues leads token i.
func (w *when) led(i int, set string) bool {
	for _, c := range w.t.Children(i) {
		if k := &w.t.Tokens[c]; (k.Dep == "mark" || k.Dep == "case" || text.DepIs(k.Dep, "advmod")) && isCue(set, k.Norm) {
			return true
		}
	}
	return false
}

// OfAftermath says whether a time of a document is that of a verb that tells what
// followed an act: an arrest, a charge, an appearance in court.
func OfAftermath(d *annotate.Document, ref annals.Ref) bool {
	if d.Text == nil {
		return false
	}
	w := when{d: d, t: d.Text}
	verb := w.governor(d.Times[ref-1].Span)
	return verb != text.None && isCue("aftermath", w.t.Tokens[verb].Lemma) && w.own(ref, verb)
}

package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// lot is a word that tells what befell somebody, at tokens at ≤ i < next.
type lot struct {
	at, next int
	trigger
	measure annals.Measure
	none    bool // it tells that this did not befall them
}

func (l lot) finding() finding {
	return finding{measure: l.measure, trigger: l.at, rule: annals.ToldRule}
}

// lots are the measures of what befalls people.
var lots = map[annals.Measure]bool{annals.Killed: true, annals.Injured: true, shot: true, annals.Captured: true, annals.Abducted: true,
	annals.Missing: true, annals.Released: true, annals.Surrendered: true, annals.OtherFigure: true}

// lotAt is the word at token i that tells for sure what befell somebody.
func (r *reading) lotAt(i int) (lot, bool) {
	t, next, ok := r.lotWord(i)
	if !ok || !lots[t.measure] || r.aimedAt(t, next) || !r.tellsLot(t, i, next) {
		return lot{}, false
	}
	l := lot{at: i, next: next, trigger: t, none: r.spared(i)}
	first, _ := r.sentence(i)
	f := r.settle(r.outcome(finding{measure: t.measure, trigger: i, rule: annals.ToldRule, unreal: !l.none && r.unreal(i, first)}, next))
	if e := r.eventAt(i); e != 0 && !l.none && r.d.Events[e-1].Status != annals.Happened {
		return lot{}, false
	}
	l.measure = f.measure
	return l, !f.unreal && (!l.none || hurts(f.measure))
}

// lotWord is the longest trigger that starts at token i, of those as long the one that is a
// noun where it stands as one: "the murder of".
func (r *reading) lotWord(i int) (trigger, int, bool) {
	t, next, ok := r.trigger(i)
	if !ok || r.pos(i) != text.NOUN {
		return t, next, ok
	}
	for _, o := range r.words[i].triggers {
		if at, ok := r.follows(i+1, o.rest); ok && at == next && (o.kind == ofNoun || o.kind == ofPeople) {
			return o, next, true
		}
	}
	return t, next, true
}

// tellsLot says that the words of trigger t, at tokens i to next, tell of something that
// happened once: they are no attempt, purpose or habit, nothing told before the news, and
// no other sense of the word.
func (r *reading) tellsLot(t trigger, i, next int) bool {
	k := &r.t.Tokens[i]
	switch {
	case r.norm(next) == "attempt" || r.norm(i-1) == "attempted",
		r.norm(i-1) == "previously",                                                // "had been previously convicted"
		r.norm(i) == "lives" && t.kind == ofNoun,                                   // "respect the lives of"
		r.norm(next) == "from" && t.measure == annals.Killed && t.kind == onObject, // "eliminated from the cup"
		t.kind == adjective && r.pos(i) == text.VERB,                               // "missing ten games"
		r.norm(i-1) == "to" && t.form&baseForm != 0,                                // "to kill soldiers"
		r.norm(i-1) == "be" && r.norm(i-2) == "to":                                 // "is to be arraigned"
		return false
	}
	if r.t.Sentences[r.t.SentenceOf(i)].Heading {
		return true
	}
	usual := t.kind.takesObject() && (r.norm(i-1) == "is" || r.norm(i-1) == "are")
	return !usual && k.XPOS != "VBZ" && k.XPOS != "VBP"
}

// spared says that what the verb at token i tells is said not to have happened to those it
// tells of: "was not hurt".
func (r *reading) spared(i int) bool {
	for i--; r.is(i, adverb); i-- {
	}
	switch n := r.norm(i); n {
	case "not", "n't", "n’t":
		return strings.HasPrefix(r.norm(i-1), "w") && r.is(i-1, be) // was, were
	}
	return false
}

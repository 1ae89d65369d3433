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
	before := i - 1
	for r.is(before, adverb) && !r.is(before, be) || r.pos(before) == text.ADV {
		before--
	}
	switch n := r.norm(before); {
	case r.norm(next) == "attempt" || n == "attempted",
		r.norm(i-1) == "previously",                                             // "had been previously convicted"
		r.norm(i) == "lives" && t.kind == ofNoun,                                // "respect the lives of"
		strings.HasPrefix(r.norm(i), "eliminat"),                                // from a cup, oftener than from life
		t.kind == adjective && r.pos(i) == text.VERB,                            // "missing ten games"
		n == "to" && t.form&baseForm != 0,                                       // "to kill soldiers"
		n == "be" && r.norm(before-1) == "to",                                   // "is to be arraigned"
		n == "the" && r.norm(before-1) == "to" && r.norm(before-2) == "leading": // "information leading to the arrest of"
		return false
	case r.t.Sentences[r.t.SentenceOf(i)].Heading:
		return true
	case t.kind.takesObject() && (n == "is" || n == "are"):
		return false // "guards are killed in every such raid"
	}
	k := &r.t.Tokens[i]
	return k.XPOS != "VBZ" && k.XPOS != "VBP"
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

// bodiesAt are the dead whose bodies, at token i, are told to have been found: "the bodies
// were recovered". Whose they are is told elsewhere: a body with an owner is left to what
// tells of him.
func (r *reading) bodiesAt(i int) (*quantity, lot, bool) {
	t := &r.t.Tokens[i]
	if !bodies[r.norm(i)] || r.at[i] != nil || r.norm(i+1) == "of" || t.Head == text.None || !found[r.t.Tokens[t.Head].Lemma] {
		return nil, lot{}, false
	}
	if t.Dep != "nsubj:pass" && t.Dep != "obj" {
		return nil, lot{}, false
	}
	l := lot{at: t.Head, next: t.Head + 1, measure: annals.Killed}
	first, _ := r.sentence(t.Head)
	q := r.single(r.phraseStart(i), r.phraseStart(i), i+1, i)
	q.plural, q.found = r.isPlural(i), l.finding()
	return q, l, !r.unreal(t.Head, first) && !r.is(q.first, negative|possessive|pronoun|clause)
}

var (
	bodies = map[string]bool{"body": true, "bodies": true, "corpse": true, "corpses": true}
	found  = map[string]bool{"find": true, "recover": true, "discover": true, "retrieve": true}
)

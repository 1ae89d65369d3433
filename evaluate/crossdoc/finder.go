package crossdoc

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/resolve/scorer"
	"github.com/annals-project/annals/text"
)

// findFrom is the probability from which a word is taken for an event; chosen on
// topics 1-29.
const findFrom = 0.5

// learnFinder learns from the annotated sentences of some topics which words name
// events.
func (o *own) learnFinder(from func(topic int) bool) scorer.Weights {
	var out []scorer.Example
	for i := range o.docs {
		d := &o.docs[i]
		if !from(topicNumber(d)) {
			continue
		}
		named := heads(d, o.read[i].Text)
		for _, token := range candidates(d, o.read[i].Text) {
			out = append(out, scorer.Example{Reasons: signs(o.read[i], d.Tokens[token].Span), Same: named[token] != nil})
		}
	}
	return scorer.Learn(out)
}

// find gives the words of a document that are taken for events. One that matches a
// gold mention has its ID.
func (o *own) find(i int, f scorer.Weights, m matching) []cat.Mention {
	d := &o.docs[i]
	of := map[int]*cat.Mention{} // by token
	for k := range d.Mentions {
		if g := &d.Mentions[k]; g.Event() && g.Annotated && (m == overlap || len(g.Tokens) == 1) {
			for _, t := range g.Tokens {
				of[t] = g
			}
		}
	}
	taken := map[string]bool{}
	var out []cat.Mention
	for _, token := range candidates(d, o.read[i].Text) {
		at := d.Tokens[token].Span
		if 1/(1+math.Exp(-f.Score(signs(o.read[i], at)))) < findFrom {
			continue
		}
		x := cat.Mention{ID: ownID(token), Type: classOf(o.read[i], at), Tokens: []int{token}, Annotated: true}
		if g := of[token]; g != nil && !taken[g.ID] {
			x.ID, taken[g.ID] = g.ID, true
		}
		out = append(out, x)
	}
	return out
}

// candidates are the words of the fully annotated sentences that can name an event.
func candidates(d *cat.Document, t *text.Text) []int {
	var out []int
	for i := range d.Tokens {
		if !d.Complete[d.Tokens[i].Sentence] {
			continue
		}
		switch k := tokenAt(t, d.Tokens[i].Span); {
		case k == nil:
		case k.UPOS == text.VERB, k.UPOS == text.NOUN, k.UPOS == text.PROPN, k.UPOS == text.ADJ, k.UPOS == text.AUX:
			out = append(out, i)
		}
	}
	return out
}

// heads are the annotated events of a document by the token at their head, the one
// that depends on none of their others.
func heads(d *cat.Document, t *text.Text) map[int]*cat.Mention {
	out := map[int]*cat.Mention{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if !m.Event() || !m.Annotated {
			continue
		}
		inside := annals.Span{Start: d.Tokens[m.Tokens[0]].Start, End: d.Tokens[m.Tokens[len(m.Tokens)-1]].End}
		head := m.Tokens[0]
		for _, token := range m.Tokens {
			if k := tokenAt(t, d.Tokens[token].Span); k != nil && (k.Head < 0 || t.Tokens[k.Head].Start < inside.Start || t.Tokens[k.Head].Start >= inside.End) {
				head = token
				break
			}
		}
		out[head] = m
	}
	return out
}

// tokenAt is the token of a reading where a corpus has one; nil where there is none.
func tokenAt(t *text.Text, at annals.Span) *text.Token {
	if i := t.TokenAt(at.Start); i < len(t.Tokens) && t.Tokens[i].Start < at.End {
		return &t.Tokens[i]
	}
	return nil
}

// signs name what speaks for and against a word being an event.
func signs(d *annotate.Document, at annals.Span) []scorer.Reason {
	k := tokenAt(d.Text, at)
	lemma, tag := strings.ToLower(k.Lemma), k.XPOS
	head := "none"
	if k.Head >= 0 {
		head = strings.ToLower(d.Text.Tokens[k.Head].Lemma)
	}
	out := []scorer.Reason{{Name: "word " + lemma, Value: 1}, {Name: "word " + lemma + " as " + tag, Value: 1}, {Name: "tag " + tag + " as " + k.Dep, Value: 1},
		{Name: "ending " + lemma[max(0, len(lemma)-endingBytes):], Value: 1}, {Name: "ending " + lemma[max(0, len(lemma)-endingBytes):] + " as " + tag, Value: 1},
		{Name: k.Dep + " of " + head, Value: 1}, {Name: "read as " + readAs(d, at), Value: 1}}
	for _, c := range d.Text.Children(d.Text.TokenAt(at.Start)) {
		out = append(out, scorer.Reason{Name: "has " + d.Text.Tokens[c].Dep, Value: 1})
	}
	return out
}

// endingBytes is how much of a word its ending is.
const endingBytes = 4

// readAs is what annals reads a word as.
func readAs(d *annotate.Document, at annals.Span) string {
	for i := range d.Events {
		if e := &d.Events[i]; e.Trigger.Overlaps(at) {
			if e.PLOVER == nil {
				return "event"
			}
			return e.PLOVER.Type
		}
	}
	if slices.ContainsFunc(d.Claims, func(c annals.Claim) bool { return c.Cue.Overlaps(at) }) {
		return "cue"
	}
	return "no event"
}

// classOf is the class of event that a word would be annotated with, as far as annals
// reads it.
func classOf(d *annotate.Document, at annals.Span) string {
	if readAs(d, at) == "cue" {
		return "ACTION_REPORTING"
	}
	return "ACTION_OCCURRENCE"
}

// surroundings are the participants, places and times read in a document, as mentions
// of the corpus' kinds.
func surroundings(d *cat.Document, read *annotate.Document) []cat.Mention {
	var out []cat.Mention
	add := func(kind string, span annals.Span) {
		m := cat.Mention{ID: "read " + strconv.Itoa(span.Start), Type: kind}
		for i := range d.Tokens {
			if d.Tokens[i].Overlaps(span) {
				m.Tokens = append(m.Tokens, i)
			}
		}
		if len(m.Tokens) > 0 {
			out = append(out, m)
		}
	}
	for i := range read.Mentions {
		switch m := &read.Mentions[i]; m.Kind {
		case annals.PlaceKind, annals.Facility:
			add("LOC", m.Span)
		case annals.Person, annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation, annals.Population:
			add("HUMAN", m.Span)
		default:
			add("NON_HUMAN", m.Span)
		}
	}
	for i := range read.Times {
		add("TIME", read.Times[i].Span)
	}
	return out
}

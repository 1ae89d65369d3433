package claims

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

//go:embed synonyms.tsv
var synonymTable string

// synonyms give a verb the name of its group.
var synonyms = sync.OnceValue(func() map[string]string {
	groups := map[string]string{}
	for line := range strings.Lines(synonymTable) {
		if line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		for _, w := range f {
			groups[w] = f[0]
		}
	}
	return groups
})

// Two clauses speak of one thing when their verbs are synonyms and the shorter
// one shares this share of its content words, and at least so many, with the
// other. A pair that shares less is rarely about the same act.
const (
	leastShared = 0.6
	leastCommon = 3
)

// assertion is one clause that a speaker asserts.
type assertion struct {
	claim   int // index into Claims
	span    annals.Span
	verb    string
	negated bool
	words   map[string]bool
}

// noteContradictions notes where one report gives a speaker, or a speaker and
// his side, two statements in nearly the same words of which one is negated.
func noteContradictions(d *annotate.Document, view *pattern.View) {
	var all []assertion
	for i := range d.Claims {
		all = append(all, assertions(d, view, i)...)
	}
	noted := map[[2]annals.Span]bool{}
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			a, b := &all[i], &all[j]
			pair := [2]annals.Span{a.span, b.span}
			if !noted[pair] && a.contradicts(b) && sameSide(d, &d.Claims[a.claim], &d.Claims[b.claim]) {
				noted[pair] = true
				d.Notes = append(d.Notes, note(d, a, b), note(d, b, a))
			}
		}
	}
}

func note(d *annotate.Document, a, against *assertion) annals.Note {
	return annals.Note{Kind: annals.ContradictionNote, Span: a.span, Original: a.span.In(d.Text.Source),
		Message: fmt.Sprintf("the report also has the same side say the opposite: “%s”", strings.Trim(against.span.In(d.Text.Source), " ,\"“”"))}
}

func (a *assertion) contradicts(b *assertion) bool {
	if a.negated == b.negated || a.verb != b.verb || a.span.Overlaps(b.span) {
		return false
	}
	common := 0
	for w := range a.words {
		if b.words[w] {
			common++
		}
	}
	return common >= leastCommon && float64(common) >= leastShared*float64(min(len(a.words), len(b.words)))
}

// assertions are the finite clauses of what a claim says.
func assertions(d *annotate.Document, view *pattern.View, claim int) []assertion {
	var out []assertion
	t := d.Text
	for _, piece := range d.Claims[claim].Content {
		first, last := t.Covering(piece.Start, piece.End)
		for i := first; i < last; i++ {
			if t.Tokens[i].UPOS == text.VERB && t.Child(i, "nsubj") != text.None {
				out = append(out, readAssertion(view, claim, i, first, last))
			}
		}
	}
	return out
}

func readAssertion(v *pattern.View, claim, verb, first, last int) assertion {
	t := v.Text
	from, to := t.Subtree(verb)
	from, to = max(from, first), min(to, last)
	for from < verb && opensClause(t, from) {
		from++
	}
	a := assertion{claim: claim, verb: group(t.Tokens[verb].Lemma), words: map[string]bool{}}
	a.span.Start, a.span.End = t.Bytes(from, to)
	for _, c := range t.Children(verb) {
		switch t.Tokens[c].Norm {
		case "not", "n't", "never", "no":
			a.negated = true
		}
	}
	for i := from; i < to; i++ {
		if w := contentWord(v, i); w != "" {
			a.words[w] = true
		}
	}
	return a
}

// opensClause says that a word only opens a clause: "that", a comma.
func opensClause(t *text.Text, i int) bool {
	k := &t.Tokens[i]
	return k.UPOS == text.PUNCT || k.UPOS == text.SCONJ || k.UPOS == text.CCONJ
}

// contentWord is what a word counts as: the kind of an actor or place, so that
// two names of one group agree, else its lemma or synonym group; "" for
// function words.
func contentWord(v *pattern.View, i int) string {
	if m := v.Mention(i); m != 0 && v.Mentions[m-1].Form != annals.Pronoun {
		switch k := v.Mentions[m-1].Kind; k {
		case annals.ArmedGroup, annals.PlaceKind, annals.Government, annals.StateForce:
			return string(k)
		}
	}
	switch t := &v.Text.Tokens[i]; t.UPOS {
	case text.NOUN, text.ADJ, text.NUM, text.PROPN:
		return t.Lemma
	case text.VERB:
		return group(t.Lemma)
	}
	return ""
}

func group(verb string) string {
	if g, ok := synonyms()[verb]; ok {
		return g
	}
	return verb
}

// sameSide says that two claims have one speaker, or one speaker's role is held
// in the other, or his phrase names it.
func sameSide(d *annotate.Document, a, b *annals.Claim) bool {
	if a.Speaker == 0 || b.Speaker == 0 {
		return false
	}
	if a.Speaker == b.Speaker || d.Entities[a.Speaker-1].Affiliation == b.Speaker || d.Entities[b.Speaker-1].Affiliation == a.Speaker {
		return true
	}
	return names(d, a.Source, b.Speaker) || names(d, b.Source, a.Speaker) || within(d, a.Source, b.Source) || within(d, b.Source, a.Source)
}

// within says that one phrase is a name that the other holds as words of its
// own: "the Ministry" in "Ministry spokesman Ilan Bek".
func within(d *annotate.Document, name, phrase annals.Span) bool {
	n := strings.TrimPrefix(name.In(d.Text.Source), "the ")
	if n == "" || n[0] < 'A' || n[0] > 'Z' || pronouns[n] {
		return false
	}
	return strings.Contains(" "+phrase.In(d.Text.Source)+" ", " "+n+" ")
}

// pronouns are no names, though they open sentences with a capital.
var pronouns = map[string]bool{"He": true, "She": true, "It": true, "They": true, "We": true, "I": true, "You": true, "Who": true}

// names says that a mention of the entity stands in the span.
func names(d *annotate.Document, s annals.Span, e annals.Ref) bool {
	for _, m := range d.Entities[e-1].Mentions {
		if s.Contains(d.Mentions[m-1].Span) {
			return true
		}
	}
	return false
}

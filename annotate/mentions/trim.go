package mentions

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// trim cuts what is no name off a name that is no person's: "Captain" and "the
// Group" are none, of "Australian Prime Minister" the first word is one. It
// says false when nothing is left.
func (r *reading) trim(n chain.Span) (chain.Span, bool) {
	switch n.Type {
	case corpus.Person:
		return r.untitled(n), true
	case corpus.Place:
		return n, true
	}
	if k, kind := r.lexicon.Actor(r.t, n.First, n.Last); k == n.Last-n.First && (k > 1 || kind == "") {
		return n, true
	}
	if n.Last == n.First+1 && genericNames[r.t.Tokens[n.First].Norm] {
		return n, false
	}
	for n.Last > n.First && r.title(n.Last-1) {
		n.Last--
	}
	return n, n.Last > n.First
}

// untitled is a person's name of two words or more without the rank or office
// before it.
func (r *reading) untitled(n chain.Span) chain.Span {
	for n.Last-n.First > 2 {
		k, office := r.lexicon.Honorific(r.t, n.First, n.Last)
		if k == 0 || !office || n.Last-n.First-k < 2 {
			break
		}
		n.First += k
	}
	return n
}

// genericNames say what sort of thing is spoken of, and name none alone.
var genericNames = map[string]bool{"group": true, "groups": true, "network": true, "movement": true, "organisation": true, "organization": true, "branch": true, "militia": true, "militants": true}

// title says whether token i is an honorific, a rank or an office, or another
// sure noun of one person, and no acronym.
func (r *reading) title(i int) bool {
	form := r.t.Form(i)
	if len(form) > 1 && capitals(form) && !r.shouted(i) {
		return false
	}
	if n, _ := r.lexicon.Honorific(r.t, i, i+1); n > 0 {
		return true
	}
	k := &r.t.Tokens[i]
	return k.Norm == "prime" || k.XPOS != "NNPS" && k.XPOS != "NNS" && r.lexicon.Noun(k.Norm) == actors.Person && r.lexicon.Sure(k.Norm)
}

// learned are the nouns of bodies that study and teach, whoever pays for them.
var learned = map[string]bool{"institute": true, "institution": true, "center": true, "centre": true, "university": true, "college": true,
	"academy": true, "school": true, "foundation": true, "council": true, "society": true, "observatory": true}

// whole goes on with an institution's name over "for" and "on" to the proper
// nouns it is for: "Institute for Conflict Studies".
func (r *reading) whole(n chain.Span) chain.Span {
	last := r.t.Sentences[r.t.SentenceOf(n.First)].Last
	if n.Type == corpus.Person || !learned[r.t.Tokens[n.Last-1].Norm] || n.Last+1 >= last {
		return n
	}
	switch r.t.Tokens[n.Last].Norm {
	case "for", "on", "of":
	default:
		return n
	}
	at := n.Last + 1
	if at < last && r.t.Tokens[at].Norm == "the" {
		at++
	}
	for end := at; end < last; end++ {
		switch {
		case r.upper(end):
			n.Last = end + 1
		case end > at && r.t.Tokens[end].Norm == "and" && end+1 < last && r.upper(end+1):
		default:
			return n
		}
	}
	return n
}

// upper says whether token i is a noun or adjective with a capital.
func (r *reading) upper(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	switch r.t.Tokens[i].UPOS {
	case text.PROPN, text.NOUN, text.ADJ:
		return unicode.IsUpper(first)
	}
	return false
}

// seat says whether a name in one word stands before a place or a building it
// tells the whereabouts of: "Bagram airbase".
func (r *reading) seat(n chain.Span) bool {
	if n.Last != n.First+1 || capitals(r.t.Form(n.First)) {
		return false
	}
	k := &r.t.Tokens[n.First]
	if k.Head != n.Last || !text.DepIs(k.Dep, "compound") {
		return false
	}
	c := r.class(k.Head)
	return c == actors.Place || c == actors.Facility
}

// formerStates are the adjectives of states that no list of today's countries holds.
var formerStates = map[string]bool{"soviet": true, "yugoslav": true, "czechoslovak": true, "ottoman": true, "soviets": true}

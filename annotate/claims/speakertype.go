package claims

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// speakerType is what sort of speaker a phrase names: by the name of an
// institution first, then by its own words, then by the role and kind of the
// entity. A pronoun counts as the phrase that it stands for. An official of a
// belligerent, a hospital or the United Nations speaks for them.
func (r *reading) speakerType(head int, source annals.Span, speaker annals.Ref) string {
	if head == text.None {
		return ""
	}
	var entity annals.Entity
	if speaker != 0 {
		entity = r.d.Entities[speaker-1]
	}
	if r.t.Tokens[head].UPOS == text.PRON {
		head, source = r.nominal(head, speaker)
	}
	if kind := r.lexicon.named(entity.Name); kind != "" {
		return kind
	}
	if kind := r.lexicon.named(source.In(r.t.Source)); kind != "" {
		return kind
	}
	if entity.Kind == annals.ArmedGroup {
		return belligerent
	}
	kind := r.byWords(head, source, speaker)
	if kind == "" {
		kind = r.lexicon.byRole(entity.Role)
	}
	switch kind {
	case "", official, unnamedOfficial:
		if side := r.side(head, source, &entity); side != "" {
			return side
		}
	}
	if kind != "" {
		return kind
	}
	switch entity.Kind {
	case annals.Government, annals.StateForce, annals.PlaceKind:
		return "government"
	}
	return other
}

// tellsOfSeeing says that a speaker says in his own words, in the first person,
// that he saw or heard something.
func (r *reading) tellsOfSeeing(s *saying) bool {
	for _, piece := range s.content {
		first, last := r.t.Covering(piece.Start, piece.End)
		for i := first; i < last; i++ {
			if r.t.Tokens[i].XPOS != "VBD" || !seeing[r.t.Tokens[i].Lemma] {
				continue
			}
			if subject := r.t.Child(i, "nsubj"); subject != text.None && (r.t.Tokens[subject].Norm == "i" || r.t.Tokens[subject].Norm == "we") {
				return true
			}
		}
	}
	return false
}

// seeing are the verbs by which an eyewitness tells what reached his senses.
var seeing = map[string]bool{"see": true, "hear": true, "watch": true, "witness": true}

// Types of speaker that others are told from.
const (
	official        = "official"
	unnamedOfficial = "unnamed_official"
	belligerent     = "belligerent"
	other           = "other"
)

// nominal is the phrase that a pronoun stands for, by its head word: the noun
// before a relative pronoun, else the last mention of the speaker before it that
// is more than a pronoun.
func (r *reading) nominal(head int, speaker annals.Ref) (int, annals.Span) {
	if noun := r.antecedent(head); noun != head {
		first, _ := r.t.Subtree(noun)
		start, end := r.t.Bytes(first, noun+1)
		return noun, annals.Span{Start: start, End: end}
	}
	if speaker == 0 {
		return head, annals.Span{}
	}
	found := annals.Ref(0)
	for _, m := range r.d.Entities[speaker-1].Mentions {
		if x := &r.d.Mentions[m-1]; x.Form == annals.Nominal && (found == 0 || x.Start < r.t.Tokens[head].Start) {
			found = m
		}
	}
	if found == 0 {
		return head, annals.Span{}
	}
	return r.headOf(found), r.d.Mentions[found-1].Span
}

// side is whom an official speaks for, where that says more than that he is one:
// a belligerent, a hospital, the United Nations. It goes by the words of the
// phrase and by whom the speaker is affiliated with.
func (r *reading) side(head int, source annals.Span, entity *annals.Entity) string {
	if kind := r.sideOf(entity.Affiliation); kind != "" {
		return kind
	}
	first, last := r.t.Covering(source.Start, source.End)
	for i := first; i < last && r.staysInTitle(i); i++ {
		w := r.lexicon.speakers[strings.ToLower(r.t.Tokens[i].Lemma)]
		if i != head && w.anywhere && (w.kind == belligerent || w.kind == "medical") {
			return w.kind
		}
		if kind := r.sideOf(r.entity(i)); kind != "" && i != head {
			return kind
		}
	}
	return ""
}

// sideOf is the type of speaker that officials of an entity are, "" where they
// are no more than officials.
func (r *reading) sideOf(e annals.Ref) string {
	if e == 0 {
		return ""
	}
	if r.d.Entities[e-1].Kind == annals.ArmedGroup {
		return belligerent
	}
	switch kind := r.lexicon.named(r.d.Entities[e-1].Name); kind {
	case "un", "ngo", "expert":
		return kind
	}
	return ""
}

// staysInTitle says that a phrase that names an official still says of whom he is
// one at token i: a clause, or a preposition such as "against", begins another matter.
func (r *reading) staysInTitle(i int) bool {
	switch t := &r.t.Tokens[i]; t.UPOS {
	case text.VERB, text.AUX, text.PRON:
		return false
	case text.ADP:
		return t.Norm == "of" || t.Norm == "for" || t.Norm == "from" || t.Norm == "at" || t.Norm == "with"
	}
	return true
}

// titles are the relations by which a title hangs on a name.
var titles = map[string]bool{"compound": true, "flat": true, "nmod:desc": true}

// byWords goes by the nouns of the phrase: its head, then words that tell
// anywhere in it. An official without a name is an unnamed official.
func (r *reading) byWords(head int, source annals.Span, speaker annals.Ref) string {
	first, last := r.t.Covering(source.Start, source.End)
	kind := r.lexicon.speakers[strings.ToLower(r.t.Tokens[head].Lemma)].kind
	named := r.t.Tokens[head].UPOS == text.PROPN && kind == "" || r.named(speaker)
	for i := first; i < last; i++ {
		t := &r.t.Tokens[i]
		named = named || t.UPOS == text.PROPN && text.DepIs(t.Dep, "appos") || text.DepIs(t.Dep, "flat")
		w, ok := r.lexicon.speakers[strings.ToLower(t.Lemma)]
		if !ok || kind != "" {
			continue
		}
		if w.anywhere || text.DepIs(t.Dep, "appos") || titles[t.Dep] && named {
			kind = w.kind
		}
	}
	if kind == official && !named {
		return unnamedOfficial
	}
	return kind
}

// named is the type an institution's or outlet's name gives, "" when none does.
func (l *lexicon) named(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "the ")
	if l.media[name] {
		return "media"
	}
	for end := len(name); end > 0; end = strings.LastIndexByte(name[:end], ' ') {
		if kind := l.institutions[name[:end]]; kind != "" {
			return kind
		}
	}
	return ""
}

// ofWhom parts what a role is from whom it is held in.
var ofWhom = []string{" for ", " of ", " at ", " in ", " from ", ","}

// byRole goes by the words of a role, the last first: "national security
// adviser". What stands behind "of" and the like does not count.
func (l *lexicon) byRole(role string) string {
	role = strings.ToLower(role)
	for _, p := range ofWhom {
		role, _, _ = strings.Cut(role, p)
	}
	fields := strings.Fields(role)
	for i := len(fields) - 1; i >= 0; i-- {
		if w, ok := l.speakers[strings.Trim(fields[i], ",.")]; ok {
			return w.kind
		}
	}
	return ""
}

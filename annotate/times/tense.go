package times

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// tense says which way from publication the clause around a match speaks: by
// the verb that governs it where heads are there, else by the nearest word that
// tells.
func (r *reader) tense(m *match) direction {
	leadsOn := r.isOne(m.first-1, "by", "until", "till")
	if dir, ok := r.syntacticTense(m); ok {
		if dir == unsure && leadsOn {
			return forth
		}
		return dir
	}
	for i, n := m.first-1, 0; i >= 0 && n < tenseWindow && !r.m.items[i+1].is(breaks); i, n = i-1, n+1 {
		if dir := r.tenseCue(i); dir != unsure {
			return dir
		}
	}
	for i, n := m.last, 0; i < len(r.m.items) && n < tenseWindow && !r.m.items[i].is(breaks); i, n = i+1, n+1 {
		if dir := r.tenseCue(i); dir != unsure {
			return dir
		}
	}
	return unsure
}

// tenseWindow is how many words around a time may tell its tense where no heads
// are there.
const tenseWindow = 20

// tenseCue is what one word tells of the tense of its clause.
func (r *reader) tenseCue(i int) direction {
	it := &r.m.items[i]
	w := r.text[it.start:it.end]
	if it.mark != 0 || len(w) > 12 {
		return unsure
	}
	w = strings.ToLower(w)
	switch {
	case isCue("coming", w):
		return forth
	case isCue("gone", w), strings.HasSuffix(w, "ed") && len(w) > 3 && !isCue("not-past", w):
		return back
	}
	return unsure
}

// syntacticTense reads the tense off the governing verb; false where the text
// has no heads or no verb governs the time.
func (r *reader) syntacticTense(m *match) (direction, bool) {
	t := r.d.Text
	if t == nil || len(t.Tokens) == 0 {
		return unsure, false
	}
	i := t.TokenAt(r.m.items[m.first].start)
	if i >= len(t.Tokens) || t.Tokens[i].Dep == "" {
		return unsure, false
	}
	for range maxClimb {
		if u := t.Tokens[i].UPOS; u == text.VERB || u == text.AUX || t.Child(i, "cop", "aux") != text.None {
			if calledFor(t, i, t.TokenAt(r.m.items[m.first].start)) {
				return forth, true
			}
			return verbTense(t, i), true
		}
		if t.Tokens[i].Head == text.None || t.Tokens[i].Head == i {
			break
		}
		i = t.Tokens[i].Head
	}
	return unsure, false
}

// calledFor says whether a verb calls for something on the day of a match, told
// behind it: "has called for a strike on Thursday".
func calledFor(t *text.Text, verb, day int) bool {
	if !isCue("calling", t.Tokens[verb].Lemma) {
		return false
	}
	for _, c := range t.Children(verb) {
		if what := t.Child(int(c), "case"); int(c) < day && what != text.None && t.Tokens[what].Norm == "for" {
			return true
		}
	}
	return false
}

// maxClimb bounds the way up to the governing verb.
const maxClimb = 12

// verbTense is which way from publication a verb speaks.
func verbTense(t *text.Text, verb int) direction {
	k := &t.Tokens[verb]
	infinitive, dir := false, unsure
	for _, c := range t.Children(verb) {
		child := &t.Tokens[c]
		aux := text.DepIs(child.Dep, "aux") || child.Dep == "cop"
		switch {
		case child.Norm == "will" || child.Norm == "'ll" || child.Norm == "shall" || child.Norm == "wo":
			return forth
		case child.Dep == "mark" && child.Norm == "to":
			infinitive = true
		case aux && (child.XPOS == "VBD" || child.Norm == "has" || child.Norm == "have" || child.Norm == "had"):
			dir = back
		}
	}
	switch {
	case isCue("planning", k.Norm) || isCue("planning-to", k.Norm) && t.Child(verb, "obj") == text.None:
		return forth
	case infinitive:
		return infinitiveTense(t, verb)
	case dir == back || k.XPOS == "VBD":
		return back
	case text.DepIs(k.Dep, "xcomp") && k.Head != text.None && k.Head != verb && t.Tokens[k.Head].Head != verb:
		return verbTense(t, k.Head)
	}
	return unsure
}

// said says whether a day is that of a verb of saying, where the story does not
// move to: "police said Friday".
func (r *reader) said(m *match) bool {
	t := r.d.Text
	if t == nil || len(t.Tokens) == 0 {
		return false
	}
	i := t.TokenAt(r.m.items[m.first].start)
	if i >= len(t.Tokens) || t.Tokens[i].Dep == "" {
		return false
	}
	for range maxClimb {
		if t.Tokens[i].UPOS == text.VERB || t.Tokens[i].Head == text.None || t.Tokens[i].Head == i {
			return isCue("reporting", t.Tokens[i].Norm)
		}
		i = t.Tokens[i].Head
	}
	return false
}

// infinitiveTense is the tense of "to meet", by what it depends on.
func infinitiveTense(t *text.Text, verb int) direction {
	k := &t.Tokens[verb]
	if k.Head == text.None || k.Head == verb {
		return forth // "to appear in court Monday", as in headlines
	}
	head := &t.Tokens[k.Head]
	switch {
	case isCue("planning", head.Norm), isCue("planning-to", head.Norm), isCue("wishing", head.Norm), head.Norm == "is" || head.Norm == "are", text.DepIs(k.Dep, "acl"):
		return forth
	case (text.DepIs(k.Dep, "xcomp") || text.DepIs(k.Dep, "advcl")) && head.XPOS == "VBD": // "met a man to buy a car Thursday"
		return back
	}
	return unsure
}

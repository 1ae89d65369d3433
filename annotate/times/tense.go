package times

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// tense says which way from publication the clause around a match speaks: by
// the verb that governs it where heads are there, else by the nearest word that
// tells.
func (r *reader) tense(m *match) direction {
	if dir, ok := r.syntacticTense(m); ok {
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
	switch w = strings.ToLower(w); w {
	case "will", "ll", "shall", "scheduled", "expected", "expects", "plans", "planned", "due", "slated", "upcoming", "going", "deadline":
		return forth
	case "was", "were", "had", "did", "said", "came", "took", "left", "began", "went", "met", "told", "held", "made", "fell", "rose", "became":
		return back
	}
	if strings.HasSuffix(w, "ed") && len(w) > 4 {
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
			return verbTense(t, i), true
		}
		if t.Tokens[i].Head == text.None || t.Tokens[i].Head == i {
			break
		}
		i = t.Tokens[i].Head
	}
	return unsure, false
}

// maxClimb bounds the way up to the governing verb.
const maxClimb = 12

// comingVerbs govern what is to come: "is scheduled to meet Thursday".
var comingVerbs = map[string]bool{"expect": true, "schedule": true, "plan": true, "slate": true, "set": true, "intend": true,
	"hope": true, "want": true, "prepare": true, "vow": true, "promise": true, "agree": true}

func verbTense(t *text.Text, verb int) direction {
	k := &t.Tokens[verb]
	infinitive := false
	for _, c := range t.Children(verb) {
		child := &t.Tokens[c]
		switch {
		case child.Norm == "will" || child.Norm == "'ll" || child.Norm == "shall" || child.Norm == "wo":
			return forth
		case child.Dep == "mark" && child.Norm == "to":
			infinitive = true
		case (text.DepIs(child.Dep, "aux") || child.Dep == "cop") && (child.XPOS == "VBD"):
			return back
		case text.DepIs(child.Dep, "aux") && (child.Lemma == "have"):
			return back
		}
	}
	if infinitive {
		if k.Head != text.None && k.Head != verb && comingVerbs[t.Tokens[k.Head].Lemma] {
			return forth
		}
		return unsure
	}
	switch k.XPOS {
	case "VBD":
		return back
	case "VBN", "VBG":
		if comingVerbs[k.Lemma] {
			return forth
		}
		if k.Head != text.None && k.Head != verb && text.DepIs(k.Dep, "xcomp") {
			return verbTense(t, k.Head)
		}
	}
	return unsure
}

package muc

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events/linear"
)

// Spelling says how the keys spell a filler: which run of a mention's own words
// they keep, "bomb" or "powerful bomb", "residence" or "residence of the mayor".
// It is learned from the keys of DEV, and needs nothing but the mention. A nil
// Spelling keeps what Filler keeps.
type Spelling struct{ model *linear.Model }

// longestMention is how many words of a mention are tried at most: longer ones are
// lists run together.
const longestMention = 14

// stretch is a run of a mention's words, first ≤ i < last.
type stretch struct{ first, last int }

// wording is a mention in words, as they stand, with the one that carries it.
type wording struct {
	words []string // in lower case
	head  int
	name  bool
}

// wordsOf cuts a mention into words at white space. Of a mention that is too long
// the words after the head are left out, then those before.
func wordsOf(m *annals.Mention) wording {
	w := wording{words: strings.Fields(strings.ToLower(m.Text)), name: m.Form == annals.Name}
	w.head = len(w.words) - 1
	if !m.Head.Empty() && m.Head.Start >= m.Start && m.Head.Start < m.End {
		w.head = max(0, len(strings.Fields(m.Text[:m.Head.Start-m.Start+1]))-1)
	}
	if len(w.words) > longestMention {
		w.words = w.words[:max(w.head+1, longestMention)]
	}
	if over := len(w.words) - longestMention; over > 0 {
		w.words, w.head = w.words[over:], w.head-over
	}
	return w
}

// runs are the runs of words that could spell a filler: of a phrase those with
// its head, of a name all.
func (w *wording) stretches() []stretch {
	var out []stretch
	for first := range w.words {
		for last := first + 1; last <= len(w.words); last++ {
			if w.name || first <= w.head && w.head < last {
				out = append(out, stretch{first, last})
			}
		}
	}
	return out
}

func (w *wording) text(r stretch) string { return strings.Join(w.words[r.first:r.last], " ") }

// word is the word at i, "" outside the mention.
func (w *wording) word(i int) string {
	if i < 0 || i >= len(w.words) {
		return ""
	}
	if n := Normal(w.words[i]); n != "" && (n[0] < '0' || n[0] > '9') {
		return n
	}
	return "#"
}

// features tell whether a run of words is how the keys spell the filler of a role;
// ruled is what Filler makes of the mention, normal.
func (w *wording) features(r stretch, m *annals.Mention, role Role, ruled string) []uint32 {
	f := make([]uint32, 0, 24)
	add := func(parts ...string) {
		f = append(f, linear.Hash(parts...), linear.Hash(append(parts, role.String())...))
	}
	left, right := "whole", "whole"
	if r.first > 0 {
		left = "cut"
	}
	switch {
	case r.last < len(w.words) && r.last == w.head+1:
		right = "head"
	case r.last < len(w.words):
		right = "cut"
	}
	form := string(m.Form)
	held := strconv.FormatBool(r.first <= w.head && w.head < r.last)
	add("bias", form)
	add("ruled", strconv.FormatBool(Normal(w.text(r)) == ruled), form, left, right)
	add("left", left, form)
	add("right", right, form, held)
	add("kind", left, right, string(m.Kind))
	add("kept", strconv.Itoa(r.last-r.first), form)
	add("before", strconv.Itoa(w.head-r.first), form)
	add("first", w.word(r.first), strconv.FormatBool(r.first == w.head))
	add("last", w.word(r.last-1), right)
	add("head", w.word(w.head), left, right)
	add("cut before", w.word(r.first-1))
	add("cut before", w.word(r.first-1), w.word(r.first))
	add("cut after", w.word(r.last))
	add("cut after", w.word(r.last), w.word(w.head))
	for i := r.first; i < min(r.last, w.head); i++ {
		add("holds before", w.word(i))
	}
	for i := max(r.first, w.head+1); i < r.last; i++ {
		add("holds after", w.word(i))
	}
	for i := range r.first {
		add("leaves out", w.word(i))
	}
	return f
}

// LearnSpelling learns how keys spell from texts and their mentions.
func LearnSpelling(texts []Text, docs []*annotate.Document) *Spelling {
	var examples []linear.Example
	for i := range texts {
		for role := range Role(len(roleNames)) {
			gold := pool(texts[i].Key, role)
			if len(gold) > 0 {
				examples = append(examples, spellings(&docs[i].Annotations, role, gold)...)
			}
		}
	}
	return &Spelling{linear.Train(examples, linear.Settings{Classes: 2, Epochs: 8, Rate: 0.05, Decay: 1e-4, MinCount: 2})}
}

// spellings are the runs of each mention that stands for an entity and can spell
// a filler of a role, right ones and wrong ones.
func spellings(a *annals.Annotations, role Role, gold []Entity) []linear.Example {
	var out []linear.Example
	seen := map[*annals.Mention]bool{}
	for i := range a.Mentions {
		m := Representative(a, annals.Ref(i+1))
		if m == nil || seen[m] {
			continue
		}
		seen[m] = true
		m = fullest(a, m)
		w, ruled := wordsOf(m), Normal(Filler(a, m))
		var tried []linear.Example
		right := 0
		for _, r := range w.stretches() {
			class := 0
			if named(gold, w.text(r)) {
				class, right = 1, right+1
			}
			tried = append(tried, linear.Example{Features: w.features(r, m, role, ruled), Class: class})
		}
		if right > 0 {
			out = append(out, tried...)
		}
	}
	return out
}

// spells says whether some words of a mention name one of the entities.
func spells(m *annals.Mention, entities []Entity) bool {
	if len(entities) == 0 {
		return false
	}
	w := wordsOf(m)
	for _, r := range w.stretches() {
		if named(entities, w.text(r)) {
			return true
		}
	}
	return false
}

// named says whether a string names one of the entities.
func named(entities []Entity, s string) bool {
	for _, e := range entities {
		if e.Has(s) {
			return true
		}
	}
	return false
}

// Spell is a mention the way the keys most likely spell it as a filler of a role.
func (s *Spelling) Spell(a *annals.Annotations, m *annals.Mention, role Role) string {
	if s == nil {
		return Filler(a, m)
	}
	w, ruled := wordsOf(m), Normal(Filler(a, m))
	best, most := "", -1.0
	p := make([]float64, 2)
	for _, r := range w.stretches() {
		s.model.Probabilities(w.features(r, m, role, ruled), p)
		if p[1] > most {
			best, most = w.text(r), p[1]
		}
	}
	return best
}

package pattern

import (
	"slices"

	"github.com/annals-project/annals/text"
)

// repair mends the few attachments that parsers of news get wrong most often
// and that rules lean on: appositions read as second subjects, participles and
// relative clauses after a comma hung on the verb, the subject of a quotation
// hung on the verb of saying. The text itself is not changed.
func repair(t *text.Text) *text.Text {
	m := mender{t: t}
	for i := range t.Tokens {
		m.apposition(i)
		m.participle(i)
		m.relative(i)
		m.quotedSubject(i)
	}
	if m.tokens == nil {
		return t
	}
	out := *t
	out.Tokens = m.tokens
	out.Index()
	return &out
}

// mender holds the mended tokens; nil until something is mended.
type mender struct {
	t      *text.Text
	tokens []text.Token
}

func (m *mender) hang(i, head int, dep string) {
	if m.tokens == nil {
		m.tokens = slices.Clone(m.t.Tokens)
	}
	for at := head; at != text.None; at = m.tokens[at].Head {
		if at == i {
			return
		}
	}
	m.tokens[i].Head, m.tokens[i].Dep = head, dep
}

func (m *mender) nominal(i int) bool {
	u := m.t.Tokens[i].UPOS
	return u == text.NOUN || u == text.PROPN
}

// apposition: of two subjects or objects of one verb side by side, with nothing
// or a comma between them, the second is in apposition to the first.
func (m *mender) apposition(i int) {
	t := &m.t.Tokens[i]
	if t.Head == text.None || !m.nominal(i) || !text.DepIs(t.Dep, "nsubj") && t.Dep != "obj" {
		return
	}
	for _, c := range m.t.Children(t.Head) {
		k := int(c)
		if k >= i {
			return
		}
		if m.t.Tokens[k].Dep != t.Dep || !m.nominal(k) {
			continue
		}
		if (k < t.Head) == (i < t.Head) && m.rightAfter(i, k) {
			m.hang(i, k, "appos")
			return
		}
	}
}

// rightAfter says that at most a comma stands between what hangs on k and what
// hangs on i.
func (m *mender) rightAfter(i, k int) bool {
	before, _ := m.t.Subtree(i)
	before--
	if before > k && m.t.Tokens[before].Norm == "," {
		before--
	}
	for range highest {
		if before == k {
			return true
		}
		if before < 0 {
			return false
		}
		before = m.t.Tokens[before].Head
	}
	return false
}

// highest bounds the climb from a word to the head of its phrase.
const highest = 12

// participle: "the army, backed by its allies, …" and "Oran, operating in the
// south, sent" speak of the noun before the comma.
func (m *mender) participle(i int) {
	t := &m.t.Tokens[i]
	if t.Dep != "advcl" && t.Dep != "conj" || t.XPOS != "VBN" && t.XPOS != "VBG" || m.t.Child(i, "nsubj", "mark", "cc", "aux") != text.None {
		return
	}
	noun := m.nounBefore(i)
	if noun == text.None || t.XPOS == "VBG" && (t.Head < i || !text.DepIs(m.t.Tokens[noun].Dep, "nsubj")) {
		return
	}
	m.hang(i, noun, "acl")
}

// nounBefore is the noun phrase right before the comma that stands before a
// word and its adverbs, or None.
func (m *mender) nounBefore(i int) int {
	i--
	for i > 0 && m.t.Tokens[i].UPOS == text.ADV {
		i--
	}
	if i < 1 || m.t.Tokens[i].Norm != "," || !m.nominal(i-1) {
		return text.None
	}
	i--
	for {
		h := m.t.Tokens[i].Head
		if h == text.None || !text.DepIs(m.t.Tokens[i].Dep, "flat") && m.t.Tokens[i].Dep != "compound" {
			return i
		}
		i = h
	}
}

// relative: a clause with "which" or "who" after a comma belongs to the noun
// before the comma.
func (m *mender) relative(i int) {
	t := &m.t.Tokens[i]
	if t.Dep != "acl:relcl" && t.Dep != "advcl" && t.Dep != "parataxis" {
		return
	}
	who := m.t.Child(i, "nsubj")
	if who == text.None || who > i || m.t.Tokens[who].XPOS != "WDT" && m.t.Tokens[who].XPOS != "WP" {
		return
	}
	if noun := m.nounBefore(who); noun != text.None && noun != t.Head && noun != i {
		m.hang(i, noun, "acl:relcl")
	}
}

// quotedSubject: in "A and B rule the north, said C" A is no subject of "said",
// which has C, but of the clause before it that has none.
func (m *mender) quotedSubject(i int) {
	var before, after, clause = text.None, text.None, text.None
	for _, c := range m.t.Children(i) {
		k := int(c)
		switch dep := m.t.Tokens[k].Dep; {
		case dep == "nsubj" && k < i && before == text.None:
			before = k
		case dep == "nsubj" && k > i:
			after = k
		case dep == "ccomp" && k < i && clause == text.None && m.t.Child(k, "nsubj") == text.None:
			clause = k
		}
	}
	if before == text.None || after == text.None {
		return
	}
	if verb := m.verbConjunct(before, i); verb != text.None {
		m.hang(verb, i, "ccomp")
		clause = verb
	}
	if clause != text.None && before < clause {
		m.hang(before, clause, "nsubj")
	}
}

// verbConjunct is a finite verb that hangs on a noun as if coordinated with it,
// before token end; None when there is none.
func (m *mender) verbConjunct(noun, end int) int {
	for _, c := range m.t.Children(noun) {
		t := &m.t.Tokens[c]
		finite := t.XPOS == "VBP" || t.XPOS == "VBZ" || t.XPOS == "VBD"
		if t.Dep == "conj" && finite && int(c) < end && m.nominal(noun) {
			return int(c)
		}
	}
	return text.None
}

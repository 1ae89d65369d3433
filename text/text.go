// Package text cuts a report into sentences and tokens and, with the models of
// package model, says how the words of each sentence hang together.
//
// Every offset is a byte offset into Text.Source, half open. Nothing here
// changes the source: Source[t.Start:t.End] is the token as it was written.
package text

import "sort"

// None is the absence of a token index: the head of a root, a failed lookup.
const None = -1

// UPOS is a universal part of speech (Universal Dependencies v2).
type UPOS uint8

// The seventeen universal parts of speech. The zero value means not tagged.
const (
	Untagged UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
	"NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String gives the tag as Universal Dependencies writes it; "" when not tagged.
func (u UPOS) String() string { return uposNames[u] }

// ParseUPOS reads a tag as Universal Dependencies writes it; Untagged when it
// is none of the seventeen.
func ParseUPOS(s string) UPOS {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i)
		}
	}
	return Untagged
}

// Token is one syntactic word: "don't" is two, "do" and "n't".
type Token struct {
	Start, End int    // bytes of Source
	Lemma      string // dictionary form, lower case but for proper nouns; "" before tagging
	Norm       string // the form lower-cased, quotes and dashes made plain
	UPOS       UPOS
	XPOS       string // Penn Treebank tag
	Feats      string // UD features, "Number=Plur|Tense=Past"; "" for none
	Head       int    // index into Text.Tokens of the governor; None for a root
	Dep        string // UD relation with its subtype, e.g. "nsubj:pass"; "" before parsing
}

// Sentence is a run of tokens that belong together.
type Sentence struct {
	Start, End  int  // bytes of Source, edge white space left out
	First, Last int  // tokens First ≤ i < Last
	Paragraph   int  // number of the paragraph it stands in, from 0
	Heading     bool // stands alone as a title, menu item or list label: no full sentence
}

// Text is a report's text with its sentences and tokens, and its syntax once a
// Reader has read it. A Text is not changed after it is made.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence

	childFirst []int32 // children of token i: childList[childFirst[i]:childFirst[i+1]]
	childList  []int32
	sentenceOf []int32
}

// Index builds the lookups below from Tokens and Sentences. Whoever fills a
// Text by hand calls it once, after heads are set.
func (t *Text) Index() {
	n := len(t.Tokens)
	t.childFirst = make([]int32, n+1)
	t.childList = make([]int32, 0, n)
	t.sentenceOf = make([]int32, n)
	counts := make([]int32, n)
	total := int32(0)
	for i := range t.Tokens {
		if h := t.Tokens[i].Head; h >= 0 && h < n && h != i {
			counts[h]++
			total++
		}
	}
	for i := range n {
		t.childFirst[i+1] = t.childFirst[i] + counts[i]
		counts[i] = t.childFirst[i]
	}
	t.childList = t.childList[:total]
	for i := range t.Tokens {
		if h := t.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.childList[counts[h]] = int32(i)
			counts[h]++
		}
	}
	for s := range t.Sentences {
		for i := t.Sentences[s].First; i < t.Sentences[s].Last; i++ {
			t.sentenceOf[i] = int32(s)
		}
	}
}

// Form is token i as written.
func (t *Text) Form(i int) string { return t.Source[t.Tokens[i].Start:t.Tokens[i].End] }

// Children are the tokens governed by token i, in the order of the text.
func (t *Text) Children(i int) []int32 { return t.childList[t.childFirst[i]:t.childFirst[i+1]] }

// Child is the first child of token i whose relation is one of deps (a bare
// relation also matches its subtypes: "nsubj" finds "nsubj:pass"), or None.
func (t *Text) Child(i int, deps ...string) int {
	for _, c := range t.Children(i) {
		for _, d := range deps {
			if DepIs(t.Tokens[c].Dep, d) {
				return int(c)
			}
		}
	}
	return None
}

// DepIs says whether dep is want or a subtype of it ("obl:tmod" is "obl").
func DepIs(dep, want string) bool {
	return dep == want || len(dep) > len(want) && dep[len(want)] == ':' && dep[:len(want)] == want
}

// Subtree is the range of tokens, first ≤ i < last, that spans token i and all
// it governs. A non-projective subtree's range holds foreign tokens too.
func (t *Text) Subtree(i int) (first, last int) {
	first, last = i, i+1
	var walk func(int, int)
	walk = func(j, depth int) {
		first, last = min(first, j), max(last, j+1)
		if depth > len(t.Tokens) {
			return
		}
		for _, c := range t.Children(j) {
			walk(int(c), depth+1)
		}
	}
	walk(i, 0)
	return first, last
}

// SentenceOf is the index into Sentences of the sentence that holds token i.
func (t *Text) SentenceOf(i int) int { return int(t.sentenceOf[i]) }

// SentenceAt is the index of the sentence that holds byte offset at, or of the
// last one that starts before it; None before the first.
func (t *Text) SentenceAt(at int) int {
	return sort.Search(len(t.Sentences), func(s int) bool { return t.Sentences[s].Start > at }) - 1
}

// TokenAt is the index of the first token that ends after byte offset at; it is
// the token that holds at, where one does. len(Tokens) past the last.
func (t *Text) TokenAt(at int) int {
	return sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].End > at })
}

// Covering is the range of tokens, first ≤ i < last, that touch the bytes
// start ≤ b < end. first == last when none do.
func (t *Text) Covering(start, end int) (first, last int) {
	first = t.TokenAt(start)
	last = sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= end })
	return first, max(first, last)
}

// Bytes is the byte range of tokens first ≤ i < last.
func (t *Text) Bytes(first, last int) (start, end int) {
	if first >= last {
		return 0, 0
	}
	return t.Tokens[first].Start, t.Tokens[last-1].End
}

package names

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/gazetteer/phrase"
	"github.com/annals-project/annals/text"
)

// attributes is what the features of a token are made of: hashes of its norm,
// its form, parts of it, its clusters, and what look-ups say of it.
type attributes struct {
	norm, form, shape uint64
	prefix, suffix    [4]uint64
	cluster           [clusterings]uint16
	gazetteer         uint32 // a byte each for where the token stands in a listed name: see gazetteerBits
	noun              actors.Class
	capital           bool // begins with a capital, in text that is not all capitals
	elsewhere         uint8

	// of a tagged text
	upos, xpos, dep, head uint64
	headClass             actors.Class
	right                 bool   // governed by a later token
	name                  uint64 // type and place in the name found before, 0 in none
}

// extractor makes features of the tokens of one text. It is used by one
// goroutine at a time and reused between texts.
type extractor struct {
	resources *Resources
	tokens    []attributes
	features  []uint64
	seen      wordTable
}

// Resources are the look-ups features are made of.
type Resources struct {
	Actors   *actors.Lexicon
	Listed   *phrase.Table // names of persons, places, groups and works
	Clusters *Clusters
}

// read fills in the attributes of all tokens of a text.
func (x *extractor) read(t *text.Text) {
	if cap(x.tokens) < len(t.Tokens) {
		x.tokens = make([]attributes, len(t.Tokens)*5/4)
	}
	x.tokens = x.tokens[:len(t.Tokens)]
	for s := range t.Sentences {
		x.sentence(t, s)
	}
	x.document(t)
}

func (x *extractor) sentence(t *text.Text, s int) {
	first, last := t.Sentences[s].First, t.Sentences[s].Last
	shouting := shouts(t, first, last)
	for i := first; i < last; i++ {
		k := &t.Tokens[i]
		form := t.Form(i)
		a := &x.tokens[i]
		*a = attributes{norm: hashString(k.Norm), form: hashString(form), shape: shapeOf(form, shouting)}
		affixes(k.Norm, a)
		a.cluster = x.resources.Clusters.Of(a.norm)
		a.noun = nounClass(x.resources.Actors, k.Norm)
		if r, _ := utf8.DecodeRuneInString(form); !shouting {
			a.capital = unicode.IsUpper(r)
		}
	}
	for i := first; i < last; i++ {
		x.lookUp(t, i, last)
	}
}

// shouts says whether a sentence is written in capitals throughout.
func shouts(t *text.Text, first, last int) bool {
	upper, lower := 0, 0
	for i := first; i < last; i++ {
		for _, c := range []byte(t.Form(i)) {
			switch {
			case 'A' <= c && c <= 'Z':
				upper++
			case 'a' <= c && c <= 'z':
				lower++
			}
		}
	}
	return upper > 10*lower && upper > 3
}

// lookUp marks the tokens of the longest listed names that start at token i.
func (x *extractor) lookUp(t *text.Text, i, last int) {
	if n, bits := x.resources.Listed.Longest(t, i, last); n > 0 {
		for j := range n {
			for b := range listedKinds {
				if bits>>b&1 != 0 {
					x.mark(i+j, b, j, n)
				}
			}
		}
	}
	if n, kind := x.resources.Actors.Actor(t, i, last); n > 0 {
		b := slotGroup
		if kind == "armed_group" {
			b = slotArmed
		}
		for j := range n {
			x.mark(i+j, b, j, n)
		}
	}
	if n, _, demonym := x.resources.Actors.Country(t, i, last); n > 0 {
		b := slotCountry
		if demonym {
			b = slotDemonym
		}
		for j := range n {
			x.mark(i+j, b, j, n)
		}
	}
}

// Slots of attributes.gazetteer, three bits each: listed kinds first.
const (
	listedKinds = 6
	slotGroup   = 6
	slotArmed   = 7
	slotCountry = 8
	slotDemonym = 9
)

// mark notes that token i is the j-th of n tokens of a listed name; a longer
// name noted before stays.
func (x *extractor) mark(i, slot, j, n int) {
	place := uint32(1) // first of several
	switch {
	case n == 1:
		place = 4
	case j == n-1:
		place = 3
	case j > 0:
		place = 2
	}
	a := &x.tokens[i]
	if a.gazetteer>>(3*slot)&7 == 0 || place != 4 && a.gazetteer>>(3*slot)&7 == 4 {
		a.gazetteer = a.gazetteer&^(7<<(3*slot)) | place<<(3*slot)
	}
}

// nounClass is the class of a noun or of its regular singular.
func nounClass(l *actors.Lexicon, norm string) actors.Class {
	if c := l.Noun(norm); c != actors.NoClass || len(norm) < 4 || norm[len(norm)-1] != 's' {
		return c
	}
	if norm[len(norm)-2] == 'e' {
		if c := l.Noun(norm[:len(norm)-2]); c != actors.NoClass {
			return c
		}
	}
	return l.Noun(norm[:len(norm)-1])
}

func affixes(norm string, a *attributes) {
	h := uint64(hashStart)
	at := 0
	for n := range 4 {
		if at >= len(norm) {
			break
		}
		_, w := utf8.DecodeRuneInString(norm[at:])
		for range w {
			h = (h ^ uint64(norm[at])) * hashPrime
			at++
		}
		a.prefix[n] = h
	}
	h = hashStart
	at = len(norm)
	for n := range 4 {
		if at <= 0 {
			break
		}
		_, w := utf8.DecodeLastRuneInString(norm[:at])
		for range w {
			at--
			h = (h ^ uint64(norm[at])) * hashPrime
		}
		a.suffix[n] = h
	}
}

const (
	hashStart = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

func hashString(s string) uint64 {
	h := uint64(hashStart)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// shapeOf hashes the shape of a form: "Xxx" for Kabul, "X.X." for U.S., "d" for
// runs of digits; runs of a class count once, but a second capital counts.
func shapeOf(form string, shouting bool) uint64 {
	h := uint64(hashStart)
	if shouting {
		h = hashPrime
	}
	last, run := byte(0), 0
	for _, r := range form {
		c := byte('o')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r == '-' || r == '.' || r == '\'' || r == '&' || r == '@' || r == '#' || r == '/':
			c = byte(r)
		case unicode.IsLetter(r):
			c = 'l'
		}
		if c == last {
			run++
		} else {
			run = 1
		}
		last = c
		if run <= 2 {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	return h
}

// Package corpus reads the corpora of names in one form. They mark different
// things: what one calls a miscellaneous name another leaves unmarked. So a
// span may have several types, and a corpus says which types hide among its
// unmarked words.
package corpus

import (
	"hash/fnv"
	"io"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/text"
)

// Types of name, in the order of the model's labels.
const (
	Person = iota
	Organisation
	Place
	Facility
	People // nationalities, religions, peoples: "Afghan", "Kurds"
	Other  // works, products, events, laws
)

// Labels are the labels of names.
var Labels = chain.Labels{Types: []string{"person", "organisation", "place", "facility", "people", "other"}}

// Types is a set of types, a bit each.
type Types uint8

// Of makes a set.
func Of(types ...int) Types {
	var s Types
	for _, t := range types {
		s |= 1 << t
	}
	return s
}

// Any is every type.
const Any Types = 1<<6 - 1

// Span is a name of one of several types.
type Span struct {
	annals.Span
	Types Types
}

// Document is a text with its names.
type Document struct {
	ID, Corpus string
	Source     string
	Sentences  []annals.Span
	Names      []Span
	Unclear    []annals.Span // bytes of which nothing is known
	Hidden     Types         // types that are not marked in this corpus
}

// Part is a number below n by the document's name alone: for folds, and for
// what is held out.
func (d *Document) Part(n int) int {
	h := fnv.New32a()
	io.WriteString(h, d.ID)
	return int(h.Sum32()>>4) % n
}

// Text cuts the document into tokens, with its own sentences.
func (d *Document) Text() *text.Text {
	t := &text.Text{Source: d.Source}
	for _, s := range d.Sentences {
		first := len(t.Tokens)
		for _, k := range text.Tokenize(d.Source[s.Start:s.End]) {
			k.Start, k.End = k.Start+s.Start, k.End+s.Start
			k.Norm = norm(d.Source[k.Start:k.End])
			t.Tokens = append(t.Tokens, k)
		}
		if last := len(t.Tokens); last > first {
			t.Sentences = append(t.Sentences, text.Sentence{Start: s.Start, End: s.End, First: first, Last: last})
		}
	}
	t.Index()
	return t
}

// norm lowers a form and makes its apostrophes plain.
func norm(form string) string {
	out := make([]byte, 0, len(form))
	for _, r := range form {
		if r == '’' || r == '‘' {
			r = '\''
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return string(out)
}

// Allowed is, for each token of the document's text, the labels it may have.
func (d *Document) Allowed(t *text.Text) []chain.Set {
	out := make([]chain.Set, len(t.Tokens))
	hidden := labelsOf(d.Hidden)
	for i := range out {
		out[i] = 1<<chain.Outside | hidden
	}
	for _, s := range d.Unclear {
		first, last := t.Covering(s.Start, s.End)
		for i := first; i < last; i++ {
			out[i] = Labels.All()
		}
	}
	for _, s := range d.Names {
		first, last := t.Covering(s.Start, s.End)
		for i := first; i < last; i++ {
			out[i] = 0
			for kind := range Labels.Types {
				if s.Types>>kind&1 != 0 {
					out[i] |= 1 << Labels.Label(kind, Position(i, first, last))
				}
			}
		}
	}
	return out
}

// Position is where token i stands in a span of tokens first ≤ i < last.
func Position(i, first, last int) int {
	switch {
	case last == first+1:
		return chain.Single
	case i == first:
		return chain.Begin
	case i == last-1:
		return chain.End
	}
	return chain.Inside
}

func labelsOf(types Types) chain.Set {
	var s chain.Set
	for kind := range Labels.Types {
		if types>>kind&1 != 0 {
			s |= 0xf << Labels.Label(kind, 0)
		}
	}
	return s
}

// Recase is a copy in which every letter was put through to ("HELLO"); letters
// whose other case takes another number of bytes stay.
func (d *Document) Recase(to func(rune) rune, mark string) Document {
	out := make([]byte, 0, len(d.Source))
	for i := 0; i < len(d.Source); {
		r, n := utf8.DecodeRuneInString(d.Source[i:])
		if c := to(r); utf8.RuneLen(c) == n && r != utf8.RuneError {
			out = utf8.AppendRune(out, c)
		} else {
			out = append(out, d.Source[i:i+n]...)
		}
		i += n
	}
	copied := *d
	copied.Source = string(out)
	copied.ID += mark
	return copied
}

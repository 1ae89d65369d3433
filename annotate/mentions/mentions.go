// Package mentions finds what a report speaks of: names, noun phrases and
// pronouns, each with its kind.
//
// A span holds the noun phrase up to its head noun and its "of" phrase, with
// its quantity and adjectives and without a leading article: "13 US service
// members", "senior officials of the EU". Relative clauses, appositions and
// other prepositional phrases stay outside. Names inside a longer mention are
// mentions of their own: "ISIS-K" in "multiple ISIS-K gunmen", "Joe Biden" in
// "US president Joe Biden". Several persons are a mention of the kind they make
// together: soldiers a state force, militants an armed group, officials a
// government, others a population; one is a person. A country's name before a
// noun that is no place ("US airstrike") stands for its government.
//
// Noun phrases of no kind are mentions of the kind "other" here; package coref
// drops those that nothing else refers to.
package mentions

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names"
	"github.com/annals-project/annals/text"
)

// Finder is the component that fills Document.Mentions.
type Finder struct {
	lexicon *actors.Lexicon
	names   *names.Finder
	phrases *names.PhraseFinder
}

// New loads the embedded models and lexicons.
func New() (*Finder, error) {
	l, err := actors.Default()
	if err != nil {
		return nil, err
	}
	n, err := names.Default()
	if err != nil {
		return nil, err
	}
	p, err := names.DefaultPhrases()
	if err != nil {
		return nil, err
	}
	return &Finder{l, n, p}, nil
}

// With makes a finder of given models in place of the embedded ones.
func With(l *actors.Lexicon, n *names.Finder, p *names.PhraseFinder) *Finder { return &Finder{l, n, p} }

// Name is the component's name.
func (f *Finder) Name() string { return "mentions" }

// Requires lists the layers read.
func (f *Finder) Requires() []annotate.Layer { return []annotate.Layer{annotate.Syntax} }

// Assigns lists the layers written.
func (f *Finder) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Mentions} }

// Annotate fills d.Mentions, in the order of the text, longer before shorter.
func (f *Finder) Annotate(d *annotate.Document) {
	n := len(d.Text.Tokens)
	r := reading{Finder: f, t: d.Text, inName: make([]int32, n), heads: make([]bool, n)}
	for i := range r.inName {
		r.inName[i] = noName
	}
	named, phrases := f.phrases.FindAll(f.names, d.Text)
	r.readNames(named)
	r.readPhrases(phrases)
	for s := range d.Text.Sentences {
		r.readNominals(s)
	}
	slices.SortStableFunc(r.out, func(a, b annals.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	r.out = slices.CompactFunc(r.out, func(a, b annals.Mention) bool { return a.Span == b.Span })
	d.Mentions = append(d.Mentions, r.out...)
}

const noName = -1

// reading is the state of one document.
type reading struct {
	*Finder
	t      *text.Text
	inName []int32 // for each token, the name it is in, or noName
	heads  []bool  // tokens that head a phrase found
	names  []chain.Span
	out    []annals.Mention
}

// add appends a mention of tokens first ≤ i < last.
func (r *reading) add(first, last, head int, form annals.Form, kind annals.Kind, score float64) {
	start, end := r.t.Bytes(first, last)
	m := annals.Mention{Span: annals.Span{Start: start, End: end}, Form: form, Kind: kind, Score: score}
	m.Text = r.t.Source[start:end]
	m.Head = annals.Span{Start: r.t.Tokens[head].Start, End: r.t.Tokens[head].End}
	r.out = append(r.out, m)
	if form == annals.Nominal {
		r.heads[head] = true
	}
}

package names

import (
	"context"
	"hash/fnv"
	"io"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/model/names"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// re3d cross-validates on re3d: the phrase model learns from GUM and four fifths
// of the documents, with the names of the shipped model, which never saw re3d.
func re3d(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Names and nominals, re3d", Notes: []string{"Five-fold cross-validation by document; exact spans, a leading article ignored; pronouns and annotations below confidence 0.5 left out. " +
		"Typed: re3d's types, MilitaryPlatform with Vehicle, Money with Quantity. \"All types\" holds times, quantities and documents too. " +
		"Every phrase predicted counts, those that equal an annotation of low confidence too."}}
	data := filepath.Join(env.Data, "data")
	finder, err := names.Default()
	if err != nil {
		return r, err
	}
	reader, err := text.NewReader()
	if err != nil {
		return r, err
	}
	docs, err := corpus.RE3D(data)
	if err != nil {
		return r, err
	}
	gum, err := corpus.GUMPhrases(data, "train", finder.Resources().Actors)
	if err != nil {
		return r, err
	}
	extra := names.Tag(reader, finder, gum, false)
	tagged := names.Tag(reader, finder, docs, false)
	var m measures
	for k := range folds {
		train := append([]names.Tagged(nil), extra...)
		for i := range docs {
			if fold(docs[i].ID) != k {
				train = append(train, tagged[i])
			}
		}
		t, err := names.LearnPhrases(ctx, finder, train)
		if err != nil {
			return r, err
		}
		f := names.NewPhrases(finder.Resources(), t.Model(1))
		for i := range docs {
			if fold(docs[i].ID) == k {
				m.add(&docs[i], &tagged[i], f)
			}
		}
	}
	u, y := whole(docs, func(s string) *annotate.Document { return env.Read("", s, "") })
	const part = "cross-validated"
	r.Rows = []evaluate.Row{m.untyped.row("re3d", part, "exact F1, untyped", 66, 76), m.typed.row("re3d", part, "exact F1, typed", 61, 70),
		m.allUntyped.row("re3d, all types", part, "exact F1, untyped", 0, 0), m.allTyped.row("re3d, all types", part, "exact F1, typed", 0, 0),
		u.row("re3d", "trained on", "mentions of the whole chain, untyped", 0, 0), y.row("re3d", "trained on", "mentions of the whole chain, typed", 0, 0)}
	return r, nil
}

func fold(id string) int {
	h := fnv.New32a()
	io.WriteString(h, id)
	return int(h.Sum32()>>4) % folds
}

// measures are the counts over all types, and over those that mentions have.
type measures struct{ untyped, typed, allUntyped, allTyped count }

func (m *measures) add(d *corpus.Annotated, t *names.Tagged, f *names.PhraseFinder) {
	want := map[annals.Span]int{}
	for _, p := range d.Phrases {
		want[p.Span] = p.Type
	}
	for _, kind := range want {
		m.each(kind, func(untyped, typed *count) { untyped.gold++; typed.gold++ })
	}
	for _, s := range f.Find(t.Text, t.Named, nil) {
		start, end := t.Text.Bytes(s.First, s.Last)
		kind, ok := want[corpus.WithoutArticle(d.Source, annals.Span{Start: start, End: end})]
		m.each(s.Type, func(untyped, typed *count) {
			untyped.found++
			typed.found++
			if ok {
				untyped.right++
			}
			if ok && kind == s.Type {
				typed.right++
			}
		})
	}
}

// each calls count for the measures that a type counts in.
func (m *measures) each(kind int, do func(untyped, typed *count)) {
	do(&m.allUntyped, &m.allTyped)
	if kind < corpus.PhraseDocument {
		do(&m.untyped, &m.typed)
	}
}

// types maps kinds of mention to the types of re3d, as the contract's measure does.
var types = map[annals.Kind]int{annals.Person: corpus.PhrasePerson, annals.ArmedGroup: corpus.PhraseGroup, annals.StateForce: corpus.PhraseGroup,
	annals.Government: corpus.PhraseGroup, annals.Organisation: corpus.PhraseGroup, annals.Population: corpus.PhraseGroup,
	annals.PlaceKind: corpus.PhrasePlace, annals.Facility: corpus.PhrasePlace, annals.Weapon: corpus.PhraseWeapon, annals.Vehicle: corpus.PhraseVehicle}

// whole counts the mentions of the whole chain against re3d, which it was
// trained on: it says what the later components leave of what was found.
func whole(docs []corpus.Annotated, read func(string) *annotate.Document) (untyped, typed count) {
	for i := range docs {
		d := &docs[i]
		want := map[annals.Span]int{}
		for _, p := range d.Phrases {
			if p.Type < corpus.PhraseDocument {
				want[p.Span] = p.Type
			}
		}
		untyped.gold += len(want)
		typed.gold += len(want)
		for _, m := range read(d.Source).Mentions {
			kind, mapped := types[m.Kind]
			if !mapped || m.Form == annals.Pronoun || corpus.Pronouns[strings.ToLower(m.Text)] {
				continue
			}
			untyped.found++
			typed.found++
			if gold, ok := want[corpus.WithoutArticle(d.Source, m.Span)]; ok {
				untyped.right++
				if gold == kind {
					typed.right++
				}
			}
		}
	}
	return untyped, typed
}

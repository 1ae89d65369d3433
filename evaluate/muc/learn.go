package muc

import (
	"context"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

// Read reads texts up to where events begin.
func Read(ctx context.Context, texts []Text) ([]*annotate.Document, error) {
	reader, chain, err := before()
	if err != nil {
		return nil, err
	}
	docs := make([]*annotate.Document, len(texts))
	for i := range texts {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		article := texts[i].Article()
		d := &annotate.Document{Doc: &annals.Document{Text: article}, Text: reader.Read(article)}
		if texts[i].Published != "" {
			d.Doc.Published = &annals.Published{EDTF: texts[i].Published}
		}
		chain.Annotate(d)
		docs[i] = d
	}
	return docs, nil
}

// before is the reading chain up to the events.
func before() (*text.Reader, annotate.Chain, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, nil, err
	}
	find, err := mentions.New()
	if err != nil {
		return nil, nil, err
	}
	resolve, err := coref.New()
	if err != nil {
		return nil, nil, err
	}
	g, err := gazetteer.Open()
	if err != nil {
		return nil, nil, err
	}
	when, err := times.New()
	if err != nil {
		return nil, nil, err
	}
	chain, err := annotate.NewChain(damage.New(), find, resolve, places.New(g), when)
	return reader, chain, err
}

// answer is a text's key in the terms of package events.
func answer(t *Text) events.Answer {
	a := events.Answer{Type: EventType}
	for _, template := range t.Key {
		a.Incidents = append(a.Incidents, events.AnsweredIncident{Type: strings.Split(template.Type, " / ")[0],
			Fills: func(role annals.Role, a *annals.Annotations, ref annals.Ref) bool {
				m := Representative(a, ref)
				if m == nil {
					return false
				}
				m = fullest(a, m)
				slot, fits := slotOf(m, role)
				return fits && spells(m, template.Roles[slot])
			}})
	}
	return a
}

// Learner holds what the scorers of events learn from: texts, read up to where
// events begin, and what is observed in each.
type Learner struct {
	texts []Text
	docs  []*annotate.Document
	seen  []events.Observations
}

// NewLearner observes texts and their documents.
func NewLearner(texts []Text, docs []*annotate.Document) (*Learner, error) {
	finder, err := events.NewWith(events.Scorers{})
	if err != nil {
		return nil, err
	}
	l := &Learner{texts, docs, make([]events.Observations, len(docs))}
	for i := range docs {
		l.seen[i] = finder.Observe(fresh(docs[i]), answer(&texts[i]))
	}
	return l, nil
}

// inner is into how many parts the texts are put so that the scorers of the whole
// report learn from what the others say of texts these have not learned from.
const inner = 4

// Learn learns all scorers from some of the texts.
func (l *Learner) Learn(from func(text int) bool, settings events.Settings) (events.Scorers, error) {
	var chosen []int
	for i := range l.texts {
		if from(i) {
			chosen = append(chosen, i)
		}
	}
	without := func(part int) events.Scorers {
		var o events.Observations
		for n, i := range chosen {
			if n%inner != part {
				o.Add(l.seen[i])
			}
		}
		return events.Learn(o, settings)
	}
	var whole events.Observations
	for part := range inner {
		c, err := events.NewWith(without(part))
		if err != nil {
			return events.Scorers{}, err
		}
		for n := part; n < len(chosen); n += inner {
			i := chosen[n]
			whole.Add(c.ObserveWhole(fresh(l.docs[i]), answer(&l.texts[i])))
		}
	}
	s := without(-1)
	s.LearnWhole(whole, settings)
	return s, nil
}

// Spelling learns from some of the texts how the keys spell fillers.
func (l *Learner) Spelling(from func(text int) bool) *Spelling {
	var texts []Text
	var docs []*annotate.Document
	for i := range l.texts {
		if from(i) {
			texts, docs = append(texts, l.texts[i]), append(docs, l.docs[i])
		}
	}
	return LearnSpelling(texts, docs)
}

// folds is into how many parts the development texts are put for cross-validation.
const folds = 5

// Reading is a text as it was read, and how the keys spell fillers, both by what
// was learned from other texts.
type Reading struct {
	Doc      *annotate.Document
	Spelling *Spelling
}

// Templates are the templates of the text at an operating point.
func (r *Reading) Templates(at OperatingPoint) []Template {
	return Templates(&r.Doc.Annotations, at, r.Spelling)
}

// CrossValidated reads each text by scorers and a spelling that learned from the
// other parts only.
func (l *Learner) CrossValidated(ctx context.Context, settings events.Settings) ([]Reading, error) {
	out := make([]Reading, len(l.docs))
	for fold := range folds {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		others := func(i int) bool { return i%folds != fold }
		s, err := l.Learn(others, settings)
		if err != nil {
			return nil, err
		}
		c, err := events.NewWith(s)
		if err != nil {
			return nil, err
		}
		spelling := l.Spelling(others)
		for i := fold; i < len(out); i += folds {
			out[i] = Reading{fresh(l.docs[i]), spelling}
			c.Annotate(out[i].Doc)
		}
	}
	return out, nil
}

// fresh is a document with nothing found in it that events add.
func fresh(d *annotate.Document) *annotate.Document {
	out := &annotate.Document{Doc: d.Doc, Text: d.Text, Annotations: d.Annotations}
	out.Mentions, out.Events = slices.Clone(d.Mentions), nil
	return out
}

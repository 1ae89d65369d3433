package crossdoc

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/coref"
	"github.com/annals-project/annals/evaluate/wordnet"
	"github.com/annals-project/annals/resolve/linkage"
	"github.com/annals-project/annals/resolve/scorer"
)

// What is asked of the CoNLL average with mentions of our own.
const ownGoal = 55

// matching says when a mention of our own counts as a gold one: the two are the same
// words, or share a word.
type matching string

const (
	sameSpan matching = "same span"
	overlap  matching = "overlap"
)

// own is a set of documents with what was read in them.
type own struct {
	net  *wordnet.Net
	docs []cat.Document
	read []*annotate.Document // as docs

	pairs map[int][]scorer.Example // of annotated events, by topic
}

// ownMentions adds the rows with mentions of our own: the words of the fully
// annotated sentences that a finder learned from other topics takes for events, what
// annals reads among its reasons; participants, places and times as annals reads them.
func ownMentions(ctx context.Context, env evaluate.Env, r *evaluate.Report, docs []cat.Document, net *wordnet.Net) error {
	o := own{net: net, docs: docs}
	for i := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		o.read = append(o.read, env.Read("", docs[i].Text, ""))
	}
	if err := o.pair(); err != nil {
		return err
	}
	tuned := func(number int) bool { return number < firstHeldOut }
	for _, part := range []struct {
		name     string
		measured func(topic int) bool
		folds    int // 1: learned from the topics that may be tuned on
	}{{"cross-validated, topics 1-29", tuned, folds}, {"held out, topics 30-35", func(n int) bool { return !tuned(n) }, 1}} {
		var found prf
		scores := map[matching]*coref.CoNLL{sameSpan: {}, overlap: {}}
		for fold := range part.folds {
			measured := func(n int) bool { return part.measured(n) && n%part.folds == fold }
			if err := o.measure(measured, func(n int) bool { return tuned(n) && !measured(n) }, scores, &found); err != nil {
				return err
			}
		}
		for _, m := range []matching{sameSpan, overlap} {
			r.Rows = append(r.Rows, row(part.name, "CoNLL, own mentions, "+string(m), *scores[m], found.gold, 0, ownGoal))
		}
		p, rec, f := found.percent()
		r.Rows = append(r.Rows, evaluate.Row{Set: "ECB+", Part: part.name, Measure: "mentions of events found, overlap", Value: f, P: p, R: rec, N: found.gold})
	}
	r.Notes = append(r.Notes, "Own mentions: the words of the fully annotated sentences that a finder takes for events, learned from other topics with what annals reads among its reasons "+
		"(ECB+ marks nearly everything done, said or thought, annals only what its codebook has); participants, places and times as annals reads them. Scored as the reference scorer does with mentions that only one side has. "+
		"Same span: the same words; overlap: a mention counts as the first gold mention it shares a word with, each once.")
	return nil
}

// measure scores the topics of one part with what is learned from those of another.
func (o *own) measure(measured, from func(topic int) bool, scores map[matching]*coref.CoNLL, found *prf) error {
	var known []scorer.Example
	for _, number := range slices.Sorted(maps.Keys(o.pairs)) {
		if from(number) {
			known = append(known, o.pairs[number]...)
		}
	}
	weights := scorer.Learn(known)
	f := o.learnFinder(from)
	want, err := topicsOf(o.only(measured), o.net)
	if err != nil {
		return err
	}
	for m, score := range scores {
		got, err := o.topics(measured, func(i int) []cat.Mention { return o.find(i, f, m) })
		if err != nil {
			return err
		}
		for k := range want {
			t := &got[k]
			clusters := linkage.Average(len(t.mentions), likeness(t, weights, o.net), joinFrom)
			coref.AddDocument(score, gold(&want[k]), named(t, clusters))
			if m == overlap {
				found.add(&want[k], t)
			}
		}
	}
	return nil
}

// pair makes the examples of which events are one from the annotated events.
func (o *own) pair() error {
	topics, err := o.topics(func(int) bool { return true }, func(i int) []cat.Mention { return o.gold(i) })
	if err != nil {
		return err
	}
	o.pairs = map[int][]scorer.Example{}
	for i, e := range examples(topics, o.net) {
		o.pairs[topics[i].number] = e
	}
	return nil
}

// only are the documents of some topics as they were annotated.
func (o *own) only(in func(topic int) bool) []cat.Document {
	var out []cat.Document
	for i := range o.docs {
		if in(topicNumber(&o.docs[i])) {
			out = append(out, o.docs[i])
		}
	}
	return out
}

// topics gathers some topics with the events that pick gives for a document, and with
// the participants, places and times that were read in it.
func (o *own) topics(in func(topic int) bool, pick func(document int) []cat.Mention) ([]topic, error) {
	var out []cat.Document
	for i := range o.docs {
		if !in(topicNumber(&o.docs[i])) {
			continue
		}
		d := o.docs[i]
		d.Mentions = append(pick(i), surroundings(&d, o.read[i])...)
		out = append(out, d)
	}
	return topicsOf(out, o.net)
}

// gold are the annotated events of a document, their class as it would be read.
func (o *own) gold(i int) []cat.Mention {
	d := &o.docs[i]
	var out []cat.Mention
	for _, m := range d.Mentions {
		if m.Event() && m.Annotated {
			m.Type = classOf(o.read[i], d.Tokens[m.Tokens[0]].Span)
			out = append(out, m)
		}
	}
	return out
}

// prf counts mentions found.
type prf struct{ gold, found, right int }

func (c *prf) add(want, got *topic) {
	ids := map[string]bool{}
	for i := range want.mentions {
		ids[want.mentions[i].id] = true
	}
	c.gold += len(want.mentions)
	c.found += len(got.mentions)
	for i := range got.mentions {
		if ids[got.mentions[i].id] {
			c.right++
		}
	}
}

func (c *prf) percent() (p, r, f float64) {
	p, r = 100*float64(c.right)/float64(max(1, c.found)), 100*float64(c.right)/float64(max(1, c.gold))
	return p, r, 2 * p * r / max(1, p+r)
}

// ownID names a mention that is none of the gold ones.
func ownID(token int) string { return fmt.Sprintf("own %d", token) }

// Package crossdoc measures how well mentions of one event are found together
// across reports, on ECB+ with gold mentions.
package crossdoc

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/coref"
	"github.com/annals-project/annals/evaluate/wordnet"
	"github.com/annals-project/annals/resolve/linkage"
	"github.com/annals-project/annals/resolve/scorer"
)

// What is asked of the CoNLL average.
const (
	closes = 65
	goal   = 79
)

// Tasks are the measurements of events across reports.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "crossdoc", Run: run}} }

// topic is the mentions of the documents on one topic.
type topic struct {
	number   int
	mentions []mention
}

// heldOut says whether a topic belongs to the part that reasons and settings
// were never tuned on.
func (t *topic) heldOut() bool { return t.number >= firstHeldOut }

// firstHeldOut is the first topic that was never tuned on.
const firstHeldOut = 30

// folds is how many parts the topics are cut in: each is labelled with weights
// learned from the others.
const folds = 11

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Events across reports"}
	net, err := wordnet.Open(env.Data)
	if err != nil {
		return r, err
	}
	docs, err := cat.ECBPlus(env.Data)
	if err != nil {
		return r, err
	}
	topics, err := topicsOf(docs, net)
	if err != nil {
		return r, err
	}
	tuning, held := split(topics)
	parts := []struct {
		name     string
		measured []topic
		from     []topic // learned from; nil when each fold is learned from the others
	}{{"cross-validated, topics 1-35", topics, nil}, {"cross-validated, topics 1-29", tuning, nil}, {"held out, topics 30-35", held, tuning}}
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		ours, lemma, n := measure(p.measured, p.from, net)
		r.Rows = append(r.Rows, row(p.name, "CoNLL, gold mentions", ours, n, closes, goal), row(p.name, "CoNLL, same word is same event", lemma, n, 0, 0))
		r.Notes = append(r.Notes, fmt.Sprintf("%s: MUC %.1f, B³ %.1f, CEAF-e %.1f", p.name, ours.MUC.F1(), ours.B3.F1(), ours.CEAFe.F1()))
	}
	if err := ownMentions(ctx, env, &r, docs, net); err != nil {
		return r, err
	}
	r.Notes = append(r.Notes, "ECB+ (Cybulska & Vossen 2014), event mentions of the fully annotated sentences, joined within a topic and across its documents, single mentions counted; "+
		"the topics' two events of one kind have to be told apart. Weights are learned from other topics. Topics 30-35 were never tuned on.")
	return r, nil
}

func row(part, measure string, c coref.CoNLL, n int, closes, goal float64) evaluate.Row {
	f, p, rec := c.Average()
	return evaluate.Row{Set: "ECB+", Part: part, Measure: measure, Value: f, P: p, R: rec, N: n, Closes: closes, Goal: goal}
}

// split parts the topics that may be tuned on from those held out.
func split(topics []topic) (tuning, held []topic) {
	for _, t := range topics {
		if t.heldOut() {
			held = append(held, t)
		} else {
			tuning = append(tuning, t)
		}
	}
	return tuning, held
}

// topicsOf gathers the mentions of documents by topic, in the order of their numbers.
func topicsOf(docs []cat.Document, net *wordnet.Net) ([]topic, error) {
	rare := newRarity(docs, net)
	byTopic := map[string][]cat.Document{}
	for _, d := range docs {
		byTopic[d.Topic] = append(byTopic[d.Topic], d)
	}
	var out []topic
	for name, docs := range byTopic {
		number := topicNumber(&docs[0])
		if number == 0 {
			return nil, fmt.Errorf("topic %q of ECB+ is no number", name)
		}
		out = append(out, topic{number, gather(docs, net, rare)})
	}
	slices.SortFunc(out, func(a, b topic) int { return a.number - b.number })
	return out, nil
}

// topicNumber is the number of a document's topic, 0 when it has none.
func topicNumber(d *cat.Document) int {
	n, err := strconv.Atoi(d.Topic)
	if err != nil {
		return 0
	}
	return n
}

// measure labels each topic with weights learned from the topics of from or,
// when there are none, from those of the other folds; and beside it by equal
// words. n is the number of mentions.
func measure(topics, from []topic, net *wordnet.Net) (ours, lemma coref.CoNLL, n int) {
	label := func(t *topic, w scorer.Weights) {
		coref.AddDocument(&ours, gold(t), named(t, linkage.Average(len(t.mentions), likeness(t, w, net), joinFrom)))
		coref.AddDocument(&lemma, gold(t), byLemma(t))
		n += len(t.mentions)
	}
	if from != nil {
		w := scorer.Learn(slices.Concat(examples(from, net)...))
		for i := range topics {
			label(&topics[i], w)
		}
		return ours, lemma, n
	}
	all := examples(topics, net)
	for fold := range folds {
		var others []scorer.Example
		for i := range topics {
			if topics[i].number%folds != fold {
				others = append(others, all[i]...)
			}
		}
		w := scorer.Learn(others)
		for i := range topics {
			if topics[i].number%folds == fold {
				label(&topics[i], w)
			}
		}
	}
	return ours, lemma, n
}

// examples are the pairs of each topic.
func examples(topics []topic, net *wordnet.Net) [][]scorer.Example {
	out := make([][]scorer.Example, len(topics))
	for i := range topics {
		out[i] = pairs(&topics[i], net)
	}
	return out
}

// joinFrom is the mean probability from which two clusters are joined.
const joinFrom = 0.4

// pairs are the examples of one topic.
func pairs(t *topic, net *wordnet.Net) []scorer.Example {
	var out []scorer.Example
	for i := range t.mentions {
		for j := range i {
			a, b := &t.mentions[j], &t.mentions[i]
			if commensurable(a, b, net) {
				out = append(out, scorer.Example{Reasons: compare(a, b, net), Same: a.gold == b.gold})
			}
		}
	}
	return out
}

// likeness is how probable each pair of a topic's mentions is one event.
func likeness(t *topic, w scorer.Weights, net *wordnet.Net) []linkage.Pair {
	var out []linkage.Pair
	for i := range t.mentions {
		for j := range i {
			if a, b := &t.mentions[j], &t.mentions[i]; commensurable(a, b, net) {
				out = append(out, linkage.Pair{A: j, B: i, Likeness: 1 / (1 + math.Exp(-w.Score(compare(a, b, net))))})
			}
		}
	}
	return out
}

func gold(t *topic) coref.Clusters[string] {
	return grouped(t, func(m *mention) string { return m.gold })
}

func byLemma(t *topic) coref.Clusters[string] {
	return grouped(t, func(m *mention) string { return strings.ToLower(m.lemma) })
}

func grouped(t *topic, key func(*mention) string) coref.Clusters[string] {
	at := map[string]int{}
	var out coref.Clusters[string]
	for i := range t.mentions {
		m := &t.mentions[i]
		k, met := at[key(m)]
		if !met {
			k = len(out)
			at[key(m)] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], m.id)
	}
	return out
}

func named(t *topic, clusters [][]int) coref.Clusters[string] {
	out := make(coref.Clusters[string], len(clusters))
	for i, c := range clusters {
		for _, m := range c {
			out[i] = append(out[i], t.mentions[m].id)
		}
	}
	return out
}

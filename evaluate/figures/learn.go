package figures

import (
	"context"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events/linear"
	read "github.com/annals-project/annals/annotate/figures"
)

// Lessons are the labelled figures from which the choice of a figure's event and of its
// time is learned.
type Lessons struct{ Events, Times []linear.Group }

// Learn observes what reader sees of the labels of the tuning half that ask for events and
// times wherever they are told, in texts of the corpora that may train. before reads a
// document up to where figures begin.
func Learn(ctx context.Context, dataDir string, reader *read.Reader, before func(*annals.Document) *annotate.Document) (Lessons, error) {
	var out Lessons
	source := articles{root: dataDir}
	for _, set := range labelSets {
		windows, err := set.windows()
		if err != nil {
			return out, err
		}
		for _, w := range windows {
			if heldOut(w.doc) || set.asks != wide || corpusOf(w.doc) == "GVA" {
				continue
			}
			if ctx.Err() != nil {
				return out, ctx.Err()
			}
			a, err := source.get(w.doc)
			if err != nil {
				return out, err
			}
			d := &annals.Document{Text: a.text}
			if a.published != "" {
				d.Published = &annals.Published{EDTF: a.published}
			}
			out.learn(w, before(d), reader)
		}
	}
	return out, nil
}

// learn adds what the labels of a window teach.
func (l *Lessons) learn(w window, d *annotate.Document, reader *read.Reader) {
	seen := reader.Observe(d)
	used := map[int]bool{}
	for i := range w.labels {
		label := &w.labels[i]
		k := match(label, d, used)
		if k < 0 {
			continue
		}
		used[k] = true
		l.Events = appendLesson(l.Events, label.event, seen[k].Events)
		l.Times = appendLesson(l.Times, label.time, seen[k].Times)
	}
}

// appendLesson adds the choices of a figure of which one at least is right.
func appendLesson(to []linear.Group, want spans, choices []read.Choice) []linear.Group {
	if want.any {
		return to
	}
	var g linear.Group
	for _, c := range choices {
		g.Candidates = append(g.Candidates, c.Features)
		g.Right = append(g.Right, want.matches(c.Span))
	}
	if !slices.Contains(g.Right, true) {
		return to
	}
	return append(to, g)
}


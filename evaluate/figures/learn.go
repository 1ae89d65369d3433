package figures

import (
	"context"
	"slices"
	"strings"

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

// Told adds what a short report teaches of the first of its figures that begins with the
// given words. Of the words for its event and its time each of several is as good; "-" is
// none. It says whether there is such a figure.
func (l *Lessons) Told(d *annotate.Document, reader *read.Reader, figure string, events, times []string) bool {
	seen := reader.Observe(d)
	k := slices.IndexFunc(d.Figures, func(f annals.Figure) bool { return strings.HasPrefix(f.Text, figure) })
	if k < 0 {
		return false
	}
	l.Events = appendLesson(l.Events, worded(d.Doc.Text, events), seen[k].Events)
	l.Times = appendLesson(l.Times, worded(d.Doc.Text, times), seen[k].Times)
	return true
}

// worded are all places of words in a text.
func worded(text string, alternatives []string) spans {
	var out spans
	for _, words := range alternatives {
		if words == "-" {
			out.orNone = true
			continue
		}
		for at := 0; ; {
			i := strings.Index(text[at:], words)
			if i < 0 {
				break
			}
			out.alt = append(out.alt, annals.Span{Start: at + i, End: at + i + len(words)})
			at += i + len(words)
		}
	}
	return out
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

package train

import (
	"slices"

	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/evaluate/muc"
)

// inner is into how many parts the texts are put so that the scorers of the whole
// report learn from what the others say of texts these have not learned from.
const inner = 4

// Learn learns all scorers from texts and their documents, read up to where events begin.
func Learn(texts []muc.Text, docs []*annotate.Document, finder *events.Component, settings events.Settings) (events.Scorers, error) {
	seen := make([]events.Observations, len(docs))
	for i := range docs {
		seen[i] = finder.Observe(Fresh(docs[i]), Answer(&texts[i]))
	}
	without := func(part int) events.Scorers {
		var o events.Observations
		for i := range seen {
			if i%inner != part {
				o.Add(seen[i])
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
		for i := part; i < len(docs); i += inner {
			whole.Add(c.ObserveWhole(Fresh(docs[i]), Answer(&texts[i])))
		}
	}
	s := without(-1)
	s.LearnWhole(whole, settings)
	return s, nil
}

// Fresh is a document with nothing found in it that events add.
func Fresh(d *annotate.Document) *annotate.Document {
	out := &annotate.Document{Doc: d.Doc, Text: d.Text, Annotations: d.Annotations}
	out.Mentions, out.Events = slices.Clone(d.Mentions), nil
	return out
}

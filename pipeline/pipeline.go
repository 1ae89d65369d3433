// Package pipeline is the only place that knows all stages: it puts the
// components in order, runs them over documents, and makes statements of what
// they find.
package pipeline

import (
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/proof"
	"github.com/annals-project/annals/model"
	"github.com/annals-project/annals/text"
)

// Release is the version of annals.
const Release = "0.1"

// Extractor names the version of annals and of its models; it stands in every
// statement.
const Extractor = "annals " + Release + " model " + model.Version

// Pipeline reads documents. It is safe for use by several goroutines.
type Pipeline struct {
	reader *text.Reader
	chain  annotate.Chain
	now    func() time.Time
}

// Annotate reads a document and gives its syntax along with what was found.
func (p *Pipeline) Annotate(d *annals.Document) *annotate.Document {
	doc := &annotate.Document{Doc: d, Text: p.reader.Read(d.Text)}
	p.chain.Annotate(doc)
	return doc
}

// Read reads a document and states what it says.
func (p *Pipeline) Read(d *annals.Document) *annals.Reading {
	doc := p.Annotate(d)
	r := &annals.Reading{Document: d, Annotations: doc.Annotations, Extractor: Extractor}
	for _, s := range doc.Text.Sentences {
		r.Sentences = append(r.Sentences, annals.Span{Start: s.Start, End: s.End})
	}
	r.Statements = statements(r, func(about annals.About, ref annals.Ref) map[string]annals.Proof {
		return proof.Check(doc, about, ref)
	})
	day := p.now().UTC().Truncate(24 * time.Hour) // the day is all that the record needs to tell
	for i := range r.Statements {
		r.Statements[i].Recorded = day
	}
	return r
}

// proofs checks the fields of one element against the text.
type proofs func(annals.About, annals.Ref) map[string]annals.Proof

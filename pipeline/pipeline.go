// Package pipeline is the only place that knows all stages: it puts the
// components in order, runs them over documents, and makes statements of what
// they find.
package pipeline

import (
	"io/fs"
	"os"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/annotate/figures"
	"github.com/annals-project/annals/annotate/llm"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/relations"
	"github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/model"
	"github.com/annals-project/annals/text"
)

// Release is the version of annals.
const Release = "0.1"

// Extractor names the version of annals and of its models; it stands in every
// statement.
const Extractor = "annals " + Release + " model " + model.Version

// Options choose what a user may replace.
type Options struct {
	Rules  string        // a folder of extraction rules laid over the shipped ones; "" none
	Places []string      // gazetteer tables laid over the embedded ones
	Counts string        // how vague counts are read, a name of figures.Tables; "" figures.DefaultTable
	Model  *llm.Endpoint // a large model that may propose; nil none
}

// extractor names what reads under these options, so that a record tells apart
// what was read under others.
func (o Options) extractor() string {
	name := Extractor
	if o.Counts != "" && o.Counts != figures.DefaultTable {
		name += ", counts " + o.Counts
	}
	if o.Rules != "" {
		name += ", own rules"
	}
	if len(o.Places) > 0 {
		name += ", own places"
	}
	if o.Model != nil {
		name += ", with " + o.Model.Model
	}
	return name
}

// Pipeline reads documents. It is safe for use by several goroutines.
type Pipeline struct {
	reader    *text.Reader
	chain     annotate.Chain
	extractor string
	now       func() time.Time
}

// Extractor names what reads: this version of annals, its models and whatever a
// user replaced.
func (p *Pipeline) Extractor() string { return p.extractor }

// New builds the chain. Errors name the table or rule file at fault.
func New(o Options) (*Pipeline, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	components, err := o.components()
	if err != nil {
		return nil, err
	}
	chain, err := annotate.NewChain(components...)
	if err != nil {
		return nil, err
	}
	return &Pipeline{reader: reader, chain: chain, extractor: o.extractor(), now: time.Now}, nil
}

// components are the stages of reading, in order.
func (o Options) components() ([]annotate.Component, error) {
	var own fs.FS
	if o.Rules != "" {
		own = os.DirFS(o.Rules)
	}
	if o.Counts == "" {
		o.Counts = figures.DefaultTable
	}
	b := builder{}
	add(&b, func() (*damage.Component, error) { return damage.New(), nil })
	add(&b, mentions.New)
	add(&b, coref.New)
	add(&b, func() (*places.Component, error) {
		g, err := gazetteer.Open(o.Places...)
		if err != nil {
			return nil, err
		}
		return places.New(g), nil
	})
	add(&b, times.New)
	add(&b, events.New)
	add(&b, func() (*figures.Reader, error) { return figures.New(o.Counts) })
	add(&b, func() (*claims.Claims, error) { return claims.New(own) })
	add(&b, func() (*relations.Relations, error) { return relations.New(own) })
	if o.Model != nil {
		add(&b, func() (*llm.Component, error) { return llm.New(*o.Model) })
	}
	return b.components, b.err
}

// builder gathers components until one cannot be made.
type builder struct {
	components []annotate.Component
	err        error
}

func add[C annotate.Component](b *builder, open func() (C, error)) {
	if b.err != nil {
		return
	}
	component, err := open()
	if err != nil {
		b.err = err
		return
	}
	b.components = append(b.components, component)
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
	r := &annals.Reading{Document: d, Annotations: doc.Annotations, Extractor: p.extractor}
	for _, s := range doc.Text.Sentences {
		r.Sentences = append(r.Sentences, annals.Span{Start: s.Start, End: s.End})
	}
	r.Statements = statements(r, doc)
	day := p.now().UTC().Truncate(24 * time.Hour) // the day is all that the record needs to tell
	for i := range r.Statements {
		r.Statements[i].Recorded = day
	}
	return r
}

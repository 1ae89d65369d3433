// Package llm lets a large language model propose annotations, and lets the text
// dispose of them.
//
// It is off unless an Endpoint is given. Any service that answers
// chat-completion requests with JSON held to a schema will do. Each proposal
// cites words of the report; what the text does not prove at that place is
// dropped and counted. What the rules read is never changed. See README.md for
// what is sent and what is kept.
package llm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/gazetteer/actors"
)

// Endpoint says which model may be asked, and who is told of it.
type Endpoint struct {
	URL     string          // base of the service, "http://localhost:8080/v1"
	Model   string          // its name there
	Timeout time.Duration   // longest wait for one answer; 0 is DefaultTimeout
	Context context.Context // ends all asking; nil never does
	Log     io.Writer       // is told what leaves the machine before it leaves, and what failed; must be given
}

// DefaultTimeout is the longest wait for one answer: a model on a desk takes its time.
const DefaultTimeout = 2 * time.Minute

// Confidence of what a model proposed and the text proved: that of a rule in much
// doubt, because which type or role it is remains the model's word.
const Confidence = 0.3

// patience is how many documents in a row may fail before the model is left alone.
const patience = 3

// Component asks the model about each document. It may be shared by goroutines.
type Component struct {
	endpoint Endpoint
	client   *client
	standing *events.Component
	nouns    *actors.Lexicon
	tables   *tables

	mu     sync.Mutex
	tally  Tally
	failed int // documents in a row without an answer
}

// New makes the component; the service is not called yet. The key of the
// service, if it wants one, is read from the environment variable KeyVariable.
func New(e Endpoint) (*Component, error) {
	if e.Log == nil {
		return nil, errors.New("model: nobody would be told what leaves the machine: give a log")
	}
	if e.Timeout <= 0 {
		e.Timeout = DefaultTimeout
	}
	if e.Context == nil {
		e.Context = context.Background()
	}
	c, err := newClient(e)
	if err != nil {
		return nil, err
	}
	standing, err := events.NewWith(events.Scorers{})
	if err != nil {
		return nil, err
	}
	nouns, err := actors.Default()
	if err != nil {
		return nil, err
	}
	t, err := loadTables()
	if err != nil {
		return nil, err
	}
	return &Component{endpoint: e, client: c, standing: standing, nouns: nouns, tables: t, tally: newTally(e.Model)}, nil
}

// Name is the component's name.
func (*Component) Name() string { return "model" }

// Requires all that is read: proposals are held against it, names and dates come from it.
func (*Component) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions, annotate.Entities, annotate.Places, annotate.Times,
		annotate.Events, annotate.Figures, annotate.Claims, annotate.Relations}
}

// Assigns no layer of its own.
func (*Component) Assigns() []annotate.Layer { return nil }

// Annotate sends the document, private names masked, and adds what the text
// proves of the answer. When the model does not answer, the document stays as it is.
func (c *Component) Annotate(d *annotate.Document) {
	if d.Text == nil || len(d.Text.Tokens) == 0 || c.endpoint.Context.Err() != nil || c.givenUp() {
		return
	}
	sent, masked := Mask(d)
	pieces := cut(d.Text)
	report := c.announce(len(sent), pieces, masked)
	j := newJudge(c, d, sent)
	var err error
	for _, piece := range pieces {
		var a *answer
		if a, err = c.client.ask(c.endpoint.Context, piece.In(sent)); err != nil {
			break
		}
		j.weigh(piece, a)
	}
	c.settle(report, j.counts, err)
}

// Tally is what has become of the proposals so far.
func (c *Component) Tally() Tally {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.tally.clone()
}

func (c *Component) givenUp() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed >= patience
}

// say writes one line; the lock keeps lines whole and in the order of sending.
func (c *Component) say(format string, args ...any) {
	fmt.Fprintf(c.endpoint.Log, "annals: "+format+"\n", args...)
}

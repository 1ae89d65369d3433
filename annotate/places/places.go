// Package places finds the names of places in a report and says which places
// they are, with a precision that is never finer than the text.
//
// A name is known by the gazetteer or stands where a place would; a linear
// classifier trained on annotated text tells it from persons, organisations and
// words. Which of the places of a name is meant is chosen by its inhabitants,
// its kind, what the text puts it inside, and where the rest of the story plays.
package places

import (
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer"
)

// Component finds and resolves places. It is safe for use by several goroutines.
type Component struct {
	gazetteer *gazetteer.Gazetteer
	weights   weights
}

// New gives the component over a gazetteer.
func New(g *gazetteer.Gazetteer) *Component {
	return &Component{gazetteer: g, weights: trained()}
}

// Name is "places".
func (c *Component) Name() string { return "places" }

// Requires is the mentions, so that what is found can be told from them.
func (c *Component) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions}
}

// Assigns is the places.
func (c *Component) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Places} }

// Package annotate says what a component of the reading chain is. Each
// component has a folder of its own below this one.
package annotate

import (
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// Document is a report while it is read: its nouns, its syntax, and what has
// been found so far. Offsets are bytes of Doc.Text.
type Document struct {
	Doc  *annals.Document
	Text *text.Text
	annals.Annotations
}

// Layer names something a component needs or makes.
type Layer string

// Layers, in the order they can be made.
const (
	Syntax    Layer = "syntax"    // Text, with tags and heads
	Damage    Layer = "damage"    // Notes on lost words
	Mentions  Layer = "mentions"  // Mentions, with kinds
	Entities  Layer = "entities"  // Entities, and Mention.Entity
	Places    Layer = "places"    // Mention.Place; adds place mentions that were missed
	Times     Layer = "times"     // Times
	Events    Layer = "events"    // Events, with status, arguments, time, place
	Figures   Layer = "figures"   // Figures
	Claims    Layer = "claims"    // Claims, and the Claim of events and figures inside them
	Relations Layer = "relations" // Relations, and what they tell about entities
)

// Component reads a document and adds what it finds. It must be safe for use by
// several goroutines on different documents, and must not fail: what it cannot
// read it leaves out.
type Component interface {
	Name() string
	Requires() []Layer // must be there before
	Assigns() []Layer  // are there after
	Annotate(*Document)
}

// Chain is components in an order in which each finds what it requires.
type Chain []Component

// NewChain checks that each component's layers are made before it runs. The
// syntax layer is there from the start.
func NewChain(components ...Component) (Chain, error) {
	have := map[Layer]bool{Syntax: true}
	for _, c := range components {
		for _, l := range c.Requires() {
			if !have[l] {
				return nil, fmt.Errorf("component %s needs the layer %q, which nothing before it makes", c.Name(), l)
			}
		}
		for _, l := range c.Assigns() {
			have[l] = true
		}
	}
	return components, nil
}

// Annotate runs the chain over one document.
func (c Chain) Annotate(d *Document) {
	for _, component := range c {
		component.Annotate(d)
	}
}

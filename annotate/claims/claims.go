// Package claims finds who says what in a report: the words that name the
// speaker, the cue, and what is said, in direct, indirect and mixed speech.
//
// Cues are found by the rules in rules/*.rules; spans follow from syntax and
// quotation marks; speech that goes on without a cue is carried over.
package claims

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/pattern"
)

//go:embed rules/*.rules
var shipped embed.FS

// Claims is the component.
type Claims struct {
	rules   *pattern.Set
	lexicon *lexicon
}

// New loads the shipped rules and, where own is not nil, the claims/*.rules files
// of own over them.
func New(own fs.FS) (*Claims, error) {
	l, err := newLexicon()
	if err != nil {
		return nil, err
	}
	base, err := fs.Sub(shipped, "rules")
	if err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	set, err := pattern.Load(l.lists(), base, pattern.Below(own, "claims"))
	if err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	return &Claims{rules: set, lexicon: l}, nil
}

// Name is the component's name.
func (c *Claims) Name() string { return "claims" }

// Requires are the layers that must be there.
func (c *Claims) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions, annotate.Entities}
}

// Assigns are the layers that are there afterwards.
func (c *Claims) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Claims} }

// Annotate finds the claims of a document, says which claim each event and
// figure stands inside, and notes where a speaker contradicts himself.
func (c *Claims) Annotate(d *annotate.Document) {
	r := newReading(c, d)
	r.findSayings()
	r.findTrailing()
	r.findLeading()
	r.findNested()
	r.findTurns()
	r.findIssued()
	r.attachQuotations()
	r.carry()
	r.dropAsides()
	r.findWhole()
	r.findFree()
	r.emit()
	assignInside(d)
	noteContradictions(d, r.view)
}

// Around is the innermost claim that asserts what stands in the span: of several
// whose content holds it the one with the shortest. What a claim presupposes, as
// "condemned the attack" does, it does not assert. 0 when the report says it itself.
func Around(claims []annals.Claim, s annals.Span) annals.Ref {
	best, length := annals.Ref(0), 0
	for i := range claims {
		if claims[i].Presupposed.Contains(s) {
			continue
		}
		inside, total := false, 0
		for _, piece := range claims[i].Content {
			inside = inside || piece.Contains(s)
			total += piece.Len()
		}
		if inside && (best == 0 || total < length) {
			best, length = annals.Ref(i+1), total
		}
	}
	return best
}

// assignInside gives each event and figure the claim it stands inside.
func assignInside(d *annotate.Document) {
	for i := range d.Events {
		d.Events[i].Claim = Around(d.Claims, d.Events[i].Trigger)
	}
	for i := range d.Figures {
		d.Figures[i].Claim = Around(d.Claims, d.Figures[i].Span)
	}
}

// Package pattern is a small language for extraction rules over dependency
// syntax. A rule is data: it stands in a text file with examples beside it,
// and is compiled into an index that finds the few rules a word can start.
//
// The language is described in README.md. Offsets are token indices of
// text.Text; text.None means that an optional node was not there.
package pattern

import "fmt"

// MaxNodes is the most nodes one rule may have: a match fits on the stack.
const MaxNodes = 16

// Rule is one compiled rule.
type Rule struct {
	Name       string
	File       string
	Line       int
	Properties map[string]string // what the header says: type=hostile_to
	Captures   []string          // names of captures, in the order of the pattern
	Examples   []Example

	steps []step
	slots []int // node of each capture
}

// Property is the value a rule's header gives for key, "" when it gives none.
func (r *Rule) Property(key string) string { return r.Properties[key] }

// Example is a sentence that a rule must or must not match.
type Example struct {
	Line     int
	Match    bool
	Text     string            // without the brackets
	Captures map[string]string // capture name to the words that hold its token
}

// Error says what is wrong in a rule file, where, and what to do.
type Error struct {
	File    string
	Line    int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// relation is how a node stands to the one before it.
type relation uint8

const (
	anchor        relation = iota
	child                  // >dep
	governor               // <dep
	descendant             // >>dep
	ancestor               // <<dep
	next                   // .
	later                  // ..
	previous               // ,
	earlier                // ,,
	sibling                // $
	siblingLater           // $.
	siblingBefore          // $,
)

// need is what a rule wants of a node.
type need uint8

const (
	required need = iota
	absent        // !>dep {…}: there must be none
	optional      // ?>dep {…}: captured when there is one
)

// step finds one node. Steps stand in pre-order, so that the node a step
// starts from is bound before it; end is the step after its own subtree.
type step struct {
	from      int
	end       int
	relation  relation
	need      need
	conjuncts bool
	shared    bool // also subjects shared with another verb or stood for by "which"
	deps      []string
	tests     []test
}

// field is what a test looks at.
type field uint8

const (
	lemmaField field = iota
	normField
	uposField
	xposField
	depField
	kindField
	formField
	featField
)

var fieldNames = map[string]field{"lemma": lemmaField, "norm": normField, "upos": uposField, "xpos": xposField,
	"dep": depField, "kind": kindField, "form": formField, "feat": featField}

// test is one condition on a node: its field is one of the values.
type test struct {
	field  field
	not    bool
	values map[string]bool
}

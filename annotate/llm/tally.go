package llm

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// Outcome is what became of a proposal, or of a field of one.
type Outcome string

// Outcomes. All but Kept and Known are reasons why something was dropped.
const (
	Kept            Outcome = "kept"
	Known           Outcome = "already read"
	NoQuote         Outcome = "quote not in the text"
	LongQuote       Outcome = "quote too long"
	ManyQuotes      Outcome = "quote stands in several places"
	ToMachine       Outcome = "from words addressed to a machine"
	NoWords         Outcome = "words not in the quote"
	NoName          Outcome = "name not among the mentions of the quote"
	NoNumber        Outcome = "not one number in the words cited"
	WrongNumber     Outcome = "number differs from the words cited"
	NoPeople        Outcome = "counts no people"
	PartOfOther     Outcome = "part of a date or a longer number"
	NoCue           Outcome = "no word in the quote says so"
	NotTied         Outcome = "the syntax does not tie the words together"
	OtherStanding   Outcome = "the text says otherwise whether it happened"
	NoDate          Outcome = "date not in the quote"
	NoPlace         Outcome = "place not among the mentions of the quote"
	WrongRole       Outcome = "role against the syntax"
	NothingProven   Outcome = "no participant proven"
	WrongKind       Outcome = "wrong kind of participant"
	UnknownValue    Outcome = "value outside the schema"
	FailedProof     Outcome = "failed the proof"
	TooManyProposed Outcome = "too many proposals"
)

// Tally counts what was sent and what became of the answers.
type Tally struct {
	Model    string
	Sent     int // documents
	Failed   int // of them, those not answered to the end
	Outcomes map[Outcome]int
}

func newTally(model string) Tally { return Tally{Model: model, Outcomes: map[Outcome]int{}} }

func (t Tally) clone() Tally {
	t.Outcomes = maps.Clone(t.Outcomes)
	return t
}

// Dropped is how many proposals, or fields of them, the text did not prove.
func (t Tally) Dropped() int { return dropped(t.Outcomes) }

func dropped(outcomes map[Outcome]int) int {
	n := 0
	for o, k := range outcomes {
		if o != Kept && o != Known {
			n += k
		}
	}
	return n
}

// String is one line: what was sent, kept and dropped, and why.
func (t Tally) String() string {
	return fmt.Sprintf("model %s: %d reports sent, %d not answered; %s", t.Model, t.Sent, t.Failed, told(t.Outcomes))
}

// told are outcomes in words, the reasons most frequent first.
func told(outcomes map[Outcome]int) string {
	s := fmt.Sprintf("%d proposals kept, %d already read, %d dropped", outcomes[Kept], outcomes[Known], dropped(outcomes))
	var why []string
	for _, o := range slices.SortedFunc(maps.Keys(outcomes), func(a, b Outcome) int {
		return cmp.Or(outcomes[b]-outcomes[a], strings.Compare(string(a), string(b)))
	}) {
		if o != Kept && o != Known {
			why = append(why, fmt.Sprintf("%s %d", o, outcomes[o]))
		}
	}
	if len(why) > 0 {
		s += " (" + strings.Join(why, ", ") + ")"
	}
	return s
}

// announce counts a document and says what of it leaves the machine, where to,
// and gives its number.
func (c *Component) announce(size int, pieces []annals.Span, masked int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.tally.Sent++
	end := pieces[len(pieces)-1].End
	cut := ""
	if end < size {
		cut = fmt.Sprintf(" (the rest of %d stays)", size)
	}
	c.say("report %d goes to %s, model %s: %d bytes%s in %d requests, %d private names masked",
		c.tally.Sent, c.client.host, c.endpoint.Model, end, cut, len(pieces), masked)
	return c.tally.Sent
}

// settle adds the outcomes of a document and says them, or why it was not
// answered. A context that ended is no fault of the service and needs no line.
func (c *Component) settle(report int, counts map[Outcome]int, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for o, n := range counts {
		c.tally.Outcomes[o] += n
	}
	if err == nil {
		c.failed = 0
		c.say("report %d: %s", report, told(counts))
		return
	}
	c.tally.Failed++
	if c.endpoint.Context.Err() != nil {
		return
	}
	c.failed++
	c.say("%v; report %d is read without its proposals", err, report)
	if c.failed == patience {
		c.say("model %s has failed %d reports in a row; it is not asked again", c.endpoint.Model, patience)
	}
}

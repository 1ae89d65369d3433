package llm

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/proof"
)

// mostProposals is how many proposals of one kind are looked at for a piece of
// text; a model that gives more has lost its way.
const mostProposals = 100

// judge holds the proposals for one document against its text.
type judge struct {
	*Component
	d         *annotate.Document
	sent      string // what the model was shown: the text, names masked, offsets the same
	rule      string
	addressed []annals.Span // paragraphs that talk to a machine
	counts    map[Outcome]int
}

func newJudge(c *Component, d *annotate.Document, sent string) *judge {
	return &judge{Component: c, d: d, sent: sent, rule: "model " + c.endpoint.Model,
		addressed: toMachine(d, c.tables.addressed), counts: map[Outcome]int{}}
}

// toMachine are the paragraphs that hold a phrase by which a text talks to a
// machine. A report about such things loses proposals by it, and nothing else.
func toMachine(d *annotate.Document, phrases []string) []annals.Span {
	var out []annals.Span
	paragraphs := map[int]annals.Span{}
	last := 0
	for _, s := range d.Text.Sentences {
		p, ok := paragraphs[s.Paragraph]
		if !ok {
			p.Start = s.Start
		}
		p.End, last = s.End, s.Paragraph
		paragraphs[s.Paragraph] = p
	}
	for n := 0; n <= last; n++ {
		p := paragraphs[n]
		low := strings.Join(strings.Fields(strings.ToLower(p.In(d.Doc.Text))), " ")
		for _, phrase := range phrases {
			if strings.Contains(low, phrase) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// weigh goes through an answer. Claims come first, so that what else is proposed
// may stand inside one.
func (j *judge) weigh(piece annals.Span, a *answer) {
	each(j, piece, a.Claims, func(p *claimProposal) citation { return p.citation }, j.claim)
	each(j, piece, a.Events, func(p *eventProposal) citation { return p.citation }, j.event)
	each(j, piece, a.Figures, func(p *figureProposal) citation { return p.citation }, j.figure)
	each(j, piece, a.Relations, func(p *relationProposal) citation { return p.citation }, j.relation)
}

// each finds the quote of every proposal of one kind, judges and counts it.
func each[P any](j *judge, piece annals.Span, proposals []P, cite func(*P) citation, judged func(annals.Span, *P) Outcome) {
	if extra := len(proposals) - mostProposals; extra > 0 {
		j.counts[TooManyProposed] += extra
		proposals = proposals[:mostProposals]
	}
	for i := range proposals {
		quote, outcome := j.cited(piece, cite(&proposals[i]))
		if outcome == "" {
			outcome = judged(quote, &proposals[i])
		}
		j.counts[outcome]++
	}
}

// proven says that no field failed.
func proven(fields proof.Fields) bool {
	for _, r := range fields {
		if r.Verdict == annals.Unsupported {
			return false
		}
	}
	return len(fields) > 0
}

// keep adds an element, has it proven, and takes it back when that fails.
func keep[E any](list *[]E, e E, check func(annals.Ref) proof.Fields) Outcome {
	*list = append(*list, e)
	if !proven(check(annals.Ref(len(*list)))) {
		*list = (*list)[:len(*list)-1]
		return FailedProof
	}
	return Kept
}

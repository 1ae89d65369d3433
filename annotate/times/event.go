package times

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/text"
)

// How an event came by its time, as Assignment.Derived says.
const (
	SameClause   = "time of the clause"
	SameSentence = "time of the sentence"
	Carried      = "time carried from the sentence before"
	FromLead     = "time of the sentence a title stands for"
	ToldNext     = "time of the sentence that tells when it happened"
	OnlyDay      = "only day the report tells"
	FromLabel    = "time of the words that open the paragraph"
)

// Assignment is the time of an event. The zero Assignment is no time.
type Assignment struct {
	Time    annals.Ref  // into Times; 0 none
	EDTF    string      // of the time, or of the range it is an end of; "" unknown
	Derived string      // how it follows
	Anchor  annals.Span // where the time stands
}

// ForEvent says when what a trigger names took place, by the times of the
// document: one its verb governs, else one of its clause, else the only one of its
// sentence, else the one the sentences just before it in its paragraph told, else
// the one at which the next sentence says it happened, else the one that its
// paragraph opens with, else the day of a short report that tells of one day alone. An event that none of these date stays without: publication is no date of an
// event.
func ForEvent(d *annotate.Document, trigger annals.Span) Assignment {
	if d.Text == nil || len(d.Times) == 0 {
		return Assignment{}
	}
	w := when{d: d, t: d.Text}
	s := w.t.SentenceAt(trigger.Start)
	if s < 0 || w.t.TokenAt(trigger.Start) >= len(w.t.Tokens) {
		return Assignment{}
	}
	if ref, how := w.inSentence(s, trigger); ref > 0 {
		got := w.assign(ref, how)
		if w.inWhen(w.t.TokenAt(trigger.Start), got.Anchor) {
			got.EDTF = closed(got.EDTF)
		}
		return got
	}
	if w.historic(s, trigger) {
		return Assignment{}
	}
	if w.t.Sentences[s].Heading {
		return w.fromLead(s, trigger)
	}
	if w.inQuotes(s, trigger) {
		return Assignment{}
	}
	if got := w.sameOperation(s, trigger); got.Time > 0 {
		return got
	}
	for back := s - 1; back >= 0 && back >= s-carrySentences; back-- {
		if w.t.Sentences[back].Paragraph != w.t.Sentences[s].Paragraph {
			break
		}
		if ref := w.mainTime(back, trigger); ref > 0 {
			return w.assign(ref, Carried)
		}
	}
	if got := w.toldNext(s, trigger); got.Time > 0 {
		return got
	}
	if got := w.labelled(trigger); got.Time > 0 {
		return got
	}
	return w.onlyDay(s, trigger)
}

// carrySentences is how far a time told is carried within a paragraph.
const carrySentences = 2

// when answers for one document.
type when struct {
	d *annotate.Document
	t *text.Text
}

// assign makes the assignment of a time; an end of a range stands for the range
// when the range begins with it.
func (w *when) assign(ref annals.Ref, how string) Assignment {
	t := w.d.Times[ref-1]
	for k := range w.d.Times {
		over := &w.d.Times[k]
		if over.Derived == rangeStep && over.Contains(t.Span) && over.Len() > t.Len() {
			ref, t = annals.Ref(k+1), *over
			break
		}
	}
	return Assignment{Time: ref, EDTF: t.EDTF, Derived: how, Anchor: t.Span}
}

// dates says whether a time can date an event: a DATE or TIME with a date of its
// own, or a stretch of time that has ends. What an event is compared with ("than
// in 2008", "the first since 1992") dates it not, nor does a dateline.
func (w *when) dates(t *annals.Time) bool {
	if t.EDTF == "" || t.Type == "SET" || t.Dateline {
		return false
	}
	first := w.t.TokenAt(t.Start)
	for i := first - 1; i >= 0 && i >= first-comparedWithin; i-- {
		if isCue("comparing", w.t.Tokens[i].Norm) || w.t.Tokens[i].XPOS == "JJS" {
			return false
		}
	}
	return true
}

// comparedWithin is how many words before a time may compare.
const comparedWithin = 4

// fromLead is the time of the first full sentence after a heading.
func (w *when) fromLead(heading int, trigger annals.Span) Assignment {
	for s := heading + 1; s < len(w.t.Sentences); s++ {
		if w.t.Sentences[s].Heading {
			continue
		}
		if ref := w.mainTime(s, trigger); ref > 0 {
			return w.assign(ref, FromLead)
		}
		break
	}
	return Assignment{}
}

// sameOperation is the time of the last sentence that told of the operation which
// sentence s points back to: "during the raid" after "a raid on Sunday". It
// reaches over paragraphs.
func (w *when) sameOperation(s int, trigger annals.Span) Assignment {
	for i := w.t.Sentences[s].First; i < w.t.Sentences[s].Last; i++ {
		if !isCue("operation", w.t.Tokens[i].Lemma) || !w.pointsBack(i) {
			continue
		}
		for back := s - 1; back >= 0; back-- {
			if !w.tellsOf(back, w.t.Tokens[i].Lemma) {
				continue
			}
			if ref := w.mainTime(back, trigger); ref > 0 {
				return w.assign(ref, Carried)
			}
			break
		}
	}
	return Assignment{}
}

// pointsBack says whether a noun is one told of before: "the raid", "this raid".
func (w *when) pointsBack(noun int) bool {
	det := w.t.Child(noun, "det")
	if det == text.None {
		return false
	}
	switch w.t.Tokens[det].Norm {
	case "the", "this", "these", "those":
		return w.t.Child(noun, "nmod") == text.None && w.t.Child(noun, "acl") == text.None
	}
	return false
}

// tellsOf says whether a noun of this lemma stands in sentence s.
func (w *when) tellsOf(s int, lemma string) bool {
	for _, k := range w.t.Tokens[w.t.Sentences[s].First:w.t.Sentences[s].Last] {
		if k.Lemma == lemma {
			return true
		}
	}
	return false
}

// inQuotes says whether quotation marks stand open before the trigger in its
// sentence: what is said is not of the time of the story.
func (w *when) inQuotes(s int, trigger annals.Span) bool {
	open := false
	for i := w.t.Sentences[s].First; i < w.t.Sentences[s].Last && w.t.Tokens[i].Start < trigger.Start; i++ {
		switch w.t.Form(i) {
		case `"`, "“", "”", "``", "''":
			open = !open
		}
	}
	return open
}

// timesIn are the times, by ref, that can date an event and lie in a span.
func (w *when) timesIn(s annals.Span) []annals.Ref {
	var out []annals.Ref
	for k := range w.d.Times {
		t := &w.d.Times[k]
		if t.Start >= s.End {
			break
		}
		if s.Contains(t.Span) && w.dates(t) && t.Derived != rangeStep {
			out = append(out, annals.Ref(k+1))
		}
	}
	return out
}

// inSentence picks the time of the trigger's own sentence.
func (w *when) inSentence(s int, trigger annals.Span) (annals.Ref, string) {
	sentence := w.t.Sentences[s]
	candidates := w.timesIn(annals.Span{Start: sentence.Start, End: sentence.End})
	if len(candidates) == 0 {
		return 0, ""
	}
	verb := w.t.TokenAt(trigger.Start)
	best, bestCost := annals.Ref(0), maxCost
	for _, ref := range candidates {
		if w.follows(verb, w.d.Times[ref-1].Span) {
			return ref, SameClause
		}
		if w.aftermath("aftermath", ref, verb) || w.aftermath("confirming", ref, verb) {
			continue
		}
		if cost := w.cost(verb, w.d.Times[ref-1].Span); cost < bestCost {
			best, bestCost = ref, cost
		}
	}
	switch {
	case best == 0:
		return 0, ""
	case bestCost < clauseStep:
		return best, SameClause
	}
	return best, SameSentence
}

// mainTime is the one time that dates a sentence for a trigger of another, told again
// or not; 0 when there are several or none, or it is that of what followed an act.
func (w *when) mainTime(s int, trigger annals.Span) annals.Ref {
	sentence := w.t.Sentences[s]
	candidates := w.timesIn(annals.Span{Start: sentence.Start, End: sentence.End})
	if len(candidates) == 0 {
		return 0
	}
	for _, other := range candidates[1:] {
		if strings.TrimRight(w.d.Times[other-1].EDTF, "~") != strings.TrimRight(w.d.Times[candidates[0]-1].EDTF, "~") {
			return 0
		}
	}
	v, err := edtf.Parse(w.d.Times[candidates[0]-1].EDTF)
	if err != nil || v.Precision() > edtf.Day || w.afterPublication(v) || w.aftermath("aftermath", candidates[0], w.t.TokenAt(trigger.Start)) {
		return 0
	}
	return candidates[0]
}

// afterPublication says whether a date lies after the day of publication: a plan,
// not what the next sentence tells of.
func (w *when) afterPublication(v edtf.Value) bool {
	if w.d.Doc.Published == nil {
		return false
	}
	published, err := edtf.Parse(w.d.Doc.Published.EDTF)
	if err != nil {
		return false
	}
	from, ok1 := v.Earliest()
	day, ok2 := published.Latest()
	return ok1 && ok2 && from.After(day)
}

// historic says whether the trigger's clause tells of what lies further back
// than the sentence before it: "had attacked".
func (w *when) historic(s int, trigger annals.Span) bool {
	aux := w.t.Child(w.t.TokenAt(trigger.Start), "aux")
	return aux != text.None && w.t.Tokens[aux].Norm == "had"
}

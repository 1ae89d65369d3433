package times

import (
	"strings"
	"time"

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
// sentence, else the one the sentences just before it in its paragraph told. An
// event that none of these date stays without: publication is no date of an
// event.
func ForEvent(d *annotate.Document, trigger annals.Span) Assignment {
	w := when{d: d, t: d.Text}
	s := w.t.SentenceAt(trigger.Start)
	if s < 0 || len(d.Times) == 0 {
		return Assignment{}
	}
	if ref, how := w.inSentence(s, trigger); ref > 0 {
		return w.assign(ref, how)
	}
	if w.historic(s, trigger) {
		return Assignment{}
	}
	if w.t.Sentences[s].Heading {
		return w.fromLead(s)
	}
	if w.inQuotes(s, trigger) {
		return Assignment{}
	}
	for back := s - 1; back >= 0 && back >= s-carrySentences; back-- {
		if w.t.Sentences[back].Paragraph != w.t.Sentences[s].Paragraph {
			break
		}
		if ref := w.mainTime(back); ref > 0 {
			return w.assign(ref, Carried)
		}
	}
	return Assignment{}
}

// NewsOfTheDay is the Derived of an event that a report's lead tells of as new.
const NewsOfTheDay = "news of the day of publication"

// ForNews is ForEvent, and for what a report tells as new without a date, the day
// of publication and the one before as an interval. As new it tells its title and
// lead, what is said in it, and what "has" happened or is. That is a convention,
// wrong for features and weeklies; a caller that wants only what the text says
// uses ForEvent.
func ForNews(d *annotate.Document, trigger annals.Span) Assignment {
	got := ForEvent(d, trigger)
	p := d.Doc.Published
	if got.EDTF != "" || got.Time > 0 || p == nil {
		return got
	}
	w := when{d: d, t: d.Text}
	s := w.t.SentenceAt(trigger.Start)
	if s < 0 || w.historic(s, trigger) || w.coming(trigger) || !w.inLead(s) && !w.fresh(trigger) {
		return got
	}
	day, err := time.Parse(time.DateOnly, p.EDTF)
	if err != nil {
		return got
	}
	return Assignment{EDTF: interval(day.AddDate(0, 0, -1), day), Derived: NewsOfTheDay, Anchor: p.Span}
}

// leadSentences is how many sentences of a report tell its news, beside its title.
const leadSentences = 3

// inLead says whether sentence s is a heading at the top or one of the first of
// the text.
func (w *when) inLead(s int) bool {
	told := 0
	for k := range w.t.Sentences[:s] {
		if !w.t.Sentences[k].Heading {
			told++
		}
	}
	return told < leadSentences
}

// reporting are verbs of saying, by their forms in news.
var reporting = wordSet("said says say stated states told announced announces reported reports added adds claimed confirmed commented " +
	"declared declined warned described stressed predicted replied noted insisted denied urged called explained")

// fresh says whether the trigger is a verb of saying, or one in the present or
// present perfect.
func (w *when) fresh(trigger annals.Span) bool {
	i := w.t.TokenAt(trigger.Start)
	if i >= len(w.t.Tokens) {
		return false
	}
	k := &w.t.Tokens[i]
	if reporting[k.Norm] || k.XPOS == "VBZ" || k.XPOS == "VBP" {
		return true
	}
	aux := w.t.Child(i, "aux")
	return aux != text.None && (w.t.Tokens[aux].XPOS == "VBZ" || w.t.Tokens[aux].XPOS == "VBP")
}

// coming says whether the trigger tells of what is still to be.
func (w *when) coming(trigger annals.Span) bool {
	i := w.t.TokenAt(trigger.Start)
	if i >= len(w.t.Tokens) || w.t.Tokens[i].UPOS != text.VERB {
		return false
	}
	return verbTense(w.t, i) == forth || w.t.Tokens[i].XPOS == "VB"
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
// in 2008", "the first since 1992") dates it not.
func (w *when) dates(t *annals.Time) bool {
	if t.EDTF == "" || t.Type == "SET" {
		return false
	}
	first := w.t.TokenAt(t.Start)
	for i := first - 1; i >= 0 && i >= first-comparedWithin; i-- {
		if comparing[w.t.Tokens[i].Norm] || w.t.Tokens[i].XPOS == "JJS" {
			return false
		}
	}
	return true
}

// comparing are words that lead to a time an event is compared with, within so
// many words before it.
var comparing = wordSet("compared than versus originally first")

const comparedWithin = 3

// fromLead is the time of the first full sentence after a heading.
func (w *when) fromLead(heading int) Assignment {
	for s := heading + 1; s < len(w.t.Sentences); s++ {
		if w.t.Sentences[s].Heading {
			continue
		}
		if ref := w.mainTime(s); ref > 0 {
			return w.assign(ref, FromLead)
		}
		break
	}
	return Assignment{}
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
	if verb >= len(w.t.Tokens) {
		return 0, ""
	}
	best, bestCost := annals.Ref(0), maxCost
	for _, ref := range candidates {
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

// What a step along the arcs between trigger and time costs: a step that stays
// in a clause little, one that leaves it much, so that a time of the trigger's
// own clause always wins. What is said or thought is told apart from when it was
// said: no time passes the arc between.
const (
	arcStep    = 1
	clauseStep = 20
	maxCost    = 60
)

// clauseSteps is what it costs to pass an arc between one clause and another.
var clauseSteps = map[string]int{"ccomp": maxCost, "parataxis": maxCost, "csubj": maxCost, "advcl": clauseStep, "acl": clauseStep,
	"conj": clauseStep, "xcomp": 2 * arcStep}

// leavesClause is what it costs to pass the arc above token i.
func (w *when) leavesClause(i int) int {
	k := &w.t.Tokens[i]
	dep, _, _ := strings.Cut(k.Dep, ":")
	if dep == "conj" && k.UPOS != text.VERB {
		return arcStep
	}
	if step, ok := clauseSteps[dep]; ok {
		return step
	}
	return arcStep
}

// cost is how far a time is from a trigger along the arcs of their sentence;
// maxCost and more when they do not hang together.
func (w *when) cost(verb int, span annals.Span) int {
	at, _ := w.t.Covering(span.Start, span.End)
	if w.t.Tokens[verb].Dep == "" {
		return min(maxCost-1, abs(at-verb)*arcStep)
	}
	up := w.ancestors(at)
	total := 0
	for i, n := verb, 0; n < maxDepth; n++ {
		if below, ok := up[i]; ok {
			return total + below
		}
		total += w.leavesClause(i)
		head := w.t.Tokens[i].Head
		if head == text.None || head == i {
			break
		}
		i = head
	}
	return maxCost
}

// maxDepth bounds the way up a sentence's arcs.
const maxDepth = 40

// ancestors is what it costs to come up from a time to each token above it.
func (w *when) ancestors(i int) map[int]int {
	out := map[int]int{i: 0}
	total := 0
	for range maxDepth {
		total += w.leavesClause(i)
		head := w.t.Tokens[i].Head
		if head == text.None || head == i {
			break
		}
		i = head
		if _, seen := out[i]; seen {
			break
		}
		out[i] = total
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// mainTime is the one time that dates a sentence, 0 when there are several or
// none.
func (w *when) mainTime(s int) annals.Ref {
	sentence := w.t.Sentences[s]
	candidates := w.timesIn(annals.Span{Start: sentence.Start, End: sentence.End})
	if len(candidates) != 1 {
		return 0
	}
	v, err := edtf.Parse(w.d.Times[candidates[0]-1].EDTF)
	if err != nil || v.Precision() > edtf.Day || w.afterPublication(v) {
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
	i := w.t.TokenAt(trigger.Start)
	if i >= len(w.t.Tokens) {
		return false
	}
	aux := w.t.Child(i, "aux")
	return aux != text.None && w.t.Tokens[aux].Norm == "had"
}

package figures

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// Reader finds the figures of a document.
type Reader struct {
	table   Table // for people harmed
	literal Table // for all else
	lex     lexicon
}

// DefaultTable takes a vague count at its word: "dozens" is two dozen or more.
const DefaultTable = "literal"

// New makes a reader that reads vague counts of people harmed by a table, those
// of anything else at their word; see Tables.
func New(table string) (*Reader, error) {
	t, err := NewTable(table)
	if err != nil {
		return nil, err
	}
	lex, err := english()
	if err != nil {
		return nil, err
	}
	literal, err := NewTable(DefaultTable)
	if err != nil {
		return nil, err
	}
	return &Reader{t, literal, lex}, nil
}

// Name is the component's name.
func (*Reader) Name() string { return "figures" }

// Requires says that mentions, times and events are read before.
func (*Reader) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions, annotate.Entities, annotate.Times, annotate.Events}
}

// Assigns says that figures are read after.
func (*Reader) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Figures} }

// Annotate adds the figures of d, in the order of the text, and a note for each
// "no casualties reported".
func (x *Reader) Annotate(d *annotate.Document) {
	if len(d.Text.Tokens) == 0 {
		return
	}
	r := newReading(d, x)
	r.findQuantities()
	r.measureAll()
	figures := r.fromQuantities()
	figures = append(figures, r.uncounted()...)
	figures = append(figures, r.zeros()...)
	slices.SortStableFunc(figures, func(a, b draft) int {
		return cmp.Or(a.figure.Start-b.figure.Start, b.figure.End-a.figure.End)
	})
	r.assign(figures)
}

// draft is a figure whose reference to its total is still a quantity.
type draft struct {
	figure annals.Figure
	from   *quantity // nil for figures without a number
	part   *quantity
}

// assign adds the figures to the document and resolves their totals.
func (r *reading) assign(figures []draft) {
	offset := len(r.d.Figures)
	for i := range figures {
		if q := figures[i].from; q != nil {
			q.index = offset + i + 1
		}
	}
	for _, f := range figures {
		if f.part != nil {
			f.figure.PartOf = annals.Ref(f.part.index)
			total := figures[f.part.index-offset-1].figure
			lean(&f.figure, total)
			f.figure.Cumulative = f.figure.Cumulative || total.Cumulative && r.t.SentenceAt(total.Start) == r.t.SentenceAt(f.figure.Start)
		}
		r.d.Figures = append(r.d.Figures, f.figure)
	}
}

// lean gives a part what its total has and it has not: event, time and place.
func lean(f *annals.Figure, total annals.Figure) {
	if f.Event == 0 {
		f.Event = total.Event
	}
	if f.Time == 0 {
		f.Time = total.Time
	}
	if f.Place == 0 {
		f.Place = total.Place
	}
}

// findQuantities reads every number that may count something.
func (r *reading) findQuantities() {
	for i := 0; i < len(r.t.Tokens); {
		q, ok := r.readQuantity(i)
		if !ok {
			i++
			continue
		}
		next := max(q.last, i+1)
		if r.isCount(q) && r.inOneSentence(q) {
			if p := r.at[q.number.first]; p != nil && p.of == q.number.first {
				q.whole = true
			}
			if r.readCounted(q); !r.isType(q) {
				r.keep(q)
			}
		}
		i = next
	}
}

// keep adds a quantity to those of the document.
func (r *reading) keep(q *quantity) {
	r.quantities = append(r.quantities, q)
	for j := q.first; j < q.end; j++ {
		r.at[j] = q
	}
}

// inOneSentence says that no sentence ends inside q; none ends after the sign of a
// currency, whatever cut it there.
func (r *reading) inOneSentence(q *quantity) bool {
	first := q.first
	if q.currency != "" {
		first = q.number.first
	}
	return r.t.SentenceOf(first) == r.t.SentenceOf(q.last-1)
}

// measureAll says of each quantity what befell those it counts, drops those that
// count nothing, and finds which are parts of others.
func (r *reading) measureAll() {
	r.shareHeads()
	kept := r.quantities[:0]
	for _, q := range r.quantities {
		q.found = r.measureOf(q, kept)
		q.part = r.partOf(q, kept)
		if q.part != nil && (q.found.rule == "other" || q.found.rule == "with" || r.acrossConjunct(q)) && q.part.found.measure != "" && r.sortOf(q.head) != thing {
			q.found = q.part.found
			q.found.rule = "with"
		}
		if r.worth(q) {
			kept = append(kept, q)
			continue
		}
		for j := q.first; j < q.end; j++ {
			if r.at[j] == q {
				r.at[j] = nil
			}
		}
	}
	r.quantities = kept
}

// acrossConjunct says that q was read with the verb of what is joined after it:
// "18 killed, including 8 civilians, and another 27 were wounded".
func (r *reading) acrossConjunct(q *quantity) bool {
	if q.found.rule != "predicate" {
		return false
	}
	for i := q.end; i < q.found.trigger; i++ {
		if r.is(i, conjunction) || r.norm(i) == "," {
			return true
		}
	}
	return false
}

// worth says that a quantity is a figure: it counts something named, or the
// words around it say what befell those it counts.
func (r *reading) worth(q *quantity) bool {
	f := q.found
	if q.vague != "" && q.weak {
		if _, ok := r.table.Least(q.vague); !ok || !harms(f.measure) || f.rule == "head" {
			return false
		}
	}
	if q.of > 0 && q.value == 1 && !q.digits && (f.rule == "head" || f.rule == "other") {
		return false // "his was one of seven killings"
	}
	if f.rule != "other" {
		return !(q.value == 1 && q.upper == nil && !q.digits && q.head == text.None && f.rule != "predicate" && f.rule != "object" && q.part == nil) && (q.part != nil || !r.isAge(q))
	}
	if q.head == text.None {
		return false
	}
	if q.value == 1 && q.vague == "" && q.upper == nil && !q.digits {
		return r.sortOf(q.head) == thing && !q.partitive
	}
	return r.isPlural(q.head) || r.sortOf(q.head) != "" || q.digits && q.value == 1
}

// isAge says that a number stands between commas after a name: "Smith, 34,".
func (r *reading) isAge(q *quantity) bool {
	if q.head != text.None || q.first != q.number.first || q.value > oldest {
		return false
	}
	before, after := r.norm(q.first-1), r.norm(q.last)
	if q.partitive && r.is(q.whoFirst, pronoun) {
		return false
	}
	return (before == "," && r.isWord(q.first-2) || before == "(") && (after == "," || after == "." || after == ")" || after == "of" || after == "and" || after == ";") ||
		before == "age" || before == "aged"
}

// oldest is the greatest age of a person.
const oldest = 120

// fromQuantities makes figures of the quantities.
func (r *reading) fromQuantities() []draft {
	var out []draft
	for k, q := range r.quantities {
		var before, after *quantity
		if k > 0 {
			before = r.quantities[k-1]
		}
		if k+1 < len(r.quantities) {
			after = r.quantities[k+1]
		}
		f := r.figure(q)
		r.link(&f, q, before, after)
		if f.Time == 0 && r.shares(before, q) {
			f.Time = out[k-1].figure.Time
		}
		if f.Event == 0 && r.listedWith(before, q) {
			f.Event = out[k-1].figure.Event
		}
		f.Cumulative = r.isCumulative(q, &f)
		out = append(out, draft{figure: f, from: q, part: q.part})
	}
	return out
}

// shares says that q follows so close on the figure before it that it has its
// time: "killing two workers and wounding two others".
func (r *reading) shares(before, q *quantity) bool {
	const near = 8
	return before != nil && q.first-before.end <= near && r.t.SentenceOf(before.first) == r.t.SentenceOf(q.first) &&
		harms(before.found.measure) && harms(q.found.measure)
}

// listedWith says that q stands in a list right after the figure before it, so that
// one verb holds both: "seized one mortar, two grenades and 30 rifles".
func (r *reading) listedWith(before, q *quantity) bool {
	return before != nil && before.found.rule == q.found.rule && before.currency == "" && q.currency == "" &&
		r.t.SentenceOf(before.first) == r.t.SentenceOf(q.first) && r.linked(before.end, q.first)
}

// figure is what a quantity says, links aside.
func (r *reading) figure(q *quantity) annals.Figure {
	span := r.span(q.first, r.figureEnd(q))
	f := annals.Figure{Span: span, Text: span.In(r.t.Source), Measure: q.found.measure, Qualifier: r.qualifierOf(q),
		Unit: r.unitOf(q), Per: r.perOf(q), Confidence: sure[q.found.rule], Rule: q.found.rule}
	if q.found.hit {
		f.Rule += " " + string(shot)
	}
	f.Value, f.Low, f.High = r.numbers(q)
	if q.whoLast > q.whoFirst {
		f.WhoSpan = r.span(q.whoFirst, q.whoLast)
		f.Who = f.WhoSpan.In(r.t.Source)
	}
	if f.Unit == "person" {
		f.Victims = r.victims(q.whoFirst, q.whoLast)
		f.Victims.Side = r.side(&q.counted)
		f.IncludesAttackers = r.includesAttackers(q)
	}
	return f
}

// figureEnd takes in a state that follows the phrase directly: "60 people dead".
func (r *reading) figureEnd(q *quantity) int {
	end := max(q.last, q.end)
	if q.found.rule == "predicate" && q.found.trigger == end {
		if t, next, ok := r.trigger(end); ok && t.kind.needs() == 0 {
			return next
		}
	}
	return end
}

func (r *reading) qualifierOf(q *quantity) string {
	if q.vague != "" && q.qualifier == "" {
		return r.span(q.number.first, q.number.last).In(r.t.Source)
	}
	return q.qualifier
}

// unitOf is what one of those counted is.
func (r *reading) unitOf(q *quantity) string {
	switch {
	case q.currency != "":
		return q.currency
	case q.head == text.None:
		return "person"
	case r.words[q.head].head != nil:
		return r.words[q.head].head.unit
	case r.norm(q.head) == "families" || r.norm(q.head) == "households":
		return "family"
	case r.sortOf(q.head) == person || r.norm(q.head) == "others":
		return "person"
	}
	switch q.found.measure {
	case annals.Destroyed, annals.OtherFigure:
		return r.singular(q.head)
	}
	if r.sortOf(q.head) == "" || r.capital(q.head) {
		return "person"
	}
	return r.singular(q.head)
}

// includesAttackers says whether the words count the attackers among the dead.
func (r *reading) includesAttackers(q *quantity) *bool {
	const reach = 12
	_, last := r.sentence(q.first)
	for i := q.last; i < last && i < q.end+reach; i++ {
		yes := r.norm(i) == "including"
		if !yes && r.norm(i) != "excluding" && !(r.norm(i) == "besides") && !(r.norm(i) == "not" && r.norm(i+1) == "including") {
			continue
		}
		for j := i + 1; j < last && j <= i+4; j++ {
			switch r.norm(j) {
			case "attacker", "attackers", "bomber", "bombers", "gunman", "gunmen", "assailant", "assailants", "shooter", "perpetrator", "perpetrators":
				return &yes
			}
		}
	}
	return nil
}

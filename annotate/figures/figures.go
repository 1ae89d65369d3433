package figures

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/text"
)

// Reader finds the figures of a document.
type Reader struct {
	table   Table // for people harmed
	literal Table // for all else
	lex     lexicon
	events  *events.Component // of which the lexicon of events knows no word
	scorers scorers
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
	plain, err := events.NewWith(events.Scorers{})
	if err != nil {
		return nil, err
	}
	learned, err := loadScorers()
	if err != nil {
		return nil, err
	}
	return &Reader{t, literal, lex, plain, learned}, nil
}

// Name is the component's name.
func (*Reader) Name() string { return "figures" }

// Requires says that mentions, times and events are read before.
func (*Reader) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions, annotate.Entities, annotate.Times, annotate.Events}
}

// Assigns says that figures are read after.
func (*Reader) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Figures} }

// Annotate adds the figures of d, in the order of the text, the events that only they
// tell of, and a note for each "no casualties reported".
func (x *Reader) Annotate(d *annotate.Document) {
	if len(d.Text.Tokens) == 0 {
		return
	}
	r := newReading(d, x)
	figures := r.drafts()
	r.decide(figures)
	r.assign(figures)
}

// drafts are the figures that the rules read, in the order of the text.
func (r *reading) drafts() []draft {
	r.findQuantities()
	r.measureAll()
	figures := r.fromQuantities()
	figures = append(figures, r.uncounted()...)
	figures = append(figures, r.zeros()...)
	figures = append(figures, r.retold(figures)...)
	r.plainEvents(figures)
	r.carryTimes(figures)
	slices.SortStableFunc(figures, func(a, b draft) int {
		return cmp.Or(a.figure.Start-b.figure.Start, b.figure.End-a.figure.End)
	})
	return figures
}

// draft is a figure whose reference to its total is still a quantity.
type draft struct {
	figure annals.Figure
	from   *quantity // nil for figures without a number
	part   *quantity
}

// assign adds the figures to the document and resolves their totals and places.
func (r *reading) assign(figures []draft) {
	offset := len(r.d.Figures)
	for i := range figures {
		if q := figures[i].from; q != nil {
			q.index = offset + i + 1
		}
	}
	var before *quantity
	for _, f := range figures {
		r.tellWho(&f.figure, f.from, before)
		if f.from != nil {
			before = f.from
		}
		if f.part != nil && f.part.index > 0 { // else the total turned out to be no figure
			f.figure.PartOf = annals.Ref(f.part.index)
			total := figures[f.part.index-offset-1].figure
			near := r.t.SentenceAt(total.Start) == r.t.SentenceAt(f.figure.Start)
			lean(&f.figure, total, near)
			f.figure.Cumulative = f.figure.Cumulative || near && total.Cumulative && (f.from == nil || f.from.most() > 1)
		}
		r.carryPlace(&f.figure)
		r.d.Figures = append(r.d.Figures, f.figure)
	}
}

// lean gives a part what its total has and it has not: event, place, and near it, in
// one sentence, the time.
func lean(f *annals.Figure, total annals.Figure, near bool) {
	if f.Event == 0 {
		f.Event = total.Event
	}
	if f.Time == 0 && near {
		f.Time = total.Time
	}
	if f.Place == 0 {
		f.Place = total.Place
	}
}

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
		listed := r.listedWith(before, q)
		if f.Time == 0 && (listed || r.shares(before, q) || r.repeats(before, q)) {
			f.Time = out[k-1].figure.Time
		}
		alike := before != nil && (before.found.trigger == q.found.trigger || hurts(q.found.measure))
		if f.Event == 0 && listed && alike && before.found.rule == q.found.rule {
			f.Event = out[k-1].figure.Event
		}
		f.Cumulative = r.isCumulative(q, &f)
		out = append(out, draft{figure: f, from: q, part: q.part})
	}
	return out
}

// repeats says that q gives the sum before it in another currency: "20 million
// francs ($4 million)".
func (r *reading) repeats(before, q *quantity) bool {
	return before != nil && before.currency != "" && q.currency != "" && r.norm(before.end) == "(" && q.first == before.end+1
}

// shares says that q follows so close on the figure before it that it has its
// time: "killing two workers and wounding two others".
func (r *reading) shares(before, q *quantity) bool {
	const near = 8
	return before != nil && q.first-before.end <= near && r.t.SentenceOf(before.first) == r.t.SentenceOf(q.first) &&
		harms(before.found.measure) && harms(q.found.measure)
}

// listedWith says that q stands in a list right after the figure before it, so that
// one verb may hold both: "seized one mortar, two grenades and 30 rifles".
func (r *reading) listedWith(before, q *quantity) bool {
	return before != nil && before.currency == "" && q.currency == "" &&
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
	if r.norm(q.number.first) == "both" && f.Who == "" {
		f.WhoSpan = r.span(q.number.first, q.number.last)
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
	case q.head == text.None && q.part != nil && r.ofThem(q):
		return r.unitOf(q.part)
	case q.head == text.None:
		return "person"
	case r.words[q.head].head != nil:
		return r.words[q.head].head.unit
	case r.norm(q.head) == "families" || r.norm(q.head) == "households":
		return "family"
	case r.sortOf(q.head) == person || r.norm(q.head) == "others" || r.namesNation(q.head):
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

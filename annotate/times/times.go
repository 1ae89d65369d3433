// Package times finds when a report says things happened: dates, times of day,
// durations and repeated times (TIMEX3 DATE, TIME, DURATION, SET), each with its
// TIMEX3 value and, where it names a place in the calendar, its date in EDTF.
//
// What an expression looks like is data: words.tsv says what words mean, rules.tsv
// how they combine, parts.tsv what "early" and "late" stand for. The code says
// only how each meaning is worked out, from one of three anchors: the day of
// publication, or of writing where a dateline tells it ("yesterday"), a time the story told before ("two days later"), or
// none ("26 August 2021"). What leans on a day of publication that is not known
// gets no date. A season, quarter or week is worth as much as it says: nothing
// is made finer than the text.
//
// A range ("between late 2019 and early 2020") is one more Time that spans its
// two ends, of type DURATION, beside the Times of the ends.
package times

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/edtf"
)

// Times is the component. It may be shared between goroutines.
type Times struct {
	grammar *grammar
	parts   partTable
}

// New reads the tables. An error is a mistake in them.
func New() (*Times, error) {
	g, err := newGrammar()
	if err != nil {
		return nil, err
	}
	parts, err := newPartTable()
	if err != nil {
		return nil, err
	}
	return &Times{g, parts}, nil
}

// Name is "times".
func (t *Times) Name() string { return "times" }

// Requires nothing but the text; tags and heads help where they are there.
func (t *Times) Requires() []annotate.Layer { return []annotate.Layer{annotate.Syntax} }

// Assigns Times.
func (t *Times) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Times} }

// Annotate adds the document's times, in the order of the text; a range stands
// before its ends.
func (t *Times) Annotate(d *annotate.Document) {
	text := d.Doc.Text
	s := scanner{text: text, words: t.grammar.words, marks: &t.grammar.marks, items: make([]item, 0, len(text)/5+8)}
	s.scan()
	r := reader{tables: t, d: d, text: text}
	r.m.items = mergeNumbers(s.items)
	r.publish(d.Doc.Published)
	for i := 0; i < len(r.m.items); {
		i = r.at(i)
	}
	d.Times = append(d.Times, r.ranges()...)
}

// at reads what stands at item i and returns where to go on.
func (r *reader) at(i int) int {
	it := &r.m.items[i]
	x := &r.tables.grammar.index
	if it.mask&x.starts == 0 && len(x.byWord(it)) == 0 {
		return i + 1
	}
	if !r.m.longest(x, i) {
		return i + 1
	}
	m := r.m.best
	got, ok := m.rule.meaning(r, &m)
	if !ok {
		return i + 1
	}
	if got.kind != "" {
		r.add(&m, got)
	}
	return m.last
}

// add writes the Time of one match.
func (r *reader) add(m *match, got reading) {
	span := annals.Span{Start: r.m.items[m.first].start, End: r.m.items[m.last-1].end}
	time := annals.Time{Span: span, Text: span.In(r.text), Type: got.kind, Value: got.value, Derived: got.derived, Anchor: got.anchor}
	if got.point.grain != noGrain {
		time.EDTF = r.tables.parts.edtf(got.point)
		time.Dateline = r.dateline(m, got)
		if !got.aside && !time.Dateline && (got.point.grain < day || !r.said(m)) {
			r.remember(got.point, span)
		}
	}
	if got.edtf != "" {
		time.EDTF = got.edtf
	}
	if !edtf.Valid(time.EDTF) {
		time.EDTF = ""
	}
	r.found = append(r.found, found{time, got.point, m.first, m.last, got.dated})
}

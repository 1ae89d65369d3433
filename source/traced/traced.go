// Package traced holds a text that knows which bytes, as received, it came from.
//
// Every step of intake (decoding, repair, removal of furniture, layout) is a list
// of edits. Applying edits composes the trace, so that after any number of steps
// each stretch of the text still points at its place in the raw bytes.
package traced

import (
	"sort"
	"strings"

	"github.com/annals-project/annals"
)

// Text is a text and where it stands in what was received. Segments ascend in
// both columns; a segment whose two lengths are equal maps byte for byte, any
// other maps as a whole.
type Text struct {
	String string
	Source []annals.Segment
}

// Edit replaces the bytes of Span by With; an empty With removes them.
type Edit struct {
	annals.Span
	With string
}

// Whole is raw text taken as it is.
func Whole(s string) Text {
	t := Text{String: s}
	if s != "" {
		all := annals.Span{End: len(s)}
		t.Source = []annals.Segment{{Text: all, Raw: all}}
	}
	return t
}

// Apply makes the edits and returns the new text. Edits may come in any order;
// one that overlaps an earlier one, or lies outside the text, is left out.
func (t Text) Apply(edits []Edit) Text {
	if len(edits) == 0 {
		return t
	}
	ordered := append([]Edit(nil), edits...)
	sort.SliceStable(ordered, func(i, j int) bool { return ordered[i].Start < ordered[j].Start })
	b := builder{from: t}
	at := 0
	for _, e := range ordered {
		if e.Start < at || e.End < e.Start || e.End > len(t.String) {
			continue
		}
		b.keep(annals.Span{Start: at, End: e.Start})
		b.replace(e)
		at = e.End
	}
	b.keep(annals.Span{Start: at, End: len(t.String)})
	return Text{String: b.out.String(), Source: b.source}
}

// Raw is the stretch of the raw bytes that a span of the text came from. A span
// that lies in a gap gives the raw bytes between its neighbours.
func (t Text) Raw(s annals.Span) annals.Span {
	return translate(t.Source, s, forward)
}

// Find is the stretch of the text that a span of the raw bytes became; empty when
// none of it is left.
func (t Text) Find(raw annals.Span) annals.Span {
	first := sort.Search(len(t.Source), func(i int) bool { return t.Source[i].Raw.End > raw.Start })
	if first == len(t.Source) || t.Source[first].Raw.Start >= raw.End {
		return annals.Span{}
	}
	return translate(t.Source, raw, backward)
}

type builder struct {
	from   Text
	out    strings.Builder
	source []annals.Segment
	next   int // first segment of from that may still matter
}

// keep copies a stretch of the old text with the part of its trace that covers it.
func (b *builder) keep(s annals.Span) {
	if s.Empty() {
		return
	}
	shift := b.out.Len() - s.Start
	for b.next < len(b.from.Source) && b.from.Source[b.next].Text.End <= s.Start {
		b.next++
	}
	for i := b.next; i < len(b.from.Source) && b.from.Source[i].Text.Start < s.End; i++ {
		seg := clip(b.from.Source[i], s)
		seg.Text.Start += shift
		seg.Text.End += shift
		b.add(seg)
	}
	b.out.WriteString(b.from.String[s.Start:s.End])
}

func (b *builder) replace(e Edit) {
	if e.With == "" {
		return
	}
	raw := b.from.Raw(e.Span)
	start := b.out.Len()
	b.out.WriteString(e.With)
	if !raw.Empty() {
		b.add(annals.Segment{Text: annals.Span{Start: start, End: b.out.Len()}, Raw: raw})
	}
}

// add appends a segment, growing the last one when both run on byte for byte. The
// pieces of a stretch repaired as a whole share its raw side; the column still ascends.
func (b *builder) add(s annals.Segment) {
	if n := len(b.source); n > 0 {
		last := &b.source[n-1]
		s.Raw.Start, s.Raw.End = max(s.Raw.Start, last.Raw.Start), max(s.Raw.End, last.Raw.End)
		if exact(*last) && exact(s) && last.Text.End == s.Text.Start && last.Raw.End == s.Raw.Start {
			last.Text.End, last.Raw.End = s.Text.End, s.Raw.End
			return
		}
	}
	b.source = append(b.source, s)
}

func exact(s annals.Segment) bool { return s.Text.Len() == s.Raw.Len() }

// clip cuts a segment to the part of it that lies in s. A stretch repaired as a
// whole keeps its whole raw side.
func clip(seg annals.Segment, s annals.Span) annals.Segment {
	start, end := max(seg.Text.Start, s.Start), min(seg.Text.End, s.End)
	out := annals.Segment{Text: annals.Span{Start: start, End: end}, Raw: seg.Raw}
	if exact(seg) {
		out.Raw = annals.Span{Start: seg.Raw.Start + start - seg.Text.Start, End: seg.Raw.End - (seg.Text.End - end)}
	}
	return out
}

func forward(s annals.Segment) (from, to annals.Span)  { return s.Text, s.Raw }
func backward(s annals.Segment) (from, to annals.Span) { return s.Raw, s.Text }

// translate carries a span from one column of the trace to the other.
func translate(source []annals.Segment, s annals.Span, side func(annals.Segment) (from, to annals.Span)) annals.Span {
	first := sort.Search(len(source), func(i int) bool { from, _ := side(source[i]); return from.End > s.Start })
	last := sort.Search(len(source), func(i int) bool { from, _ := side(source[i]); return from.Start >= s.End }) - 1
	if first > last { // in a gap: what lies between the neighbours
		var out annals.Span
		if last >= 0 {
			_, to := side(source[last])
			out.Start = to.End
		}
		out.End = out.Start
		if first < len(source) {
			_, to := side(source[first])
			out.End = max(out.Start, to.Start)
		}
		return out
	}
	return annals.Span{Start: edge(source[first], s.Start, side, true), End: edge(source[last], s.End, side, false)}
}

// edge is one end of a span carried over: exact inside a byte-for-byte segment,
// else the edge of the segment.
func edge(seg annals.Segment, at int, side func(annals.Segment) (from, to annals.Span), start bool) int {
	from, to := side(seg)
	switch {
	case exact(seg) && at >= from.Start && at <= from.End:
		return to.Start + at - from.Start
	case start:
		return to.Start
	}
	return to.End
}

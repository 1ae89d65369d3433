package resolve

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// speakersIn are the sources that each sentence of a reading names, by where it
// starts: those of its claims, those that its words show, and for one that is
// quoted without naming any those of the quotation that it is part of.
func speakersIn(reading *annals.Reading) *speakers {
	named := &speakers{map[int][]tag{}, map[annals.Span]tag{}}
	out := named.in
	for i := range reading.Claims {
		c := &reading.Claims[i]
		if c.Source.Empty() {
			continue
		}
		tags := conjuncts(reading, tag{c.Source, c.Speaker})
		if at := slices.IndexFunc(tags, func(t tag) bool { return t.speaker == c.Speaker }); len(tags) > 1 && at >= 0 {
			named.meant[c.Source] = tags[at]
		}
		for _, s := range sentencesOf(reading, c.Source) {
			for _, t := range tags {
				if !slices.Contains(out[s.Start], t) {
					out[s.Start] = append(out[s.Start], t)
				}
			}
		}
	}
	for _, s := range reading.Sentences {
		for _, t := range tagsIn(reading, s) {
			if !slices.ContainsFunc(out[s.Start], t.same) {
				out[s.Start] = append(out[s.Start], t)
			}
		}
	}
	named.follow(reading)
	for _, q := range quotations(reading.Document.Text) {
		quoted := sentencesOf(reading, q)
		var by []tag
		for _, s := range quoted {
			by = append(by, out[s.Start]...)
		}
		for _, s := range quoted {
			if len(out[s.Start]) == 0 {
				out[s.Start] = by
			}
		}
	}
	goOn(reading, out)
	unsaid(reading, out)
	leadOn(reading, out)
	return named
}

// unsaid gives what a report has as said by nobody ("it was announced", "is believed
// to") to whom the sentence before quotes.
func unsaid(reading *annals.Reading, named map[int][]tag) {
	for i := 1; i < len(reading.Sentences); i++ {
		s := reading.Sentences[i]
		byNobody := func(c annals.Claim) bool { return c.Source.Empty() && c.Cue.Overlaps(s) }
		if by := named[reading.Sentences[i-1].Start]; len(by) == 1 && len(named[s.Start]) == 0 && slices.ContainsFunc(reading.Claims, byNobody) {
			named[s.Start] = by
		}
	}
}

// leadOn gives the first sentence of a report, where it names no source, that of the
// next: a report begins with what it then tells from somebody. What has no stop at its
// end is a headline or a date.
func leadOn(reading *annals.Reading, named map[int][]tag) {
	lead := -1
	for i, s := range reading.Sentences {
		switch by := named[s.Start]; {
		case len(by) > 1 || len(by) == 1 && lead < 0:
			return
		case len(by) == 1:
			named[reading.Sentences[lead].Start] = by
			return
		case strings.HasSuffix(strings.TrimRight(s.In(reading.Document.Text), " \n\"'”’"), "."):
			if lead >= 0 {
				return
			}
			lead = i
		}
	}
}

// conjuncts are the sources that words join: the police and the army of "the
// police and the army". Words that call none but together are one.
func conjuncts(reading *annals.Reading, t tag) []tag {
	text := t.source.In(reading.Document.Text)
	and := strings.Index(text, " and ")
	if and < 0 || strings.Contains(text[:and], ",") {
		return []tag{t}
	}
	parts := []tag{{source: annals.Span{Start: t.source.Start, End: t.source.Start + and}}, {source: annals.Span{Start: t.source.Start + and + len(" and "), End: t.source.End}}}
	for i := range parts {
		p := &parts[i]
		p.speaker = namedIn(reading, p.source)
		if p.speaker == 0 && callingOf(p.source.In(reading.Document.Text)).head == "" {
			return []tag{t}
		}
	}
	return parts
}

// namedIn is the person whom a stretch names first; 0 none.
func namedIn(reading *annals.Reading, span annals.Span) annals.Ref {
	for i := range reading.Mentions {
		if m := &reading.Mentions[i]; m.Form == annals.Name && m.Kind == annals.Person && span.Contains(m.Span) {
			return m.Entity
		}
	}
	return 0
}

// goOn gives a quotation without a speaker to whom the sentence before quotes.
func goOn(reading *annals.Reading, named map[int][]tag) {
	text := reading.Document.Text
	for i := 1; i < len(reading.Sentences); i++ {
		before, s := reading.Sentences[i-1], reading.Sentences[i]
		opens, _, _ := quotationMark(s.In(text))
		if opens && len(named[s.Start]) == 0 && len(named[before.Start]) > 0 && strings.ContainsAny(before.In(text), "\"“”`") {
			named[s.Start] = named[before.Start]
		}
	}
}

// sentencesOf are the sentences that a stretch touches.
func sentencesOf(reading *annals.Reading, span annals.Span) []annals.Span {
	var out []annals.Span
	for _, s := range reading.Sentences {
		if s.Overlaps(span) {
			out = append(out, s)
		}
	}
	return out
}

// OneSource says whether what two passages of different reports tell comes from
// one source: what they state has one origin, their sentences name one source,
// or one has its wording from the other or both from a third.
func (r *Resolution) OneSource(a, b Passage) bool {
	from := r.sourcesOf(a)
	for key := range r.sourcesOf(b) {
		if from[key] {
			return true
		}
	}
	return r.oneWording(a, b)
}

// sourcesOf are the keys of the sources of a passage.
func (r *Resolution) sourcesOf(p Passage) map[string]bool {
	out := map[string]bool{}
	for _, k := range r.statementsIn(p) {
		if o := r.Origin(k); o >= 0 {
			out[r.originKeys[o]] = true
		}
	}
	for _, s := range sentencesOf(r.Readings[p.Reading], p.Span) {
		for _, key := range r.heard[Passage{p.Reading, s}] {
			out[key] = true
		}
	}
	return out
}

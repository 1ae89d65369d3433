package figures

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// away is how many sentences, and whether a paragraph, part a time from the figure.
func (v *dating) away(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || v.own < 0 {
		return "?"
	}
	n := s - v.own
	if n == 0 {
		return "0"
	}
	far := strconv.Itoa(max(-4, min(3, n)))
	if v.t.Sentences[s].Paragraph == v.t.Sentences[v.own].Paragraph {
		return far + " same"
	}
	return far
}

// farFromFigure is how many words put a time of the sentence far from its figure.
const farFromFigure = 12

// side says of a time of the figure's sentence on which side it stands, how near, and what
// stands between.
func (v *dating) side(t *annals.Time) string {
	if v.t.SentenceAt(t.Start) != v.own {
		return "other"
	}
	first, last := v.t.Covering(t.Start, t.End)
	side, from, to := "after", v.at, first
	if first < v.at {
		side, from, to = "before", last, v.at
	}
	verb, other, clause := false, false, false
	for i := from; i < to; i++ {
		verb = verb || v.pos(i) == text.VERB
		other = other || v.reading.at[i] != nil && v.reading.at[i] != v.from
		clause = clause || v.opensRelative(i) || v.norm(i) == ";"
	}
	for _, x := range []struct {
		is   bool
		name string
	}{{to-from > farFromFigure, " far"}, {verb, " verb"}, {other, " figure"}, {clause, " clause"}} {
		if x.is {
			side += x.name
		}
	}
	return side
}

// governing is the verb or event that governs a time; text.None for none.
func (v *dating) governing(t *annals.Time) int {
	first, last := v.t.Covering(t.Start, t.End)
	at := last - 1
	const deepest = 5
	for step := 0; step < deepest && at >= 0 && (at >= first && at < last || v.pos(at) != text.VERB && v.eventAt(at) == 0); step++ {
		at = v.t.Tokens[at].Head
	}
	if at >= first && at < last {
		return text.None
	}
	return at
}

// over says by what the figure's event hangs from the verb that governs a time: "today
// condemned the murder of six".
func (v *dating) over(t *annals.Time) string {
	verb := v.governing(t)
	if verb < 0 || v.f.Event == 0 {
		return ""
	}
	const deepest = 6
	at := v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)
	for step := 0; step < deepest && at >= 0; step++ {
		up := v.t.Tokens[at].Head
		if up == verb {
			return v.t.Tokens[at].Dep
		}
		at = up
	}
	return ""
}

// tied says what governs a time: what befell those counted, what was said, another verb.
func (v *dating) tied(t *annals.Time) string {
	at := v.governing(t)
	switch {
	case at < 0:
		return "nothing"
	case v.from != nil && at == v.from.found.trigger:
		return "trigger"
	case v.f.Event != 0 && v.d.Events[v.f.Event-1].Trigger.Contains(annals.Span{Start: v.t.Tokens[at].Start, End: v.t.Tokens[at].End}):
		return "event"
	case v.is(at, reporting):
		return "saying"
	case v.eventAt(at) != 0:
		return "another event"
	}
	return "verb"
}

// place is where in the report a time stands.
func (v *dating) place(ref annals.Ref) string {
	t := &v.d.Times[ref-1]
	switch s := v.t.SentenceAt(t.Start); {
	case t.Dateline:
		return "dateline"
	case s >= 0 && v.t.Sentences[s].Heading:
		return "heading"
	}
	n := 0
	for k := range v.d.Times[:ref-1] {
		if o := &v.d.Times[k]; !o.Dateline && v.mayDate(o) {
			n++
		}
	}
	return strconv.Itoa(min(n, 3))
}

// often is how many times the report names the day of a time.
func (v *dating) often(t *annals.Time) string {
	n := 0
	for k := range v.d.Times {
		if sameDay(v.d.Times[k].EDTF, t.EDTF) && !v.d.Times[k].Dateline {
			n++
		}
	}
	return strconv.Itoa(min(n, 3))
}

// saidAt says that a time stands beside a verb of saying.
func (v *dating) saidAt(t *annals.Time) string {
	first, last := v.t.Covering(t.Start, t.End)
	return strconv.FormatBool(v.is(first-1, reporting) || v.is(last, reporting) || v.is(first-1, preposition) && v.is(first-2, reporting))
}

// dates is how many of the events told as having happened a time is the day of.
func (v *dating) dates(t *annals.Time) string {
	n, all := 0, 0
	for k := range v.d.Events {
		e := &v.d.Events[k]
		if !v.isNews(e) || e.EDTF == "" {
			continue
		}
		all++
		if sameDay(e.EDTF, t.EDTF) || v.d.Times[max(e.Time-1, 0)].Span == t.Span {
			n++
		}
	}
	if n > 0 && n == all {
		return "all"
	}
	return strconv.Itoa(min(n, 3))
}

// reach says whether the rules let a time of the figure's sentence date it.
func (v *dating) reach(t *annals.Time) string {
	if v.from == nil || v.t.SentenceAt(t.Start) != v.own {
		return ""
	}
	first, _ := v.sentence(v.from.first)
	return strconv.FormatBool(v.reaches(t, v.from, first))
}

// neighbour says that the rules gave a time to the figure before or after.
func (v *dating) neighbour(ref annals.Ref) string {
	out := ""
	for _, o := range [...]struct {
		f    *annals.Figure
		name string
	}{{v.before, "before"}, {v.after, "after"}} {
		switch {
		case o.f == nil || v.t.SentenceAt(o.f.Start) != v.own:
		case o.f.Time == ref:
			out += o.name
		case o.f.Time != 0:
			out += " not " + o.name
		}
	}
	return out
}

// wording are the words of a time without its numbers: "last night", "# november".
func (v *dating) wording(t *annals.Time) string {
	first, last := v.t.Covering(t.Start, t.End)
	var out []string
	for i := first; i < last; i++ {
		w := v.norm(i)
		if w[0] >= '0' && w[0] <= '9' {
			w = "#"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// again says that the sentence of a time tells with the same word what befell those counted.
func (v *dating) again(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || s == v.own || v.f.Event == 0 {
		return ""
	}
	lemma := v.t.Tokens[v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)].Lemma
	for i := v.t.Sentences[s].First; i < v.t.Sentences[s].Last; i++ {
		if strings.EqualFold(v.t.Tokens[i].Lemma, lemma) {
			return "word"
		}
	}
	for k := range v.d.Events {
		e := &v.d.Events[k]
		if v.t.SentenceAt(e.Trigger.Start) == s && e.PLOVER != nil && v.d.Events[v.f.Event-1].PLOVER != nil && e.PLOVER.Type == v.d.Events[v.f.Event-1].PLOVER.Type {
			return "type"
		}
	}
	return "no"
}

// shared is how many of the names and nouns of a figure's sentence stand in that of a time.
func (v *dating) shared(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || v.own < 0 || s == v.own {
		return ""
	}
	theirs := map[string]bool{}
	for i := v.t.Sentences[s].First; i < v.t.Sentences[s].Last; i++ {
		if v.pos(i) == text.NOUN || v.pos(i) == text.PROPN {
			theirs[strings.ToLower(v.t.Tokens[i].Lemma)] = true
		}
	}
	n := 0
	for i := v.t.Sentences[v.own].First; i < v.t.Sentences[v.own].Last; i++ {
		if (v.pos(i) == text.NOUN || v.pos(i) == text.PROPN) && theirs[strings.ToLower(v.t.Tokens[i].Lemma)] {
			n++
		}
	}
	return strconv.Itoa(min(n, 4))
}

// stands says in what sentence a figure stands, and whether a verb or a noun tells what
// befell those counted.
func (v *dating) stands() string {
	out := "text"
	if v.own >= 0 && v.t.Sentences[v.own].Heading {
		out = "heading"
	} else if v.own == 0 {
		out = "opening"
	}
	if v.f.Event != 0 {
		out += " " + v.pos(v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)).String()
	}
	return out
}

// preposition is the word before a time, where it is one.
func (v *dating) preposition(t *annals.Time) string {
	first, _ := v.t.Covering(t.Start, t.End)
	if v.is(first-1, preposition) {
		return v.norm(first - 1)
	}
	return ""
}

// tense is the form of the verb that tells what befell those counted.
func (v *dating) tense() string {
	if v.from == nil || v.from.found.trigger == text.None {
		return ""
	}
	return v.t.Tokens[v.from.found.trigger].XPOS
}

package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// zeros reads "no one was injured", "there were no casualties": a figure 0.
// "No casualties were reported" says what is not known, and gives a note.
func (r *reading) zeros() []draft {
	var out []draft
	for i := range r.words {
		end, head := r.none(i)
		if end == 0 {
			continue
		}
		f, ok := r.nothing(i, end, head)
		if !ok {
			continue
		}
		span := r.span(i, end)
		if r.unreported(i, end) {
			r.d.Notes = append(r.d.Notes, annals.Note{Kind: annals.UnreportedNote, Span: span,
				Message: "none reported (" + string(f.measure) + "): not counted as none"})
			continue
		}
		for _, m := range eachOf(f.measure) {
			f.measure = m
			out = append(out, draft{figure: r.zero(i, end, head, span, f)})
		}
	}
	return out
}

// eachOf are the measures that are none where there are none of m: without
// casualties there are neither dead nor injured.
func eachOf(m annals.Measure) []annals.Measure {
	if m == annals.OtherFigure {
		return []annals.Measure{annals.Killed, annals.Injured}
	}
	return []annals.Measure{m}
}

func (r *reading) zero(first, end, head int, span annals.Span, f finding) annals.Figure {
	value := 0.0
	q := &quantity{first: first, last: end, counted: counted{head: head, end: end, whoFirst: first + 1, whoLast: end}, found: f}
	figure := annals.Figure{Span: span, Text: span.In(r.t.Source), Measure: f.measure, Value: &value, Low: &value, High: &value,
		Unit: "person", Confidence: sure["zero"], Rule: "zero"}
	if head != text.None && end > first+1 {
		figure.WhoSpan = r.span(first+1, end)
		figure.Who = figure.WhoSpan.In(r.t.Source)
		figure.Victims = r.victims(first+1, end)
		figure.Unit = r.unitOf(q)
	}
	if head == text.None {
		figure.WhoSpan, figure.Who = span, figure.Text
	}
	r.link(&figure, q, nil, nil)
	return figure
}

// none reads "no one", "nobody", "no civilians", "none": the token after it and
// its noun; 0 when token i opens no such phrase.
func (r *reading) none(i int) (end, head int) {
	switch n := r.norm(i); {
	case n == "nobody" || n == "none":
		return i + 1, text.None
	case n == "no" && r.norm(i+1) == "-" && r.norm(i+2) == "one":
		return i + 3, text.None
	case n == "no" && (r.norm(i+1) == "one" || r.norm(i+1) == "body"):
		return i + 2, text.None
	case n == "no" || n == "without":
		at := i + 1
		for r.is(at, determiner) || r.norm(at) == "further" || r.norm(at) == "other" {
			at++
		}
		if n == "without" && r.pos(at) == text.VERB && !bringing[r.t.Tokens[at].Lemma] {
			return 0, text.None // "without mentioning casualties"
		}
		end, head, _ = r.nounPhrase(at)
		for head != text.None && r.is(end, conjunction) { // "no women or children"
			next, h, _ := r.nounPhrase(end + 1)
			if h == text.None {
				break
			}
			end, head = next, h
		}
		if head == text.None {
			return 0, text.None
		}
		return end, head
	}
	return 0, text.None
}

// bringing are the verbs that bring about what they are told to be without.
var bringing = map[string]bool{"cause": true, "inflict": true, "suffer": true, "sustain": true, "leave": true, "produce": true, "take": true, "claim": true}

// nothing says what did not happen to those of a phrase of none.
func (r *reading) nothing(first, end, head int) (finding, bool) {
	if head != text.None && r.words[head].head != nil {
		h := r.words[head].head
		if h.measure == annals.Attacks || h.measure == annals.Clashes || r.norm(head) == "body" || r.norm(head) == "bodies" {
			return finding{}, false
		}
		return finding{h.measure, head, "zero", false, false}, true
	}
	if t, _, ok := r.trigger(first + 1); ok && hurts(t.measure) && (t.form&participle != 0 || t.kind == adjective) && head > first+1 && r.norm(first) == "no" {
		return finding{t.measure, first + 1, "zero", false, false}, true // "no injured people were found"
	}
	if f, ok := r.predicate(end, nil); ok && r.norm(first) != "without" && !f.unreal && f.measure != annals.Destroyed &&
		(head == text.None || r.sortOf(head) == person) {
		f.rule = "zero"
		if f.measure == shot {
			f.measure = annals.Injured
		}
		return f, true
	}
	return finding{}, false
}

// unreported says that what is denied is a report: "no injuries were reported".
func (r *reading) unreported(first, end int) bool {
	const reach = 7
	_, last := r.sentence(first)
	for i := end; i < last && i < end+reach; i++ {
		switch r.norm(i) {
		case "reported", "immediately", "known", "confirmed":
			return true
		case ",", ";", ".":
			return false
		}
	}
	for i := first + 1; i < end; i++ {
		if n := r.norm(i); n == "reports" || n == "report" || n == "word" || n == "reported" || n == "known" {
			return true
		}
	}
	return false
}

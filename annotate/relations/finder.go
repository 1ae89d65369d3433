package relations

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

// entity is the entity of the mention with this head word; 0 when there is none.
func (f *finder) entity(head int) annals.Ref {
	if m := f.view.Mention(head); m != 0 {
		return f.d.Mentions[m-1].Entity
	}
	return 0
}

// span covers the mentions of both ends and the word that ties them.
func (f *finder) span(anchor, from, to int) annals.Span {
	t := f.d.Text.Tokens[anchor]
	s := annals.Span{Start: t.Start, End: t.End}
	for _, head := range []int{from, to} {
		if m := f.view.Mention(head); m != 0 {
			s.Start = min(s.Start, f.d.Mentions[m-1].Start)
			s.End = max(s.End, f.d.Mentions[m-1].End)
		}
	}
	return s
}

// past are words that say that a role or tie is over.
var past = map[string]bool{"former": true, "ex": true, "late": true, "ousted": true, "deposed": true, "onetime": true, "one-time": true, "erstwhile": true}

// unsure are auxiliaries under which nothing is asserted.
var unsure = map[string]bool{"may": true, "might": true, "could": true, "would": true, "should": true}

// asserted says that the sentence states the relation as a fact of now: not
// negated, not over, not merely possible, not conditional, not asked.
func (f *finder) asserted(m *pattern.Match) bool {
	anchor := m.Anchor()
	for _, at := range []int{anchor, m.Token("role"), f.verbAbove(anchor)} {
		if at != text.None && !f.plain(at) {
			return false
		}
	}
	s := f.d.Text.Sentences[f.d.Text.SentenceOf(anchor)]
	return f.d.Text.Tokens[s.Last-1].Norm != "?"
}

// verbAbove is the verb that a noun is object or complement of, or None.
func (f *finder) verbAbove(i int) int {
	t := &f.d.Text.Tokens[i]
	if t.Head == text.None || f.d.Text.Tokens[t.Head].UPOS != text.VERB {
		return text.None
	}
	return t.Head
}

// plain says that nothing below a word takes back what it says.
func (f *finder) plain(i int) bool {
	for _, c := range f.d.Text.Children(i) {
		t := &f.d.Text.Tokens[c]
		switch t.Dep {
		case "advmod", "det":
			if t.Norm == "not" || t.Norm == "n't" || t.Norm == "never" || t.Norm == "no" || t.Norm == "formerly" {
				return false
			}
		case "amod", "compound":
			if past[t.Norm] {
				return false
			}
		case "aux":
			if unsure[t.Norm] {
				return false
			}
		case "mark":
			if t.Norm == "if" || t.Norm == "unless" || t.Norm == "whether" {
				return false
			}
		}
	}
	return true
}

// nearest is how many arcs a time may stand from the word it dates.
const nearest = 4

// timeOf is the time that hangs on a word, or on the verb above it.
func (f *finder) timeOf(anchor int) annals.Ref {
	best, distance := annals.Ref(0), nearest+1
	for i := range f.d.Times {
		time := &f.d.Times[i]
		if time.Type == "DURATION" || time.Type == "SET" || f.d.Text.SentenceAt(time.Start) != f.d.Text.SentenceOf(anchor) {
			continue
		}
		first, last := f.d.Text.Covering(time.Start, time.End)
		for k := first; k < last; k++ {
			if n := f.arcs(k, anchor); n < distance {
				best, distance = annals.Ref(i+1), n
			}
		}
		if best == 0 && f.opens(first, anchor) {
			best = annals.Ref(i + 1)
		}
	}
	if best == 0 {
		best = f.since(anchor)
	}
	return best
}

// since is the time of the clause that says from when on the word above it
// holds: "has led it since his father died in 1975".
func (f *finder) since(anchor int) annals.Ref {
	for _, c := range f.d.Text.Children(anchor) {
		if f.d.Text.Tokens[c].Dep != "advcl" {
			continue
		}
		for _, m := range f.d.Text.Children(int(c)) {
			if t := &f.d.Text.Tokens[m]; t.Dep == "mark" && t.Norm == "since" {
				return f.timeOf(int(c))
			}
		}
	}
	return 0
}

// opening is how many words may stand before a time that opens its sentence:
// "As of June 2020, …", "However, since June 2020, …".
const opening = 4

// opens says that a word stands at the start of the anchor's sentence, so that
// a time there holds for all of it.
func (f *finder) opens(i, anchor int) bool {
	return i-f.d.Text.Sentences[f.d.Text.SentenceOf(anchor)].First <= opening && i < anchor
}

// arcs counts the steps from a time up to the anchor, or to the verb above the
// anchor; a clause between them puts the time out of reach.
func (f *finder) arcs(from, anchor int) int {
	tokens := f.d.Text.Tokens
	above := map[int]int{anchor: 0}
	for at, n := anchor, 1; n < nearest && tokens[at].Head != text.None && !clausal(tokens[at].Dep); n++ {
		at = tokens[at].Head
		above[at] = n
	}
	for n := 0; n <= nearest; n++ {
		if up, ok := above[from]; ok {
			return n + up
		}
		if tokens[from].Head == text.None || clausal(tokens[from].Dep) {
			break
		}
		from = tokens[from].Head
	}
	return nearest + 1
}

// clausal says that a relation opens a clause of its own.
func clausal(dep string) bool {
	return dep == "ccomp" || dep == "advcl" || dep == "parataxis" || dep == "conj" || text.DepIs(dep, "acl")
}

// event adds the event of a rule with event=. An event of no known type that
// has the same trigger gives way to it, and leaves it the time and place that
// the rule does not find; one of a known type stays.
func (f *finder) event(m *pattern.Match) {
	to := f.view.Mention(m.Token("to"))
	if to == 0 || !f.asserted(m) {
		return
	}
	t := f.d.Text.Tokens[m.Anchor()]
	trigger := annals.Span{Start: t.Start, End: t.End}
	at := slices.IndexFunc(f.d.Events, func(e annals.Event) bool { return e.Trigger == trigger })
	if at >= 0 && f.d.Events[at].PLOVER != nil {
		return
	}
	e := annals.Event{Trigger: trigger, Text: trigger.In(f.d.Text.Source), Status: annals.Happened, Confidence: confidence(m.Rule), Rule: m.Rule.Property("event")}
	e.Arguments = append(e.Arguments, annals.Argument{Role: annals.Target, Mention: to, Confidence: e.Confidence, Rule: m.Rule.Name})
	if by := f.view.Mention(m.Token("from")); by != 0 {
		e.Arguments = append(e.Arguments, annals.Argument{Role: annals.Actor, Mention: by, Confidence: e.Confidence, Rule: m.Rule.Name})
		f.foundedBy(m, to, by, trigger)
	}
	if e.Time = f.timeOf(m.Anchor()); e.Time != 0 {
		e.EDTF = f.d.Times[e.Time-1].EDTF
	}
	if place := f.view.Mention(m.Token("place")); place != 0 {
		e.Place, e.Places = place, []annals.Ref{place}
	}
	e.Claim = claims.Around(f.d.Claims, trigger)
	if at < 0 {
		f.d.Events = append(f.d.Events, e)
		return
	}
	old := &f.d.Events[at]
	if e.EDTF == "" {
		e.Time, e.EDTF = old.Time, old.EDTF
	}
	if e.Place == 0 {
		e.Place, e.Places = old.Place, old.Places
	}
	e.Links, e.Background = old.Links, old.Background
	*old = e
}

// foundedBy adds the relation of a group to who founded it.
func (f *finder) foundedBy(m *pattern.Match, group, founder annals.Ref, trigger annals.Span) {
	from, to := f.d.Mentions[group-1].Entity, f.d.Mentions[founder-1].Entity
	if from == 0 || to == 0 || from == to {
		return
	}
	r := annals.Relation{Span: f.span(m.Anchor(), m.Token("from"), m.Token("to")), Type: annals.FoundedBy, From: from, To: to,
		Time: f.timeOf(m.Anchor()), Claim: claims.Around(f.d.Claims, trigger), Confidence: confidence(m.Rule), Rule: m.Rule.Name}
	r.Text = r.Span.In(f.d.Text.Source)
	f.d.Relations = append(f.d.Relations, r)
}

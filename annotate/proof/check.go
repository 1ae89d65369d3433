package proof

import (
	"slices"

	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Figure checks a figure: number, who, date, place, actor, event, part_of and
// speaker, those of them it gives.
func Figure(d *annotate.Document, ref annals.Ref) Fields {
	if ref <= 0 || int(ref) > len(d.Figures) {
		return nil
	}
	f := &d.Figures[ref-1]
	out := Fields{"number": number(d, f)}
	if f.Who != "" {
		out["who"] = quoted(d, f.WhoSpan, f.Who)
	}
	if f.Time != 0 {
		out["date"] = date(d, f.Time)
	}
	if f.Place != 0 {
		out["place"] = place(d, f.Place)
	}
	if f.Subject != 0 {
		out["actor"] = entity(d, f.Subject, f.Span)
	}
	if f.Event != 0 && int(f.Event) <= len(d.Events) {
		e := &d.Events[f.Event-1]
		out["event"] = quoted(d, e.Trigger, e.Text)
	}
	if f.PartOf != 0 && int(f.PartOf) <= len(d.Figures) {
		total := &d.Figures[f.PartOf-1]
		out["part_of"] = part(d, f, total)
	}
	if f.Claim != 0 {
		out["speaker"] = speaker(d, f.Claim, f.Span)
	}
	return out
}

// Event checks an event: trigger, date, place, and one field a role.
func Event(d *annotate.Document, ref annals.Ref) Fields {
	if ref <= 0 || int(ref) > len(d.Events) {
		return nil
	}
	e := &d.Events[ref-1]
	out := Fields{"trigger": quoted(d, e.Trigger, e.Text)}
	if e.Time != 0 {
		out["date"] = date(d, e.Time)
	} else if e.EDTF != "" {
		out["date"] = unsupported
	}
	if e.Place != 0 {
		out["place"] = placeOf(d, e)
	}
	for _, a := range e.Arguments {
		out.set(string(a.Role), argument(d, a.Mention, e.Trigger))
	}
	if e.Claim != 0 {
		out["speaker"] = speaker(d, e.Claim, e.Trigger)
	}
	return out
}

// placeOf checks the place of an event: one that none of the places told with it is,
// is the country in which the whole report lies.
func placeOf(d *annotate.Document, e *annals.Event) Result {
	got := place(d, e.Place)
	if got.Verdict != annals.Unsupported && !slices.Contains(e.Places, e.Place) {
		return derived("country of the report", e.Trigger, d.Mentions[e.Place-1].Span)
	}
	return got
}

// Relation checks a relation: text, from, to, and its date.
func Relation(d *annotate.Document, ref annals.Ref) Fields {
	if ref <= 0 || int(ref) > len(d.Relations) {
		return nil
	}
	r := &d.Relations[ref-1]
	out := Fields{"text": quoted(d, r.Span, r.Text), "from": entity(d, r.From, r.Span), "to": entity(d, r.To, r.Span)}
	if r.Time != 0 {
		out["date"] = date(d, r.Time)
	}
	if r.Claim != 0 {
		out["speaker"] = speaker(d, r.Claim, r.Span)
	}
	return out
}

// Claim checks a claim: source, cue, content, speaker and its date.
func Claim(d *annotate.Document, ref annals.Ref) Fields {
	if ref <= 0 || int(ref) > len(d.Claims) {
		return nil
	}
	c := &d.Claims[ref-1]
	out := Fields{}
	if !c.Source.Empty() {
		out["source"] = within(d, c.Source)
	}
	if !c.Cue.Empty() {
		out["cue"] = within(d, c.Cue)
	}
	for _, s := range c.Content {
		out.set("content", within(d, s))
	}
	if c.Speaker != 0 {
		out["speaker"] = entity(d, c.Speaker, c.Source)
	}
	if c.Time != 0 {
		out["date"] = date(d, c.Time)
	}
	return out
}

// Aim checks one aim of an entity: its words, whose it is, and who says so.
func Aim(d *annotate.Document, ref, aim annals.Ref) Fields {
	if ref <= 0 || int(ref) > len(d.Entities) || aim <= 0 || int(aim) > len(d.Entities[ref-1].Aims) {
		return nil
	}
	a := &d.Entities[ref-1].Aims[aim-1]
	out := Fields{"aim": quoted(d, a.Span, a.Text), "actor": entity(d, ref, a.Span)}
	if a.Claim != 0 {
		out["speaker"] = speaker(d, a.Claim, a.Span)
	}
	return out
}

// quoted says that a value stands at its place as written.
func quoted(d *annotate.Document, s annals.Span, as string) Result {
	if literal(d, s, as) {
		return stated(s)
	}
	return unsupported
}

// within says that a span lies in the text.
func within(d *annotate.Document, s annals.Span) Result {
	if s.In(d.Doc.Text) == "" {
		return unsupported
	}
	return stated(s)
}

// entity says how an entity is named where something is said of it: by a name of
// its own in the same sentence, by a pronoun or noun there whose antecedent is
// named elsewhere, or not at all.
func entity(d *annotate.Document, ref annals.Ref, at annals.Span) Result {
	if ref <= 0 || int(ref) > len(d.Entities) {
		return unsupported
	}
	scope := sentence(d, at)
	e := &d.Entities[ref-1]
	best := unsupported
	for _, m := range e.Mentions {
		if m <= 0 || int(m) > len(d.Mentions) || !scope.Overlaps(d.Mentions[m-1].Span) {
			continue
		}
		best = mention(d, m)
		if best.Verdict == annals.Stated {
			return best
		}
	}
	return best
}

// mention says whether a mention names its entity or leads to a place that does.
func mention(d *annotate.Document, ref annals.Ref) Result {
	m := &d.Mentions[ref-1]
	if !literal(d, m.Span, m.Text) {
		return unsupported
	}
	if m.Entity <= 0 || int(m.Entity) > len(d.Entities) {
		return stated(m.Span)
	}
	e := &d.Entities[m.Entity-1]
	if names(e, m.Text) {
		return stated(m.Span)
	}
	for _, other := range e.Mentions {
		if other <= 0 || int(other) > len(d.Mentions) || other == ref {
			continue
		}
		if o := &d.Mentions[other-1]; names(e, o.Text) && literal(d, o.Span, o.Text) {
			return derived(step(m.Form), m.Span, o.Span)
		}
	}
	return unsupported
}

func step(f annals.Form) string {
	switch f {
	case annals.Pronoun:
		return "pronoun to its antecedent"
	case annals.Nominal:
		return "noun to its antecedent"
	}
	return "other name of one entity"
}

// names says that a text is the entity's name or one of its aliases.
func names(e *annals.Entity, text string) bool {
	if fold(text) == fold(e.Name) {
		return true
	}
	for _, a := range e.Aliases {
		if fold(text) == fold(a.Name) {
			return true
		}
	}
	return false
}

// argument is a mention in the sentence of the trigger, or one that leads on.
func argument(d *annotate.Document, ref annals.Ref, trigger annals.Span) Result {
	if ref <= 0 || int(ref) > len(d.Mentions) {
		return unsupported
	}
	r := mention(d, ref)
	if r.Verdict == annals.Stated && !sentence(d, trigger).Overlaps(d.Mentions[ref-1].Span) {
		return derived("told in another sentence", trigger, d.Mentions[ref-1].Span)
	}
	return r
}

// speaker says that what is said lies in the claim's content, and who is named as
// saying it.
func speaker(d *annotate.Document, ref annals.Ref, said annals.Span) Result {
	if ref <= 0 || int(ref) > len(d.Claims) {
		return unsupported
	}
	c := &d.Claims[ref-1]
	inside := false
	for _, s := range c.Content {
		inside = inside || s.Overlaps(said)
	}
	if !inside || c.Source.In(d.Doc.Text) == "" {
		return unsupported
	}
	if c.Speaker == 0 {
		return stated(c.Source)
	}
	if r := entity(d, c.Speaker, c.Source); r.Verdict == annals.DerivedFrom {
		return r
	}
	return stated(c.Source)
}

// inclusions are the words that make what follows a part of what stands before.
var inclusions = [...]string{"including", "included", "include", "includes", "among", "amongst", "of whom", "of them", "of which", ":", "of the"}

// part says that words of inclusion tie the part to its total.
func part(d *annotate.Document, f, total *annals.Figure) Result {
	from, to := min(f.Start, total.Start), max(f.End, total.End)
	text := strings.ToLower(annals.Span{Start: from, End: min(to+len(" of them"), len(d.Doc.Text))}.In(d.Doc.Text))
	for _, w := range inclusions {
		if strings.Contains(text, w) {
			return stated(f.Span, total.Span)
		}
	}
	if sentence(d, f.Span) == sentence(d, total.Span) {
		return derived("apposition", f.Span, total.Span)
	}
	return unsupported
}

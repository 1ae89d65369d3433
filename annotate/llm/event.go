package llm

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/proof"
	"github.com/annals-project/annals/text"
)

// longestTrigger is in words: "carried out an attack" has four.
const longestTrigger = 4

func oneOfThem(list []string, s string) bool { return slices.Contains(list, s) }

// event judges an event: its trigger stands in the quote and names nothing read
// otherwise, the syntax agrees whether it happened, and each participant is a
// mention there. Participants that are not are dropped alone.
func (j *judge) event(quote annals.Span, p *eventProposal) Outcome {
	if !oneOfThem(plover, p.Type) || !oneOfThem(statuses, string(p.Status)) {
		return UnknownValue
	}
	trigger, ok := j.one(quote, p.Trigger)
	if !ok || !j.mayTrigger(trigger) {
		return NoWords
	}
	if j.knownEvent(trigger, p.Type) {
		return Known
	}
	if j.standing.Standing(j.d, trigger) != p.Status {
		return OtherStanding
	}
	e := annals.Event{Trigger: trigger, Text: trigger.In(j.d.Doc.Text), PLOVER: &annals.PLOVER{Type: p.Type},
		Status: p.Status, Confidence: Confidence, Rule: j.rule}
	e.Arguments = j.arguments(quote, trigger, p.Arguments)
	if len(e.Arguments) == 0 {
		return NothingProven
	}
	j.setting(&e, quote, p)
	e.Claim = claims.Around(j.d.Claims, trigger)
	return keep(&j.d.Events, e, func(r annals.Ref) proof.Fields { return proof.Event(j.d, r) })
}

// mayTrigger says that words are few, hold a noun or verb, and are neither a name nor a time.
func (j *judge) mayTrigger(s annals.Span) bool {
	first, last := j.d.Text.Covering(s.Start, s.End)
	content := false
	for i := first; i < last; i++ {
		u := j.d.Text.Tokens[i].UPOS
		content = content || u == text.NOUN || u == text.VERB
	}
	for i := range j.d.Mentions {
		if m := &j.d.Mentions[i]; m.Form == annals.Name && m.Overlaps(s) {
			return false
		}
	}
	for i := range j.d.Times {
		if j.d.Times[i].Overlaps(s) {
			return false
		}
	}
	return content && last-first <= longestTrigger && j.sameSentence(s)
}

// knownEvent says that an event with this trigger was read, or one of this type
// in the same sentence: another word for one deed is no other deed.
func (j *judge) knownEvent(trigger annals.Span, plover string) bool {
	for i := range j.d.Events {
		e := &j.d.Events[i]
		if e.Trigger.Overlaps(trigger) || e.PLOVER != nil && e.PLOVER.Type == plover && j.sameSentence(trigger, e.Trigger) {
			return true
		}
	}
	return false
}

func (j *judge) arguments(quote, trigger annals.Span, proposed []argumentProposal) []annals.Argument {
	var out []annals.Argument
	for _, a := range proposed {
		m := j.mention(quote, a.Name, trigger)
		switch {
		case !oneOfThem(roles, string(a.Role)):
			j.counts[UnknownValue]++
		case m == 0 || j.d.Mentions[m-1].Overlaps(trigger):
			j.counts[NoName]++
		case j.againstSyntax(a.Role, m, trigger):
			j.counts[WrongRole]++
		case slices.ContainsFunc(out, func(o annals.Argument) bool { return o.Mention == m }):
			j.counts[Known]++
		default:
			out = append(out, annals.Argument{Role: a.Role, Mention: m, Confidence: Confidence, Rule: j.rule})
		}
	}
	return out
}

// againstSyntax says that a role is turned round: the subject of a verb with an
// object is not harmed by it, its object or passive subject does not do it.
func (j *judge) againstSyntax(role annals.Role, m annals.Ref, trigger annals.Span) bool {
	verb := j.root(trigger)
	node := j.first(j.root(j.d.Mentions[m-1].Span))
	if verb == text.None || node == text.None || j.d.Text.Tokens[node].Head != verb {
		return false
	}
	dep := j.d.Text.Tokens[node].Dep
	switch role {
	case annals.Actor:
		return dep == "obj" || dep == "nsubj:pass"
	case annals.Victim, annals.Target:
		return dep == "obl:agent" || dep == "nsubj" && j.d.Text.Child(verb, "obj") != text.None
	}
	return false
}

// setting takes the date and place of a proposal where they are times and places
// that were read in the quote.
func (j *judge) setting(e *annals.Event, quote annals.Span, p *eventProposal) {
	if p.Date != "" {
		at := j.places(quote, p.Date)
		if len(at) == 0 {
			j.counts[NoDate]++
		}
		for i := range j.d.Times {
			if t := &j.d.Times[i]; len(at) == 1 && t.Overlaps(at[0]) && (t.Type == "DATE" || t.Type == "TIME") {
				e.Time, e.EDTF = annals.Ref(i+1), t.EDTF
				break
			}
		}
	}
	if p.Place == "" {
		return
	}
	m := j.mention(quote, p.Place, e.Trigger)
	if m == 0 || j.d.Mentions[m-1].Kind != annals.PlaceKind && j.d.Mentions[m-1].Kind != annals.Facility {
		j.counts[NoPlace]++
		return
	}
	e.Place, e.Places = m, []annals.Ref{m}
}

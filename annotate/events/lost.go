package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// lostAttempts makes an event of each "tried to the envoy": that something was
// tried is told, what it was is lost, so it has no type.
func (r *reading) lostAttempts() []annals.Event {
	var out []annals.Event
	for _, s := range r.damaged {
		i := r.text.TokenAt(s.Start)
		if i+1 >= len(r.text.Tokens) || r.text.Tokens[i].UPOS != text.VERB || r.text.Tokens[i+1].Norm != "to" {
			continue
		}
		e, known := r.embedding(i, 'c')
		if !known || e == keep {
			continue
		}
		k := &r.text.Tokens[i]
		event := annals.Event{Trigger: annals.Span{Start: k.Start, End: k.End}, Text: r.text.Form(i), Status: annals.Status(e),
			Confidence: carriedArgument, Rule: "lost verb"}
		if who := r.subject(i, 0); who != text.None {
			if ref := r.mentionOf(who); ref > 0 {
				event.Arguments = append(event.Arguments, annals.Argument{Role: annals.Actor, Mention: ref, Confidence: phraseArgument, Rule: "lost verb: subject"})
			}
		}
		if whom := r.text.TokenAt(s.End - 1); whom < len(r.text.Tokens) && r.class(whom)&human != 0 {
			if ref := r.mentionOf(whom); ref > 0 {
				event.Arguments = append(event.Arguments, annals.Argument{Role: annals.Victim, Mention: ref, Confidence: phraseArgument, Rule: "lost verb: object"})
			}
		}
		r.setting(&event, i)
		out = append(out, event)
	}
	return out
}

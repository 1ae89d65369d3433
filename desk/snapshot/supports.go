package snapshot

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// supports are the pages of what a statement bears on: the event it tells of or
// counts for, the actors it is about.
func (s *Snapshot) supports(k resolve.StatementKey) []Link {
	st, r := s.Account.Statement(k), s.Account.Reading(k.Reading)
	var out []Link
	event := func(ref annals.Ref) {
		if i := s.EventNamed(s.Account.Resolution.EventKey(resolve.EventKey{Reading: k.Reading, Event: ref}).Short("x")); i >= 0 {
			out = append(out, Link{s.Events[i].Title, s.Events[i].Href})
		}
	}
	actor := func(ref annals.Ref) {
		if i := s.Account.ActorOf(resolve.EntityKey{Reading: k.Reading, Entity: ref}); ref != 0 && i >= 0 {
			out = append(out, Link{s.Actors[i].Name, s.Actors[i].Href})
		}
	}
	switch st.About {
	case annals.AboutEvent:
		event(st.Ref)
	case annals.AboutFigure:
		f := &r.Figures[st.Ref-1]
		if f.Event != 0 {
			event(f.Event)
		}
		actor(f.Subject)
	case annals.AboutRelation:
		actor(r.Relations[st.Ref-1].From)
		actor(r.Relations[st.Ref-1].To)
	case annals.AboutClaim:
		actor(r.Claims[st.Ref-1].Speaker)
	case annals.AboutProfile:
		actor(st.Ref)
	}
	return out
}

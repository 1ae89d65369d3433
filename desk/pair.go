package desk

import (
	"context"
	"net/http"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// pairPage is two things side by side, before they are joined or set apart.
type pairPage struct {
	Left, Right string // keys
	Apart       bool   // they are one, and are to be set apart
	Events      []snapshot.EventDetail
	Actors      []snapshot.ActorDetail
	LeftPart    *snapshot.Evidence // the sentences of the two parts, where they are to be set apart
	RightPart   *snapshot.Evidence
	Outcomes    []*outcome // what each verdict would make of the account, worked out before it is given
	Working     bool       // they are still being worked out
	Doubtful    *doubtful  // the item of the review queue that asks this; nil when a person came another way
}

// merge shows two actors or events side by side.
func (d *Desk) merge(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	left, err := annals.ParseKey(r.URL.Query().Get("left"))
	if err != nil {
		d.wrong(w, r, "there is nothing to compare with")
		return
	}
	with := strings.TrimSpace(r.URL.Query().Get("with"))
	with = with[strings.LastIndexByte(with, '/')+1:]
	p := pairPage{Left: left.String()}
	switch left.Kind {
	case annals.EventKey:
		i, j := s.EventNamed(left.Short("x")), s.EventNamed(with)
		if i < 0 || j < 0 || i == j {
			d.wrong(w, r, "give the ID or address of another event")
			return
		}
		p.Events = []snapshot.EventDetail{s.Event(i), s.Event(j)}
		p.Right = p.Events[1].Key
	case annals.ActorKey:
		i, j := s.ActorNamed(left.Short("a")), s.ActorLike(with)
		if i < 0 || j < 0 || i == j {
			d.wrong(w, r, "give the name, ID or address of another actor")
			return
		}
		p.Actors = []snapshot.ActorDetail{s.Actor(i), s.Actor(j)}
		p.Right = p.Actors[1].Key
	default:
		d.wrong(w, r, "only actors and events can be joined")
		return
	}
	d.pair(w, r, s, &p)
}

// split shows two parts of one actor or event side by side, with their sentences.
func (d *Desk) split(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	left, errLeft := annals.ParseKey(r.URL.Query().Get("left"))
	right, errRight := annals.ParseKey(r.URL.Query().Get("right"))
	if errLeft != nil || errRight != nil || left == right || left.Kind != right.Kind {
		d.wrong(w, r, "choose two different parts")
		return
	}
	x, foundLeft := s.SentenceAt(left)
	y, foundRight := s.SentenceAt(right)
	if !foundLeft || !foundRight {
		d.wrong(w, r, "the reports of these parts are not in the record")
		return
	}
	d.pair(w, r, s, &pairPage{Left: left.String(), Right: right.String(), Apart: true, LeftPart: &x, RightPart: &y})
}

// lookAgain is after how many seconds a page comes anew whose outcomes are still
// being worked out.
const lookAgain = "3"

// pair shows two things with what each verdict on them would do.
func (d *Desk) pair(w http.ResponseWriter, r *http.Request, s *snapshot.Snapshot, p *pairPage) {
	p.Doubtful = d.doubtful(r)
	waiting, stop := context.WithTimeout(r.Context(), patience)
	defer stop()
	for _, verdict := range []string{annals.Same, annals.Different} {
		o, err := d.supposed.of(waiting, s, annals.Judgement{Left: p.Left, Right: p.Right, Verdict: verdict, By: d.visitor(r).name, At: d.options.Now()})
		switch {
		case err != nil:
			d.wrong(w, r, err.Error())
			return
		case o == nil:
			p.Working = true
			w.Header().Set("Refresh", lookAgain)
		default:
			p.Outcomes = append(p.Outcomes, o)
		}
	}
	d.show(w, r, http.StatusOK, "pair", page{Title: "One or two?", Snapshot: s, Data: p})
}

package desk

import (
	"fmt"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// outcome is what a judgement on two actors or events would make of the account.
type outcome struct {
	Verdict   string
	Now, Then []whole      // what holds the two, as it is and as it would be
	Others    []alteration // what else would read otherwise: the first of them
	AllOthers int
	Totals    []difference // of the account
}

// whole is one actor or event with what it is joined of.
type whole struct {
	snapshot.Link
	Facts    []difference // what pages show of it; only Now is filled
	Tellings []telling
}

// telling is a part of a whole.
type telling struct {
	snapshot.Telling
	Moves bool // to another whole than most of what it was with
}

// alteration is another actor or event that would read otherwise.
type alteration struct {
	snapshot.Link
	Differences []difference
}

// difference is one value as it is and as it would be.
type difference struct{ What, Now, Then string }

// Same says whether the judgement would move nothing.
func (o *outcome) Same() bool {
	return o.AllOthers == 0 && slices.EqualFunc(o.Now, o.Then, func(x, y whole) bool { return slices.Equal(keysOf(x), keysOf(y)) })
}

func keysOf(x whole) []string {
	var out []string
	for _, t := range x.Tellings {
		out = append(out, t.Key)
	}
	slices.Sort(out)
	return out
}

// mostOthers is how many of the other things that would change are named.
const mostOthers = 12

// kindOf reads things of one kind, actors or events, out of a snapshot.
type kindOf struct {
	key      annals.KeyKind
	all      func(*snapshot.Snapshot) int
	named    func(*snapshot.Snapshot, annals.Key) int
	byID     func(*snapshot.Snapshot, string) int
	id       func(*snapshot.Snapshot, int) string
	link     func(*snapshot.Snapshot, int) snapshot.Link
	members  func(*snapshot.Snapshot, int) []annals.Key
	tellings func(*snapshot.Snapshot, int) []snapshot.Telling
	facts    func(*snapshot.Snapshot, int) []difference
}

var actorKind = kindOf{
	key:   annals.ActorKey,
	all:   func(s *snapshot.Snapshot) int { return len(s.Actors) },
	named: func(s *snapshot.Snapshot, k annals.Key) int { return s.ActorNamed(k.Short("a")) },
	byID:  (*snapshot.Snapshot).ActorNamed,
	id:    func(s *snapshot.Snapshot, i int) string { return s.Actors[i].ID },
	link: func(s *snapshot.Snapshot, i int) snapshot.Link {
		return snapshot.Link{Name: s.Actors[i].Name, Href: s.Actors[i].Href}
	},
	members: func(s *snapshot.Snapshot, i int) []annals.Key {
		var out []annals.Key
		for _, e := range s.Account.Resolution.Actors[s.Account.Actors[i].Resolved].Entities {
			out = append(out, s.Account.Resolution.EntityKey(e))
		}
		return out
	},
	tellings: func(s *snapshot.Snapshot, i int) []snapshot.Telling { return s.Actor(i).Tellings },
	facts:    actorFacts,
}

var eventKind = kindOf{
	key:   annals.EventKey,
	all:   func(s *snapshot.Snapshot) int { return len(s.Events) },
	named: func(s *snapshot.Snapshot, k annals.Key) int { return s.EventNamed(k.Short("x")) },
	byID:  (*snapshot.Snapshot).EventNamed,
	id:    func(s *snapshot.Snapshot, i int) string { return s.Events[i].ID },
	link: func(s *snapshot.Snapshot, i int) snapshot.Link {
		return snapshot.Link{Name: s.Events[i].Title, Href: s.Events[i].Href}
	},
	members:  func(s *snapshot.Snapshot, i int) []annals.Key { return s.Account.Events[i].Mentions },
	tellings: func(s *snapshot.Snapshot, i int) []snapshot.Telling { return s.Event(i).Tellings },
	facts:    eventFacts,
}

func (k *kindOf) whole(s *snapshot.Snapshot, i int) whole {
	out := whole{k.link(s, i), k.facts(s, i)[1:], nil} // the first is the name, which the link bears
	for _, t := range k.tellings(s, i) {
		out.Tellings = append(out.Tellings, telling{Telling: t})
	}
	return out
}

// mark finds the tellings that would move, and puts them first. Each whole goes on
// as the one that gets most of it.
func (o *outcome) mark() {
	from := map[string]int{}
	for n := range o.Now {
		for _, key := range keysOf(o.Now[n]) {
			from[key] = n
		}
	}
	shared := func(n, t int) (count int) {
		for _, key := range keysOf(o.Then[t]) {
			if at, known := from[key]; known && at == n {
				count++
			}
		}
		return count
	}
	heir, origin := make([]int, len(o.Now)), make([]int, len(o.Then))
	for n := range o.Now {
		for t := range o.Then {
			if shared(n, t) > shared(n, heir[n]) {
				heir[n] = t
			}
			if shared(n, t) > shared(origin[t], t) {
				origin[t] = n
			}
		}
	}
	for t := range o.Then {
		for i := range o.Then[t].Tellings {
			x := &o.Then[t].Tellings[i]
			x.Moves = heir[from[x.Key]] != t || origin[t] != from[x.Key]
		}
		slices.SortStableFunc(o.Then[t].Tellings, func(x, y telling) int {
			switch {
			case x.Moves && !y.Moves:
				return -1
			case y.Moves && !x.Moves:
				return 1
			}
			return 0
		})
	}
}

func actorFacts(s *snapshot.Snapshot, i int) []difference {
	a := &s.Actors[i]
	return []difference{{"name", a.Name, ""}, {"mentions", fmt.Sprint(a.Mentions), ""}, {"reports", fmt.Sprint(a.Reports), ""}, {"events", fmt.Sprint(a.Events), ""}}
}

func eventFacts(s *snapshot.Snapshot, i int) []difference {
	e := &s.Events[i]
	return []difference{{"title", e.Title, ""}, {"date", e.EDTF, ""}, {"place", placeWords(e.Place), ""}, {"killed", tallyWords(e.Killed), ""},
		{"injured", tallyWords(e.Injured), ""}, {"independent sources", fmt.Sprint(e.Sources), ""}, {"reports", fmt.Sprint(e.Reports), ""},
		{"grade", e.Grade, ""}, {"conflicts", fmt.Sprint(e.Conflicts), ""}}
}

// compare says what a judgement changes between two accounts.
func compare(before, after *snapshot.Snapshot, j annals.Judgement) outcome {
	out := outcome{Verdict: j.Verdict, Totals: changed([]difference{
		{"actors", fmt.Sprint(len(before.Actors)), fmt.Sprint(len(after.Actors))}, {"events", fmt.Sprint(len(before.Events)), fmt.Sprint(len(after.Events))},
		{"relations", fmt.Sprint(len(before.Account.Relations)), fmt.Sprint(len(after.Account.Relations))},
		{"conflicts", fmt.Sprint(len(before.Account.Conflicts)), fmt.Sprint(len(after.Account.Conflicts))}})}
	left, errLeft := annals.ParseKey(j.Left)
	right, errRight := annals.ParseKey(j.Right)
	if errLeft != nil || errRight != nil {
		return out
	}
	mine := eventKind
	if left.Kind == annals.ActorKey {
		mine = actorKind
	}
	now, then := touched(&mine, before, after, left, right)
	for _, i := range now {
		out.Now = append(out.Now, mine.whole(before, i))
	}
	for _, i := range then {
		out.Then = append(out.Then, mine.whole(after, i))
	}
	out.mark()
	for _, kind := range []*kindOf{&actorKind, &eventKind} {
		except := []int{}
		if kind.key == left.Kind {
			except = now
		}
		out.note(kind, before, after, except)
	}
	return out
}

// touched are the things that hold two keys, before and after, with all that
// share a part with one of them.
func touched(kind *kindOf, before, after *snapshot.Snapshot, keys ...annals.Key) (now, then []int) {
	seen := map[annals.Key]bool{}
	take := func(s *snapshot.Snapshot, list []int, k annals.Key) []int {
		i := kind.named(s, k)
		if i < 0 || slices.Contains(list, i) {
			return list
		}
		keys = append(keys, kind.members(s, i)...)
		return append(list, i)
	}
	for len(keys) > 0 {
		k := keys[0]
		keys = keys[1:]
		if !seen[k] {
			seen[k] = true
			now, then = take(before, now, k), take(after, then, k)
		}
	}
	return now, then
}

// note lists the things of a kind that would read otherwise.
func (o *outcome) note(kind *kindOf, before, after *snapshot.Snapshot, except []int) {
	for i := range kind.all(before) {
		j := kind.byID(after, kind.id(before, i))
		if slices.Contains(except, i) || j < 0 {
			continue
		}
		was, would := kind.facts(before, i), kind.facts(after, j)
		for n := range was {
			was[n].Then = would[n].Now
		}
		differences := changed(was)
		if len(differences) == 0 {
			continue
		}
		o.AllOthers++
		if len(o.Others) < mostOthers {
			o.Others = append(o.Others, alteration{kind.link(before, i), differences})
		}
	}
}

// changed leaves out what stays.
func changed(all []difference) []difference {
	return slices.DeleteFunc(all, func(d difference) bool { return d.Now == d.Then })
}

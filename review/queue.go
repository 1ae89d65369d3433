package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// ItemKind is what sort of question an item puts.
type ItemKind string

// Kinds of item.
const (
	PossibleMerge ItemKind = "possible merge" // are two actors one? merge, split or leave open
	DoubtfulJoin  ItemKind = "doubtful join"  // annals made one event of two accounts: merge keeps it, split undoes it
	UndatedJoin   ItemKind = "undated"        // are two accounts of one event, of which one tells no day? merge, split or leave open
	DoubtfulEvent ItemKind = "event"          // does the report tell of it? accept, reject or correct
	DoubtfulToll  ItemKind = "figure"         // does the report give this number? accept, reject or correct
	Disagreement  ItemKind = "conflict"       // reports disagree: which of them was misread, if any?
)

// Item is a question that waits for a person.
type Item struct {
	Kind        ItemKind
	Keys        []annals.Key // of a pair both; else all that an answer is about
	Title       string
	Doubt       float64  // 0 sure … 1 open
	Consequence float64  // grows with the dead, the injured and the reports
	Reasons     []string // why it is doubtful
	Statements  []resolve.StatementKey

	place Place
}

// Place is where the item stands in the queue.
func (x *Item) Place() Place { return x.place }

// Pair says whether the item asks if two things are one.
func (x *Item) Pair() bool {
	return x.Kind == PossibleMerge || x.Kind == DoubtfulJoin || x.Kind == UndatedJoin
}

// How doubtful things are, and from when they are asked about.
const (
	surely          = 0.8 // a reader's certainty from which an event or number is not asked about
	weakestJoin     = 1.0 // sum of reasons above which a join is not asked about
	conflictDoubt   = 0.9 // of a conflict, the gravest kind
	differenceDoubt = 0.3 // of a mere difference
	undatedDoubt    = 0.5 // of two accounts that only a missing day keeps apart
)

// Queue lists what waits for a person: the most doubtful and most consequential
// first. What a person has judged does not wait any more.
func Queue(a *account.Account) []Item { return Waiting(Questions(a), a.Resolution.Judgements) }

// Questions lists what an account leaves open, judged or not, in the order of the
// queue.
func Questions(a *account.Account) []Item {
	q := &queue{a: a}
	q.pairs()
	q.joins()
	q.events()
	q.conflicts()
	slices.SortStableFunc(q.items, func(x, y Item) int { return x.place.Compare(y.place) })
	return q.items
}

// Waiting leaves out of questions those that a person has judged all of.
func Waiting(questions []Item, judgements []annals.Judgement) []Item {
	judged := judgedKeys(judgements)
	return slices.DeleteFunc(slices.Clone(questions), func(x Item) bool {
		if x.Pair() {
			return judged[pairKey(x.Keys[0].String(), x.Keys[1].String())]
		}
		return !slices.ContainsFunc(x.Keys, func(k annals.Key) bool { return !judged[k.String()] })
	})
}

type queue struct {
	a     *account.Account
	items []Item
}

// judgedKeys are the keys, and pairs of keys, that a person's judgement stands on.
func judgedKeys(judgements []annals.Judgement) map[string]bool {
	out := map[string]bool{}
	for _, j := range annals.Standing(judgements) {
		if j.By == annals.ByAnnals {
			continue
		}
		if j.Right == "" {
			out[j.Left] = true
		} else {
			out[pairKey(j.Left, j.Right)] = true
		}
	}
	return out
}

func pairKey(left, right string) string { return min(left, right) + " " + max(left, right) }

// put adds an item that asks about something.
func (q *queue) put(x Item) {
	if len(x.Keys) == 0 {
		return
	}
	x.place = placeOf(&x)
	q.items = append(q.items, x)
}

func placeOf(x *Item) Place {
	h := sha256.New()
	fmt.Fprintln(h, x.Kind)
	for _, k := range x.Keys {
		fmt.Fprintln(h, k)
	}
	for _, s := range x.Reasons {
		fmt.Fprintln(h, s)
	}
	scale := math.Pow10(priorityDigits)
	return Place{math.Round(x.Doubt*x.Consequence*scale) / scale, x.Keys[0].String(), hex.EncodeToString(h.Sum(nil)[:6])}
}

// pairs asks about actors that may be one.
func (q *queue) pairs() {
	a := q.a
	for i := range a.Actors {
		resolved := &a.Resolution.Actors[a.Actors[i].Resolved]
		for _, l := range resolved.PossiblySame {
			other := a.ActorAt(l.Actor)
			if other < 0 || a.Actors[i].Resolved > l.Actor {
				continue
			}
			left, right := OfActor(a, a.Actors[i].Resolved), OfActor(a, l.Actor)
			x := Item{Kind: PossibleMerge, Keys: []annals.Key{left.Keys[0], right.Keys[0]}, Title: left.Title + " and " + right.Title,
				Doubt: 1 - math.Abs(2*l.Score-1), Reasons: l.Why, Statements: append(q.naming(i), q.naming(other)...),
				Consequence: weight(0, len(a.Actors[i].Documents)+len(a.Actors[other].Documents))}
			q.put(x)
		}
	}
}

// naming are the statements that introduce an actor's names.
func (q *queue) naming(actor int) []resolve.StatementKey {
	var out []resolve.StatementKey
	for _, alias := range q.a.Actors[actor].Aliases {
		out = append(out, alias.Statements...)
	}
	return out
}

// joins asks about accounts that annals joined on weak reasons, or kept apart only
// for want of a day.
func (q *queue) joins() {
	a := q.a
	for i := range a.Resolution.Decisions {
		d := &a.Resolution.Decisions[i]
		weak := d.Verdict == annals.Same && d.Score <= weakestJoin
		if d.Kind != annals.EventKey || !weak && d.Verdict != annals.Unsure {
			continue
		}
		left, right := resolve.EventKey{Reading: d.Left.Reading, Event: d.Left.Ref}, resolve.EventKey{Reading: d.Right.Reading, Event: d.Right.Ref}
		e := &a.Events[a.EventOf(a.Resolution.Event(left))]
		x := Item{Kind: DoubtfulJoin, Keys: []annals.Key{a.Resolution.EventKey(left), a.Resolution.EventKey(right)}, Title: e.Title,
			Doubt: 1 / (1 + d.Score), Consequence: q.consequence(e), Reasons: []string{"joined for " + d.Why},
			Statements: append(q.about(left), q.about(right)...)}
		if !weak {
			x.Kind, x.Doubt, x.Reasons = UndatedJoin, undatedDoubt, []string{"kept apart: " + d.Why}
		}
		q.put(x)
	}
}

func (q *queue) about(k resolve.EventKey) []resolve.StatementKey {
	return slices.DeleteFunc(slices.Clone(q.a.Events[q.a.EventOf(q.a.Resolution.Event(k))].Statements), func(s resolve.StatementKey) bool {
		return s.Reading != k.Reading || q.a.Statement(s).Ref != k.Event
	})
}

// events asks about events and numbers that the reader is not certain of.
func (q *queue) events() {
	for i := range q.a.Events {
		e := &q.a.Events[i]
		least := 1.0
		for _, k := range q.a.Resolution.Events[e.Resolved].Mentions {
			least = min(least, q.a.Reading(k.Reading).Events[k.Event-1].Confidence)
		}
		if least < surely && !e.Background {
			q.put(Item{Kind: DoubtfulEvent, Keys: OfEvent(q.a, e.Resolved).Keys, Title: e.Title, Doubt: 1 - least, Consequence: q.consequence(e),
				Reasons: []string{"the reader is not certain of it"}, Statements: e.Statements})
		}
		for l := range e.Ledger {
			q.figure(e, &e.Ledger[l])
		}
	}
}

func (q *queue) figure(e *account.Event, entry *account.Entry) {
	if entry.Figure.Confidence >= surely || len(entry.Statements) == 0 {
		return
	}
	r := q.a.Original(entry.Reading)
	key := resolve.KeyOf(r, annals.FigureKey, r.Statements[entry.Statements[0].Statement].Ref)
	q.put(Item{Kind: DoubtfulToll, Keys: []annals.Key{key}, Title: e.Title + ": " + string(entry.Figure.Measure) + " " + entry.Numeral(),
		Doubt: 1 - entry.Figure.Confidence, Consequence: q.consequence(e), Reasons: []string{"the reader is not certain of the number"}, Statements: entry.Statements})
}

// conflicts asks whether reports that disagree were read right.
func (q *queue) conflicts() {
	for i := range q.a.Conflicts {
		c := &q.a.Conflicts[i]
		x := Item{Kind: Disagreement, Title: c.Message, Doubt: conflictDoubt, Consequence: weight(0, len(c.Sentences)), Reasons: []string{"reports disagree: " + string(c.Kind)}, Statements: c.Statements}
		if c.Kind == account.Difference {
			x.Doubt = differenceDoubt
		}
		for _, s := range c.Statements {
			r := q.a.Original(s.Reading)
			if t, ok := ofStatement(r, &r.Statements[s.Statement]); ok && t.Kind != annals.ActorKey {
				x.Keys = append(x.Keys, t.Keys[0])
			}
			if st := q.a.Statement(s); st.About == annals.AboutEvent {
				e := q.a.Resolution.Event(resolve.EventKey{Reading: s.Reading, Event: st.Ref})
				x.Consequence = max(x.Consequence, q.consequence(&q.a.Events[q.a.EventOf(e)]))
			} else if st.About == annals.AboutFigure {
				x.Consequence = max(x.Consequence, q.ofFigure(s.Reading, st.Ref))
			}
		}
		q.put(x)
	}
}

// ofFigure is the consequence of the event that a figure belongs to.
func (q *queue) ofFigure(reading int, ref annals.Ref) float64 {
	event := q.a.Reading(reading).Figures[ref-1].Event
	if event == 0 {
		return 0
	}
	return q.consequence(&q.a.Events[q.a.EventOf(q.a.Resolution.Event(resolve.EventKey{Reading: reading, Event: event}))])
}

// consequence weighs an event by its tolls and by how many reports tell of it.
func (q *queue) consequence(e *account.Event) float64 {
	harmed := 0.0
	for i := range e.Tallies {
		if high := e.Tallies[i].High; high != nil && (e.Tallies[i].Measure == annals.Killed || e.Tallies[i].Measure == annals.Injured) {
			harmed += *high
		}
	}
	return weight(harmed, len(e.Documents))
}

// weight grows with both, tenfold tolls counting as much more as tenfold reports.
func weight(harmed float64, reports int) float64 {
	return 1 + math.Log10(1+harmed) + math.Log10(float64(1+reports))
}

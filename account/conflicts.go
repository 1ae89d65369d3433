package account

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/resolve"
)

// ConflictKind is in what respect statements disagree.
type ConflictKind string

// Conflict kinds, the gravest first. A difference is unequal but compatible.
const (
	DenialConflict      ConflictKind = "denial"
	FigureConflict      ConflictKind = "figure"
	AttributionConflict ConflictKind = "attribution"
	DateConflict        ConflictKind = "date"
	PlaceConflict       ConflictKind = "place"
	SelfContradiction   ConflictKind = "self_contradiction"
	Difference          ConflictKind = "difference"
)

var gravest = []ConflictKind{DenialConflict, FigureConflict, AttributionConflict, DateConflict, PlaceConflict, SelfContradiction, Difference}

// Conflict is two statements or more that do not fit together.
type Conflict struct {
	ID         string
	Kind       ConflictKind
	Message    string
	Statements []resolve.StatementKey
	Sentences  []Citation // both sides, for those that are no statements too

	// Stake is how many people it is about: those between two counts, or those
	// harmed by the event whose date, place, author or truth is in dispute.
	Stake float64
}

func (a *Account) deriveConflicts() {
	for i := range a.Events {
		a.eventConflicts(&a.Events[i])
	}
	for i := range a.Actors {
		a.actorConflicts(&a.Actors[i])
	}
	for _, d := range a.Documents {
		a.selfContradictions(d.Reading)
	}
	sort.SliceStable(a.Conflicts, func(i, j int) bool { return a.Conflicts[i].matters(&a.Conflicts[j]) })
}

// matters orders conflicts: real ones before differences, then by how many
// people they are about, then by kind.
func (c *Conflict) matters(than *Conflict) bool {
	if x, y := c.Kind == Difference, than.Kind == Difference; x != y {
		return y
	}
	if c.Stake != than.Stake {
		return c.Stake > than.Stake
	}
	return slices.Index(gravest, c.Kind) < slices.Index(gravest, than.Kind)
}

func (a *Account) addConflict(kind ConflictKind, message string, statements []resolve.StatementKey) {
	c := Conflict{Kind: kind, Message: message, Statements: statements, Sentences: a.Cite(statements)}
	sum := sha256.Sum256([]byte(string(kind) + message))
	c.ID = "k" + hex.EncodeToString(sum[:])[:12]
	a.Conflicts = append(a.Conflicts, c)
}

func (a *Account) eventConflicts(e *Event) {
	for _, measure := range tallied {
		a.tollConflicts(e, measure)
	}
	a.partConflicts(e)
	from := len(a.Conflicts)
	if e.Status == annals.Happened {
		a.denials(e)
	}
	if days := sortedDays(e.days); len(days) > 1 {
		a.addConflict(DateConflict, fmt.Sprintf("%s: dated %s", e.Title, strings.Join(days, " and ")), gather(e.days, days))
	}
	if towns := sortedDays(e.places); len(towns) > 1 {
		a.addConflict(PlaceConflict, fmt.Sprintf("%s: placed in %s", e.Title, strings.Join(towns, " and ")), gather(e.places, towns))
	}
	a.attributionConflicts(e)
	for i := from; i < len(a.Conflicts); i++ {
		a.Conflicts[i].Stake = e.harmed()
	}
}

// harmed is how many people an event may have killed and injured.
func (e *Event) harmed() float64 {
	sum := 0.0
	for _, t := range e.Tallies {
		if (t.Measure == annals.Killed || t.Measure == annals.Injured) && t.High != nil {
			sum += *t.High
		}
	}
	return sum
}

func sortedDays(m map[string][]resolve.StatementKey) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func gather(m map[string][]resolve.StatementKey, keys []string) []resolve.StatementKey {
	var out []resolve.StatementKey
	for _, k := range keys {
		out = append(out, m[k]...)
	}
	return out
}

// tollConflicts compares what origins count, two at a time. A later count
// replaces an earlier one and is no conflict with it.
func (a *Account) tollConflicts(e *Event, measure annals.Measure) {
	observations := a.observations(e.Ledger, measure)
	for i, x := range observations {
		for _, y := range observations[i+1:] {
			if x.Reported != y.Reported || x.Reported == "" || rangesMeet(x.Low, x.High, y.Low, y.High) || !a.atOdds(&x, &y) {
				continue
			}
			a.addConflict(FigureConflict, fmt.Sprintf("%s: %s %s, and %s", e.Title, Number(*x.Best), measure, Number(*y.Best)),
				append(slices.Clone(x.Statements), y.Statements...))
			a.stake(math.Abs(*x.Best - *y.Best))
		}
	}
}

// atOdds says whether no line of one observation is an update, a part or the
// whole of one of the other, and some two of them conflict.
func (a *Account) atOdds(x, y *Observation) bool {
	if len(x.Entries) != 1 || len(y.Entries) != 1 {
		return true // a sum is compared as such
	}
	fit, _ := a.Compare(&x.Entries[0], &y.Entries[0])
	return fit == Conflicts
}

// stake sets how many people the last conflict found is about.
func (a *Account) stake(people float64) {
	if n := len(a.Conflicts); n > 0 {
		a.Conflicts[n-1].Stake = people
	}
}

// rangesMeet says whether two ranges share a number; nil is no bound.
func rangesMeet(low1, high1, low2, high2 *float64) bool {
	return bound(low1, math.Inf(-1)) <= bound(high2, math.Inf(1)) && bound(low2, math.Inf(-1)) <= bound(high1, math.Inf(1))
}

func bound(x *float64, open float64) float64 {
	if x == nil {
		return open
	}
	return *x
}

// denials finds mentions that deny an event which others say happened.
func (a *Account) denials(e *Event) {
	var denied, told []resolve.StatementKey
	for _, s := range e.Statements {
		if a.Reading(s.Reading).Events[a.Statement(s).Ref-1].Status == annals.Denied {
			denied = append(denied, s)
		} else if len(told) == 0 {
			told = append(told, s)
		}
	}
	if len(denied) > 0 && len(told) > 0 {
		a.addConflict(DenialConflict, e.Title+": denied", append(told, denied...))
	}
}

// attributionConflicts finds events that reports lay at different doors.
func (a *Account) attributionConflicts(e *Event) {
	if actors, statements, found := a.differentDoors(e); found {
		a.addConflict(AttributionConflict, fmt.Sprintf("%s: attributed to %s, and to %s", e.Title,
			a.Actors[actors[0]].Name, a.Actors[actors[1]].Name), statements[:])
	}
}

// differentDoors finds two reports that each name actors of an event, none of
// whom both name.
func (a *Account) differentDoors(e *Event) (actors [2]int, statements [2]resolve.StatementKey, found bool) {
	byReading := map[int][]int{}
	statement := map[int]resolve.StatementKey{}
	var readings []int
	for _, s := range e.Statements {
		for _, arg := range a.Reading(s.Reading).Events[a.Statement(s).Ref-1].Arguments {
			key := resolve.EntityKey{Reading: s.Reading, Entity: a.Reading(s.Reading).Mentions[arg.Mention-1].Entity}
			if actor := a.ActorOf(key); arg.Role == annals.Actor && actor >= 0 {
				if byReading[s.Reading] == nil {
					readings = append(readings, s.Reading)
					statement[s.Reading] = s
				}
				byReading[s.Reading] = append(byReading[s.Reading], actor)
			}
		}
	}
	for i, x := range readings {
		for _, y := range readings[i+1:] {
			if !overlap(byReading[x], byReading[y]) {
				return [2]int{byReading[x][0], byReading[y][0]}, [2]resolve.StatementKey{statement[x], statement[y]}, true
			}
		}
	}
	return actors, statements, false
}

func overlap(x, y []int) bool {
	for _, v := range x {
		if slices.Contains(y, v) {
			return true
		}
	}
	return false
}

// actorConflicts compares what reports count of one actor: strength, attacks.
func (a *Account) actorConflicts(actor *Actor) {
	figures := actor.Profile.Figures
	for i := range figures {
		for j := i + 1; j < len(figures); j++ {
			x, y := &figures[i], &figures[j]
			if x.Reading == y.Reading || !a.commensurable(x, y) {
				continue
			}
			lowX, highX := limits(x.Figure)
			lowY, highY := limits(y.Figure)
			if equal(lowX, lowY) && equal(highX, highY) {
				continue
			}
			kind := Difference
			if !rangesMeet(lowX, highX, lowY, highY) {
				kind = FigureConflict
			}
			a.addConflict(kind, fmt.Sprintf("%s: %s %s, and %s", actor.Name, x.Figure.Measure, x.Numeral(), y.Numeral()),
				append(slices.Clone(x.Statements), y.Statements...))
		}
	}
}

// commensurable says whether two figures of one actor count the same thing: the
// same measure of the same who, for times that may be one.
func (a *Account) commensurable(x, y *Entry) bool {
	if x.Figure.Measure != y.Figure.Measure || x.Figure.PartOf != 0 || y.Figure.PartOf != 0 || x.Figure.Cumulative != y.Figure.Cumulative {
		return false
	}
	if x.Figure.Measure != annals.Strength && (x.EDTF == "" || x.EDTF != y.EDTF) {
		return false
	}
	if x.EDTF != "" && y.EDTF != "" {
		vx, errX := edtf.Parse(x.EDTF)
		vy, errY := edtf.Parse(y.EDTF)
		return x.EDTF == y.EDTF || errX == nil && errY == nil && vx.Overlaps(vy)
	}
	return a.within(x, y, strengthHolds)
}

// strengthHolds is how long a strength that a report gives without a time may be
// held against another: later it is another year's strength, and no contradiction.
const strengthHolds = 366 * 24 * time.Hour

// within says whether the times of two figures, or of their reports where none is
// stated, are no further apart than some time. What is undated may be of any time.
func (a *Account) within(x, y *Entry, span time.Duration) bool {
	var at [2]time.Time
	for i, e := range []*Entry{x, y} {
		v, err := edtf.Parse(cmp.Or(e.EDTF, a.reported(e.Reading)))
		first, known := v.Earliest()
		if err != nil || !known {
			return true
		}
		at[i] = first
	}
	return at[0].Sub(at[1]).Abs() <= span
}

// limits are a figure's bounds; an exact number is both of its own.
func limits(f *annals.Figure) (low, high *float64) {
	if f.Value != nil && f.Low == nil && f.High == nil {
		return f.Value, f.Value
	}
	return f.Low, f.High
}

func equal(x, y *float64) bool {
	return x == nil && y == nil || x != nil && y != nil && *x == *y
}

package resolve

import "github.com/annals-project/annals"

// Kept is another event that may be the same, and why it is kept apart.
type Kept struct {
	Event int // index into Resolution.Events
	Why   string
}

// keepApart writes down, of each account without a day, the likeliest other one
// that it was not joined to for want of a day.
func (f *eventFinder) keepApart(tellings []telling, pairs []eventPair) {
	told := map[int]bool{}
	for _, p := range pairs { // the likeliest first
		without := p.b
		if tellings[p.a].when.empty() {
			without = p.a
		}
		left, right := tellings[p.a].element(), tellings[p.b].element()
		a, b := EventKey{left.Reading, left.Ref}, EventKey{right.Reading, right.Ref}
		x, y := f.eventOf[a], f.eventOf[b]
		if told[without] || x == y || f.whole.forbidden(f.number(a), f.number(b)) {
			continue
		}
		told[without] = true
		why := "no day is told of one of them; " + p.why
		f.Events[x].Undated = append(f.Events[x].Undated, Kept{y, why})
		f.Events[y].Undated = append(f.Events[y].Undated, Kept{x, why})
		f.Decisions = append(f.Decisions, Decision{Kind: annals.EventKey, Left: left, Right: right, Verdict: annals.Unsure, Why: why})
	}
}

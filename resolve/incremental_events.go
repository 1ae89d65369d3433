package resolve

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"
)

// bond is two tellings that may be one event, the earlier first.
type bond struct {
	A, B  int64
	Score float64
	Why   string
}

func bondOf(id int64, t *shelved, mate int64, o *shelved) (bond, bool) {
	if mate < id {
		id, t, mate, o = mate, o, id, t
	}
	score, why, is := compareTellings(t.telling, o.telling)
	return bond{id, mate, score, why}, is == one
}

// compare puts the better bond first, as eventPairs does.
func (b *bond) compare(o *bond) int {
	return cmp.Or(cmp.Compare(o.Score, b.Score), cmp.Compare(b.A, o.A), cmp.Compare(b.B, o.B))
}

// history is an event: its tellings, and the bonds by which they were joined, in
// their order.
type history struct {
	Members []int64
	Bonds   []bond
}

func eventName(least int64) int64 { return nameOf("event", strconv.FormatInt(least, 36)) }

// before gives what a telling was one event with before a bond's turn; all of it
// when there is no such bond.
func (h *history) before(telling int64, turn *bond) *history {
	out := &history{Members: []int64{telling}}
	in := map[int64]bool{telling: true}
	var earlier []bond
	for _, b := range h.Bonds {
		if b.compare(turn) < 0 {
			earlier = append(earlier, b)
		}
	}
	for grown := true; grown; {
		grown = false
		for _, b := range earlier {
			for _, m := range []int64{b.A, b.B} {
				if in[b.A] != in[b.B] && !in[m] {
					in[m], grown = true, true
					out.Members = append(out.Members, m)
				}
			}
		}
	}
	for _, b := range earlier {
		if in[b.A] {
			out.Bonds = append(out.Bonds, b)
		}
	}
	return out
}

// replay joins tellings again, the best bonds first, as joinTellings does, but
// only those for which it can have come out otherwise than before.
//
// A telling is loose when what it is one event with, at the turn of the bond in
// hand, is not what it was at that turn before. All others stand as their
// histories say; they come loose when they are joined to what is loose, or would
// have been joined to it before and are not now. So a change spreads as far as it
// matters and no further.
type replay struct {
	*session
	root  map[int64]int64    // of each loose telling: the one that stands for its part
	parts map[int64]*history // by that
	sums  map[int64]*cluster // by that
	queue steps
	met   map[step]bool
	gone  map[int64]bool // events as they were, of which something came loose
	err   error
}

// step is the turn of a bond: whether it holds now, and whether it joined two
// parts before.
type step struct {
	bond
	holds, joined bool
}

// joinAgain finds the events anew after tellings came or changed.
func (s *session) joinAgain() error {
	r := &replay{s, map[int64]int64{}, map[int64]*history{}, map[int64]*cluster{}, nil, map[step]bool{}, map[int64]bool{}, nil}
	for _, id := range sortedIDs(s.changed) {
		r.loosen(id, &history{Members: []int64{id}}, nil)
	}
	for r.err == nil && r.queue.Len() > 0 {
		now := heap.Pop(&r.queue).(step)
		for r.queue.Len() > 0 && r.queue[0].compare(&now.bond) == 0 {
			same := heap.Pop(&r.queue).(step)
			if same.holds {
				now.bond = same.bond // with the reasons that hold now
			}
			now.holds, now.joined = now.holds || same.holds, now.joined || same.joined
		}
		r.take(&now)
	}
	if r.err != nil {
		return r.err
	}
	return r.keep()
}

// take decides a bond.
func (r *replay) take(now *step) {
	left, leftLoose := r.root[now.A]
	right, rightLoose := r.root[now.B]
	if leftLoose && rightLoose && left == right {
		return
	}
	a, b := r.part(now.A, &now.bond), r.part(now.B, &now.bond)
	if r.err != nil {
		return
	}
	joins := now.holds && r.sum(a).agrees(r.sum(b))
	if !joins && !now.joined {
		return
	}
	if !leftLoose {
		r.loosen(now.A, a, &now.bond)
	}
	if !rightLoose {
		r.loosen(now.B, b, &now.bond)
	}
	if joins {
		r.join(r.root[now.A], r.root[now.B], now.bond)
	}
}

// part is what a telling is one event with at the turn of a bond.
func (r *replay) part(telling int64, turn *bond) *history {
	if root, loose := r.root[telling]; loose {
		return r.parts[root]
	}
	h := r.history(telling)
	if h == nil {
		return &history{Members: []int64{telling}}
	}
	return h.before(telling, turn)
}

// sum sums up a part.
func (r *replay) sum(h *history) *cluster {
	if sum := r.sums[r.root[h.Members[0]]]; sum != nil {
		return sum
	}
	var sum *cluster
	for _, m := range h.Members {
		t, err := r.telling(m)
		switch {
		case err != nil:
			r.err = err
			return newCluster(&telling{})
		case sum == nil:
			sum = newCluster(t.telling)
		default:
			sum.take(newCluster(t.telling))
		}
	}
	return sum
}

// loosen takes a part as it is at the turn of a bond, nil before the first.
func (r *replay) loosen(telling int64, part *history, turn *bond) {
	sum := r.sum(part)
	root := slices.Min(part.Members)
	r.parts[root], r.sums[root] = part, sum
	old := r.history(telling)
	for _, m := range part.Members {
		r.root[m] = root
	}
	for _, m := range part.Members {
		if old != nil {
			r.gone[r.tellings[m].event] = true
			for _, b := range old.Bonds {
				if b.A == m || b.B == m {
					r.push(step{bond: b, joined: true}, turn)
				}
			}
		}
		bonds, err := r.bonds(m)
		if err != nil {
			r.err = err
			return
		}
		for _, b := range bonds {
			r.push(step{bond: b, holds: true}, turn)
		}
	}
}

func (r *replay) push(x step, after *bond) {
	if after != nil && x.compare(after) <= 0 || r.met[x] {
		return
	}
	r.met[x] = true
	heap.Push(&r.queue, x)
}

func (r *replay) join(a, b int64, by bond) {
	kept, lost := min(a, b), max(a, b)
	part, other := r.parts[kept], r.parts[lost]
	for _, m := range other.Members {
		r.root[m] = kept
	}
	part.Members = append(part.Members, other.Members...)
	part.Bonds = append(append(part.Bonds, other.Bonds...), by)
	r.sums[kept].take(r.sums[lost])
	delete(r.parts, lost)
	delete(r.sums, lost)
}

// history is the event that a telling told before; nil when it is new.
func (r *replay) history(telling int64) *history {
	t, err := r.telling(telling)
	if err != nil {
		r.err = err
		return nil
	}
	if t.event == 0 {
		return nil
	}
	if h := r.clusters[t.event]; h != nil {
		return h
	}
	h := &history{}
	if _, err := r.get(t.event, h); err != nil {
		r.err = err
		return nil
	}
	r.clusters[t.event] = h
	return h
}

// keep writes down what came of it.
func (r *replay) keep() error {
	for _, root := range sortedIDs(r.parts) {
		part := r.parts[root]
		slices.Sort(part.Members)
		slices.SortFunc(part.Bonds, func(x, y bond) int { return x.compare(&y) })
		name := eventName(root)
		delete(r.gone, name)
		r.clusters[name] = part
		if err := r.put(name, part); err != nil {
			return err
		}
		for _, m := range part.Members {
			t, err := r.telling(m)
			if err != nil {
				return err
			}
			if t.event == name {
				continue
			}
			t.event = name
			if err := r.putTelling(m, t); err != nil {
				return err
			}
		}
	}
	for _, name := range sortedIDs(r.gone) {
		if err := r.shelf.Delete(r.ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// steps is a heap of steps, the first turn on top.
type steps []step

func (q steps) Len() int           { return len(q) }
func (q steps) Less(i, j int) bool { return q[i].compare(&q[j].bond) < 0 }
func (q steps) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *steps) Push(x any)        { *q = append(*q, x.(step)) }
func (q *steps) Pop() any {
	last := len(*q) - 1
	x := (*q)[last]
	*q = (*q)[:last]
	return x
}

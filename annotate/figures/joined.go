package figures

import "github.com/annals-project/annals"

// joinedFigures says that one verb holds both figures: nothing but a joint, or
// what the first is joined to, stands between.
func (r *reading) joinedFigures(a, b *annals.Figure) bool {
	end, _ := r.t.Covering(b.Start, b.End)
	_, start := r.t.Covering(a.Start, a.End)
	if unnumbered(a) {
		start = r.afterHead(start) // "the mayor of the town and 9 guests"
	}
	return end >= start && start > 0 && r.t.SentenceOf(start-1) == r.t.SentenceOf(end) && (r.linked(start, end) || r.sharesFate(start, end) || r.elsewhere(a, b, end) || r.conjoined(a, b, end))
}

// conjoined says that figure b, which starts at token i, has a verb of its own joined to
// that of a: "the driver was badly hurt and three passengers suffered light injuries".
func (r *reading) conjoined(a, b *annals.Figure, i int) bool {
	for r.is(i-1, adverb) {
		i--
	}
	if r.inverted(i) {
		return true
	}
	own := b.Rule == "predicate" || b.Rule == "with" || b.Rule == ruleIndefinite
	if !own || r.norm(i-1) != "and" && r.norm(i-1) != "while" || a.Rule != "predicate" && !unnumbered(a) {
		return false
	}
	for k := range r.d.Figures {
		if g := &r.d.Figures[k]; g.Start >= a.End && g.Start < b.Start && g.PartOf == 0 && !g.Told() {
			return false // another number between the two
		}
	}
	from, _ := r.t.Covering(a.Start, a.End)
	for j := from; j < i-1; j++ {
		if r.is(j, be|have) || r.anyTrigger(j, sufferer) || r.anyTrigger(j, onSubject) {
			return true
		}
	}
	return false
}

// elsewhere says that figure b, which starts at token i, tells in the same words of
// those of another place or attack: "killed 12 in one village and 10 in another".
func (r *reading) elsewhere(a, b *annals.Figure, i int) bool {
	if r.norm(i-1) == "another" || r.norm(i-1) == "then" {
		i--
	}
	_, end := r.t.Covering(a.Start, a.End)
	return (b.Rule == "with" || b.Rule == ruleIndefinite && r.is(end, preposition)) && a.Event == b.Event && a.Time == b.Time && (r.is(i-1, conjunction) || b.Rule == "with" && r.norm(i-1) == ",")
}

// sharesFate says that the phrase at token end is told along with the one that ends
// before token start: "was killed along with his three children".
func (r *reading) sharesFate(start, end int) bool {
	_, ok := r.alongWith(end-1, start)
	return ok
}

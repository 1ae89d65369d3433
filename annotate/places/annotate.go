package places

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Annotate resolves the places and facilities among the mentions and adds those
// that were missed. A capital or country that acts stands for its government.
func (c *Component) Annotate(d *annotate.Document) {
	source := d.Doc.Text
	p := newPage(source)
	found := c.merge(p, c.recognise(p), d.Mentions)
	c.resolve(p, found)
	a := annotator{Document: d, page: p, found: found, mention: make([]annals.Ref, len(found))}
	a.byStart = make([]int, len(d.Mentions))
	for i := range a.byStart {
		a.byStart[i] = i
	}
	slices.SortFunc(a.byStart, func(i, j int) int { return d.Mentions[i].Start - d.Mentions[j].Start })
	for i := range found {
		a.assign(i)
	}
	for i := range found {
		a.inside(i)
	}
	c.capitals(&a)
	a.around()
	a.share()
}

// merge drops what lies in the name of a person and adds the place mentions
// that were not found.
func (c *Component) merge(p *page, found []Toponym, mentions []annals.Mention) []Toponym {
	found = slices.DeleteFunc(found, func(t Toponym) bool {
		return slices.ContainsFunc(mentions, func(m annals.Mention) bool {
			return m.Kind == annals.Person && m.Form == annals.Name && m.Overlaps(t.Span) && m.Len() >= t.Len() && !(m.Span == t.Span && t.sure())
		})
	})
	for i := range mentions {
		m := &mentions[i]
		if m.Kind != annals.PlaceKind || m.Form != annals.Name || overlapsAny(found, m.Span) || lexicon().term(m.Text) != 0 {
			continue
		}
		if t := c.given(p, m.Span); t.first < t.last && !t.Adjective {
			at, _ := slices.BinarySearchFunc(found, t.Start, func(t Toponym, start int) int { return t.Start - start })
			found = slices.Insert(found, at, t)
		}
	}
	return found
}

// sure says that a toponym stands against a mention that takes the same words
// for something else: the words around it say so, the gazetteer has all its words,
// or it is near certain.
func (t *Toponym) sure() bool {
	return t.stated || !t.Within && len(t.entries) > 0 && (t.last-t.first > 1 || t.Score >= sureOfPlace)
}

// sureOfPlace is how probable a name of one word must be a place's for that.
const sureOfPlace = 0.97

func overlapsAny(found []Toponym, s annals.Span) bool {
	at, _ := slices.BinarySearchFunc(found, s.Start, func(t Toponym, start int) int { return t.End - start - 1 })
	return at < len(found) && found[at].Overlaps(s)
}

// annotator writes toponyms into a document.
type annotator struct {
	*annotate.Document
	page    *page
	found   []Toponym
	mention []annals.Ref // of each toponym
	byStart []int        // mentions that were there, in the order of the text
}

// assign gives toponym i its mention: the name of a place that is it, or a new
// one where no name stands.
func (a *annotator) assign(i int) {
	t := &a.found[i]
	if t.Adjective {
		return
	}
	m, outer := a.covering(t)
	switch {
	case m != 0:
		a.fill(m, t)
		a.mention[i] = m
	case outer:
	case a.page.actsAsGovernment(t):
		a.add(t.Span, annals.Government, nil, t.Score)
	case a.facility(t):
	case !t.Within:
		a.mention[i] = a.add(t.Span, annals.PlaceKind, t.Place, t.Score)
	}
}

// covering is the place mention that is a toponym's name: the one of the same
// span, else the shortest name around it. Outer is true when the toponym stands
// in the name of something that is no place.
func (a *annotator) covering(t *Toponym) (m annals.Ref, outer bool) {
	for _, n := range a.byStart {
		x := &a.Mentions[n]
		if x.Start >= t.End {
			break
		}
		switch {
		case !x.Overlaps(t.Span):
		case x.Kind == annals.PlaceKind && x.Span == t.Span:
			x.Form = annals.Name
			return annals.Ref(n + 1), false
		case x.Form != annals.Name:
		case x.Span == t.Span && x.Kind != annals.Government && x.Kind != annals.Facility && t.sure():
			a.retype(x)
			return annals.Ref(n + 1), false
		case x.Kind == annals.PlaceKind && x.Contains(t.Span):
			if m == 0 || x.Len() < a.Mentions[m-1].Len() {
				m = annals.Ref(n + 1)
			}
		case x.Contains(t.Span) || x.Kind != annals.PlaceKind:
			outer = true
		}
	}
	return m, outer && m == 0
}

// retype makes a mention a place's, and its entity where that bears its name.
func (a *annotator) retype(m *annals.Mention) {
	m.Kind = annals.PlaceKind
	if e := m.Entity; e > 0 && int(e) <= len(a.Entities) && a.Entities[e-1].Name == m.Text {
		a.Entities[e-1].Kind = annals.PlaceKind
	}
}

// fill gives a mention that was there its place.
func (a *annotator) fill(m annals.Ref, t *Toponym) {
	x := &a.Mentions[m-1]
	if a.page.actsAsGovernment(t) {
		x.Kind, x.Place = annals.Government, nil
		return
	}
	x.Place = t.Place
}

// around gives the mentions of places and facilities around a toponym that have
// no place yet its place: "Kabul airport" and "northern Iraq" lie in them. A
// mention around several takes the first, where the others hold it.
func (a *annotator) around() {
	first := 0
	for _, n := range a.byStart {
		m := &a.Mentions[n]
		for first < len(a.found) && a.found[first].End <= m.Start {
			first++
		}
		if m.Place != nil || m.Kind != annals.PlaceKind && m.Kind != annals.Facility || m.Form == annals.Pronoun || first == len(a.found) || !m.Contains(a.found[first].Span) {
			continue
		}
		t, whole := &a.found[first], first
		for i := first + 1; i < len(a.found) && a.found[i].Start < m.End; i++ {
			if a.found[whole].Container != i {
				t = nil
				break
			}
			whole = i
		}
		if t != nil && t.Place != nil {
			m.Place = a.facilityPlace(t)
			if t.Adjective || m.Kind == annals.PlaceKind && m.Form == annals.Name {
				m.Place.Relation = t.Relation
			}
		}
	}
}

// add appends a mention.
func (a *annotator) add(s annals.Span, kind annals.Kind, place *annals.Place, score float64) annals.Ref {
	a.Mentions = append(a.Mentions, annals.Mention{Span: s, Text: s.In(a.Doc.Text), Form: annals.Name, Kind: kind, Head: a.headOf(s), Place: place, Score: score})
	return annals.Ref(len(a.Mentions))
}

// headOf is the word that carries a name: the one whose head lies outside, else
// the last.
func (a *annotator) headOf(s annals.Span) annals.Span {
	if a.Text == nil {
		return s
	}
	first, last := a.Text.Covering(s.Start, s.End)
	for i := first; i < last; i++ {
		if h := a.Text.Tokens[i].Head; h >= 0 && (h < first || h >= last) {
			return annals.Span{Start: a.Text.Tokens[i].Start, End: a.Text.Tokens[i].End}
		}
	}
	if first < last {
		return annals.Span{Start: a.Text.Tokens[last-1].Start, End: a.Text.Tokens[last-1].End}
	}
	return s
}

// inside points the place of toponym i to the mention it is said to lie in.
func (a *annotator) inside(i int) {
	t := &a.found[i]
	if t.Container >= 0 && t.Place != nil && a.mention[i] != 0 {
		if m := a.Mentions[a.mention[i]-1].Place; m != nil {
			m.Inside = a.mention[t.Container]
		}
	}
}

// share gives each new name the entity of that name and kind, and each nominal
// mention of a place the place of its entity's name.
func (a *annotator) share() {
	byName := map[string]annals.Ref{}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind == annals.PlaceKind || e.Kind == annals.Facility || e.Kind == annals.Government {
			byName[string(e.Kind)+e.Name] = annals.Ref(i + 1)
		}
	}
	for n := len(a.byStart); n < len(a.Mentions); n++ {
		m := &a.Mentions[n]
		key := string(m.Kind) + m.Text
		e, ok := byName[key]
		if !ok {
			a.Entities = append(a.Entities, annals.Entity{Name: m.Text, Kind: m.Kind})
			e = annals.Ref(len(a.Entities))
			byName[key] = e
		}
		m.Entity = e
		a.Entities[e-1].Mentions = append(a.Entities[e-1].Mentions, annals.Ref(n+1))
	}
	a.copyPlaces()
}

// copyPlaces gives the other mentions of an entity the place its names have.
func (a *annotator) copyPlaces() {
	places := map[annals.Ref]*annals.Place{}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Entity != 0 && m.Place != nil && places[m.Entity] == nil {
			places[m.Entity] = m.Place
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Place == nil && (m.Kind == annals.PlaceKind || m.Kind == annals.Facility) && places[m.Entity] != nil {
			plain := *places[m.Entity]
			plain.Inside = 0
			m.Place = &plain
		}
	}
}

package privacy

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/mask"
	"github.com/annals-project/annals/resolve"
)

// Masker knows whose names to cover in an account, and in what is judged of it
// afterwards.
type Masker struct {
	account  *account.Account
	at       map[string]int // a document's ID to the index of its reading
	readings []*readingMask
	all      mask.Names // whole, of every report
}

// readingMask is what is covered in one report.
type readingMask struct {
	names  mask.Names
	spans  []annals.Span       // in Document.Text
	exact  map[string]bool     // strings that are such a name and nothing else
	open   map[string]bool     // names that stay as they are
	hidden map[annals.Ref]bool // entities that are private persons
	strict bool                // covers who wrote and who published it too
}

// NewMasker covers the names of private persons.
func NewMasker(a *account.Account) *Masker { return newMasker(a, (*mask.Person).Private) }

func newMasker(a *account.Account, covers func(*mask.Person) bool) *Masker {
	m := &Masker{account: a, at: map[string]int{}}
	persons := make([][]mask.Person, len(a.Resolution.Readings))
	for i := range a.Resolution.Readings {
		m.at[a.Reading(i).Document.ID] = i
		r := a.Original(i) // what persons reject or silence still names people
		persons[i] = mask.Persons(r.Document.Text, &r.Annotations)
		persons[i] = append(persons[i], mask.Persons(r.Document.Title, &annals.Annotations{})...)
		for _, e := range r.Document.Embeds {
			persons[i] = append(persons[i], mask.Persons(e.Text, &annals.Annotations{})...)
		}
	}
	joined := joinReports(a, persons)
	all := &m.all
	keep := func(i, k int) bool {
		p := &persons[i][k]
		if whole := joined[a.Resolution.Actor(resolve.EntityKey{Reading: i, Entity: p.Entity})]; p.Entity != 0 && whole != nil {
			return covers(whole) || p.Sensitive
		}
		return covers(p)
	}
	for i := range persons {
		for k := range persons[i] {
			if keep(i, k) {
				for _, name := range persons[i][k].Names {
					all.Add(name, false)
				}
			}
		}
	}
	for i := range a.Resolution.Readings {
		r, at := a.Original(i), 0
		m.readings = append(m.readings, newReadingMask(r, persons[i], all, func(*mask.Person) bool { at++; return keep(i, at-1) }))
	}
	return m
}

// joinReports makes one person of what all reports tell of an actor.
func joinReports(a *account.Account, persons [][]mask.Person) map[int]*mask.Person {
	out := map[int]*mask.Person{}
	for i := range persons {
		for k := range persons[i] {
			p := &persons[i][k]
			actor := a.Resolution.Actor(resolve.EntityKey{Reading: i, Entity: p.Entity})
			if p.Entity == 0 || actor < 0 {
				continue
			}
			if out[actor] == nil {
				out[actor] = &mask.Person{}
			}
			out[actor].Join(p)
		}
	}
	return out
}

// newReadingMask finds what to cover in one report: the names of its own private
// persons, and those of others that stand in it as a whole.
func newReadingMask(r *annals.Reading, persons []mask.Person, all *mask.Names, keep func(*mask.Person) bool) *readingMask {
	d := r.Document
	kept := make(map[*mask.Person]bool, len(persons))
	for i := range persons {
		kept[&persons[i]] = keep(&persons[i])
	}
	names, spans, open := mask.Covered(d.Text, &r.Annotations, persons, func(p *mask.Person) bool { return kept[p] })
	m := &readingMask{exact: map[string]bool{}, open: map[string]bool{}, hidden: map[annals.Ref]bool{}}
	for _, s := range []string{d.Text, d.Title} {
		for _, span := range all.Find(s, nil) {
			names.Add(span.In(s), true)
		}
	}
	m.names = names
	for p, covered := range kept {
		if !covered {
			continue
		}
		if p.Entity != 0 {
			m.hidden[p.Entity] = true
			e := &r.Entities[p.Entity-1]
			m.exact[e.Name] = true
			for _, alias := range e.Aliases {
				m.exact[alias.Name] = true
			}
		}
		for _, name := range p.Names {
			m.exact[name] = true
		}
	}
	for _, s := range open {
		if name := s.In(d.Text); !m.exact[name] {
			m.open[name] = true
		}
	}
	m.spans = append(inText(d.Text, persons, kept, spans), names.Find(d.Text, open)...)
	return m
}

// inText leaves out the spans of names that stand in the title or an embedded
// post, which are not places in the text.
func inText(text string, persons []mask.Person, kept map[*mask.Person]bool, spans []annals.Span) []annals.Span {
	out := spans[:0:0]
	for i := range persons {
		p := &persons[i]
		for k, s := range p.Spans {
			if kept[p] && s.In(text) == p.Names[k] {
				out = append(out, s)
			}
		}
	}
	return out
}

// string covers the names in what was made of a report's words.
func (m *readingMask) string(s string) string {
	switch {
	case s == "" || m.open[s]:
		return s
	case m.exact[s]:
		return whole(s)
	}
	return m.names.Cover(s)
}

func whole(s string) string { return mask.Cover(s, []annals.Span{{Start: 0, End: len(s)}}) }

// among covers the names that any of some reports has covered, and the whole
// names that any report has. What one of them shows as the name of somebody or
// something else is shown, unless another has a private person of that very name.
func (m *Masker) among(readings []int) cover {
	return func(s string) string {
		s = m.all.Cover(s)
		exact, open := false, false
		for _, i := range readings {
			exact, open = exact || m.readings[i].exact[s], open || m.readings[i].open[s]
		}
		if open && !exact {
			return s
		}
		for _, i := range readings {
			s = m.readings[i].string(s)
		}
		return s
	}
}

// actor covers the names of an actor in what is told of it.
func (m *Masker) actor(r *resolve.Actor) cover {
	seen := map[int]bool{}
	var in []int
	for _, k := range r.Entities {
		if !seen[k.Reading] {
			seen[k.Reading] = true
			in = append(in, k.Reading)
		}
	}
	return m.among(in)
}

// reading is the report with covered names.
func (m *readingMask) reading(r *annals.Reading) *annals.Reading {
	if m.names.Empty() && len(m.spans) == 0 {
		return r
	}
	out := copyOf(*r, m.string)
	out.Document = m.document(r.Document)
	text := out.Document.Text
	for i := range out.Mentions {
		out.Mentions[i].Text = out.Mentions[i].In(text)
		out.Mentions[i].Place = r.Mentions[i].Place
	}
	for i := range out.Entities {
		for k := range out.Entities[i].Aims {
			aim := &out.Entities[i].Aims[k]
			aim.Text = aim.In(text)
		}
		if e := &out.Entities[i]; m.hidden[annals.Ref(i+1)] {
			e.Name = whole(e.Name)
			for k := range e.Aliases {
				e.Aliases[k].Name = whole(e.Aliases[k].Name)
			}
		}
	}
	for i := range out.Statements {
		for k := range out.Statements[i].Evidence {
			e := &out.Statements[i].Evidence[k]
			e.Text = e.In(text)
		}
	}
	return &out
}

func (m *readingMask) document(d *annals.Document) *annals.Document {
	out := copyOf(*d, m.string)
	if !m.strict {
		out.Byline, out.GivenID, out.Publisher = d.Byline, d.GivenID, d.Publisher
	}
	out.Language = d.Language
	out.Text = mask.Cover(d.Text, m.spans)
	out.URI = m.names.CoverAddress(d.URI)
	for i := range out.Embeds {
		out.Embeds[i].URI = m.names.CoverAddress(d.Embeds[i].URI)
	}
	out.Raw = m.raw(d)
	return &out
}

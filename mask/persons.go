package mask

import (
	"bufio"
	"bytes"
	_ "embed"
	"strings"

	"github.com/annals-project/annals"
)

// Person is someone whom a report, or several, name.
type Person struct {
	Entity annals.Ref // into Entities; 0 for a name that the reader took for no person's
	Names  []string
	Spans  []annals.Span // where the report names them, one a name

	Public bool // a public role is stated
	Office bool // it is an office or a command
	Harmed bool // told of as harmed, or taken into custody

	// Sensitive says that they are a child or may have suffered sexual violence:
	// their name stays covered even where names are asked for.
	Sensitive bool
}

// Private says that no public role is stated, or that who holds one suffered
// harm and it is neither an office nor a command. When in doubt, as when two
// persons may have been taken for one, a person is private.
func (p *Person) Private() bool {
	return !p.Public || p.Harmed && !p.Office || p.Sensitive || several(p.Names)
}

// Join adds what another report tells of the same person.
func (p *Person) Join(q *Person) {
	p.Names = append(p.Names, q.Names...)
	p.Public, p.Office = p.Public || q.Public, p.Office || q.Office
	p.Harmed, p.Sensitive = p.Harmed || q.Harmed, p.Sensitive || q.Sensitive
}

// Persons are those whom a report names.
func Persons(text string, a *annals.Annotations) []Person {
	harmed := Harmed(a)
	at := map[annals.Ref]bool{}
	var out []Person
	for i := range a.Mentions {
		m := &a.Mentions[i]
		switch {
		case m.Form != annals.Name || m.In(text) == "" || !person(a, m) || at[m.Entity]:
		case m.Entity > 0 && int(m.Entity) <= len(a.Entities):
			at[m.Entity] = true
			out = append(out, Entity(text, a, m.Entity, harmed))
		default:
			out = append(out, Person{Names: []string{m.In(text)}, Spans: []annals.Span{m.Span}})
		}
	}
	out = append(out, loose(text, a, out)...)
	for i := range out {
		p := &out[i]
		p.Sensitive = child(text, a, p) || !p.Office && sexual(text, p.Spans)
	}
	return out
}

// Entity is what a report tells of one person that it names; harmed is what
// Harmed gives for the report.
func Entity(text string, a *annals.Annotations, ref annals.Ref, harmed map[annals.Ref]bool) Person {
	e := &a.Entities[ref-1]
	p := Person{Entity: ref, Public: e.Public, Office: e.Public && office(e.Role), Harmed: harmed[ref]}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Entity == ref && m.Form == annals.Name && m.In(text) != "" {
			p.Names = append(p.Names, m.In(text))
			p.Spans = append(p.Spans, m.Span)
		}
	}
	p.Harmed = p.Harmed || p.Public && !p.Office && harmedInWords(text, p.Spans)
	return p
}

// person says whether a mention names a person.
func person(a *annals.Annotations, m *annals.Mention) bool {
	if m.Entity <= 0 || int(m.Entity) > len(a.Entities) {
		return m.Kind == annals.Person
	}
	return m.Kind == annals.Person || a.Entities[m.Entity-1].Kind == annals.Person
}

// group says whether a mention names an armed group, a force or a government.
func group(a *annals.Annotations, m *annals.Mention) bool {
	kind := m.Kind
	if m.Entity > 0 && int(m.Entity) <= len(a.Entities) {
		kind = a.Entities[m.Entity-1].Kind
	}
	return kind == annals.ArmedGroup || kind == annals.StateForce || kind == annals.Government
}

// several says whether full names differ so much that the reader may have taken
// two persons for one: a public figure and someone of the same surname.
func several(names []string) bool {
	var first []word
	for _, name := range names {
		w := words(name)
		for len(w) > 0 && called(w[0].folded) {
			w = w[1:]
		}
		switch {
		case len(w) < 2:
		case first == nil:
			first = w
		case len(w) == len(first) && w[0].folded != first[0].folded && share(first, w) < 2:
			return true
		}
	}
	return false
}

func share(x, y []word) int {
	n := 0
	for _, a := range x {
		for _, b := range y {
			if a.folded == b.folded || near(a.folded, b.folded) {
				n++
			}
		}
	}
	return n
}

// Harmed are the entities told of as harmed, or taken into custody.
func Harmed(a *annals.Annotations) map[annals.Ref]bool {
	out := map[annals.Ref]bool{}
	for i := range a.Events {
		for _, arg := range a.Events[i].Arguments {
			suffers := arg.Role == annals.Victim || arg.Role == annals.Target && custody(&a.Events[i])
			if suffers && arg.Mention > 0 && int(arg.Mention) <= len(a.Mentions) {
				out[a.Mentions[arg.Mention-1].Entity] = true
			}
		}
	}
	return out
}

// custody says whether an event is an arrest or the like.
func custody(e *annals.Event) bool { return e.PLOVER != nil && e.PLOVER.Type == "COERCE" }

// Covered are the names of those that keep says, where they stand, and what
// stays open: the names of everybody and everything else, but where a word alone
// may be either's.
func Covered(text string, a *annals.Annotations, persons []Person, keep func(*Person) bool) (names Names, spans, open []annals.Span) {
	taken := map[annals.Span]bool{}
	for i := range persons {
		if p := &persons[i]; keep(p) {
			for k, name := range p.Names {
				names.Add(name, true)
				taken[p.Spans[k]] = true
			}
			spans = append(spans, p.Spans...)
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		name := m.In(text)
		switch {
		case m.Form != annals.Name || taken[m.Span]:
		case group(a, m) && !names.ends(name), // a like word is no misspelt name there: the Khorasan of a group, and a Khorasani
			person(a, m) && (len(words(name)) > 1 || !names.Betrays(name)),
			!person(a, m) && !names.Betrays(name):
			open = append(open, m.Span)
		}
	}
	return names, spans, open
}

//go:embed offices.tsv
var officeTable []byte

//go:embed cues.tsv
var cueTable []byte

// offices are the nouns of offices and commands; cues are words by their sort.
var (
	offices = column(officeTable)["office"]
	cues    = column(cueTable)
)

// column reads a table of two columns, sort and word.
func column(table []byte) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for lines := bufio.NewScanner(bytes.NewReader(table)); lines.Scan(); {
		sort, word, ok := strings.Cut(lines.Text(), "\t")
		if !ok || strings.HasPrefix(sort, "#") {
			continue
		}
		if out[sort] == nil {
			out[sort] = map[string]bool{}
		}
		out[sort][word] = true
	}
	return out
}

// office says whether a role names an office or a command, so that whoever holds
// it stays a public figure when harmed.
func office(role string) bool {
	for _, w := range words(role) {
		if offices[w.folded] {
			return true
		}
	}
	return false
}

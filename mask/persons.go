package mask

import (
	"bufio"
	"bytes"
	_ "embed"
	"strings"

	"github.com/annals-project/annals"
)

// Person is someone whom a report names.
type Person struct {
	Entity annals.Ref // into Entities; 0 for a name that the reader took for no person's
	Names  []string
	Spans  []annals.Span // where the report names them

	// Private says that the report states no public role of theirs, or tells of
	// them as harmed and states no office or command.
	Private bool

	// Sensitive says that they are a child or may be a victim of sexual violence:
	// their name stays covered even where names are asked for.
	Sensitive bool
}

// Persons are those whom a report names. When in doubt they are private.
func Persons(text string, a *annals.Annotations) []Person {
	harmed := victims(a)
	at := map[annals.Ref]int{}
	var out []Person
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Form != annals.Name || m.In(text) == "" || !person(a, m) {
			continue
		}
		k, known := at[m.Entity]
		if !known || m.Entity == 0 {
			k = len(out)
			out = append(out, Person{Entity: m.Entity, Private: true})
			if m.Entity > 0 && int(m.Entity) <= len(a.Entities) {
				at[m.Entity] = k
				e := &a.Entities[m.Entity-1]
				out[k].Private = !e.Public || harmed[m.Entity] && !office(e.Role)
			}
		}
		out[k].Names = append(out[k].Names, m.In(text))
		out[k].Spans = append(out[k].Spans, m.Span)
	}
	out = append(out, loose(text, a, out)...)
	for i := range out {
		out[i].Private = out[i].Private || several(out[i].Names)
		out[i].Sensitive = child(text, a, &out[i]) || out[i].Private && sexual(text, out[i].Spans)
		out[i].Private = out[i].Private || out[i].Sensitive
	}
	return out
}

// person says whether a mention names a person.
func person(a *annals.Annotations, m *annals.Mention) bool {
	if m.Entity <= 0 || int(m.Entity) > len(a.Entities) {
		return m.Kind == annals.Person
	}
	return m.Kind == annals.Person || a.Entities[m.Entity-1].Kind == annals.Person
}

// several says whether full names differ so much that the reader may have taken
// two persons for one: a public figure and someone of the same surname.
func several(names []string) bool {
	var first []word
	for _, name := range names {
		w := words(name)
		if len(w) < 2 {
			continue
		}
		if first == nil {
			first = w
		} else if share(first, w) < 2 && !(w[0].folded == first[0].folded) && len(w) == len(first) {
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

// victims are the entities told of as harmed, or taken into custody.
func victims(a *annals.Annotations) map[annals.Ref]bool {
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

// Covered are the names of those that keep says, and the spans that stay open:
// the names of the others, but where a word alone may be either's.
func Covered(persons []Person, keep func(*Person) bool) (names Names, spans, open []annals.Span) {
	for i := range persons {
		if p := &persons[i]; keep(p) {
			for _, name := range p.Names {
				names.Add(name, true)
			}
			spans = append(spans, p.Spans...)
		}
	}
	for i := range persons {
		p := &persons[i]
		if keep(p) {
			continue
		}
		for k, s := range p.Spans {
			if w := words(p.Names[k]); len(w) > 1 || len(w) == 1 && !names.parts[w[0].folded] {
				open = append(open, s)
			}
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

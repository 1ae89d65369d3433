// Package privacy measures whether an export shows private persons: persons
// labelled by hand in given corpora, looked for in the account as it leaves the
// desk.
package privacy

import (
	"context"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate"
)

//go:embed labels.tsv
var labelled string

// Tasks are the measurements of privacy.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "privacy", Run: run}} }

// public is the label of those whose names may be shown.
const public = "public"

// grave are the labels of those who may come to harm: none of them may be shown.
var grave = []string{"victim", "witness", "relative", "child"}

// person is one labelled person.
type person struct {
	text, label string
	spans       []annals.Span
}

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Private persons in an export"}
	persons, err := read(labelled)
	if err != nil {
		return r, err
	}
	all, err := texts(env.Data)
	if err != nil {
		return r, err
	}
	for _, part := range []string{"tuning", "held out"} {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		var chosen []person
		for _, p := range persons {
			if heldOut(p.text) == (part == "held out") {
				chosen = append(chosen, p)
			}
		}
		s, err := measure(env, all, chosen)
		if err != nil {
			return r, err
		}
		r.Rows = append(r.Rows, s.rows(part)...)
		r.Notes = append(r.Notes, s.table(part))
		if part == "tuning" {
			r.Detail = append(r.Detail, s.detail...)
		}
	}
	r.Notes = append(r.Notes, "Persons were labelled in articles on shootings (GVA), MUC-4, ECB+, re3d and MEANTIME before the code was written. All texts of a part are read into one record, which is "+
		"exported with names covered. A person is shown when a letter of the name can be read at any of its labelled places, when the whole name stands anywhere in the export, or a word of it that stands nowhere else "+
		"in the texts. A public figure is masked needlessly when nothing of the name can be read at its first place. A text belongs to the held-out half by the hash of its name; its errors were never looked at.")
	return r, nil
}

func read(tsv string) ([]person, error) {
	var out []person
	for n, line := range strings.Split(tsv, "\n") {
		f := strings.Split(line, "\t")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("labels.tsv:%d: %d columns, want 3", n+1, len(f))
		}
		p := person{text: f[0], label: f[1]}
		for _, s := range strings.Split(f[2], ",") {
			from, to, _ := strings.Cut(s, "-")
			start, err1 := strconv.Atoi(from)
			end, err2 := strconv.Atoi(to)
			if err1 != nil || err2 != nil || end <= start {
				return nil, fmt.Errorf("labels.tsv:%d: span %q, want START-END", n+1, s)
			}
			p.spans = append(p.spans, annals.Span{Start: start, End: end})
		}
		out = append(out, p)
	}
	return out, nil
}

// score counts persons of one part, by label.
type score struct {
	total, shown map[string]int
	needless     int
	detail       []string
}

func measure(env evaluate.Env, all map[string]text, persons []person) (*score, error) {
	var in []evaluate.Text
	var corpus strings.Builder // the texts without the names of private persons
	for _, id := range slices.Sorted(maps.Keys(group(persons))) {
		t := all[id]
		if t.body == "" {
			return nil, fmt.Errorf("no text %s in the corpora", id)
		}
		in = append(in, evaluate.Text{ID: id, Body: t.body, Published: t.published})
		corpus.WriteString(without(t.body, group(persons)[id]))
	}
	masked, exported, err := env.Export(in)
	if err != nil {
		return nil, err
	}
	elsewhere, export := words(corpus.String()), words(exported)
	s := &score{total: map[string]int{}, shown: map[string]int{}}
	for _, p := range persons {
		s.total[p.label]++
		body, open := all[p.text].body, false
		for _, span := range p.spans {
			open = open || span.In(masked[p.text]) != covered(span.In(masked[p.text]))
		}
		if p.label == public {
			if first := p.spans[0].In(masked[p.text]); first == covered(first) {
				s.needless++
				s.detail = append(s.detail, fmt.Sprintf("needless\t%s\t%d", p.text, p.spans[0].Start))
			}
			continue
		}
		for _, span := range p.spans {
			name := span.In(body)
			open = open || strings.Contains(name, " ") && strings.Contains(exported, name)
			for w := range words(name) {
				open = open || len(w) > 2 && !elsewhere[w] && export[w]
			}
		}
		if open {
			s.shown[p.label]++
			s.detail = append(s.detail, fmt.Sprintf("shown\t%s\t%s\t%d", p.label, p.text, p.spans[0].Start))
		}
	}
	return s, nil
}

func group(persons []person) map[string][]person {
	out := map[string][]person{}
	for _, p := range persons {
		out[p.text] = append(out[p.text], p)
	}
	return out
}

// without is a text with spaces for the names of its private persons.
func without(body string, persons []person) string {
	out := []byte(body)
	for _, p := range persons {
		if p.label == public {
			continue
		}
		for _, s := range p.spans {
			copy(out[s.Start:s.End], strings.Repeat(" ", s.Len()))
		}
	}
	return string(out)
}

// covered is a name of which no letter can be read: signs are no letters.
func covered(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return '*'
		}
		return c
	}, s)
}

// words are the words of a text that begin with a capital.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' }) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			out[w] = true
		}
	}
	return out
}

func (s *score) rows(part string) []evaluate.Row {
	var graveShown, graveAll, otherShown, otherAll int
	for label, n := range s.total {
		switch {
		case label == public:
		case slices.Contains(grave, label):
			graveAll, graveShown = graveAll+n, graveShown+s.shown[label]
		default:
			otherAll, otherShown = otherAll+n, otherShown+s.shown[label]
		}
	}
	row := func(measure string, value float64, n int, unit string) evaluate.Row {
		return evaluate.Row{Set: "labelled persons", Part: part, Measure: measure, Value: value, N: n, Unit: unit, Lower: true}
	}
	return []evaluate.Row{
		row("victims, witnesses, relatives, children shown", float64(graveShown), graveAll, "persons"),
		row("suspects, prisoners, rank and file shown", float64(otherShown), otherAll, "persons"),
		row("public figures masked needlessly", 100*float64(s.needless)/float64(max(1, s.total[public])), s.total[public], ""),
	}
}

func (s *score) table(part string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:\n\n| label | persons | shown |\n|---|---|---|\n", part)
	for _, label := range slices.Sorted(maps.Keys(s.total)) {
		shown := s.shown[label]
		if label == public {
			shown = s.total[label] - s.needless
		}
		fmt.Fprintf(&b, "| %s | %d | %d |\n", label, s.total[label], shown)
	}
	return b.String()
}

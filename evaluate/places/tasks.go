// Package places measures the finding of places: toponyms found and placed in
// LGL and GeoVirus, the province of ISAF press releases, the place of an event,
// and whether a place given is finer than its text.
package places

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/gazetteer"
)

type span = annals.Span

// Tasks are the measurements of this family.
func Tasks() []evaluate.Task {
	return []evaluate.Task{
		{Name: "places", Run: runToponyms},
		{Name: "places-isaf", Run: runProvinces},
		{Name: "places-events", Run: runEvents},
		{Name: "places-precision", Run: runPrecision},
	}
}

// component is the finder of places over the embedded gazetteer.
func component() (*places.Component, error) {
	g, err := gazetteer.Open()
	if err != nil {
		return nil, err
	}
	return places.New(g), nil
}

const (
	tuningPart  = "tuning"
	heldOutPart = "held out"
)

func runToponyms(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Places: toponyms found and placed", Notes: []string{
		"Recognition counts a found toponym as right when it overlaps a gold one, one to one. Toponyms inside the names of organisations count, as both corpora mark them; adjectives of countries count where the corpus marks them (LGL). " +
			"\"Of all\": gold toponyms with a point, missed ones wrong. Half of the documents, by a hash of their id, were used to choose weights and thresholds; nothing is trained on either corpus. The held-out half is not wholly blind: lists of the frequent names of both halves, in GeoVirus with their points, were seen when the representative points of countries were set, and its figures were printed beside the tuning ones throughout."}}
	find, err := component()
	if err != nil {
		return report, err
	}
	for i := range corpora {
		c := &corpora[i]
		documents, err := c.load(env.Data)
		if err != nil {
			return report, err
		}
		parts := map[string]*tally{tuningPart: {errors: map[string][]string{}}, heldOutPart: {errors: map[string][]string{}}}
		for _, d := range documents {
			if err := ctx.Err(); err != nil {
				return report, err
			}
			part := heldOutPart
			if tuning(d.id) {
				part = tuningPart
			}
			parts[part].add(find, d, c.adjectives)
		}
		for _, part := range []string{heldOutPart, tuningPart} {
			report.Rows = append(report.Rows, parts[part].rows(c, part)...)
		}
		report.Notes = append(report.Notes, c.name+", errors of the held-out part:\n\n"+parts[heldOutPart].table())
		report.Detail = append(report.Detail, parts[tuningPart].detail(c.name)...)
	}
	return report, nil
}

// miss notes an error under its kind.
func (t *tally) miss(kind string, d document, g toponym, f *places.Toponym) {
	line := fmt.Sprintf("%s\t%q", d.id, around(d.text, g.Span))
	if f != nil && f.Place != nil {
		line += fmt.Sprintf("\t-> %s, %s %s (%s)", f.Place.Name, f.Place.Admin1, f.Place.Country, f.Place.Precision)
	}
	if g.located {
		line += fmt.Sprintf("\tgold %.2f %.2f %s", g.lat, g.lon, g.feature)
	}
	t.errors[kind] = append(t.errors[kind], line)
}

// context is how many bytes of text are shown on each side of an error.
const contextBytes = 30

// around shows a span in its text, in brackets.
func around(text string, s span) string {
	from, to := max(0, s.Start-contextBytes), min(len(text), s.End+contextBytes)
	return strings.ToValidUTF8(text[from:s.Start]+"["+s.In(text)+"]"+text[s.End:to], "")
}

// table is the errors by kind, most first, with an example each.
func (t *tally) table() string {
	var b strings.Builder
	b.WriteString("| errors | count | for example |\n|---|---|---|\n")
	for _, kind := range t.kinds() {
		_, example, _ := strings.Cut(t.errors[kind][0], "\t")
		fmt.Fprintf(&b, "| %s | %d | %s |\n", kind, len(t.errors[kind]), strings.NewReplacer("\t", " ", "|", "/").Replace(example))
	}
	return b.String()
}

func (t *tally) kinds() []string {
	var kinds []string
	for k := range t.errors {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b string) int {
		if d := len(t.errors[b]) - len(t.errors[a]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return kinds
}

func (t *tally) detail(corpus string) (lines []string) {
	for _, kind := range t.kinds() {
		for _, line := range t.errors[kind] {
			lines = append(lines, corpus+"\t"+kind+"\t"+line)
		}
	}
	return lines
}

package places

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

// release is a press release with its province.
type release struct {
	ID       string
	Text     string
	Province []string
}

// runProvinces measures the province of ISAF press releases: that of the first
// place after headline and dateline that lies in one.
func runProvinces(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Places: the province of ISAF press releases", Notes: []string{
		"The province of the first place after headline and dateline that lies in a province of Afghanistan, by its GeoNames code, against the one labelled. Errors were read in one half of the releases, by a hash of their id; a dozen openings from both halves were read when the dateline was described."}}
	find, err := component()
	if err != nil {
		return report, err
	}
	g, err := gazetteer.Open()
	if err != nil {
		return report, err
	}
	right, total := map[string]int{}, map[string]int{}
	err = eachLine(filepath.Join(env.Data, "data", "isaf", "isaf_124.jsonl"), func(r release) {
		part := heldOutPart
		if tuning(r.ID) {
			part = tuningPart
		}
		got, want := provinceOf(find, r.Text), provinceCode(g, r.Province)
		total[part]++
		if got != "" && got == want {
			right[part]++
		} else {
			report.Detail = append(report.Detail, fmt.Sprintf("%s\t%s\tgold %v (%s)\tgot %q", part, r.ID, r.Province, want, got))
		}
	})
	if err != nil {
		return report, err
	}
	for _, part := range []string{heldOutPart, tuningPart} {
		report.Rows = append(report.Rows, evaluate.Row{Set: "ISAF", Part: part, Measure: "province", Value: ratio(right[part], total[part]), N: total[part], Closes: 92, Goal: 98})
	}
	return report, ctx.Err()
}

// provinceOf is the code of the province a release tells of; "" none.
func provinceOf(find *places.Component, source string) string {
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: &text.Text{Source: source}}
	find.Annotate(d)
	slices.SortFunc(d.Mentions, func(a, b annals.Mention) int { return a.Start - b.Start })
	code, headline := "", strings.IndexAny(source, "\n\u2028")
	for _, m := range d.Mentions {
		switch {
		case m.Start < headline:
		case places.InDateline(source, m.Span):
			code = ""
		case m.Place != nil && m.Place.Country == "AF" && m.Place.Admin1 != "" && code == "":
			code = m.Place.Admin1
		}
	}
	return code
}

// provinceCode is the GeoNames code of a labelled province.
func provinceCode(g *gazetteer.Gazetteer, names []string) string {
	for _, name := range names {
		for _, e := range g.Lookup(nil, gazetteer.HashName(strings.ReplaceAll(name, "_", " "))) {
			if p := g.Place(e.Place); p.Country == "AF" && p.Kind == gazetteer.Admin1 {
				return p.Admin1
			}
		}
	}
	return ""
}

// eachLine reads a file of one JSON object a line.
func eachLine[T any](path string, visit func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("places: %w; give the folder that holds data/", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("places: %s: %w", path, err)
		}
		visit(v)
	}
	return lines.Err()
}

package places

import (
	"context"
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/text"
)

//go:embed testdata/precision.tsv
var precisionTable string

// finest are the precisions, finest first.
var finest = []annals.Precision{annals.Point, annals.Settlement, annals.Admin2, annals.Admin1, annals.Country, annals.Region}

// runPrecision measures whether a place given is finer than its text supports.
func runPrecision(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Places: no finer than the text", Notes: []string{
		"Places labelled by hand with the finest precision that their text supports. Right: the precision given is that or coarser. One person labelled, once, spans the component had found, without seeing what precision it gave; it says nothing of whether the place itself is the right one."}}
	find, err := component()
	if err != nil {
		return report, err
	}
	texts, err := labelledTexts(env.Data)
	if err != nil {
		return report, err
	}
	given, right, same, total := 0, 0, 0, 0
	for line := range strings.Lines(precisionTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 5 {
			continue
		}
		start, _ := strconv.Atoi(f[2])
		end, _ := strconv.Atoi(f[3])
		source := texts[f[0]+f[1]]
		total++
		place := placeAt(find, source, span{Start: start, End: end})
		if place == nil {
			continue
		}
		given++
		got, want := slices.Index(finest, place.Precision), slices.Index(finest, annals.Precision(f[4]))
		if got >= want {
			right++
		} else {
			report.Detail = append(report.Detail, fmt.Sprintf("%s %s\t%q\tgiven %s, supports %s", f[0], f[1], around(source, span{Start: start, End: end}), place.Precision, f[4]))
		}
		if got == want {
			same++
		}
	}
	report.Rows = []evaluate.Row{
		{Set: "labelled places", Part: "all", Measure: "no finer than the text", Value: ratio(right, given), N: given, Closes: 98, Goal: 100},
		{Set: "labelled places", Part: "all", Measure: "just as fine", Value: ratio(same, given), N: given},
		{Set: "labelled places", Part: "all", Measure: "placed at all", Value: ratio(given, total), N: total},
	}
	return report, nil
}

// placeAt is the place given to the mention over a span; nil none.
func placeAt(find *places.Component, source string, at span) *annals.Place {
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: &text.Text{Source: source}}
	find.Annotate(d)
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Place != nil && m.Overlaps(at) {
			return m.Place
		}
	}
	return nil
}

// labelledTexts are the texts of the corpora that were labelled, by corpus and
// document.
func labelledTexts(folder string) (map[string]string, error) {
	texts := map[string]string{}
	err := eachLine(filepath.Join(folder, "data", "isaf", "isaf_124.jsonl"), func(r release) { texts["isaf"+r.ID] = r.Text })
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(folder, "data", "re3d", "*", "documents.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		err := eachLine(path, func(r struct {
			ID   string `json:"_id"`
			Text string
		}) {
			texts["re3d"+r.ID] = r.Text
		})
		if err != nil {
			return nil, err
		}
	}
	documents, err := corpora[1].load(folder)
	for i, d := range documents {
		texts["geovirus"+strconv.Itoa(i)] = d.text
	}
	return texts, err
}

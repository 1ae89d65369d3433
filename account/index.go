package account

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// Weights say how a yearly index is made. It is a value: another set of weights
// is another value.
type Weights struct {
	Name                                string
	Incident, Killed, Injured, Abducted float64
	Years                               []float64 // of a year and those before it
}

// GlobalTerrorism weighs as the Global Terrorism Index does; it is not that
// index, which rests on other data.
var GlobalTerrorism = Weights{Name: "global-terrorism-like", Incident: 1, Killed: 3, Injured: 0.5, Abducted: 0.5, Years: []float64{16, 8, 4, 2, 1}}

// Formula is how a score follows, in words.
func (w Weights) Formula() string {
	var years []string
	for _, y := range w.Years {
		years = append(years, Number(y))
	}
	return fmt.Sprintf("%s × incidents + %s × killed + %s × injured + %s × abducted a year; then the mean of the year and those before it, weighed %s. "+
		"Low and high come from the low and high of each count.", Number(w.Incident), Number(w.Killed), Number(w.Injured), Number(w.Abducted), strings.Join(years, ", "))
}

// ReadWeights reads weights from lines of a name and numbers: "killed 3", "years
// 16 8 4 2 1". What is not named weighs 0, and a year by itself.
func ReadWeights(name string, r io.Reader) (Weights, error) {
	w := Weights{Name: name}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		var numbers []float64
		for _, f := range fields[1:] {
			x, err := strconv.ParseFloat(f, 64)
			if err != nil || x < 0 {
				return w, fmt.Errorf("%s, line %d: %q is no weight", name, n, f)
			}
			numbers = append(numbers, x)
		}
		at := map[string]*float64{"incident": &w.Incident, "killed": &w.Killed, "injured": &w.Injured, "abducted": &w.Abducted}[fields[0]]
		switch {
		case fields[0] == "years" && len(numbers) > 0:
			w.Years = numbers
		case at != nil && len(numbers) == 1:
			*at = numbers[0]
		default:
			return w, fmt.Errorf("%s, line %d: write incident, killed, injured or abducted and one number, or years and several", name, n)
		}
	}
	if len(w.Years) == 0 {
		w.Years = []float64{1}
	}
	return w, lines.Err()
}

// Index is a yearly score with what it rests on.
type Index struct {
	Weights  Weights
	By       string
	Rows     []IndexRow // by year, then by name: coverage differs too much between names to rank them
	Unplaced int        // incidents without a year or a name
	Coverage Coverage
}

// IndexRow is the score of one name in one year.
type IndexRow struct {
	Name                      string
	Year                      int
	Events                    []int // of that year, indices into Account.Events
	Killed, Injured, Abducted Range
	Score                     Range
	Coverage                  Coverage // of the reports that tell of that year's incidents
}

// Index works out the yearly score by country, actor, place or type. Incidents
// are attacks that happened, as long as they are not discounted.
func (a *Account) Index(by string, w Weights) (*Index, error) {
	series, err := a.Series(by, "year")
	if err != nil {
		return nil, err
	}
	x := &Index{Weights: w, By: by, Coverage: series.Coverage}
	raw := map[string]map[int]Range{}
	for _, p := range series.Points {
		row := a.indexRow(&p)
		if len(row.Events) == 0 {
			continue
		}
		year, err := strconv.Atoi(p.Period)
		if err != nil {
			x.Unplaced += len(row.Events)
			continue
		}
		row.Year = year
		if raw[p.Name] == nil {
			raw[p.Name] = map[int]Range{}
		}
		raw[p.Name][year] = row.raw(w)
		x.Rows = append(x.Rows, row)
	}
	for i := range x.Rows {
		x.Rows[i].Score = w.mean(raw[x.Rows[i].Name], x.Rows[i].Year)
	}
	sort.SliceStable(x.Rows, func(i, j int) bool {
		return x.Rows[i].Year < x.Rows[j].Year || x.Rows[i].Year == x.Rows[j].Year && x.Rows[i].Name < x.Rows[j].Name
	})
	return x, nil
}

// indexRow keeps the attacks of a point.
func (a *Account) indexRow(p *Point) IndexRow {
	row := IndexRow{Name: p.Name}
	var documents []int
	for _, i := range p.Events {
		e := &a.Events[i]
		if e.PLOVER.Type != "ASSAULT" || e.Grade == Discounted {
			continue
		}
		row.Events = append(row.Events, i)
		row.Killed.add(e, annals.Killed)
		row.Injured.add(e, annals.Injured)
		row.Abducted.add(e, annals.Abducted)
		documents = append(documents, e.Documents...)
	}
	row.Coverage = a.Coverage(documents)
	return row
}

func (r *IndexRow) raw(w Weights) Range {
	score := func(part func(Range) float64) float64 {
		return w.Incident*float64(len(r.Events)) + w.Killed*part(r.Killed) + w.Injured*part(r.Injured) + w.Abducted*part(r.Abducted)
	}
	return Range{score(func(x Range) float64 { return x.Low }), score(func(x Range) float64 { return x.Best }), score(func(x Range) float64 { return x.High })}
}

// mean weighs a year with those before it; a year without incidents counts 0.
func (w Weights) mean(years map[int]Range, year int) Range {
	var out Range
	sum := 0.0
	for back, weight := range w.Years {
		y := years[year-back]
		out.Low, out.Best, out.High = out.Low+weight*y.Low, out.Best+weight*y.Best, out.High+weight*y.High
		sum += weight
	}
	return Range{out.Low / sum, out.Best / sum, out.High / sum}
}

package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/annals-project/annals/account"
)

// tabular is the flags of the commands that print derived tables.
type tabular struct {
	accountFlags
	Format string `help:"table, csv or json." enum:"table,csv,json" default:"table"`
}

func (t *tabular) print(env *environment, header []string, rows [][]string) error {
	switch t.Format {
	case "csv":
		return writeCSV(env.stdout, header, rows)
	case "json":
		return writeJSON(env.stdout, header, rows)
	}
	return writeTable(env.stdout, header, rows)
}

// coverageHeader names the columns that coverage fills.
var coverageHeader = []string{"seen in reports", "outlets", "months"}

func coverageCells(c account.Coverage) []string {
	return []string{strconv.Itoa(c.Reports), countedWords(c.Outlets), countedWords(c.Months)}
}

// countedWords is "Northgate Wire 3, no outlet named 2".
func countedWords(list []account.Counted) string {
	var out []string
	for _, x := range list {
		if x.Name == "" {
			x.Name = "no outlet named"
		}
		out = append(out, fmt.Sprintf("%s %d", x.Name, x.Reports))
	}
	return strings.Join(out, ", ")
}

// tellCoverage says on standard error what all the counts are seen through.
func tellCoverage(env *environment, c account.Coverage) {
	fmt.Fprintf(env.stderr, "annals: counted in %d reports, %d of them undated; outlets: %s; months: %s\n",
		c.Reports, c.Undated, countedWords(c.Outlets), countedWords(c.Months))
}

func rangeWords(r account.Range) string {
	return account.Number(r.Low) + "/" + account.Number(r.Best) + "/" + account.Number(r.High)
}

type seriesCommand struct {
	tabular
	By     string `help:"actor, type, place or country." enum:"actor,type,place,country" default:"country"`
	Period string `help:"day, month or year." enum:"day,month,year" default:"month"`
}

// Run counts events over time, beside the counts that reports state.
func (c *seriesCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	s, err := a.Series(c.By, c.Period)
	if err != nil {
		return usage("%w", err)
	}
	var rows [][]string
	for _, p := range s.Points {
		when := p.Period
		if when == "" {
			when = "not known to the " + c.Period
		}
		rows = append(rows, append([]string{when, p.Name, "counted", strconv.Itoa(len(p.Events)), rangeWords(p.Killed), rangeWords(p.Injured), ""}, coverageCells(p.Coverage)...))
	}
	for i := range s.Stated {
		x := &s.Stated[i]
		number := strings.TrimSpace(x.Entry.Numeral() + " " + string(x.Entry.Figure.Measure))
		rows = append(rows, append([]string{x.Entry.EDTF, x.Name, "stated", number, "", "", refs(a, x.Entry.Statements)}, coverageCells(a.Coverage([]int{x.Entry.Document}))...))
	}
	tellCoverage(env, s.Coverage)
	return c.print(env, append([]string{"period", c.By, "how", "events", "killed", "injured", "refs"}, coverageHeader...), rows)
}

type indexCommand struct {
	tabular
	By      string `help:"country, actor, place or type." enum:"actor,type,place,country" default:"country"`
	Weights string `help:"Weights of your own: lines such as \"killed 3\" and \"years 16 8 4 2 1\"." type:"existingfile" placeholder:"FILE"`
}

// Run prints a yearly index, with its formula.
func (c *indexCommand) Run(env *environment) error {
	w, err := c.weights()
	if err != nil {
		return err
	}
	a, err := c.load(env)
	if err != nil {
		return err
	}
	x, err := a.Index(c.By, w)
	if err != nil {
		return usage("%w", err)
	}
	fmt.Fprintf(env.stderr, "annals: index %s: %s\n", w.Name, w.Formula())
	if x.Unplaced > 0 {
		fmt.Fprintf(env.stderr, "annals: %d attacks of which no year is known are left out\n", x.Unplaced)
	}
	tellCoverage(env, x.Coverage)
	var rows [][]string
	for _, r := range x.Rows {
		score := fmt.Sprintf("%.2f/%.2f/%.2f", r.Score.Low, r.Score.Best, r.Score.High)
		rows = append(rows, append([]string{strconv.Itoa(r.Year), r.Name, score, strconv.Itoa(len(r.Events)), rangeWords(r.Killed), rangeWords(r.Injured),
			rangeWords(r.Abducted)}, coverageCells(r.Coverage)...))
	}
	return c.print(env, append([]string{"year", c.By, "score", "attacks", "killed", "injured", "abducted"}, coverageHeader...), rows)
}

func (c *indexCommand) weights() (account.Weights, error) {
	if c.Weights == "" {
		return account.GlobalTerrorism, nil
	}
	f, err := os.Open(c.Weights)
	if err != nil {
		return account.Weights{}, err
	}
	w, err := account.ReadWeights(c.Weights, f)
	return w, errors.Join(err, f.Close())
}

type networkCommand struct {
	tabular
	Nodes bool `help:"List the nodes instead of the ties."`
}

// Run prints who is tied to whom.
func (c *networkCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	n := a.Network()
	tellCoverage(env, n.Coverage)
	var rows [][]string
	if c.Nodes {
		for _, x := range n.Nodes {
			actor := &a.Actors[x.Actor]
			rows = append(rows, append([]string{actor.ID, actor.Name, string(actor.Kind), strconv.Itoa(x.Events)}, coverageCells(x.Coverage)...))
		}
		return c.print(env, append([]string{"id", "name", "kind", "events"}, coverageHeader...), rows)
	}
	for _, t := range n.Ties {
		from, to := &a.Actors[n.Nodes[t.From].Actor], &a.Actors[n.Nodes[t.To].Actor]
		rows = append(rows, []string{from.ID, from.Name, t.Type, to.ID, to.Name, strings.Join(t.Times, ", "), strconv.Itoa(len(t.Events)), strconv.Itoa(t.Origins),
			strings.Join(t.Speakers, "; "), refs(a, t.Statements)})
	}
	return c.print(env, []string{"from id", "from", "tie", "to id", "to", "when", "attacks", "sources", "said by", "refs"}, rows)
}

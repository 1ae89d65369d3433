package main

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals/edtf"
)

// listing is the flags of every command that lists something of the record.
type listing struct {
	accountFlags
	Since  string `help:"Not before this date (EDTF: 2021, 2021-08, 2021-08-26)." placeholder:"DATE"`
	Until  string `help:"Not after this date." placeholder:"DATE"`
	Actor  string `help:"With this actor, by any part of its name." placeholder:"NAME"`
	Place  string `help:"At this place, or in this country (two letters)." placeholder:"NAME"`
	Type   string `help:"Of this type: ASSAULT, killed, denied, hostile_to, figure, …" placeholder:"TYPE"`
	Format string `help:"table, csv or json." enum:"table,csv,json" default:"table"`
}

// item is one line of a list, with what the filters look at.
type item struct {
	edtf   string
	actors []string
	places []string
	types  []string
	cells  []string
}

// period is the dates that --since and --until leave; either end may be open.
type period struct{ since, until edtf.Value }

func (l *listing) period() (period, error) {
	var p period
	var err error
	if l.Since != "" {
		if p.since, err = edtf.Parse(l.Since); err != nil {
			return p, usage("--since %s: %w", l.Since, err)
		}
	}
	if l.Until != "" {
		if p.until, err = edtf.Parse(l.Until); err != nil {
			return p, usage("--until %s: %w", l.Until, err)
		}
	}
	return p, nil
}

// holds says whether a date may lie in the period. What has no date lies in
// none, unless the period is open at both ends.
func (p period) holds(date string) bool {
	if p.since.IsZero() && p.until.IsZero() {
		return true
	}
	v, err := edtf.Parse(date)
	if date == "" || err != nil {
		return false
	}
	if from, ok := p.since.Earliest(); ok && !p.since.IsZero() {
		if latest, bounded := v.Latest(); bounded && latest.Before(from) {
			return false
		}
	}
	if to, ok := p.until.Latest(); ok && !p.until.IsZero() {
		if earliest, bounded := v.Earliest(); bounded && earliest.After(to) {
			return false
		}
	}
	return true
}

// matches says whether an item passes the filters of names and types.
func (l *listing) matches(x *item) bool {
	return contains(x.actors, l.Actor) && contains(x.places, l.Place) && equals(x.types, l.Type)
}

func contains(list []string, want string) bool {
	if want == "" {
		return true
	}
	for _, s := range list {
		if strings.Contains(strings.ToLower(s), strings.ToLower(want)) {
			return true
		}
	}
	return false
}

func equals(list []string, want string) bool {
	if want == "" {
		return true
	}
	for _, s := range list {
		if strings.EqualFold(s, want) {
			return true
		}
	}
	return false
}

// print writes the items that pass, in the format asked for.
func (l *listing) print(env *environment, header []string, items []item) error {
	p, err := l.period()
	if err != nil {
		return err
	}
	var rows [][]string
	for i := range items {
		if p.holds(items[i].edtf) && l.matches(&items[i]) {
			rows = append(rows, items[i].cells)
		}
	}
	switch l.Format {
	case "csv":
		return writeCSV(env.stdout, header, rows)
	case "json":
		return writeJSON(env.stdout, header, rows)
	}
	if len(rows) == 0 {
		fmt.Fprintln(env.stderr, "annals: nothing matches")
		return nil
	}
	return writeTable(env.stdout, header, rows)
}

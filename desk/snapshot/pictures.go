package snapshot

import (
	"sort"

	"github.com/annals-project/annals"
)

// mostEvents is how many events a picture is fed with.
const mostEvents = 20000

// Links are addresses that a picture fills in to make a selection.
type Links struct {
	Filter string `json:"filter"`
}

// Geometry is a GeoJSON point.
type Geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// Feature is an event as a GeoJSON feature.
type Feature struct {
	Type       string    `json:"type"`
	ID         string    `json:"id"`
	Geometry   *Geometry `json:"geometry"`
	Properties Event     `json:"properties"`
}

// Map is the events of a selection that have a place, as GeoJSON.
type Map struct {
	Type      string    `json:"type"`
	Total     int       `json:"total"`
	Placed    int       `json:"placed"`
	Truncated bool      `json:"truncated"`
	Links     Links     `json:"links"`
	Features  []Feature `json:"features"`
}

// Map gives the events of a selection that have a place.
func (s *Snapshot) Map(f Filter) Map {
	chosen := s.EventsBy(f)
	out := Map{Type: "FeatureCollection", Total: len(chosen), Links: Links{"/events?place={place}"}, Features: []Feature{}}
	for _, i := range chosen {
		e := &s.Events[i]
		if e.Place.Place == "" {
			continue
		}
		out.Placed++
		if len(out.Features) == mostEvents {
			out.Truncated = true
			continue
		}
		feature := Feature{Type: "Feature", ID: e.ID, Properties: *e}
		if e.Lat != nil {
			feature.Geometry = &Geometry{"Point", [2]float64{*e.Lon, *e.Lat}}
		}
		out.Features = append(out.Features, feature)
	}
	return out
}

// Timeline is the dated events of a selection, in the order of time.
type Timeline struct {
	Total     int     `json:"total"`
	Dated     int     `json:"dated"`
	Truncated bool    `json:"truncated"`
	Links     Links   `json:"links"`
	Events    []Event `json:"events"`
}

// Timeline gives the dated events of a selection.
func (s *Snapshot) Timeline(f Filter) Timeline {
	chosen := s.EventsBy(f)
	out := Timeline{Total: len(chosen), Links: Links{"/events?since={start}&until={end}"}, Events: []Event{}}
	for _, i := range chosen {
		e := &s.Events[i]
		if e.Start == "" && e.End == "" {
			continue
		}
		out.Dated++
		if len(out.Events) == mostEvents {
			out.Truncated = true
			continue
		}
		out.Events = append(out.Events, *e)
	}
	return out
}

// Bar is one bar of a series: what falls into it, and how much is known.
type Bar struct {
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Events  int      `json:"events"`
	Low     *float64 `json:"low,omitempty"`
	Best    *float64 `json:"best,omitempty"`
	High    *float64 `json:"high,omitempty"`
	Reports int      `json:"reports"`
	Outlets int      `json:"outlets"`
	Href    string   `json:"href"`

	reports map[int]bool
	outlets map[string]bool
}

// Series counts the events of a selection by something.
type Series struct {
	By       string `json:"by"`
	Measure  string `json:"measure"`
	Rule     string `json:"rule"`
	Unplaced int    `json:"unplaced" doc:"events that fall into no bar"`
	Bars     []Bar  `json:"bars"`
}

// Series counts the events of a selection by year, month, country, type or
// actor: the events, or the sums of a measure. Only what is said to have happened counts.
func (s *Snapshot) Series(f Filter, by, measure string) Series {
	out := Series{By: by, Measure: measure, Rule: s.Account.Rule.Name, Bars: []Bar{}}
	bars := map[string]*Bar{}
	for _, i := range s.EventsBy(f) {
		if s.Account.Events[i].Status != annals.Happened {
			continue
		}
		keys := s.barsOf(i, by)
		if len(keys) == 0 {
			out.Unplaced++
		}
		for _, key := range keys {
			if bars[key[0]] == nil {
				bars[key[0]] = &Bar{Key: key[0], Label: key[1], Href: barHref(f, by, key[0]), reports: map[int]bool{}, outlets: map[string]bool{}}
			}
			bars[key[0]].take(s, i, measure)
		}
	}
	for _, b := range bars {
		b.Reports, b.Outlets = len(b.reports), len(b.outlets)
		out.Bars = append(out.Bars, *b)
	}
	sort.Slice(out.Bars, func(i, j int) bool {
		x, y := &out.Bars[i], &out.Bars[j]
		if by != "year" && by != "month" && x.Events != y.Events {
			return x.Events > y.Events
		}
		return x.Key < y.Key
	})
	return out
}

// barsOf are the keys and labels of the bars an event falls into. An event whose
// date does not tell the year or month falls into none.
func (s *Snapshot) barsOf(event int, by string) [][2]string {
	e := &s.Events[event]
	width := 0
	switch by {
	case "year":
		width = len("2006")
	case "month":
		width = len("2006-01")
	case "country":
		return one(e.Country)
	case "type":
		return one(e.Type)
	case "actor":
		var out [][2]string
		for _, a := range s.actorsOfEvent[event] {
			out = append(out, [2]string{s.Actors[a].ID, s.Actors[a].Name})
		}
		return out
	}
	if width == 0 || len(e.Start) < width || len(e.End) < width || e.Start[:width] != e.End[:width] {
		return nil
	}
	return one(e.Start[:width])
}

func one(key string) [][2]string {
	if key == "" {
		return nil
	}
	return [][2]string{{key, key}}
}

func barHref(f Filter, by, key string) string {
	switch by {
	case "year", "month":
		f.Since, f.Until = key, key
	case "country":
		f.Country = key
	case "type":
		f.Type = key
	case "actor":
		f.Actor = key
	}
	return "/events?" + f.Query().Encode()
}

func (b *Bar) take(s *Snapshot, event int, measure string) {
	x := &s.Account.Events[event]
	if !x.Counted { // the whole, or its parts, stand for it
		return
	}
	b.Events++
	for _, d := range x.Documents {
		b.reports[d] = true
		if p := s.Documents[d].Publisher; p != "" {
			b.outlets[p] = true
		}
	}
	for i := range x.Tallies {
		if t := &x.Tallies[i]; string(t.Measure) == measure {
			b.Low, b.Best, b.High = plus(b.Low, t.Low), plus(b.Best, t.Best), plus(b.High, t.High)
		}
	}
}

// plus adds a number that may be unknown: the sum is of those that are known.
func plus(sum, x *float64) *float64 {
	switch {
	case x == nil:
		return sum
	case sum == nil:
		return x
	}
	total := *sum + *x
	return &total
}

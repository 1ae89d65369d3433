package desk

import (
	"net/http"
	"strings"

	"github.com/annals-project/annals/desk/snapshot"
)

// mostShown is how many lines each part of the overview shows.
const mostShown = 8

// overviewPage is what is new, what conflicts and what waits.
type overviewPage struct {
	Newest    []snapshot.Document
	Events    []snapshot.Event
	Conflicts []snapshot.Conflict
	Open      []snapshot.Actor // actors that may be others; for those who may not judge them
	Doubtful  []doubtful       // the first of what waits
	Waiting   int              // how many wait
	Stages    []snapshot.Facet // how many reports are how far
	Log       []logLine
	Bars      []snapshot.Bar
}

func (d *Desk) overview(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	var p overviewPage
	for i := len(s.Documents) - 1; i >= 0 && len(p.Newest) < mostShown; i-- {
		if x := &s.Documents[i]; x.Start != "" && !strings.HasPrefix(x.Published, "X") { // without its year nobody knows how new it is
			p.Newest = append(p.Newest, s.Documents[i])
		}
	}
	for i := len(s.Events) - 1; i >= 0 && len(p.Events) < mostShown; i-- {
		if e := &s.Events[i]; e.Start != "" && e.Status == "happened" && !e.Background {
			p.Events = append(p.Events, *e)
		}
	}
	for i := range s.Account.Conflicts[:min(mostShown, len(s.Account.Conflicts))] {
		p.Conflicts = append(p.Conflicts, s.Conflict(i))
	}
	if queue := d.keeper.current.Load().queue(); d.visitor(r).codes() {
		p.Doubtful, p.Waiting = waiting(s, queue[:min(mostShown, len(queue))]), len(queue)
	}
	for i := range s.Actors {
		if s.Actors[i].Open > 0 && len(p.Open) < mostShown {
			p.Open = append(p.Open, s.Actors[i])
		}
	}
	counts := map[string]int{}
	for i := range s.Documents {
		counts[stage(&s.Documents[i])]++
	}
	for _, at := range stages[:3] {
		if counts[at] > 0 {
			p.Stages = append(p.Stages, snapshot.Facet{Value: at, Count: counts[at]})
		}
	}
	p.Log = logLines(s, s.Log[max(0, len(s.Log)-mostShown):])
	p.Bars = s.Years
	d.show(w, r, http.StatusOK, "overview", page{Title: "Overview", Section: "overview", Snapshot: s, Data: p})
}

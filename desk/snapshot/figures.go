package snapshot

import (
	"strings"

	"github.com/annals-project/annals"
)

// figureAt is where a figure stands.
type figureAt struct {
	reading int
	ref     annals.Ref
}

// listFigures gathers every number of every report, by report.
func (s *Snapshot) listFigures() []figureAt {
	var out []figureAt
	for _, d := range s.Account.Documents {
		for i := range s.Account.Reading(d.Reading).Figures {
			out = append(out, figureAt{d.Reading, annals.Ref(i + 1)})
		}
	}
	return out
}

// FiguresBy are the indices of the figures that a filter chooses; its type is the measure.
func (s *Snapshot) FiguresBy(f Filter) []int {
	m := s.matcher(f)
	out := []int{}
	for i, at := range s.figures {
		r := s.Account.Reading(at.reading)
		x := &r.Figures[at.ref-1]
		date := ""
		if x.Time != 0 {
			date = r.Times[x.Time-1].EDTF
		}
		if (f.Type == "" || string(x.Measure) == f.Type) && (m.words == "" || strings.Contains(strings.ToLower(x.Text+" "+x.Who), m.words)) && m.during(days(date)) {
			out = append(out, i)
		}
	}
	return out
}

// Figures lays out figures.
func (s *Snapshot) Figures(indices []int) []Entry {
	out := []Entry{}
	for _, i := range indices {
		e := s.Account.Entry(s.figures[i].reading, s.figures[i].ref)
		out = append(out, s.Entry(&e))
	}
	return out
}

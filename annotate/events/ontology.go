package events

import (
	"github.com/annals-project/annals"
)

// ontology maps PLOVER to ACLED.
type ontology struct{ lines []ontologyLine }

type ontologyLine struct {
	plover, mode string
	acled        annals.ACLED
	only         string // civilians, armed, or ""
}

func loadOntology() (*ontology, error) {
	o := &ontology{}
	err := rows("ontology.tsv", 4, func(_ int, c []string) error {
		l := ontologyLine{plover: c[0], mode: c[1], acled: annals.ACLED{Type: c[2], SubType: c[3]}}
		if len(c) > 4 {
			l.only = c[4]
		}
		o.lines = append(o.lines, l)
		return nil
	})
	return o, err
}

// acled is the ACLED type of an event, nil where the codebook has none or the
// text does not tell enough.
func (o *ontology) acled(e *annals.Event, s sides) *annals.ACLED {
	if e.PLOVER == nil {
		return nil
	}
	for _, l := range o.lines {
		if l.plover == e.PLOVER.Type && (l.mode == "-" || l.mode == e.PLOVER.Mode) &&
			(l.only == "" || l.only == "civilians" && s.civilians && !s.armedHarmed || l.only == "armed" && s.armedActor && s.armedHarmed) {
			a := l.acled
			return &a
		}
	}
	return nil
}

// sides says who stands on which side of an event.
type sides struct{ armedActor, stateActor, armedHarmed, stateHarmed, civilians bool }

// ucdp is the type of violence: 1 with a state on one side and armed people on
// the other, 2 between armed groups that are no state's, 3 against civilians.
// 0 where the text does not tell.
func (s sides) ucdp(e *annals.Event) int {
	if e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" || e.PLOVER.Mode == "crowd-control" {
		return 0
	}
	switch {
	case s.civilians && !s.armedHarmed && (s.armedActor || s.stateActor):
		return 3
	case s.armedHarmed && (s.armedActor || s.stateActor) && (s.stateActor || s.stateHarmed):
		return 1
	case s.armedHarmed && s.armedActor:
		return 2
	}
	return 0
}

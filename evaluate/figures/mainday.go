package figures

import (
	"math"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/times"
)

// What speaks for a day as that of what a report is about. A day told early
// weighs more; so does one told with the time of day, as the news is and history
// is not, and one told as a date of the calendar, as reports of courts tell the day
// of the deed and no other; one when something was said, less. Chosen on the tuning
// half of GVA, where any of the two halves of it chooses much the same.
const (
	fades      = 0.8 // with each sentence
	byAssault  = 1
	byPast     = 1   // an assault told as history
	byArrest   = 0.3 // it follows what the report is about, often by days
	byOther    = 0.3
	byFigure   = 1  // of people killed, injured or captured
	byTime     = 2  // a time of the text, whatever happened then
	byHour     = 12 // one that tells the time of day
	byHourOnly = 4  // one that tells nothing else, and is of the day told before
	byCalendar = 2  // times as much for a date of the calendar
	whenSaid   = 0.2
	arrestOnly = 3 // an arrest in a report without an assault is what it is about
)

// mainDate is the day for which most speaks among the events that happened, the
// figures and the times of a report. Nothing after publication counts. A report that
// tells no day is taken to tell of the day it came out; "" when that is not known
// either.
func mainDate(d *annotate.Document) string {
	v := dayVote{d: d, weight: map[string]float64{}, said: map[annals.Ref]bool{}}
	for _, c := range d.Claims {
		v.said[c.Time] = true
	}
	v.followUps()
	v.events()
	v.figures()
	for i := range d.Times {
		if t := &d.Times[i]; !t.Dateline {
			v.add(t.EDTF, annals.Ref(i+1), t.Start, weightOf(t))
		}
	}
	if v.best == "" {
		return newsDay(d)
	}
	return v.best
}

// weightOf is how much a time of the text speaks for its day.
func weightOf(t *annals.Time) float64 {
	w := float64(byTime)
	if night := strings.HasPrefix(t.EDTF, "["); t.Type == "TIME" && !night {
		w = byHour
		if strings.HasPrefix(t.Derived, times.SameAs) {
			w = byHourOnly
		}
	}
	if t.Derived == "" || strings.HasPrefix(t.Derived, times.YearFrom) {
		w *= byCalendar
	}
	return w
}

// newsDay is the day of publication; the day before it where what is told was late in
// a day: papers of a day tell of the evening before.
func newsDay(d *annotate.Document) string {
	if d.Doc.Published == nil {
		return ""
	}
	day, err := time.Parse(time.DateOnly, dayOf(d.Doc.Published.EDTF))
	if err != nil {
		return ""
	}
	if late(d) {
		day = day.AddDate(0, 0, -1)
	}
	return day.Format(time.DateOnly)
}

// late says that the first time of day of a report lies after noon.
func late(d *annotate.Document) bool {
	for i := range d.Times {
		if t := &d.Times[i]; t.Type == "TIME" {
			words := strings.ToLower(t.In(d.Doc.Text))
			return strings.Contains(words, "p.m") || strings.Contains(words, "pm") || strings.Contains(words, "night") || strings.Contains(words, "evening")
		}
	}
	return false
}

// dayVote adds up what speaks for each day.
type dayVote struct {
	d      *annotate.Document
	weight map[string]float64
	said   map[annals.Ref]bool // times when something was said
	best   string
}

func (v *dayVote) add(edtf string, ref annals.Ref, at int, w float64) {
	day := dayOf(edtf)
	if p := v.d.Doc.Published; day == "" || p != nil && len(dayOf(p.EDTF)) > 0 && day > dayOf(p.EDTF) {
		return
	}
	if ref != 0 && v.said[ref] {
		w *= whenSaid
	}
	v.weight[day] += w * math.Pow(fades, float64(v.d.Text.SentenceAt(at)))
	if v.weight[day] > v.weight[v.best] {
		v.best = day
	}
}

// followUps counts the times of charges and pleas alone, of arrests where an assault
// has another, and of what else follows an act but arrests, with those of saying: they
// follow what a report is about.
func (v *dayVote) followUps() {
	assaults, others := map[annals.Ref]bool{}, map[annals.Ref]string{}
	for i := range v.d.Events {
		e := &v.d.Events[i]
		if e.PLOVER == nil || e.Time == 0 {
			continue
		}
		if e.PLOVER.Type == "ASSAULT" {
			assaults[e.Time] = true
		} else {
			others[e.Time] = e.PLOVER.Type
		}
	}
	for i := range v.d.Times {
		if ref := annals.Ref(i + 1); times.OfAftermath(v.d, ref) && others[ref] != "COERCE" {
			v.said[ref] = true
		}
	}
	for ref, kind := range others {
		if !assaults[ref] && (kind == "ACCUSE" || kind == "COERCE" && len(assaults) > 0) {
			v.said[ref] = true
		}
	}
}

func (v *dayVote) events() {
	arrest := float64(arrestOnly)
	for i := range v.d.Events {
		if e := &v.d.Events[i]; e.PLOVER != nil && e.PLOVER.Type == "ASSAULT" && dayOf(e.EDTF) != "" {
			arrest = byArrest
		}
	}
	for i := range v.d.Events {
		e := &v.d.Events[i]
		if e.Status != annals.Happened || e.PLOVER == nil || e.Background && e.PLOVER.Type != "ASSAULT" {
			continue
		}
		w := float64(byOther)
		switch {
		case e.Background:
			w = byPast
		case e.PLOVER.Type == "ASSAULT":
			w = byAssault
		case e.PLOVER.Type == "COERCE":
			w = arrest
		}
		v.add(e.EDTF, e.Time, e.Trigger.Start, w)
	}
}

func (v *dayVote) figures() {
	for i := range v.d.Figures {
		f := &v.d.Figures[i]
		switch f.Measure {
		case annals.Killed, annals.Injured, annals.Captured:
			if f.Time == 0 {
				continue
			}
			when := &v.d.Times[f.Time-1]
			if v.d.Text.SentenceAt(when.Start) == v.d.Text.SentenceAt(f.Start) { // else it is an event's, which has its own vote
				v.add(when.EDTF, f.Time, f.Start, byFigure)
			}
		}
	}
}

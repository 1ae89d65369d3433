package account

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// correctable are the fields that a person may correct, by what has them, each
// with the check of a value; an empty value is one that is not known.
var correctable = map[annals.KeyKind]map[string]func(string) error{
	annals.EventKey:    {"type": anyWord, "mode": anyWord, "status": oneOf(statuses), "edtf": isDate, "place": isPlace},
	annals.FigureKey:   {"value": isNumber, "low": isNumber, "high": isNumber, "measure": oneOf(measures), "who": anyWord},
	annals.RelationKey: {"type": oneOf(relationTypes)},
}

var (
	statuses = []string{string(annals.Happened), string(annals.Attempted), string(annals.Planned), string(annals.Feared), string(annals.Denied), string(annals.Hypothetical)}
	measures = []string{string(annals.Killed), string(annals.Injured), string(annals.Captured), string(annals.Abducted), string(annals.Released),
		string(annals.Surrendered), string(annals.Displaced), string(annals.Missing), string(annals.Escaped), string(annals.Strength),
		string(annals.Attacks), string(annals.Clashes), string(annals.Money), string(annals.Destroyed), string(annals.OtherFigure)}
	relationTypes = []string{string(annals.AffiliateOf), string(annals.PartOfRelation), string(annals.AllyOf), string(annals.HostileTo),
		string(annals.LeaderOf), string(annals.MemberOf), string(annals.SplinterOf), string(annals.FoundedBy), string(annals.SupportedBy),
		string(annals.LocatedIn), string(annals.AliasOf)}
)

// CheckCorrection says what is wrong with a correction: what has no such field,
// or what cannot be its value. The error tells what could.
func CheckCorrection(kind annals.KeyKind, field, value string) error {
	fields := correctable[kind]
	check, known := fields[field]
	switch {
	case len(fields) == 0:
		return fmt.Errorf("nothing of %s can be corrected; reject it instead", withArticle(string(kind)))
	case !known:
		return fmt.Errorf("%s has no field %q that could be corrected: it has %s", withArticle(string(kind)), field, strings.Join(slices.Sorted(maps.Keys(fields)), ", "))
	case value == "":
		return nil
	}
	return check(value)
}

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func anyWord(string) error { return nil }

func oneOf(list []string) func(string) error {
	return func(s string) error {
		if !slices.Contains(list, s) {
			return fmt.Errorf("%q is none of %s", s, strings.Join(list, ", "))
		}
		return nil
	}
}

func isDate(s string) error {
	if _, err := edtf.Parse(s); err != nil {
		return fmt.Errorf("%q is no date: %w; write one such as 2021-08-26", s, err)
	}
	return nil
}

func isNumber(s string) error {
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return fmt.Errorf("%q is no number", s)
	}
	return nil
}

func isPlace(s string) error {
	if !strings.HasPrefix(s, "{") {
		return nil // a name
	}
	var p annals.Place
	if err := json.Unmarshal([]byte(s), &p); err != nil || p.Name == "" {
		return fmt.Errorf("%q is no place; write its name, or {\"name\":…,\"country\":…,\"admin1\":…,\"precision\":…}", s)
	}
	return nil
}

// correct sets one field of an element to what a person says it should read.
func (o *overlay) correct(t target, j *annals.Judgement) {
	if CheckCorrection(t.kind, j.Field, j.Value) != nil {
		return // written by hand, or by another version: the value read stands
	}
	was, checked := "", j.Field
	switch t.kind {
	case annals.EventKey:
		was, checked = o.correctEvent(t.ref, j.Field, j.Value)
	case annals.FigureKey:
		was, checked = correctFigure(&o.now.Figures[t.ref-1], j.Field, j.Value)
	case annals.RelationKey:
		x := &o.now.Relations[t.ref-1]
		was, x.Type = string(x.Type), annals.RelationType(j.Value)
	}
	o.note(t, j, was)
	for i := range o.now.Statements {
		s := &o.now.Statements[i]
		if s.About == abouts[t.kind] && s.Ref == t.ref {
			s.Proof = maps.Clone(s.Proof)
			if s.Proof == nil {
				s.Proof = map[string]annals.Proof{}
			}
			s.Proof[checked] = annals.Proof{Verdict: annals.DerivedFrom, Step: "corrected by " + j.By}
		}
	}
}

// correctEvent gives what the field was, and the field of a proof that it is.
func (o *overlay) correctEvent(ref annals.Ref, field, value string) (was, checked string) {
	e := &o.now.Events[ref-1]
	checked = field
	switch field {
	case "type":
		if e.PLOVER != nil {
			was = e.PLOVER.Type
		}
		// The other codebooks' types followed from the old one.
		e.PLOVER, e.ACLED, e.UCDP = nil, nil, 0
		if value != "" {
			e.PLOVER = &annals.PLOVER{Type: value}
		}
	case "mode":
		p := annals.PLOVER{}
		if e.PLOVER != nil {
			p = *e.PLOVER
		}
		was, p.Mode, p.Modes = p.Mode, value, nil
		e.PLOVER, e.ACLED = &p, nil
	case "status":
		was, e.Status = string(e.Status), annals.Status(value)
	case "edtf":
		was, e.EDTF, e.Time, checked = e.EDTF, value, 0, "date"
	case "place":
		if e.Place != 0 {
			was = o.now.Mentions[e.Place-1].Text
		}
		e.Place, e.Places = o.placeMention(e, value), nil
	}
	return was, checked
}

// placeMention adds a mention of the place that a person says an event was at.
func (o *overlay) placeMention(e *annals.Event, value string) annals.Ref {
	if value == "" {
		return 0
	}
	place := o.places.find(o.was, value)
	m := annals.Mention{Span: e.Trigger, Text: value, Form: annals.Name, Kind: annals.PlaceKind, Place: place}
	if place != nil {
		m.Text = place.Name
	}
	o.now.Mentions = append(o.now.Mentions, m)
	return annals.Ref(len(o.now.Mentions))
}

func correctFigure(f *annals.Figure, field, value string) (was, checked string) {
	number := func(at **float64) string {
		was := ""
		if *at != nil {
			was = Number(**at)
		}
		*at = nil
		if x, err := strconv.ParseFloat(value, 64); err == nil {
			*at = &x
		}
		return was
	}
	switch field {
	case "value":
		was = number(&f.Value)
		if f.Value != nil && (f.Low != nil && *f.Low > *f.Value || f.High != nil && *f.High < *f.Value) {
			f.Low, f.High = nil, nil // bounds of the number that was misread
		}
	case "low":
		was = number(&f.Low)
	case "high":
		was = number(&f.High)
	case "measure":
		was, f.Measure = string(f.Measure), annals.Measure(value)
		return was, field
	case "who":
		was, f.Who = f.Who, value
		return was, field
	}
	return was, "number"
}

// placeNames finds places by the names that reports gave them.
type placeNames struct {
	readings []*annals.Reading
	byName   map[string]*annals.Place // of the report with the least ID that names it
}

// find reads the value of a corrected place: a place written out, or a name that
// this report, or else any, gives to a place; nil when none does.
func (p *placeNames) find(here *annals.Reading, value string) *annals.Place {
	if strings.HasPrefix(value, "{") {
		var place annals.Place
		if json.Unmarshal([]byte(value), &place) != nil {
			return nil
		}
		return &place
	}
	for i := range here.Mentions {
		if m := &here.Mentions[i]; m.Place != nil && (m.Text == value || m.Place.Name == value) {
			return m.Place
		}
	}
	if p.byName == nil {
		p.index()
	}
	return p.byName[value]
}

func (p *placeNames) index() {
	p.byName = map[string]*annals.Place{}
	sorted := slices.SortedFunc(slices.Values(p.readings), func(x, y *annals.Reading) int {
		return strings.Compare(x.Document.ID, y.Document.ID)
	})
	for _, r := range sorted {
		for i := range r.Mentions {
			if place := r.Mentions[i].Place; place != nil && p.byName[place.Name] == nil {
				p.byName[place.Name] = place
			}
		}
	}
}

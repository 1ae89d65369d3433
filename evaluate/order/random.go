package order

import (
	"fmt"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Few values of each kind, so that reports agree often and contradict at times.
var (
	groups = []string{"Taliban", "Students", "Red Front", "Front", "Red Army"}
	towns  = []annals.Place{{Name: "Kabul", Country: "AF", Admin1: "13", Precision: annals.Settlement}, {Name: "Herat", Country: "AF", Admin1: "11", Precision: annals.Settlement},
		{Name: "Afghanistan", Country: "AF", Precision: annals.Country}}
	days  = []string{"", "2021-08-26", "2021-08-26", "2021-08-27", "2021-08-29", "2021-08"}
	modes = []string{"", "", "suicide-attack", "aerial"}
	links = []annals.LinkType{annals.SameAs, annals.PartOf}
)

func pick[T any](t *trial, list []T) T { return list[t.random.IntN(len(list))] }

// writer writes one made-up report, word by word.
type writer struct {
	*trial
	*annals.Reading
	text strings.Builder
}

func (w *writer) word(s string) annals.Span {
	start := w.text.Len()
	w.text.WriteString(s + " ")
	return annals.Span{Start: start, End: start + len(s)}
}

// report makes a report; now and then a copy of one before.
func (t *trial) report(i int) *annals.Reading {
	id := fmt.Sprintf("sha256:%016x", t.random.Uint64())
	if i > 0 && t.random.IntN(6) == 0 {
		again := *pick(t, t.readings)
		d := *again.Document
		d.ID, d.URI = id, id
		again.Document = &d
		return &again
	}
	w := &writer{trial: t, Reading: &annals.Reading{Document: &annals.Document{ID: id, URI: id, Published: &annals.Published{EDTF: "2021-08-30"}}}}
	for range 1 + t.random.IntN(4) {
		w.sentence()
	}
	w.Document.Text = w.text.String()
	for i := range w.Statements {
		s := &w.Statements[i]
		s.ID, s.Document, s.Evidence[0].Text = fmt.Sprint(id, i), id, s.Evidence[0].In(w.Document.Text)
	}
	return w.Reading
}

// sentence tells of an attack: who, where, when, how many, and at times who says so.
func (w *writer) sentence() {
	start := w.text.Len()
	actor := w.mention(pick(w.trial, groups), annals.ArmedGroup, nil)
	trigger := w.word("attacked")
	town := pick(w.trial, towns)
	place := w.mention(town.Name, annals.PlaceKind, &town)
	e := annals.Event{Trigger: trigger, Text: "attacked", PLOVER: &annals.PLOVER{Type: "ASSAULT", Mode: pick(w.trial, modes)}, Status: annals.Happened,
		EDTF: pick(w.trial, days), Place: place, Arguments: []annals.Argument{{Role: annals.Actor, Mention: actor}}, Confidence: 0.5}
	if n := len(w.Events); n > 0 && w.random.IntN(3) == 0 {
		e.Links = []annals.Link{{Type: pick(w.trial, links), Event: annals.Ref(1 + w.random.IntN(n))}}
	}
	w.Events = append(w.Events, e)
	dead := float64(10 * (1 + w.random.IntN(3)))
	f := annals.Figure{Span: w.word(fmt.Sprint(dead)), Text: fmt.Sprint(dead), Measure: annals.Killed, Value: &dead, Who: "people", Event: annals.Ref(len(w.Events))}
	if w.random.IntN(2) == 0 {
		speaker := w.mention(pick(w.trial, groups), annals.ArmedGroup, nil)
		c := annals.Claim{Source: w.Mentions[speaker-1].Span, Speaker: w.Mentions[speaker-1].Entity, Content: []annals.Span{{Start: start, End: f.End}}, Kind: annals.Said}
		w.Claims = append(w.Claims, c)
		f.Claim = annals.Ref(len(w.Claims))
		w.Events[len(w.Events)-1].Claim = f.Claim
	}
	w.Figures = append(w.Figures, f)
	span := annals.Span{Start: start, End: w.text.Len() - 1}
	w.Sentences = append(w.Sentences, span)
	w.state(annals.AboutEvent, len(w.Events), f.Claim, span)
	w.state(annals.AboutFigure, len(w.Figures), f.Claim, span)
	if f.Claim != 0 {
		w.state(annals.AboutClaim, len(w.Claims), f.Claim, span)
	}
}

func (w *writer) mention(name string, kind annals.Kind, place *annals.Place) annals.Ref {
	ref := annals.Ref(len(w.Mentions) + 1)
	m := annals.Mention{Span: w.word(name), Text: name, Form: annals.Name, Kind: kind, Place: place}
	for i := range w.Entities {
		if w.Entities[i].Name == name {
			m.Entity = annals.Ref(i + 1)
			w.Entities[i].Mentions = append(w.Entities[i].Mentions, ref)
		}
	}
	if m.Entity == 0 {
		w.Entities = append(w.Entities, annals.Entity{Name: name, Kind: kind, Mentions: []annals.Ref{ref}})
		m.Entity = annals.Ref(len(w.Entities))
	}
	w.Mentions = append(w.Mentions, m)
	return ref
}

func (w *writer) state(about annals.About, ref int, claim annals.Ref, span annals.Span) {
	w.Statements = append(w.Statements, annals.Statement{About: about, Ref: annals.Ref(ref), Claim: claim, Reported: "2021-08-30",
		Evidence: []annals.Evidence{{Span: span}}})
}

// judge adds one random judgement to the log.
func (t *trial) judge() {
	key := func(kind annals.KeyKind) string {
		for {
			if keys := resolve.Keys(pick(t, t.readings), kind); len(keys) > 0 {
				return pick(t, keys).String()
			}
		}
	}
	var j annals.Judgement
	switch t.random.IntN(6) {
	case 0, 1:
		j = annals.Judgement{Verdict: pick(t, []string{annals.Same, annals.Different, annals.Unsure}), Left: key(annals.ActorKey), Right: key(annals.ActorKey)}
	case 2, 3:
		j = annals.Judgement{Verdict: pick(t, []string{annals.Same, annals.Different, annals.Unsure}), Left: key(annals.EventKey), Right: key(annals.EventKey)}
	case 4:
		j = annals.Judgement{Verdict: pick(t, []string{annals.Rejected, annals.Accepted}), Left: key(pick(t, []annals.KeyKind{annals.EventKey, annals.FigureKey}))}
	default:
		j = annals.Judgement{Verdict: annals.Corrected, Left: key(annals.EventKey), Field: "edtf", Value: pick(t, days)}
	}
	if n := len(t.log); n > 0 && t.random.IntN(5) == 0 {
		j = annals.Judgement{Verdict: annals.Withdrawn, Left: pick(t, t.log).ID}
	}
	t.log = append(t.log, t.sign(j))
}

// sign completes a judgement; at times two are given at one moment.
func (t *trial) sign(j annals.Judgement) annals.Judgement {
	t.at = t.at.Add(time.Duration(t.random.IntN(3)) * time.Second)
	j.By, j.At = pick(t, []string{"Maryam", "Yusuf"}), t.at
	return annals.NewJudgement(j)
}

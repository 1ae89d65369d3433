package synthetic

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/annals-project/annals"
)

// Extractor is what stands as the reader of made-up reports.
const Extractor = "synthetic 1"

// writer writes one report and what is read in it.
type writer struct {
	number  int
	random  *rand.Rand
	changed *rand.Rand // what a copy changes; nil for a report of its own
	text    strings.Builder
	reading annals.Reading
	actors  map[string]annals.Ref // entities by name
	start   int                   // of the sentence that is written
}

func newWriter(number int, random, changed *rand.Rand) *writer {
	return &writer{number: number, random: random, changed: changed, actors: map[string]annals.Ref{}}
}

// say writes words and gives the place where they stand.
func (b *writer) say(words string) annals.Span {
	start := b.text.Len()
	b.text.WriteString(words)
	return annals.Span{Start: start, End: b.text.Len()}
}

// stop ends a sentence.
func (b *writer) stop() {
	b.say(".")
	b.reading.Sentences = append(b.reading.Sentences, annals.Span{Start: b.start, End: b.text.Len()})
	b.say(" ")
	b.start = b.text.Len()
}

// name writes an actor's name and gives the mention.
func (b *writer) name(name string, kind annals.Kind) annals.Ref {
	span := b.say(name)
	entity := b.actors[name]
	r := &b.reading
	if entity == 0 {
		r.Entities = append(r.Entities, annals.Entity{Name: name, Kind: kind, Public: true})
		entity = annals.Ref(len(r.Entities))
		b.actors[name] = entity
	}
	r.Mentions = append(r.Mentions, annals.Mention{Span: span, Text: name, Form: annals.Name, Kind: kind, Head: span, Entity: entity, Score: 1})
	ref := annals.Ref(len(r.Mentions))
	r.Entities[entity-1].Mentions = append(r.Entities[entity-1].Mentions, ref)
	return ref
}

// place writes a town's name and gives the mention.
func (b *writer) place(x incident) annals.Ref {
	span := b.say(x.town.Name)
	p := x.town
	b.reading.Mentions = append(b.reading.Mentions, annals.Mention{Span: span, Text: p.Name, Form: annals.Name, Kind: annals.PlaceKind, Head: span, Score: 1,
		Place: &annals.Place{GeoNames: p.ID, Name: p.Name, Country: p.Country, Admin1: p.Admin1, Lat: p.Lat, Lon: p.Lon, Located: p.Located,
			Precision: annals.Settlement, Score: 1}})
	return annals.Ref(len(b.reading.Mentions))
}

const dayLayout = "2006-01-02"

// report writes the news: who did what, where and when, and how many were harmed.
func (b *writer) report(x incident) {
	actor := b.name(x.actor, annals.ArmedGroup)
	b.say(" ")
	trigger := b.say(x.deed.verb)
	b.say(" ")
	town := b.place(x)
	b.say(" on ")
	day := x.day.Format(dayLayout)
	when := b.say(x.day.Format("2 January 2006"))
	r := &b.reading
	r.Times = append(r.Times, annals.Time{Span: when, Text: when.In(b.text.String()), EDTF: day, Type: "DATE", Value: day})
	plover, acled := x.deed.plover, x.deed.acled
	r.Events = append(r.Events, annals.Event{Trigger: trigger, Text: x.deed.verb, PLOVER: &plover, ACLED: &acled, Status: annals.Happened, Time: annals.Ref(len(r.Times)),
		EDTF: day, Place: town, Arguments: []annals.Argument{{Role: annals.Actor, Mention: actor, Confidence: 1}}, Confidence: 1, Rule: Extractor})
	event := annals.Ref(len(r.Events))
	b.state(annals.AboutEvent, event, 0)
	b.stop()

	b.say("The " + x.deed.noun + " killed ")
	b.figure(annals.Killed, x.killed+b.drift(3), x.who, event)
	b.say(" and injured ")
	b.figure(annals.Injured, x.injured+b.drift(6), x.who, event)
	b.say(", ")
	speaker := b.say(pick(b.random, speakers))
	r.Claims = append(r.Claims, annals.Claim{Source: speaker, Content: []annals.Span{{Start: b.start, End: speaker.Start}}, Kind: annals.Said, Confidence: 1, Rule: Extractor})
	for i := range r.Figures {
		r.Figures[i].Claim = 1
		b.state(annals.AboutFigure, annals.Ref(i+1), 1)
	}
	b.say(" said")
	b.stop()

	b.say("In answer, ")
	b.name(x.force, annals.StateForce)
	b.say(" sent troops after ")
	b.name(x.actor, annals.ArmedGroup)
	b.stop()
}

// drift is by how much a report of its own errs about a toll.
func (b *writer) drift(most int) int {
	if b.random.IntN(2) == 0 {
		return 0
	}
	return b.random.IntN(most)
}

func (b *writer) figure(measure annals.Measure, n int, who string, event annals.Ref) {
	value := float64(n)
	start := b.text.Len()
	b.say(fmt.Sprint(n) + " ")
	whoSpan := b.say(who)
	span := annals.Span{Start: start, End: whoSpan.End}
	b.reading.Figures = append(b.reading.Figures, annals.Figure{Span: span, Text: span.In(b.text.String()), Measure: measure, Value: &value, Unit: "person",
		Who: who, WhoSpan: whoSpan, Event: event, Confidence: 1, Rule: Extractor})
}

// retell writes of an older incident, without its day.
func (b *writer) retell(x incident) {
	b.say("It recalled an earlier ")
	trigger := b.say(x.deed.noun)
	b.say(" in ")
	town := b.place(x)
	b.say(", which was blamed on ")
	actor := b.name(x.actor, annals.ArmedGroup)
	plover, acled := x.deed.plover, x.deed.acled
	r := &b.reading
	r.Events = append(r.Events, annals.Event{Trigger: trigger, Text: x.deed.noun, PLOVER: &plover, ACLED: &acled, Status: annals.Happened, Background: true,
		EDTF: x.day.Format("2006"), Place: town, Arguments: []annals.Argument{{Role: annals.Actor, Mention: actor, Confidence: 1}}, Confidence: 1, Rule: Extractor})
	b.state(annals.AboutEvent, annals.Ref(len(r.Events)), 0)
	b.stop()
}

// alias writes that a group goes by another name too.
func (b *writer) alias(group, other string) {
	b.say("The group is also known as ")
	span := b.say(other)
	e := &b.reading.Entities[b.actors[group]-1]
	e.Aliases = append(e.Aliases, annals.Alias{Name: other, Span: span, Kind: "other"})
	b.stop()
}

// fillers is how many sentences say nothing that is read.
const fillers = 8

// leftOut is the share of those that a copy cuts.
const leftOut = 0.15

func (b *writer) filler() {
	for range fillers {
		sentence := made(b.random)
		if b.changed != nil && b.changed.Float64() < leftOut {
			continue
		}
		b.say(sentence)
		b.stop()
	}
}

// made is a sentence of made-up words, which come as unevenly as in a language.
func made(random *rand.Rand) string {
	words := []string{pick(random, subjects), pick(random, verbs)}
	for range 8 + random.IntN(10) {
		if random.IntN(3) == 0 {
			words = append(words, pick(random, small))
			continue
		}
		words = append(words, vocabulary[draw(random, commonness)])
	}
	return strings.Join(words, " ")
}

// state makes a statement about an element, borne by the sentence being written.
func (b *writer) state(about annals.About, ref, claim annals.Ref) {
	b.reading.Statements = append(b.reading.Statements, annals.Statement{About: about, Ref: ref, Claim: claim, Extractor: Extractor,
		Evidence: []annals.Evidence{{Span: annals.Span{Start: b.start}}}})
}

// finish makes the document of what was written.
func (b *writer) finish(x incident) *annals.Reading {
	r := &b.reading
	text := b.text.String()
	r.Extractor = Extractor
	outlet := outlets[b.number%len(outlets)]
	published := x.day.Add(time.Duration(24+b.number%48) * time.Hour).Format(dayLayout)
	r.Document = &annals.Document{ID: hash("report", b.number, 0), URI: fmt.Sprintf("https://example.org/%d", b.number), Title: x.town.Name + ": " + x.deed.noun,
		Publisher: outlet, Language: "en", Published: &annals.Published{EDTF: published, Basis: []string{"given"}}, Text: text, Raw: []byte(text),
		Source: []annals.Segment{{Text: annals.Span{End: len(text)}, Raw: annals.Span{End: len(text)}}}}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.ID, s.Document, s.Reported = hash("statement", b.number, i), r.Document.ID, published
		for k := range s.Evidence {
			s.Evidence[k].Span = r.Sentences[sentenceAt(r.Sentences, s.Evidence[k].Start)]
			s.Evidence[k].Text = s.Evidence[k].In(text)
		}
	}
	return r
}

func sentenceAt(sentences []annals.Span, start int) int {
	for i, s := range sentences {
		if s.Start == start {
			return i
		}
	}
	panic("a statement is made outside a sentence")
}

func hash(kind string, number, part int) string {
	packed := binary.BigEndian.AppendUint64([]byte(kind), uint64(number))
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(packed, uint64(part)))
	return "sha256:" + hex.EncodeToString(sum[:])
}

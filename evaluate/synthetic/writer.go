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
	"github.com/annals-project/annals/gazetteer"
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

// name writes an actor's name, a person's after the role, and gives the mention.
func (b *writer) name(p party) annals.Ref {
	if p.role != "" {
		b.say(p.role + " ")
	}
	span := b.say(p.name)
	entity := b.actors[p.name]
	r := &b.reading
	if entity == 0 {
		r.Entities = append(r.Entities, annals.Entity{Name: p.name, Kind: p.kind, Role: p.role, Public: true})
		entity = annals.Ref(len(r.Entities))
		b.actors[p.name] = entity
	}
	r.Mentions = append(r.Mentions, annals.Mention{Span: span, Text: p.name, Form: annals.Name, Kind: p.kind, Head: span, Entity: entity, Score: 1})
	ref := annals.Ref(len(r.Mentions))
	r.Entities[entity-1].Mentions = append(r.Entities[entity-1].Mentions, ref)
	return ref
}

// place writes where it was and gives the mention.
func (b *writer) place(x incident) annals.Ref {
	p := x.at
	span := b.say(p.Name)
	precision := annals.Settlement
	if p.Kind == gazetteer.Admin1 {
		precision = annals.Admin1
	}
	b.reading.Mentions = append(b.reading.Mentions, annals.Mention{Span: span, Text: p.Name, Form: annals.Name, Kind: annals.PlaceKind, Head: span, Score: 1,
		Place: &annals.Place{GeoNames: p.ID, Name: p.Name, Country: p.Country, Admin1: p.Admin1, Lat: p.Lat, Lon: p.Lon, Located: p.Located,
			Precision: precision, Score: 1}})
	return annals.Ref(len(b.reading.Mentions))
}

const dayLayout = "2006-01-02"

// report writes the news: who did what, where and when, and how many were harmed.
func (b *writer) report(x incident) {
	by := b.name(x.by)
	b.say(" ")
	trigger := b.say(x.deed.verb)
	b.say(" ")
	arguments := []annals.Argument{{Role: annals.Actor, Mention: by, Confidence: 1}}
	if x.against.name != "" {
		arguments = append(arguments, annals.Argument{Role: annals.Target, Mention: b.name(x.against), Confidence: 1})
		b.say(" in ")
	}
	at := b.place(x)
	b.say(" on ")
	day := x.day.Format(dayLayout)
	when := b.time(x.day.Format("2 January 2006"), day)
	b.event(annals.Event{Trigger: trigger, Time: when, EDTF: day, Place: at, Arguments: arguments}, x.deed)
	b.stop()
	b.toll(x)
	b.say("In answer, ")
	b.name(x.force)
	b.say(" sent troops after ")
	b.name(x.group.party())
	b.stop()
}

// time writes a date and gives the time.
func (b *writer) time(words, edtf string) annals.Ref {
	span := b.say(words)
	b.reading.Times = append(b.reading.Times, annals.Time{Span: span, Text: words, EDTF: edtf, Type: "DATE", Value: edtf})
	return annals.Ref(len(b.reading.Times))
}

// event adds what was done, and the statement of it.
func (b *writer) event(e annals.Event, d deed) {
	r := &b.reading
	plover, acled := d.plover, d.acled
	e.Text, e.PLOVER, e.ACLED = e.Trigger.In(b.text.String()), &plover, &acled
	e.Status, e.Confidence, e.Rule = annals.Happened, 1, Extractor
	r.Events = append(r.Events, e)
	b.state(annals.AboutEvent, annals.Ref(len(r.Events)), 0)
}

// toll writes how many were harmed by the event before it, and who says so.
func (b *writer) toll(x incident) {
	r := &b.reading
	event := annals.Ref(len(r.Events))
	b.say("The " + x.deed.noun + " killed ")
	b.figure(annals.Figure{Measure: annals.Killed, Event: event}, x.killed+b.drift(3), x.who)
	b.say(" and injured ")
	b.figure(annals.Figure{Measure: annals.Injured, Event: event}, x.injured+b.drift(6), x.who)
	end := b.text.Len()
	b.say(", ")
	claim := b.claim(annals.Claim{Content: []annals.Span{{Start: b.start, End: end}}, Kind: annals.Said}, b.speaker(x))
	for i := range r.Figures {
		r.Figures[i].Claim = claim
		b.state(annals.AboutFigure, annals.Ref(i+1), claim)
	}
	b.say(" said")
	b.stop()
}

// drift is by how much a report of its own errs about a toll.
func (b *writer) drift(most int) int {
	if b.random.IntN(2) == 0 {
		return 0
	}
	return b.random.IntN(most)
}

func (b *writer) figure(f annals.Figure, n int, who string) {
	value := float64(n)
	start := b.text.Len()
	b.say(fmt.Sprint(n) + " ")
	f.Who, f.WhoSpan = who, b.say(who)
	f.Span = annals.Span{Start: start, End: f.WhoSpan.End}
	f.Text, f.Value, f.Unit, f.Confidence, f.Rule = f.In(b.text.String()), &value, "person", 1, Extractor
	b.reading.Figures = append(b.reading.Figures, f)
}

// retell writes of an older incident, without its day.
func (b *writer) retell(x incident) {
	b.say("It recalled an earlier ")
	trigger := b.say(x.deed.noun)
	b.say(" in ")
	at := b.place(x)
	b.say(", which was blamed on ")
	by := b.name(x.by)
	b.event(annals.Event{Trigger: trigger, Background: true, EDTF: x.day.Format("2006"), Place: at,
		Arguments: []annals.Argument{{Role: annals.Actor, Mention: by, Confidence: 1}}}, x.deed)
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
	r.Document = &annals.Document{ID: hash("report", b.number, 0), URI: fmt.Sprintf("https://example.org/%d", b.number), Title: x.at.Name + ": " + x.deed.noun,
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

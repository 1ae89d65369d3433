package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// report builds a reading whose text is its names and sentences.
type report struct{ *annals.Reading }

func newReport(id, text string) *report {
	return &report{&annals.Reading{Document: &annals.Document{ID: id, URI: id, Text: text}}}
}

// entity adds an entity whose mentions are the names, each as often as written
// ("ISIS-K*5"), with aliases that the text introduces.
func (r *report) entity(kind annals.Kind, names string, aliases ...string) annals.Ref {
	ref := annals.Ref(len(r.Entities) + 1)
	e := annals.Entity{Kind: kind, Public: true}
	for _, name := range strings.Split(names, "|") {
		times := 1
		if name, count, ok := strings.Cut(name, "*"); ok {
			fmt.Sscan(count, &times)
			r.mention(&e, name, kind, ref, times)
			continue
		}
		r.mention(&e, name, kind, ref, times)
	}
	for _, a := range aliases {
		e.Aliases = append(e.Aliases, annals.Alias{Name: a})
	}
	r.Entities = append(r.Entities, e)
	return ref
}

func (r *report) mention(e *annals.Entity, name string, kind annals.Kind, ref annals.Ref, times int) {
	if e.Name == "" {
		e.Name = name
	}
	for range times {
		r.Mentions = append(r.Mentions, annals.Mention{Text: name, Form: annals.Name, Kind: kind, Entity: ref})
		e.Mentions = append(e.Mentions, annals.Ref(len(r.Mentions)))
	}
}

// place adds a mention of a place.
func (r *report) place(name string, precision annals.Precision, country, admin1 string) annals.Ref {
	r.Mentions = append(r.Mentions, annals.Mention{Text: name, Form: annals.Name, Kind: annals.PlaceKind,
		Place: &annals.Place{Name: name, Country: country, Admin1: admin1, Precision: precision}})
	return annals.Ref(len(r.Mentions))
}

// event adds an event; actor may be 0.
func (r *report) event(mode, edtf string, place, actor annals.Ref, status annals.Status) annals.Ref {
	e := annals.Event{PLOVER: &annals.PLOVER{Type: "ASSAULT", Mode: mode}, EDTF: edtf, Place: place, Status: status}
	if actor != 0 {
		e.Arguments = []annals.Argument{{Role: annals.Actor, Mention: r.Entities[actor-1].Mentions[0]}}
	}
	r.Events = append(r.Events, e)
	return annals.Ref(len(r.Events))
}

func TestActors(t *testing.T) {
	const group, person = annals.ArmedGroup, annals.Person
	tests := []struct {
		name        string
		left, right func(*report)
		same        bool
	}{
		{"one name", func(r *report) { r.entity(group, "Taliban") }, func(r *report) { r.entity(group, "the Taliban") }, true},
		{"hyphen and joining word", func(r *report) { r.entity(group, "Islamic State-Khorasan Province") },
			func(r *report) { r.entity(group, "Islamic State of the Khorasan Province") }, true},
		{"an acronym that the text introduces", func(r *report) { r.entity(group, "Islamic State Khorasan Province", "ISKP") },
			func(r *report) { r.entity(group, "ISKP*4") }, true},
		{"a branch is not its parent", func(r *report) { r.entity(group, "Islamic State*4") },
			func(r *report) { r.entity(group, "Islamic State Khorasan Province*4") }, false},
		{"a name used once among many does not join", func(r *report) { r.entity(group, "Islamic State*6") },
			func(r *report) { r.entity(group, "ISIS-K*20|Islamic State") }, false},
		{"Pakistani Taliban is not Taliban", func(r *report) { r.entity(group, "Taliban") },
			func(r *report) { r.entity(group, "Pakistani Taliban") }, false},
		{"a person is not a group", func(r *report) { r.entity(group, "Haqqani") }, func(r *report) { r.entity(person, "Haqqani") }, false},
		{"a group read as an organisation", func(r *report) { r.entity(group, "ISIS-K") },
			func(r *report) { r.entity(annals.Organisation, "ISIS-K") }, true},
		{"stops and accents", func(r *report) { r.entity(annals.Government, "U.S.") }, func(r *report) { r.entity(annals.Government, "US") }, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			left, right := newReport("a", "a"), newReport("b", "b")
			test.left(left)
			test.right(right)
			r := Resolve([]*annals.Reading{right.Reading, left.Reading}, nil, nil)
			if got := r.Actor(EntityKey{0, 1}) == r.Actor(EntityKey{1, 1}); got != test.same {
				t.Errorf("same actor: %v, want %v", got, test.same)
			}
		})
	}
}

func TestEvents(t *testing.T) {
	kabul := func(r *report) annals.Ref { return r.place("Kabul", annals.Settlement, "AF", "13") }
	tests := []struct {
		name        string
		left, right func(*report)
		same        bool
	}{
		{"one day, one town", func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Happened) },
			func(r *report) { r.event("suicide-attack", "2021-08-26", kabul(r), 0, annals.Happened) }, true},
		{"the country of the town", func(r *report) {
			r.event("", "2021-08-26", kabul(r), r.entity(annals.ArmedGroup, "ISKP"), annals.Happened)
		},
			func(r *report) {
				r.event("", "2021-08-26", r.place("Afghanistan", annals.Country, "AF", ""), r.entity(annals.ArmedGroup, "ISKP"), annals.Happened)
			}, true},
		{"other day", func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Happened) },
			func(r *report) { r.event("", "2021-08-29", kabul(r), 0, annals.Happened) }, false},
		{"other town", func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Happened) },
			func(r *report) {
				r.event("", "2021-08-26", r.place("Herat", annals.Settlement, "AF", "11"), 0, annals.Happened)
			}, false},
		{"other means", func(r *report) { r.event("aerial", "2021-08-26", kabul(r), 0, annals.Happened) },
			func(r *report) { r.event("suicide-attack", "2021-08-26", kabul(r), 0, annals.Happened) }, false},
		{"feared before, happened after", func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Feared) },
			func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Happened) }, false},
		{"no date and only a town", func(r *report) { r.event("", "", kabul(r), 0, annals.Happened) },
			func(r *report) { r.event("", "2021-08-26", kabul(r), 0, annals.Happened) }, false},
		{"year open, month and day agree", func(r *report) { r.event("", "[2020-08-26,2021-08-26]", kabul(r), 0, annals.Happened) },
			func(r *report) {
				r.event("", "2021-08-26", kabul(r), r.entity(annals.ArmedGroup, "ISKP"), annals.Happened)
			}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			left, right := newReport("a", "a"), newReport("b", "b")
			test.left(left)
			test.right(right)
			r := Resolve([]*annals.Reading{left.Reading, right.Reading}, nil, nil)
			if got := r.Event(EventKey{0, 1}) == r.Event(EventKey{1, 1}); got != test.same {
				t.Errorf("same event: %v, want %v", got, test.same)
			}
		})
	}
}

// TestChain wants a report that could tell of either of two attacks not to join
// the two.
func TestChain(t *testing.T) {
	var readings []*annals.Reading
	for i, edtf := range []string{"2021-08-24", "2021-08", "2021-08-28"} {
		r := newReport(fmt.Sprint(i), fmt.Sprint(i))
		actor := r.entity(annals.ArmedGroup, "ISKP")
		r.event("", edtf, r.place("Kabul", annals.Settlement, "AF", "13"), actor, annals.Happened)
		readings = append(readings, r.Reading)
	}
	r := Resolve(readings, nil, nil)
	if r.Event(EventKey{0, 1}) == r.Event(EventKey{2, 1}) {
		t.Error("two attacks four days apart became one through a vague report")
	}
}

const wire = `Gunmen killed nine people in a market in the east of the country on Monday, the provincial governor said.
The attackers fled across the river before the army arrived, according to two traders who saw them.
Nobody claimed the attack. The market had reopened only last month after a long closure.`

func TestCopies(t *testing.T) {
	tests := []struct {
		name, left, right, why string
	}{
		{"the same text", wire, wire + "\n", "identical"},
		{"cut and re-headed", wire, "MARKET ATTACKED\n" + wire[:len(wire)-60], "near_duplicate"},
		{"another report of it", wire, "Nine traders died when armed men shot at a crowd near the eastern border, officials told reporters on Tuesday. Soldiers are searching for those who did it.", ""},
		{"two short texts", "Nine died.", "Nine died on Monday.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Resolve([]*annals.Reading{newReport("a", test.left).Reading, newReport("b", test.right).Reading}, nil, nil)
			why := ""
			if len(r.Groups) > 0 {
				why = r.Groups[0].Why
			}
			if why != test.why {
				t.Errorf("copies: %q, want %q", why, test.why)
			}
		})
	}
}

// claimed adds a statement about a figure, said by the words of source ("" the
// report itself).
func (r *report) claimed(sentence, source string) {
	at := strings.Index(r.Document.Text, sentence)
	span := annals.Span{Start: at, End: at + len(sentence)}
	s := annals.Statement{About: annals.AboutFigure, Evidence: []annals.Evidence{{Span: span, Text: sentence}}}
	r.Figures = append(r.Figures, annals.Figure{Span: span, Measure: annals.Killed})
	s.Ref = annals.Ref(len(r.Figures))
	if source != "" {
		i := strings.Index(r.Document.Text, source)
		r.Claims = append(r.Claims, annals.Claim{Source: annals.Span{Start: i, End: i + len(source)}})
		s.Claim = annals.Ref(len(r.Claims))
	}
	r.Statements = append(r.Statements, s)
}

func TestOrigins(t *testing.T) {
	const shared = "remained capable of mounting deadly raids"
	left := newReport("a", "The group "+shared+", a UN monitoring report said. Nine men died.")
	left.claimed("The group "+shared, "a UN monitoring report")
	left.claimed("Nine men died.", "")
	right := newReport("b", "It "+shared+" in the north. Eight women died.")
	right.claimed("It "+shared, "")
	right.claimed("Eight women died.", "")
	r := Resolve([]*annals.Reading{left.Reading, right.Reading}, nil, nil)
	origin := func(reading, statement int) int { return r.Origin(StatementKey{reading, statement}) }
	if origin(0, 0) != origin(1, 0) {
		t.Error("what both take from one report has two origins")
	}
	if origin(0, 1) == origin(1, 1) || origin(1, 0) == origin(1, 1) {
		t.Error("what the reports say themselves shares the origin too")
	}
	if got := r.Origins[origin(1, 0)].Work; got != "a UN monitoring report" {
		t.Errorf("the work is %q", got)
	}
}

func TestNameKey(t *testing.T) {
	tests := []struct{ name, want string }{
		{"the Islamic State-Khorasan Province", "islamic state khorasan province"},
		{"Islamic State of the Khorasan", "islamic state khorasan"},
		{"U.S.", "us"},
		{"Université d’Antioquia", "universite dantioquia"},
		{"", ""},
	}
	for _, test := range tests {
		if got := nameKey(test.name); got != test.want {
			t.Errorf("nameKey(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSets(t *testing.T) {
	s := newSets(5)
	s.join(4, 2)
	s.join(2, 3)
	want := [][]int{{0}, {1}, {2, 3, 4}}
	if got := s.members(); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("members %v, want %v", got, want)
	}
}

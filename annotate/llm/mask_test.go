package llm_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/llm"
)

func TestMask(t *testing.T) {
	person := func(name string, public bool) named {
		return named{name, name, annals.Person, annals.Name, public}
	}
	org := named{"Haddad Foundation", "foundation", annals.Organisation, annals.Name, false}
	for _, c := range []struct {
		name, text, want string
		all              []named
	}{
		{"a private person", "Lina Haddad fled.", "**** ****** fled.", []named{person("Lina Haddad", false)}},
		{"a public person", "Governor Omar Nasser fled.", "Governor Omar Nasser fled.", []named{person("Omar Nasser", true)}},
		{"a part of the name elsewhere", "Lina Haddad fled. HADDAD, or Haddad's son, stayed.", "**** ****** fled. ******, or ******'s son, stayed.", []named{person("Lina Haddad", false)}},
		{"other letters", "Zoë Şahin fled.", "**× ×**** fled.", []named{person("Zoë Şahin", false)}},
		{"a script of three bytes", "王小明 fled.", "███ fled.", []named{person("王小明", false)}},
		{"an address", "Lina Haddad, see http://x.example/lina-haddad/1 or @LHaddad.", "**** ******, see ****://*.*******/****-******/* or @*******.", []named{person("Lina Haddad", false)}},
		{"a longer word stays", "Lina Haddad fled to Linaville.", "**** ****** fled to Linaville.", []named{person("Lina Haddad", false)}},
		{"the name of something else stays", "Lina Haddad wrote to Haddad Foundation.", "**** ****** wrote to Haddad Foundation.", []named{person("Lina Haddad", false), org}},
		{"a common word in lower case stays", "Will Said said they will stay.", "**** **** said they will stay.", []named{person("Will Said", false)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.text, c.all...)
			got, _ := llm.Mask(d)
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			equalLength(t, got, c.text)
		})
	}
}

// equalLength wants every code point to stand at the same byte.
func equalLength(t *testing.T, masked, text string) {
	t.Helper()
	if len(masked) != len(text) || utf8.RuneCountInString(masked) != utf8.RuneCountInString(text) || utf8.ValidString(masked) != utf8.ValidString(text) {
		t.Errorf("%q is not as long as %q", masked, text)
	}
}

func TestMaskVictims(t *testing.T) {
	d := read(t, "Teacher Lina Haddad was shot.", named{"Lina Haddad", "x", annals.Person, annals.Name, true})
	d.Events = []annals.Event{{Arguments: []annals.Argument{{Role: annals.Victim, Mention: 1}}}}
	if got, n := llm.Mask(d); got != "Teacher **** ****** was shot." || n != 1 {
		t.Errorf("got %q, %d", got, n)
	}
}

// TestMaskedNameIsProven: the model copies the stars; the annotation has the name.
func TestMaskedNameIsProven(t *testing.T) {
	d := read(t, "Rebels kidnapped Lina Haddad.", named{"Rebels", "r", annals.ArmedGroup, annals.Nominal, false}, named{"Lina Haddad", "x", annals.Person, annals.Name, false})
	p := event("Rebels kidnapped **** ******", "kidnapped", "ASSAULT", "happened", argument("victim", "**** ******"), "", "")
	s := serve(t, proposing(answer("events", p)))
	var log bytes.Buffer
	component(t, s, &log).Annotate(d)
	if len(d.Events) != 1 || d.Mentions[d.Events[0].Arguments[0].Mention-1].Text != "Lina Haddad" {
		t.Errorf("events %v", d.Events)
	}
	if strings.Contains(s.bodies[0], "Haddad") || strings.Contains(log.String(), "Haddad") || !strings.Contains(log.String(), "1 private names masked") {
		t.Errorf("the name was sent or said: %s %s", s.bodies[0], log.String())
	}
}

func TestLongReport(t *testing.T) {
	d := read(t, strings.Repeat("The governor said seven people died in the town. ", 4000))
	s := serve(t, proposing(answer("figures", "")))
	var log bytes.Buffer
	component(t, s, &log).Annotate(d)
	if s.requests() != 8 || !strings.Contains(log.String(), "the rest of 196000 stays") {
		t.Errorf("%d requests, said %q", s.requests(), log.String())
	}
	component(t, s, io.Discard).Annotate(&annotate.Document{Doc: &annals.Document{}})
}

// FuzzMask: no name in no text moves an offset or panics.
func FuzzMask(f *testing.F) {
	f.Add("Lina Haddad fled @lina", 0, 11)
	f.Add("\xff\xfe王", 1, 4)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		d := &annotate.Document{Doc: &annals.Document{Text: text}}
		span := annals.Span{Start: start, End: end}
		d.Mentions = []annals.Mention{{Span: span, Text: span.In(text), Form: annals.Name, Kind: annals.Person}}
		got, _ := llm.Mask(d)
		equalLength(t, got, text)
	})
}

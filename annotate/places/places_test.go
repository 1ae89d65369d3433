package places

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
	"pgregory.net/rapid"
)

var reader = sync.OnceValue(func() *text.Reader {
	r, err := text.NewReader()
	if err != nil {
		panic(err)
	}
	return r
})

func component(t testing.TB) *Component {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	return New(g)
}

// check annotates a text in which others found the given mentions ("kind:words")
// and compares what stands in the document then: "words kind: place country
// precision relation".
func check(t *testing.T, source string, given []string, want ...string) {
	t.Helper()
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader().Read(source)}
	for _, g := range given {
		kind, words, _ := strings.Cut(g, ":")
		at := strings.Index(source, words)
		d.Mentions = append(d.Mentions, annals.Mention{Span: annals.Span{Start: at, End: at + len(words)}, Text: words, Form: annals.Name, Kind: annals.Kind(kind)})
	}
	component(t).Annotate(d)
	var got []string
	for _, m := range d.Mentions {
		line := m.Text + " " + string(m.Kind)
		if m.Place != nil {
			line += strings.TrimRight(fmt.Sprintf(": %s %s %s %s", m.Place.Name, m.Place.Country, m.Place.Precision, m.Place.Relation), " ")
		}
		got = append(got, line)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q:\n got %s\nwant %s", source, strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

func TestAnnotate(t *testing.T) {
	check(t, "Last Thursday, gunmen killed 13 people at the Kabul airport.", nil, "Kabul airport facility: Kabul AF settlement in")
	check(t, "An attack outside Kabul’s airport has left 60 people dead.", nil, "Kabul’s airport facility: Kabul AF settlement outside")
	check(t, "The troops fought in Andar district, Ghazni province.", nil, "Andar place: Andaṟ AF admin2", "Ghazni place: Ghazni AF admin1")
	check(t, "She lives in Paris, Texas, with her son.", nil, "Paris place: Paris US settlement", "Texas place: Texas US admin1")
	check(t, "He was born in Springfield, Ill., in 1950.", nil, "Springfield place: Springfield US settlement", "Ill. place: Illinois US admin1")
	check(t, "The convoy was hit 30 km north of Herat on Sunday.", nil, "Herat place: Herāt AF settlement near")
	check(t, "The group mounted six attacks in the Afghan capital in 2016.", nil, "the Afghan capital place: Kabul AF settlement")
	check(t, "Washington said it would respond to the attack in Syria.", nil, "Washington government", "Syria place: Syria SY country")
	check(t, "Michael Jordan met Gen. Victoria Paris on Monday.", nil)
	check(t, "Affiliates in the Sahel and the Sinai Peninsula are thriving.", nil, "Sahel place: Sahel  region", "Sinai Peninsula place: Sinai Peninsula EG region")
	check(t, "Fighting continued in Georgia, and Tbilisi was shelled by Russian forces.", nil, "Georgia place: Georgia GE country", "Tbilisi place: Tbilisi GE settlement")
	check(t, "They fled Georgia for Alabama after the fire in Atlanta.", nil, "Georgia place: Georgia US admin1", "Alabama place: Alabama US admin1", "Atlanta place: Atlanta US settlement")
	check(t, "Rebels seized the village of Xyzzytown in Helmand province.", nil, "Xyzzytown place: Helmand AF admin1", "Helmand place: Helmand AF admin1")
	check(t, "GUERRILLAS ATTACKED A BRIDGE NEAR SAN SALVADOR IN EL SALVADOR ON 5 MAY.", nil, "SAN SALVADOR place: San Salvador SV settlement near", "EL SALVADOR place: El Salvador SV country")
	check(t, "Gunmen came to Qzxardo, a village in Sudan, from Kassala.", nil, "Qzxardo place: Sudan SD country", "Sudan place: Sudan SD country", "Kassala place: Kassala SD settlement")
	check(t, "Bandits raided Qzxardo on Friday in Sudan.", nil, "Qzxardo place: Sudan SD country", "Sudan place: Sudan SD country")
	check(t, "Troops left Qzxardo, 18 km from Perham, on Friday.", nil, "Qzxardo place", "Perham place")
	check(t, "", nil)
}

// TestHomeland names villages that the gazetteer lacks beside places that it has.
func TestHomeland(t *testing.T) {
	check(t, "The rebels held the village of Qzxardo. They came from Kassala and El Fasher.", nil,
		"Qzxardo place: Sudan SD country", "Kassala place: Kassala SD settlement", "El Fasher place: El Fasher SD settlement")
	check(t, "The rebels held the village of Qzxardo.", nil, "Qzxardo place")
}

func TestAnnotateWithMentions(t *testing.T) {
	check(t, "Police found Jordan in Amman.", []string{"person:Jordan"}, "Jordan person", "Amman place: Amman JO settlement")
	check(t, "They went to Kabul University.", []string{"organisation:Kabul University"}, "Kabul University organisation")
	check(t, "They were in Kabul on Monday.", []string{"place:Kabul"}, "Kabul place: Kabul AF settlement")
}

// TestFindKeepsOrder holds the toponyms of any text to what Find promises: in
// order, apart from each other, inside the text, containers that exist.
func TestFindKeepsOrder(t *testing.T) {
	c := component(t)
	word := rapid.SampledFrom([]string{"Kabul", "Paris", "Texas", "in", "the", "St.", "Ill.", "Street", "Road", "province", "district", "of", "Jordan", "Mr.",
		"University", "KABUL", "U.S.", "’s", "’", ",", "—", "(", ")", "\n\n", "Al", "Tal Afar", "Xyz", "é", "\xff", "and", "New", "York", "Afghan", "capital", "said"})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "space"))
		checkOrder(t, c, source)
	})
}

func checkOrder(t rapid.TB, c *Component, source string) {
	found, last := c.Find(source), 0
	for _, f := range found {
		if f.Start < last || f.End <= f.Start || f.End > len(source) {
			t.Fatalf("%q: toponym %v after byte %d", source, f.Span, last)
		}
		last = f.End
		if f.Container >= len(found) {
			t.Fatalf("%q: container %d of %d toponyms", source, f.Container, len(found))
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	c := component(f)
	for _, s := range []string{"", "KABUL, Afghanistan (Nov. 12, 2011)", "Paris, Texas", "the Afghan capital", "30 km north of", "U.S.’s", "Kabul Road Street"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		checkOrder(t, c, source)
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: &text.Text{Source: source}}
		c.Annotate(d)
		for _, m := range d.Mentions {
			if m.In(source) != m.Text || m.Text == "" {
				t.Fatalf("%q: mention %v %q", source, m.Span, m.Text)
			}
			InDateline(source, m.Span)
		}
	})
}

func TestInDateline(t *testing.T) {
	for source, want := range map[string]bool{
		"KABUL, Afghanistan (Nov. 12, 2011)\nIn Maiwand":       true,
		"For Immediate Release\n\nKABUL (Reuters) - Gunmen":    true,
		"Kabul, August 30 (ANI): In the light":                 true,
		"SAN SALVADOR\n\nKABUL, 3 JAN 90 (ACAN-EFE) -- [TEXT]": true,
		"KABUL — Gunmen attacked":                              true,
		"Gunmen attacked Kabul on Monday (Nov. 12).":           false,
		"They were in Kabul — the capital — when it happened.": false,
		"Kabul was attacked, officials (who were there) said.": false,
	} {
		at := max(strings.Index(source, "KABUL"), strings.Index(source, "Kabul"))
		if got := InDateline(source, annals.Span{Start: at, End: at + len("Kabul")}); got != want {
			t.Errorf("InDateline in %q = %v", source, got)
		}
	}
}

// TestForEvent reads a sentence with the parser and asks where its verb took place.
func TestForEvent(t *testing.T) {
	for _, c := range []struct{ source, verb, want string }{
		{"Gunmen killed 13 people in Kabul on Thursday.", "killed", "Kabul"},
		{"The soldiers were killed in Andar district, Ghazni province.", "killed", "Andar"},
		{"Troops from Jordan attacked the rebels near Homs.", "attacked", "Homs"},
		{"U.S. jets bombed the rebels.", "bombed", ""},
		{"KABUL (Reuters) - Gunmen killed 13 people on Thursday.", "killed", ""},
		{"Protesters gathered in Cairo. Police shot three of them.", "shot", "Cairo"},
		{"• 4 March, Herat: A bomb killed two guards.", "killed", "Herat"},
		{"Bandits stormed Qzxardo on Sunday, near Homs.", "stormed", "Qzxardo"},
		{"They came from Homs, where gunmen killed two guards.", "killed", "Homs"},
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: c.source}, Text: reader().Read(c.source)}
		component(t).Annotate(d)
		at := strings.Index(c.source, c.verb)
		got := ""
		if main, _ := ForEvent(d, annals.Span{Start: at, End: at + len(c.verb)}, text.None); main != 0 {
			got = d.Mentions[main-1].Text
		}
		if got != c.want {
			t.Errorf("%q: %s took place in %q, want %q", c.source, c.verb, got, c.want)
		}
	}
}

// BenchmarkAnnotate reports words a second, syntax given.
func BenchmarkAnnotate(b *testing.B) {
	source := strings.Repeat("Last Thursday, a suicide bomber and multiple gunmen killed 13 US service members and nearly 200 Afghan civilians in the attack at the Kabul airport. "+
		"Officials in Ghazni said that troops from Paktika had left Andar district, where General Ahmad Khan spoke to The Times.\n\n", 10)
	c, words := component(b), len(strings.Fields(source))
	syntax := &text.Text{Source: source}
	for b.Loop() {
		c.Annotate(&annotate.Document{Doc: &annals.Document{Text: source}, Text: syntax})
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

package figures_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/figures"
	"github.com/annals-project/annals/text"
)

var reader = sync.OnceValues(text.NewReader)

func read(t testing.TB, table, source string) *annotate.Document {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	x, err := figures.New(table)
	if err != nil {
		t.Fatal(err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: r.Read(source)}
	x.Annotate(d)
	return d
}

// show is a figure in one line: text, measure, value or range, unit, and what it
// is a part of.
func show(d *annotate.Document, f *annals.Figure) string {
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	out := fmt.Sprintf("%s: %s %s", f.Text, f.Measure, number(f.Value))
	if f.Low != nil || f.High != nil {
		out += fmt.Sprintf("[%s,%s]", number(f.Low), number(f.High))
	}
	out += " " + f.Unit
	if f.Per != "" {
		out += "/" + f.Per
	}
	if f.PartOf != 0 {
		out += " of " + d.Figures[f.PartOf-1].Text
	}
	if f.Cumulative {
		out += " cumulative"
	}
	return out
}

func check(t *testing.T, source string, want ...string) {
	t.Helper()
	checkBy(t, figures.DefaultTable, source, want...)
}

func checkBy(t *testing.T, table, source string, want ...string) {
	t.Helper()
	d := read(t, table, source)
	var got []string
	for i := range d.Figures {
		got = append(got, show(d, &d.Figures[i]))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got %s\nwant %s", source, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestNumbers(t *testing.T) {
	check(t, "At least 60 people were killed.", "At least 60 people: killed 60[60,] person")
	check(t, "Bus station bombing kills nine\n\nHERAT, March 5 - Police counted the dead.", "nine: killed 9 person")
	check(t, "Nearly 200 villagers were killed.", "Nearly 200 villagers: killed 200[,200] person")
	check(t, "Up to 20 soldiers died.", "Up to 20 soldiers died: killed 20[,20] person")
	check(t, "Between 20 and 30 rebels were captured.", "Between 20 and 30 rebels: captured [20,30] person")
	check(t, "The clashes killed twenty-five soldiers.", "twenty-five soldiers: killed 25 person")
	check(t, "The quake killed two hundred and fifty people.", "two hundred and fifty people: killed 250 person")
	check(t, "More than half a million people fled their homes.", "More than half a million people fled their homes: displaced 500000[500000,] person")
	check(t, "It killed at least a dozen guards.", "at least a dozen guards: killed 12[12,] person")
	check(t, "Dozens of people were wounded.", "Dozens of people: injured [24,] person")
	check(t, "A ransom in excess of $100 million was paid.", "in excess of $100 million: money 100000000[100000000,] USD")
	check(t, "It costs between $12 million and $20 million.", "between $12 million and $20 million: money [12000000,20000000] USD")
	check(t, "SEVEN [NUMBER AS HEARD] OTHER PEOPLE WERE KILLED.", "SEVEN [NUMBER AS HEARD] OTHER PEOPLE: killed 7 person")
}

func TestTables(t *testing.T) {
	checkBy(t, "acled", "Dozens of people were killed.", "Dozens of people: killed [12,] person")
	checkBy(t, "none", "Dozens of people were killed.", "Dozens of people: killed  person")
	checkBy(t, "isaf", "The force detained multiple suspected insurgents.", "multiple suspected insurgents: captured [3,] person")
	checkBy(t, "isaf", "Insurgents were detained.", "Insurgents: captured [2,] person")
	checkBy(t, "literal", "Insurgents were detained.", "Insurgents: captured  person")
	if _, err := figures.New("guess"); err == nil {
		t.Error("a table that is not there was read")
	}
}

func TestNoCounts(t *testing.T) {
	for _, source := range []string{
		"The meeting took place on 26 August 2021.", "John Smith, 34, of Lowell spoke.", "They walked 12 miles in 3 hours.",
		"A 60-mm mortar and an M-16 fired.", "He lives at 4014 Chapman Highway.", "Call 706-653-3400 now.",
		"1. Who are they?", "Flight 447 landed at 9:22 p.m.", "The side won 3-2.", "Some 45 percent agreed.",
		"Two-thirds agreed.", "No one knows.", "On one hand, it rained.", "The magnitude 5.9 quake struck.",
	} {
		check(t, source)
	}
}

func TestBefallen(t *testing.T) {
	check(t, "Gunmen killed 13 soldiers and nearly 200 civilians.",
		"13 soldiers: killed 13 person", "nearly 200 civilians: killed 200[,200] person")
	check(t, "The blast killed 3 and wounded 5.", "3: killed 3 person", "5: injured 5 person")
	check(t, "Three people were killed and five injured.", "Three people: killed 3 person", "five injured: injured 5 person")
	check(t, "The attack left 9 people dead and more than 30 injured.",
		"9 people dead: killed 9 person", "more than 30 injured: injured 30[30,] person")
	check(t, "We regret the deaths of two guards.", "two guards: killed 2 person")
	check(t, "The death toll rose from 12 to 17.", "12: killed 12 person", "17: killed 17 person")
	check(t, "They captured three drug dealers.", "three drug dealers: captured 3 person")
	check(t, "Around 5,000 escaped prisoners walked free.", "Around 5,000 escaped prisoners: escaped 5000 person")
	check(t, "More than 10,000 fighters remain in the hills.", "More than 10,000 fighters: strength 10000[10000,] person")
	check(t, "The army killed or wounded 13 soldiers.", "13 soldiers: other 13 person")
	check(t, "Two gunmen shot at a guard.", "Two gunmen: other 2 person")
	check(t, "They threatened to kill two hostages.", "two hostages: other 2 person")
	check(t, "It mounted six attacks in 2016, 18 attacks in 2017 and 24 in 2018.",
		"six attacks: attacks 6 attack", "18 attacks: attacks 18 attack", "24: attacks 24 attack")
	check(t, "Four villages were destroyed.", "Four villages: destroyed 4 village")
	check(t, "393 GUERRILLAS WERE KILLED AND 310 WOUNDED IN MORE THAN 600 CLASHES.",
		"393 GUERRILLAS: killed 393 person", "310 WOUNDED: injured 310 person", "MORE THAN 600 CLASHES: clashes 600[600,] clash")
}

func TestParts(t *testing.T) {
	check(t, "It left 60 people dead, including a dozen marines.",
		"60 people dead: killed 60 person", "a dozen marines: killed 12 person of 60 people dead")
	check(t, "They wounded 15 soldiers, 4 of them seriously.",
		"15 soldiers: injured 15 person", "4 of them: injured 4 person of 15 soldiers")
	check(t, "Three people, a man and two women, were killed.", "Three people: killed 3 person",
		"a man: killed 1 person of Three people", "two women: killed 2 person of Three people")
	check(t, "The bomb killed 18 people including 8 soldiers and another 27 people were wounded.",
		"18 people: killed 18 person", "8 soldiers: killed 8 person of 18 people", "27 people: injured 27 person")
}

func TestUncounted(t *testing.T) {
	check(t, "A policeman and his son were wounded.", "A policeman: injured 1 person", "his son: injured 1 person")
	check(t, "A suspect was shot dead and another wounded.", "A suspect: killed 1 person", "another: injured 1 person")
	check(t, "A man suffered a gunshot wound.", "A man: injured 1 person")
	check(t, "The guard was shot at by two men.", "two men: other 2 person")
	check(t, "The second teacher was killed.", "The second teacher: killed 1 person")
	check(t, "He shot his boss and two guards.", "his boss: injured 1 person", "two guards: injured 2 person")
}

func TestOneOfMany(t *testing.T) {
	check(t, "A bomb killed a driver and a guard.", "a driver: killed 1 person", "a guard: killed 1 person")
	check(t, "A civilian was killed.", "A civilian: killed 1 person")
	check(t, "A civilian convoy was attacked.")
	check(t, "The guard was attacked.")
}

func TestOutcome(t *testing.T) {
	check(t, "A man stabbed 3 pedestrians to death.", "3 pedestrians: killed 3 person")
	check(t, "A man stabbed a guard to death.", "a guard: killed 1 person")
	check(t, "A man stabbed 3 pedestrians.", "3 pedestrians: injured 3 person")
	check(t, "The bombing claimed 7 civilians lives.", "7 civilians: killed 7 person")
	check(t, "The blast claimed seven lives.", "seven: killed 7 person")
	check(t, "The war cost 40 soldiers their lives.", "40 soldiers: killed 40 person")
	check(t, "They claimed 7 villages.", "7 villages: other 7 village")
}

func TestNone(t *testing.T) {
	check(t, "No one was hurt.", "No one: injured 0[0,0] person")
	check(t, "There were no casualties.", "no casualties: killed 0[0,0] person", "no casualties: injured 0[0,0] person")
	d := read(t, "literal", "No injuries were reported.")
	if len(d.Figures) != 0 || len(d.Notes) != 1 || d.Notes[0].Kind != annals.UnreportedNote {
		t.Errorf("none reported: figures %v notes %v", d.Figures, d.Notes)
	}
}

func TestRates(t *testing.T) {
	check(t, "They deliver 15 tankers a year.", "15 tankers: other 15 tanker/year")
	check(t, "Four people were killed every day.", "Four people: killed 4 person/day cumulative")
	check(t, "Every month 200 people are killed.", "200 people: killed 200 person/month cumulative")
	check(t, "The loss was $9 million a year earlier.", "$9 million: money 9000000 USD")
	check(t, "Since January, 300 rebels have been killed.", "300 rebels: killed 300 person cumulative")
}

func TestVictims(t *testing.T) {
	for source, want := range map[string]annals.Victims{
		"Two civilians were killed.":   {Status: "civilian"},
		"Two soldiers were killed.":    {Status: "combatant"},
		"Two children were killed.":    {Status: "not_stated", Age: "child"},
		"Two women were killed.":       {Status: "not_stated", Sex: "female", Age: "adult"},
		"Two journalists were killed.": {Status: "not_stated", Group: "journalists"},
	} {
		d := read(t, "literal", source)
		if len(d.Figures) != 1 || d.Figures[0].Victims != want {
			t.Errorf("%s: %+v, want %+v", source, d.Figures, want)
		}
	}
}

// TestRoundTrip writes numbers in digits, groups and words and reads them back.
func TestRoundTrip(t *testing.T) {
	units := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	var spell func(int) string
	spell = func(n int) string {
		switch {
		case n < 20:
			return units[n]
		case n < 100 && n%10 == 0:
			return tens[n/10]
		case n < 100:
			return tens[n/10] + "-" + units[n%10]
		case n < 1000 && n%100 == 0:
			return units[n/100] + " hundred"
		case n < 1000:
			return units[n/100] + " hundred and " + spell(n%100)
		case n%1000 == 0:
			return spell(n/1000) + " thousand"
		}
		return spell(n/1000) + " thousand " + spell(n%1000)
	}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 1799).Draw(rt, "n")
		grouped := strconv.Itoa(n)
		if n >= 1000 {
			grouped = grouped[:1] + "," + grouped[1:]
		}
		for _, as := range []string{grouped, spell(n)} {
			d := read(t, "literal", "The attack killed "+as+" soldiers.")
			if len(d.Figures) != 1 || d.Figures[0].Value == nil || *d.Figures[0].Value != float64(n) {
				rt.Fatalf("%q: %+v", as, d.Figures)
			}
		}
	})
}

// sound checks what holds of every figure of every text.
func sound(t testing.TB, d *annotate.Document) {
	for i, f := range d.Figures {
		if f.Span.In(d.Doc.Text) != f.Text || f.Text == "" {
			t.Fatalf("figure %d: text %q at %v", i+1, f.Text, f.Span)
		}
		if f.Who != "" && f.WhoSpan.In(d.Doc.Text) != f.Who {
			t.Fatalf("figure %d: who %q at %v", i+1, f.Who, f.WhoSpan)
		}
		if f.Low != nil && f.High != nil && *f.Low > *f.High {
			t.Fatalf("figure %d: low %g above high %g", i+1, *f.Low, *f.High)
		}
		if int(f.PartOf) > len(d.Figures) || f.PartOf == annals.Ref(i+1) {
			t.Fatalf("figure %d: part of %d of %d", i+1, f.PartOf, len(d.Figures))
		}
		if f.Value != nil && *f.Value > 999 && !strings.ContainsFunc(f.Text, unicode.IsDigit) && !strings.ContainsAny(strings.ToLower(f.Text), "tmblcd") {
			t.Fatalf("figure %d: %g out of %q", i+1, *f.Value, f.Text)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "At least 60 people dead, including a dozen", "1,500 to 2,200 fighters (two (2) of them) 5-", "no one", "KILLING 3 OF",
		"$ 2 . 6 - million", "half a half dozen hundred", "’s 3's", "between 1 and", "two hundred and", "\xff 5 killed"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, table := range []string{"literal", "isaf"} {
			d := read(t, table, s)
			sound(t, d)
			x, err := figures.New(table)
			if err != nil {
				t.Fatal(err)
			}
			x.Totals(d, figures.Counting{NoAttackers: true})
			x.Sums(d, figures.Counting{})
		}
	})
}

func TestTotals(t *testing.T) {
	x, err := figures.New("literal")
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string][2]float64{
		"A man was shot. John Smith was pronounced dead.":                               {1, 0},
		"A bomb killed three tourists and their driver. Police said 4 people had died.": {4, 0},
		"Two men were wounded. One of them was hit in the leg.":                         {0, 2},
	} {
		d := read(t, "literal", source)
		got := x.Totals(d, figures.Counting{})
		if got.Killed.Number != want[0] || got.Injured.Number != want[1] {
			t.Errorf("%s: killed %g injured %g, want %v", source, got.Killed.Number, got.Injured.Number, want)
		}
	}
}

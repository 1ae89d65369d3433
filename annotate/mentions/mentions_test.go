package mentions

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

type tools struct {
	reader *text.Reader
	finder *Finder
}

func load(t testing.TB) tools {
	t.Helper()
	r, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return tools{r, f}
}

func (x tools) read(source string) *annotate.Document {
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: x.reader.Read(source)}
	x.finder.Annotate(d)
	return d
}

func TestMentions(t *testing.T) {
	x := load(t)
	// want lists mentions that must be found, "form kind text".
	check := func(source string, want ...string) {
		t.Helper()
		d := x.read(source)
		var got []string
		for _, m := range d.Mentions {
			got = append(got, string(m.Form)+" "+string(m.Kind)+" "+m.Text)
		}
		for _, w := range want {
			found := false
			for _, g := range got {
				found = found || g == w
			}
			if !found {
				t.Errorf("%q: no %q in\n\t%s", source, w, strings.Join(got, "\n\t"))
			}
		}
	}
	check("Boko Haram gunmen killed 20 Nigerian soldiers near Maiduguri.",
		"name armed_group Boko Haram", "nominal armed_group Boko Haram gunmen", "nominal state_force 20 Nigerian soldiers",
		"name population Nigerian", "name place Maiduguri")
	check("The army said that two gunmen attacked the Lagos airport.", "nominal state_force army", "nominal armed_group two gunmen", "nominal facility Lagos airport", "name place Lagos")
	check("A US airstrike killed several civilians.", "name government US", "nominal population several civilians")
	check("Al-Shabaab, the Islamist group, claimed responsibility. It threatened Kenya.", "name armed_group Al-Shabaab", "pronoun other It", "name place Kenya")
	check("Anna Lind works at the Institute for Peace Studies.", "name organisation Institute for Peace Studies")
	check("The Center for Strategic and International Studies counted 100 attacks.", "name organisation Center for Strategic and International Studies")
	check("Australian Prime Minister Paul Reed spoke.", "name population Australian", "name person Paul Reed")
	check("The leader, Hafiz Saeed Anwar, was killed.", "name person Hafiz Saeed Anwar")
	check("The Soviet invasion began in 1979.", "name population Soviet")
	check("Residents of Saint-Paul fled on Monday.", "name place Saint-Paul")
	check("The outfit attacked the town.", "nominal armed_group outfit")
	check("He fired a rifle from a truck.", "pronoun person He", "nominal weapon rifle", "nominal vehicle truck")
	check("THREE PEASANTS WERE KIDNAPPED BY GUERRILLAS OF THE SHINING PATH IN PERU.", "nominal population THREE PEASANTS", "name armed_group SHINING PATH", "name place PERU")
	check("A BOMB DESTROYED THE CAR OF THE MAYOR IN LIMA.", "nominal vehicle CAR")
	check("The men fled after the blast at the house of Judge Pedro Salas Quiroga.", "nominal population men", "nominal facility house of Judge Pedro Salas Quiroga", "name person Pedro Salas Quiroga")
}

func TestNamesWithShortForms(t *testing.T) {
	x := load(t)
	check := func(source string, names ...string) {
		t.Helper()
		found := map[string]bool{}
		for _, m := range x.read(source).Mentions {
			if m.Form == annals.Name {
				found[m.Text] = true
			}
		}
		for _, n := range names {
			if !found[n] {
				t.Errorf("%q: %q is no name", source, n)
			}
		}
	}
	check("Troops of the Northern Relief and Defence Command (NRDC) left.", "Northern Relief and Defence Command", "NRDC")
	check("Two Southern Border Guard Force (SBGF) officers were hurt.", "Southern Border Guard Force", "SBGF")
	check("The Community of Arid States Mission in Kandara (CASMIKA) denied it.", "Community of Arid States Mission in Kandara", "CASMIKA")
	check("The Security Support mission (SSM) came.", "Security Support mission", "SSM")
	check("The Comptroller General's Office (OCG, by its initials in Spanish) said so.", "Comptroller General's Office", "OCG")
	check("The KNP (Kandara National Police) fled.", "KNP", "Kandara National Police")
	check("TROOPS OF THE KANDARA PEACE-KEEPING FORCE [KPKF] CLASHED WITH THE POPULAR FRONT OF THE NORTH [PFN].", "KANDARA PEACE-KEEPING FORCE", "KPKF", "POPULAR FRONT OF THE NORTH", "PFN")
	check("THE POSTER WAS SIGNED BY THE PEOPLE'S MOVEMENT [DJV].", "PEOPLE'S MOVEMENT", "DJV")
	check("It sought an alliance with the Kandara People's Liberation Front in August.", "Kandara People's Liberation Front")
	check("Many have joined the Sons of Kandara since December.", "Sons of Kandara")
	check("MARA [MOVEMENT FOR ACTION AND REVOLT IN AZANIA] SAID SO.", "MARA", "MOVEMENT FOR ACTION AND REVOLT IN AZANIA")
}

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		words, letters string
		skipped        int
		ok             bool
	}{
		{"Red River Front", "rrf", 0, true},
		{"Army of the North", "an", 0, true},
		{"Army of the North", "aotn", 0, true},
		{"Arid Union Mission in Somara", "amisom", 1, true},
		{"Red River Front", "rxf", 0, false},
		{"River", "ri", 0, false},
		{"The Great Old Long River Front", "tf", 0, false},
	} {
		var words []word
		for _, w := range strings.Fields(c.words) {
			words = append(words, word{strings.ToLower(w), smallWords[w]})
		}
		if skipped, ok := spells(words, c.letters); ok != c.ok || ok && skipped != c.skipped {
			t.Errorf("%s of %q: %d, %v", c.letters, c.words, skipped, ok)
		}
	}
}

func TestNoMention(t *testing.T) {
	x := load(t)
	check := func(source, text string) {
		t.Helper()
		for _, m := range x.read(source).Mentions {
			if m.Text == text {
				t.Errorf("%q: %q is a mention, %s %s", source, text, m.Form, m.Kind)
			}
		}
	}
	check("The attack took place in Kabul yesterday.", "place")
	check("The attack took place in Kabul yesterday.", "yesterday")
	check("The airport was safe, Captain Paul Reed said.", "Captain")
	check("It is likely that he left.", "likely")
}

func TestSpansHoldTheirText(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the US army killed two gunmen , “ of Al - Qaida in Iraq ” ( ISIS-K ) é ’s . Mr. Smith \n\n – �")), 0, 40).Draw(t, "words")
		source := strings.Join(words, rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap"))
		d := x.read(source)
		for i, m := range d.Mentions {
			if m.Span.Empty() || m.In(source) != m.Text || !m.Contains(m.Head) {
				t.Fatalf("mention %d of %q: %+v", i, source, m)
			}
			if i > 0 && m.Start < d.Mentions[i-1].Start {
				t.Fatalf("mentions of %q are out of order", source)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	x := load(b)
	source := strings.Repeat("Boko Haram gunmen killed 20 Nigerian soldiers near Maiduguri on Monday, the army said in a statement. President Smith condemned the attack, which he called barbaric.\n\n", 40)
	t := x.reader.Read(source)
	b.ReportAllocs()
	words := 0
	for b.Loop() {
		x.finder.Annotate(&annotate.Document{Doc: &annals.Document{Text: source}, Text: t})
		words += len(t.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "tokens/s")
}

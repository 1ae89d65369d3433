package coref_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/text"
)

type tools struct {
	reader *text.Reader
	chain  annotate.Chain
}

func load(t testing.TB) tools {
	t.Helper()
	r, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	m, err := mentions.New()
	if err != nil {
		t.Fatal(err)
	}
	c, err := coref.New()
	if err != nil {
		t.Fatal(err)
	}
	chain, err := annotate.NewChain(m, c)
	if err != nil {
		t.Fatal(err)
	}
	return tools{r, chain}
}

func (x tools) read(source string) *annotate.Document {
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: x.reader.Read(source)}
	x.chain.Annotate(d)
	return d
}

// entity is the entity of the first mention with this text.
func entity(d *annotate.Document, mention string) *annals.Entity {
	for _, m := range d.Mentions {
		if m.Text == mention && m.Entity != 0 {
			return &d.Entities[m.Entity-1]
		}
	}
	return nil
}

func TestSameEntity(t *testing.T) {
	x := load(t)
	check := func(source, a, b string, want bool) {
		t.Helper()
		d := x.read(source)
		e, f := entity(d, a), entity(d, b)
		if e == nil || f == nil {
			t.Errorf("%q: %q or %q is no mention of an entity", source, a, b)
			return
		}
		if (e == f) != want {
			t.Errorf("%q: %q and %q one entity: %v, want %v", source, a, b, e == f, want)
		}
	}
	check("The National Liberation Army (ELN) attacked. ELN rebels fled.", "National Liberation Army", "ELN", true)
	check("Militants of the Islamic State Sinai Province (ISIS-S) attacked Cairo. Islamic State leaders in Syria approved.", "Islamic State Sinai Province", "Islamic State", false)
	check("Boko Haram is an affiliate of the Islamic State group. The group has fought in Nigeria.", "Boko Haram", "Islamic State", false)
	check("Al-Qaeda said so. Analysts say Al Qaida is weak.", "Al-Qaeda", "Al Qaida", true)
	check("The Pakistani Taliban fought the army. The Taliban in Kabul denied it.", "Pakistani Taliban", "Taliban", false)
	check("The Afghan Taliban denied it. The Taliban also fled.", "Afghan Taliban", "Taliban", true)
	check("Colonel John Q. Smith spoke in Paris. Mr Smith was calm.", "John Q. Smith", "Mr Smith", true)
	check("The United States sent troops. The US said so.", "United States", "US", true)
	check("Abu Sayyaf took hostages. The group demanded money.", "Abu Sayyaf", "group", true)
	check("Afghanistan is poor. Afghans fled.", "Afghanistan", "Afghans", false)
	check("Pedro Salas Quiroga left Lima. Salas was shot in Cusco.", "Pedro Salas Quiroga", "Salas", true)
	check("Two men shot the son of Judge Pedro Salas Quiroga.", "son of Judge Pedro Salas Quiroga", "Pedro Salas Quiroga", false)
}

func TestAliases(t *testing.T) {
	x := load(t)
	check := func(source, mention string, want ...string) {
		t.Helper()
		e := entity(x.read(source), mention)
		if e == nil {
			t.Errorf("%q: %s is no entity", source, mention)
			return
		}
		names := []string{e.Name}
		for _, a := range e.Aliases {
			names = append(names, a.Name)
			if a.Span.Empty() {
				t.Errorf("alias %q stands nowhere", a.Name)
			}
		}
		for _, w := range want {
			if !slices.Contains(names, w) {
				t.Errorf("%q: %q is not among the names of %s: %q", source, w, mention, names)
			}
		}
	}
	check("The Seleka Rebel Coalition, also known by the acronyms SRC and FUN, attacked Bangui on Monday. The SRC is small.", "SRC", "Seleka Rebel Coalition", "FUN")
	check("ZAMRA, known in full as the Zamin Resistance, left.", "ZAMRA", "Zamin Resistance")
	check("The Konda Rescue Army (KRA), which the government calls \"Wolves\", attacked.", "KRA", "Konda Rescue Army", "Wolves")
	check("The NRA, formerly the Northern Rescue Army, fled.", "NRA", "Northern Rescue Army")
	check("The Basra Home Union, or TBU, is small.", "TBU", "Basra Home Union")
	check("Omar Haddad, whose real name is Karim Nabi, spoke.", "Omar Haddad", "Karim Nabi")
	check("Juan Ortega, alias Commander Brown, has led it.", "Juan Ortega", "Commander Brown")
	check("Paul \"Lefty\" Reed fled on Monday.", "Paul \"Lefty\" Reed", "Paul Reed", "Lefty")
	check("Attacks by armed opposition groups (AOGs) rose.", "AOGs", "armed opposition groups")
	check("THE BORANA PATRIOTIC MOVEMENT [BPM] LEFT. THE BPM FLED.", "BPM", "BORANA PATRIOTIC MOVEMENT")
}

func TestUsedAsBodies(t *testing.T) {
	x := load(t)
	check := func(source, mention string, want annals.Kind) {
		t.Helper()
		if e := entity(x.read(source), mention); e == nil || e.Kind != want {
			t.Errorf("%q: %s is %+v, want %s", source, mention, e, want)
		}
	}
	check("FRABO fighters fled after the bomb, and soldiers came.", "FRABO", annals.ArmedGroup)
	check("The Vilagras have been headed by Pedro Salas since 2014.", "Vilagras", annals.Organisation)
	check("The Bandra Vira's leader, Paul Reed, spoke.", "Paul Reed", annals.Person)
}

func TestRoles(t *testing.T) {
	x := load(t)
	check := func(source, person, role string, public bool) {
		t.Helper()
		e := entity(x.read(source), person)
		if e == nil || e.Role != role || e.Public != public {
			t.Errorf("%q: %s is %+v; want role %q, public %v", source, person, e, role, public)
		}
	}
	check("French foreign minister Anna Lind spoke in Paris.", "Anna Lind", "French foreign minister", true)
	check("Peter Brown, security analyst at the Atlantic Council, said so.", "Peter Brown", "security analyst at the Atlantic Council", true)
	check("Colin Moor, an expert on terrorism at the Larch Center, said so.", "Colin Moor", "expert on terrorism at the Larch Center", true)
	check("It has an ambitious new leader, Omar al-Harbi, and it remains active.", "Omar al-Harbi", "ambitious new leader", true)
	check("General Frank Stone, head of US Southern Command, said so.", "Frank Stone", "head of US Southern Command", true)
	check("\"We know it,\" said Captain Paul Reed, a spokesman for the army.", "Paul Reed", "spokesman for the army", true)
	check("Mayor Anna Lind came.", "Anna Lind", "Mayor", true)
	check("Anna Lind fled.", "Anna Lind", "", false)
	check("Sergeant Mary Poole was killed.", "Mary Poole", "Sergeant", false)
	check("Said Akbar, a taxi driver, wept.", "Said Akbar", "taxi driver", false)
	check("Witness Karim Nabi saw it.", "Karim Nabi", "Witness", false)
	check("Dr Najib Noori treated many.", "Najib Noori", "", false)
}

func TestSpeakersOfQuotations(t *testing.T) {
	x := load(t)
	// want is the name of the pronoun's entity, "" where it must have none.
	check := func(source, pronoun, want string) {
		t.Helper()
		got := ""
		if e := entity(x.read(source), pronoun); e != nil {
			got = e.Name
		}
		if got != want {
			t.Errorf("%q: %s is %q, want %q", source, pronoun, got, want)
		}
	}
	check("\"We will not allow the group to work in Lebanon,\" Hezbollah spokesman Karim Nabi said.", "We", "Hezbollah")
	check("Hamas is weak. \"We saw the blast,\" said Said Akbar, a driver.", "We", "")
	check("The Taliban said, \"We deny this.\"", "We", "Taliban")
	check("\"It was a mistake, and I regret it,\" General Frank Stone said.", "I", "Frank Stone")
}

func TestTheBranch(t *testing.T) {
	x := load(t)
	check := func(source, want string) {
		t.Helper()
		if e := entity(x.read(source), "branch"); e == nil || e.Name != want {
			t.Errorf("%q: the branch is %+v, want %s", source, e, want)
		}
	}
	check("ISIS-K is a branch of the Islamic State. Al-Qaida is weak. The branch remains active.", "ISIS-K")
	check("ISIS-K, a branch of the Islamic State, is small. Al-Qaida is weak. The branch remains active.", "ISIS-K")
}

func TestNamesWithoutTraces(t *testing.T) {
	x := load(t)
	d := x.read("The 'enemy' of the Taliban fled. Captain Paul Reed and General Frank Stone said \"Hezbollah\" won. The rebels' camp burnt.")
	for _, e := range d.Entities {
		if strings.ContainsAny(e.Name, "\"“”") || strings.Contains(e.Name, "y'") || strings.HasPrefix(e.Name, "Captain") || strings.HasPrefix(e.Name, "General") {
			t.Errorf("an entity is called %q", e.Name)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	x := load(f)
	for _, s := range []string{"The group (ISIS-K, ISKP) said it fled.", "(", "X, also known as", "“He” — ’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := x.read(s)
		for i, m := range d.Mentions {
			if int(m.Entity) > len(d.Entities) || m.In(s) != m.Text {
				t.Fatalf("mention %d of %q: %+v", i, s, m)
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
		x.chain.Annotate(&annotate.Document{Doc: &annals.Document{Text: source}, Text: t})
		words += len(t.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "tokens/s")
}

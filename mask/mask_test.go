package mask_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/mask"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, of, text, want string }{
		{"the whole name", "Lina Haddad", "Lina Haddad fled.", "**** ****** fled."},
		{"the surname and the first name alone", "Lina Haddad", "Haddad fled. So did Lina.", "****** fled. So did ****."},
		{"a possessive", "Lina Haddad", "Haddad's and Haddad’s house", "******'s and ******’s house"},
		{"capitals", "Lina Haddad", "LINA HADDAD FLED", "**** ****** FLED"},
		{"lower case as a whole", "Lina Haddad", "see lina-haddad", "see ****-******"},
		{"a word in lower case stays", "Rose Stone", "She rose from a stone.", "She rose from a stone."},
		{"another spelling", "Muhammad Qassem", "Mohammed and Qasssem", "******** and *******"},
		{"a short word misspelt beside the other", "Lina Haddad", "Linna Hadad fled.", "***** ***** fled."},
		{"swapped letters", "Joseph Szukewski", "Suzkewski fled.", "********* fled."},
		{"diacritics left out", "Zoë Şahin", "Zoe Sahin fled.", "*** ***** fled."},
		{"an initial between", "Lina B. Haddad", "Lina B. Haddad", "**** *. ******"},
		{"particles between", "Paulo de Oliveira", "Paulo de Oliveira", "***** ** ********"},
		{"a short surname only as a whole", "Lina Do", "Lina Do. Do not flee.", "**** **. Do not flee."},
		{"a handle", "Lina Haddad", "write to lhaddad@news.example", "write to *******@****.*******"},
		{"an address cut into tokens", "Lina Haddad", "http : / / news . example / haddad - dies\nShe fled.", "http : / / news . example / ****** - dies\nShe fled."},
		{"no letters between words", "王小明", "受害者王小明逃走", "受害者███逃走"},
		{"a title is no name", "Judge Lina Haddad", "A Judge spoke. Haddad spoke.", "A Judge spoke. ****** spoke."},
		{"nothing alike", "Lina Haddad", "Halima fled to Linaville.", "Halima fled to Linaville."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var n mask.Names
			n.Add(c.of, true)
			got := n.Cover(c.text)
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if len(got) != len(c.text) || utf8.RuneCountInString(got) != utf8.RuneCountInString(c.text) {
				t.Errorf("%q is not as long as %q", got, c.text)
			}
		})
	}
}

func TestCoverAddress(t *testing.T) {
	for _, c := range []struct{ of, address, want string }{
		{"Lina Haddad", "https://news.example/2020/lina-haddad-shot.html", "https://news.example/2020/****-******-shot.html"},
		{"Lina Haddad", "https://news.example/linahaddad", "https://news.example/**********"},
		{"Zoë Şahin", "https://news.example/%C5%9Eahin", "https://****.*******/%**%******"},
		{"Lina Haddad", "https://news.example/dorvan", "https://news.example/dorvan"},
	} {
		var n mask.Names
		n.Add(c.of, true)
		if got := n.CoverAddress(c.address); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.address, got, c.want)
		}
	}
}

// report is a text with one person in it, named as the reader would.
func report(text, name string, e annals.Entity) *annals.Annotations {
	a := &annals.Annotations{Entities: []annals.Entity{e}}
	a.Entities[0].Kind = annals.Person
	if i := strings.Index(text, name); i >= 0 {
		span := annals.Span{Start: i, End: i + len(name)}
		a.Mentions = []annals.Mention{{Span: span, Head: span, Text: name, Form: annals.Name, Kind: annals.Person, Entity: 1}}
		a.Entities[0].Mentions = []annals.Ref{1}
	}
	return a
}

func TestPersons(t *testing.T) {
	const name = "Lina Haddad"
	minister, professor := annals.Entity{Role: "defence minister", Public: true}, annals.Entity{Role: "history professor", Public: true}
	for _, c := range []struct {
		text               string
		entity             annals.Entity
		harmed             bool
		private, sensitive bool
	}{
		{"Lina Haddad spoke.", annals.Entity{}, false, true, false},
		{"Lina Haddad spoke.", professor, false, false, false},
		{"Lina Haddad was shot.", professor, true, true, false},
		{"Lina Haddad and an aide died at the scene.", professor, false, true, false},
		{"Lina Haddad said that two people died.", professor, false, false, false},
		{"Lina Haddad and an aide died at the scene.", minister, false, false, false},
		{"Lina Haddad was shot.", minister, true, false, false},
		{"Lina Haddad, 9, was hurt.", annals.Entity{}, false, true, true},
		{"The 16-year-old Lina Haddad was hurt.", annals.Entity{}, false, true, true},
		{"Lina Haddad, 41, was hurt.", annals.Entity{}, false, true, false},
		{"Soldiers raped Lina Haddad.", annals.Entity{}, false, true, true},
		{"Lina Haddad had been sexually assaulted.", professor, false, true, true},
		{"Lina Haddad denied that soldiers raped anybody.", minister, false, false, false},
	} {
		a := report(c.text, name, c.entity)
		if c.harmed {
			a.Events = []annals.Event{{Arguments: []annals.Argument{{Role: annals.Victim, Mention: 1}}}}
		}
		p := mask.Persons(c.text, a)
		if len(p) != 1 || p[0].Private() != c.private || p[0].Sensitive != c.sensitive {
			t.Errorf("%q, %+v: %+v; want one, private %v, sensitive %v", c.text, c.entity, p, c.private, c.sensitive)
		}
	}
}

// TestLoose: who is named where only a person's name stands is a person, whatever
// the reader took the name for.
func TestLoose(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"Police named Lina Haddad.", "Lina Haddad"},
		{"Shots hit Lina Haddad, 41, in the leg.", "Lina Haddad"},
		{"Her sister Lina was hurt.", "Lina"},
		{"THE BUSINESSMAN LINA HADDAD WAS FREED.", "LINA HADDAD"},
		{"A bomb hit Dorvan Bridge on Monday.", ""},
		{"THE REBELS ATTACKED DORVAN BRIDGE.", ""},
	} {
		got := ""
		for _, p := range mask.Persons(c.text, &annals.Annotations{}) {
			got = p.Names[0]
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestGroups: the name of an armed group is no person's, and no misspelling of one.
func TestGroups(t *testing.T) {
	const text = "Omar Dorvani fled. The men tried to recruit Dorvan Front members of the Army of Dorvan. Dorvany fled."
	a := report(text, "Omar Dorvani", annals.Entity{})
	for _, name := range []string{"Dorvan Front", "Army of Dorvan"} {
		i := strings.Index(text, name)
		span := annals.Span{Start: i, End: i + len(name)}
		a.Mentions = append(a.Mentions, annals.Mention{Span: span, Head: span, Text: name, Form: annals.Name, Kind: annals.ArmedGroup})
	}
	names, _, open := mask.Covered(text, a, mask.Persons(text, a), (*mask.Person).Private)
	const want = "**** ******* fled. The men tried to recruit Dorvan Front members of the Army of Dorvan. ******* fled."
	if got := mask.Cover(text, names.Find(text, open)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestJoin(t *testing.T) {
	public := mask.Person{Names: []string{"Keith Davis"}, Public: true}
	for _, c := range []struct {
		other mask.Person
		want  bool
	}{
		{mask.Person{Names: []string{"Davis"}}, false},
		{mask.Person{Names: []string{"Keith Davis"}}, false},
		{mask.Person{Names: []string{"Captain Davis"}}, false},
		{mask.Person{Names: []string{"Kevin Davis"}}, true}, // may be somebody else
		{mask.Person{Names: []string{"Davis"}, Harmed: true}, true},
		{mask.Person{Names: []string{"Davis"}, Sensitive: true}, true},
	} {
		p := public
		p.Join(&c.other)
		if p.Private() != c.want {
			t.Errorf("joined with %+v: private %v, want %v", c.other, p.Private(), c.want)
		}
	}
}

// FuzzCover: no name and no text moves an offset or panics.
func FuzzCover(f *testing.F) {
	f.Add("Lina Haddad", "LINA fled @lhaddad http : / / x / haddad")
	f.Add("\xff王", "王\xfe")
	f.Fuzz(func(t *testing.T, name, text string) {
		var n mask.Names
		n.Add(name, true)
		got := n.Cover(text)
		if len(got) != len(text) || utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

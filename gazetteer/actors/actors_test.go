package actors

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

func words(s string) *text.Text {
	t := &text.Text{Source: s}
	at := 0
	for _, w := range strings.Fields(s) {
		at += strings.Index(s[at:], w)
		t.Tokens = append(t.Tokens, text.Token{Start: at, End: at + len(w), Norm: strings.ToLower(w), Head: text.None})
		at += len(w)
	}
	return t
}

func lexicon(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestActor(t *testing.T) {
	l := lexicon(t)
	check := func(in string, wantN int, want annals.Kind) {
		t.Helper()
		tx := words(in)
		if n, k := l.Actor(tx, 0, len(tx.Tokens)); n != wantN || k != want {
			t.Errorf("%q: %d tokens %q; want %d %q", in, n, k, wantN, want)
		}
	}
	check("Boko Haram attacked", 2, annals.ArmedGroup)
	check("BOKO HARAM ATTACKED", 2, annals.ArmedGroup)
	check("Al - Qaida said", 3, annals.ArmedGroup)
	check("European Commission said", 2, annals.Organisation)
	check("an army", 0, "")
	check("AN ARMY", 0, "")
}

func TestCountry(t *testing.T) {
	l := lexicon(t)
	check := func(in string, wantN int, want string, demonym bool) {
		t.Helper()
		tx := words(in)
		if n, code, d := l.Country(tx, 0, len(tx.Tokens)); n != wantN || code != want || d != demonym {
			t.Errorf("%q: %d tokens %q %v; want %d %q %v", in, n, code, d, wantN, want, demonym)
		}
	}
	check("Afghan civilians", 1, "AF", true)
	check("the United States", 0, "", false)
	check("United States", 2, "US", false)
	check("US troops", 1, "US", false)
	check("us all", 0, "", false)
	check("US THEY KILLED", 0, "", false)
	check("Iraqis fled", 1, "IQ", true)
}

func TestNoun(t *testing.T) {
	l := lexicon(t)
	for noun, want := range map[string]Class{"gunman": Armed, "soldier": Force, "civilian": Civilian, "airport": Facility,
		"village": Place, "rifle": Weapon, "truck": Vehicle, "minister": Person, "attack": NoClass, "threat": NoClass} {
		if got := l.Noun(noun); got != want {
			t.Errorf("%s: class %d, want %d", noun, got, want)
		}
	}
}

func TestHonorific(t *testing.T) {
	l := lexicon(t)
	check := func(in string, wantN int, office bool) {
		t.Helper()
		tx := words(in)
		if n, o := l.Honorific(tx, 0, len(tx.Tokens)); n != wantN || o != office {
			t.Errorf("%q: %d %v; want %d %v", in, n, o, wantN, office)
		}
	}
	check("Mr. Clarke", 1, false)
	check("Brig. Gen. Smith", 2, true)
	check("Smith said", 0, false)
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

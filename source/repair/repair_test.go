package repair_test

import (
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals/source/repair"
	"github.com/annals-project/annals/source/traced"
)

func check(t *testing.T, in, want string, notes int) {
	t.Helper()
	got, found := repair.Text(traced.Whole(in))
	if got.String != want || len(found) != notes {
		t.Errorf("%q: %q with %d notes %v, want %q with %d", in, got.String, len(found), found, want, notes)
	}
	for _, n := range found {
		if n.Raw.In(in) != n.Original {
			t.Errorf("%q: note about %q points at %q", in, n.Original, n.Raw.In(in))
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		in, want string
		notes    int
	}{
		{"Nothing is wrong here.", "Nothing is wrong here.", 0},
		{"Itâ€™s theirs", "It’s theirs", 1},
		{"Ã¢â‚¬Å“twiceÃ¢â‚¬\u009d", "“twice”", 2},
		{"cafÃ© SÃ£o", "café São", 2},
		{"it‚Äôs", "it’s", 1},
		{"itвЂ™s", "it’s", 1},
		{"Привет, мир", "Привет, мир", 0},
		{"in â‚¬", "in €", 1},
		{"don\u0092t", "don’t", 1},
		{"a &amp; b &#8217; c", "a & b ’ c", 2},
		{"R&D; &nothing;", "R&D; &nothing;", 0},
		{"âWe held the line. That is possible, âsaid the colonel.", "“We held the line. That is possible,” said the colonel.", 2},
		{"The armyâs men donât say", "The armyâs men don’t say", 1},
		{"Kabulâs airport", "Kabul’s airport", 1},
		{"the town â long held â fell", "the town – long held – fell", 2},
		{"Gülsüm Öz, Søren, Lúcia, João, Lõuna", "Gülsüm Öz, Søren, Lúcia, João, Lõuna", 0},
		{"Le château et l'âge, âme", "Le château et l'âge, âme", 0},
		{"costÂ of it", "cost of it", 1},
		{"don\uFFFDt know", "don’t know", 1},
		{"los\uFFFDt", "los’t", 1},
		{"caf\uFFFD society", "caf\uFFFD society", 1},
		{"He left.\"According to the report, more", "He left.\" According to the report, more", 1},
		{"were shot.The boy was", "were shot. The boy was", 1},
		{"see www.example.Com and Node.Js x", "see www.example.Com and Node.Js x", 0},
		{"the U.S.Army said", "the U.S.Army said", 0},
		{"soft\u00ADhyphen", "softhyphen", 1},
		{"bell\u0007 rang", "bell rang", 1},
	} {
		check(t, c.in, c.want, c.notes)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "â", "â€", "Ã¢â‚¬Å“", "&#0;", "&#xD800;", "x.\"A b", "\u0080\u0099"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return
		}
		got, notes := repair.Text(traced.Whole(in))
		if !utf8.ValidString(got.String) {
			t.Errorf("%q became %q, which is not UTF-8", in, got.String)
		}
		if len(notes) == 0 && got.String != in {
			t.Errorf("%q became %q without a note", in, got.String)
		}
	})
}

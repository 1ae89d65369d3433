package privacy_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/privacy"
)

// Two reports of one attack, with private people, an officer, a minister, a
// child, and a woman against whom a report speaks of rape.
const (
	first = "DORVAN, May 3, 2020 (Wire) - Gunmen of the Red Front killed farmer Lina Haddad, 41, in Dorvan on Sunday, the army said. " +
		"Her brother Karim Azzam was wounded. \"LINA HADDAD was unarmed,\" said General Omar Nasser, the army chief. " +
		"Tim Arlo, 9, was taken to Tolmar General Hospital in Dorvan. The gunmen abducted teacher Zoë Şahin near 12 Orchard Road."
	second = "DORVAN, May 4, 2020 (Daily) - Lina Haddad was buried in Dorvan on Monday. Linna Hadad was a farmer, neighbours said. " +
		"Tarek Osmani, commander of the Red Front, denied that his men had raped Mona Reyes, 24. Education Minister Paul Verel was killed in the attack."
)

var private = []string{"Lina", "LINA", "Haddad", "HADDAD", "Linna", "Hadad", "Karim", "Azzam", "Zoë", "Şahin", "Arlo", "Mona", "Reyes"}

func derive(t *testing.T, texts ...string) *account.Account {
	t.Helper()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var in account.Input
	for i, text := range texts {
		d := &annals.Document{ID: "sha256:" + string(rune('a'+i)), URI: "https://news.example/lina-haddad-shot", Title: "Lina Haddad shot dead",
			Text: text, Raw: []byte("<p>" + text + "</p>"), Language: "en", Published: &annals.Published{EDTF: "2020-05-05", Basis: []string{"given"}}}
		d.Source = []annals.Segment{{Text: annals.Span{End: len(text)}, Raw: annals.Span{Start: 3, End: 3 + len(text)}}}
		in.Readings = append(in.Readings, p.Read(d))
	}
	return account.Derive(in)
}

// everything is all that can be read in an account: its public form, its page,
// and its readings.
func everything(t *testing.T, a *account.Account) string {
	t.Helper()
	var b strings.Builder
	if err := export.Record(&b, a, a.Reading(0).Document.Retrieved); err != nil {
		t.Fatal(err)
	}
	if err := export.Markdown(&b, a); err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Resolution.Readings {
		b.Write(r.Document.Raw)
		all, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(all)
	}
	for _, part := range []any{a.Actors, a.Claims, a.Relations, a.Conflicts, a.Resolution.Actors, a.Resolution.Origins} {
		all, err := json.Marshal(part)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(all)
	}
	return b.String()
}

// check wants some words in an account and others not.
func check(t *testing.T, a *account.Account, shown, covered []string) {
	t.Helper()
	all := everything(t, a)
	for _, w := range shown {
		if !strings.Contains(all, w) {
			t.Errorf("%q is not shown", w)
		}
	}
	for _, w := range append(covered, lower(covered)...) {
		if i := strings.Index(all, w); i >= 0 {
			t.Errorf("%q is shown: …%s…", w, all[max(0, i-60):min(len(all), i+60)])
		}
	}
}

// lower gives the names as addresses write them.
func lower(names []string) []string {
	var out []string
	for _, n := range names {
		if len(n) > 4 {
			out = append(out, strings.ToLower(n))
		}
	}
	return out
}

// TestAims: what a group demands is told in the masked words of its report.
func TestAims(t *testing.T) {
	a := privacy.Mask(derive(t, "The Taliban demanded the release of Omid Farahi on Wednesday. Farahi, a weaver, was abducted in Herat."))
	var aims []account.Fact
	for i := range a.Actors {
		aims = append(aims, a.Actors[i].Profile.Aims...)
	}
	if len(aims) != 1 {
		t.Fatalf("got %d aims, want 1", len(aims))
	}
	if sentence := a.Statement(aims[0].Statements[0]).Evidence[0].Text; strings.Contains(aims[0].Value, "Farahi") || !strings.Contains(sentence, aims[0].Value) {
		t.Errorf("the aim %q does not stand in %q", aims[0].Value, sentence)
	}
}

func TestMask(t *testing.T) {
	a := derive(t, first, second)
	before := everything(t, a)
	masked := privacy.Mask(a)
	check(t, masked, []string{"Omar Nasser", "Tarek Osmani", "Paul Verel", "Dorvan", "Red Front", "farmer", "Tolmar"}, private)
	if everything(t, a) != before {
		t.Error("the account itself was changed")
	}
	for i, r := range masked.Resolution.Readings {
		was, is := a.Reading(i).Document.Text, r.Document.Text
		if len(was) != len(is) || utf8.RuneCountInString(was) != utf8.RuneCountInString(is) {
			t.Errorf("report %d has another length", i)
		}
		for _, m := range r.Mentions {
			if m.Text != m.In(is) {
				t.Errorf("mention %q stands where the text has %q", m.Text, m.In(is))
			}
		}
	}
}

// TestWhole: whoever adds something to an account has to say in Mask how it is
// covered.
func TestWhole(t *testing.T) {
	known := []string{"Resolution", "Rule", "Documents", "Actors", "Events", "Relations", "Claims", "Conflicts", "Amendments", "Sources", "AsOf", "LeftOut"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[account.Account]()) {
		if f.IsExported() && !slices.Contains(known, f.Name) {
			t.Errorf("privacy.Mask does not know %s: cover it there, then list it here", f.Name)
		}
	}
}

// TestSilenced: who is named in what a person rejected, or in a report that does
// not belong, is covered all the same.
func TestSilenced(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := &annals.Document{ID: "sha256:a", Text: first, Language: "en"}
	j := annals.NewJudgement(annals.Judgement{Left: annals.Key{Kind: annals.DocumentKey, Document: d.ID}.String(), Verdict: annals.Irrelevant, By: "me", Why: "about Lina Haddad alone"})
	a := account.Derive(account.Input{Readings: []*annals.Reading{p.Read(d)}, Judgements: []annals.Judgement{j}})
	masked := privacy.Mask(a)
	check(t, masked, []string{"Nasser", "alone"}, private)
	if text := masked.Original(0).Document.Text; strings.Contains(text, "Haddad") {
		t.Errorf("the reading as it was shows %s", text)
	}
}

func TestMaskSensitive(t *testing.T) {
	check(t, privacy.MaskSensitive(derive(t, first, second)), []string{"Karim", "Şahin", "Omar Nasser"}, []string{"Arlo", "Mona", "Reyes"})
}

// TestNoPage: a private person has no page, no end of a relation, no claim's page.
func TestNoPage(t *testing.T) {
	a := derive(t, first, second, "Lina Haddad is a member of the Red Front. Nadia Brandt leads the Red Front. History professor Eva Sand was shot dead in Dorvan.")
	for _, x := range a.Actors {
		for _, w := range append(private, "Sand") {
			if strings.Contains(x.Name, w) {
				t.Errorf("%s has a page", x.Name)
			}
		}
	}
	for _, x := range privacy.Mask(a).Relations {
		if strings.Contains(x.From+x.To, "*") {
			t.Errorf("a relation of a private person is left: %s %s %s", x.From, x.Type, x.To)
		}
	}
}

// TestWithout: an actor that lost its page is no one's index.
func TestWithout(t *testing.T) {
	a := derive(t, first, second)
	cut := a.Without(func(x *account.Actor) bool { return x.Name == "Omar Nasser" })
	if len(cut.Actors) != len(a.Actors)-1 {
		t.Fatalf("%d actors of %d are left", len(cut.Actors), len(a.Actors))
	}
	for i := range cut.Events {
		for k, p := range cut.Events[i].Parties {
			was := a.Events[i].Parties[k].Actor
			if (p.Actor < 0) != (was < 0 || a.Actors[was].Name == "Omar Nasser") || p.Actor >= 0 && cut.Actors[p.Actor].ID != a.Actors[was].ID {
				t.Errorf("party %s has another actor", p.Name)
			}
		}
	}
	for i, c := range cut.Claims {
		if was := a.Claims[i].Actor; was >= 0 && c.Actor >= 0 && cut.Actors[c.Actor].ID != a.Actors[was].ID || was >= 0 && c.Actor < 0 && a.Actors[was].Name != "Omar Nasser" {
			t.Errorf("the claim of %s has another actor", c.Speaker)
		}
	}
}

func TestQuery(t *testing.T) {
	d := privacy.Mask(derive(t, first)).Reading(0).Document
	for _, c := range []struct {
		query [][]string
		want  bool
	}{
		{[][]string{{"gunmen"}}, true},
		{[][]string{{"red", "front"}, {"dorvan"}}, true},
		{[][]string{{"haddad"}}, false},
		{[][]string{{"gunmen"}, {"haddad"}}, false},
		{[][]string{{"lina", "haddad"}}, false},
		{[][]string{{"front", "red"}}, false},
		{[][]string{{"shot"}}, true}, // in the title
		{nil, false},
	} {
		if _, got := privacy.Query(c.query, d); got != c.want {
			t.Errorf("%v: found %v, want %v", c.query, got, c.want)
		}
	}
}

func TestCoarsen(t *testing.T) {
	a := derive(t, "KABUL, May 3, 2020 (Wire) - A bomb exploded at Tolmar Hospital in Kabul on Sunday and killed 12 people. Gunmen shot at 12 Orchard Road. The camp of Kabul was hit.")
	blurred, err := privacy.Coarsen(a, annals.Admin2)
	if err != nil {
		t.Fatal(err)
	}
	check(t, blurred, []string{"Kabul"}, []string{"Tolmar", "Orchard"})
	for _, r := range blurred.Resolution.Readings {
		for _, m := range r.Mentions {
			if p := m.Place; p != nil && (p.Precision == annals.Point || m.Kind == annals.Facility && (p.Located || p.Precision != annals.Admin1 && p.Precision != annals.Country)) {
				t.Errorf("%s is still known to %s, located %v", m.Text, p.Precision, p.Located)
			}
		}
	}
	if _, err := privacy.Coarsen(a, annals.Settlement); err == nil {
		t.Error("a settlement is no area")
	}
}

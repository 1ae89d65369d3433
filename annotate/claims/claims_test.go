package claims

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

var reader = sync.OnceValues(text.NewReader)

func read(t testing.TB, source string) *text.Text {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return r.Read(source)
}

func TestRuleExamples(t *testing.T) {
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range c.rules.Check(func(s string) *pattern.View { return pattern.NewView(read(t, s), nil) }) {
		t.Error(wrong)
	}
}

// check compares the claims of a text, each written kind (source | cue | content … content).
func check(t *testing.T, source string, want ...string) {
	t.Helper()
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: read(t, source)}
	c.Annotate(d)
	var got []string
	for _, claim := range d.Claims {
		var content []string
		for _, p := range claim.Content {
			content = append(content, p.In(source))
		}
		got = append(got, fmt.Sprintf("%s (%s | %s | %s)", claim.Kind, claim.Source.In(source), claim.Cue.In(source), strings.Join(content, " … ")))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", source, g, w)
	}
}

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		source string
		want   []string
	}{
		{`"We will not leave the valley," said Omar Haidari, a spokesman for the army.`,
			[]string{`said (Omar Haidari, a spokesman for the army | said | "We will not leave the valley,")`}},
		{"Police said that ten people were killed in the blast.",
			[]string{"said (Police | said | that ten people were killed in the blast)"}},
		{"Ten people were killed in the blast, police said in a statement on Monday.",
			[]string{"said (police | said in a statement | Ten people were killed in the blast)"}},
		{"According to a hospital official, the bomb killed two children.",
			[]string{"said (a hospital official | According to | the bomb killed two children)"}},
		{"The army denied that its troops had burned the village.",
			[]string{"denied (The army | denied | that its troops had burned the village)"}},
		{"The group claimed responsibility for the attack.",
			[]string{"claimed_responsibility (The group | claimed responsibility | the attack)"}},
		{"The men are believed to hold ten hostages.",
			[]string{"estimated ( | are believed | The men … to hold ten hostages)"}},
		{"“They came at night. They burned everything,” said a farmer. “Nobody helped us at all.”",
			[]string{"said (a farmer | said | “They came at night. They burned everything,”)", "said (a farmer | said | “Nobody helped us at all.”)"}},
		{"“We lost the road on the first day.\n“Then we lost the bridge and the mill,” the mayor said.",
			[]string{"said (the mayor | said | “Then we lost the bridge and the mill,”)"}},
		{"The convoy, police said, was hit by a mine.",
			[]string{"said (police | said | The convoy … was hit by a mine)"}},
		{"The blast killed ten people, according to the Northern Relief Office.",
			[]string{"said (the Northern Relief Office | according to | The blast killed ten people)"}},
		{"The riot has left -- according to early reports -- six people dead.",
			[]string{"said (early reports | according to | The riot has left … six people dead)"}},
		{"The union called on the army to leave the town.",
			[]string{"said (The union | called on | the army to leave the town)"}},
		{"The governor condemned the raid on the village.",
			[]string{"said (The governor | condemned | the raid on the village)"}},
		{"The road was closed.\n“Nobody told us that the bridge was gone.”",
			[]string{"said ( |  | “Nobody told us that the bridge was gone.”)"}},
		{"The clerk announced this morning that a captain, two sergeants, one nurse, two drivers and two cooks were in the bus.",
			[]string{"said (The clerk | announced | that a captain, two sergeants, one nurse, two drivers and two cooks were in the bus)"}},
		{"Guards searched the mill, and police said officers found the store Monday and seized $900.",
			[]string{"said (police | said | officers found the store Monday and seized $900)"}},
		{"The firm mended a flaw that the bank says has been used to rob two million clerks.",
			[]string{"said (the bank | says | has been used to rob two million clerks)"}},
		{"A man who allegedly robbed a shop near the mill was arrested on Monday, police told the Harbor Times.",
			[]string{"said (police | told | A man who allegedly robbed a shop near the mill was arrested on Monday)", "said (police | allegedly | who … robbed a shop near the mill)"}},
		{"It is expected that the ferry will carry 40 men.",
			[]string{"estimated ( | is expected | that the ferry will carry 40 men)"}},
		{"Neither of the firms would reveal the price.", nil},
		{"Any member can add stories to the list for free; the list costs $9 to read.", nil},
		{"THE FLOOD HAS ENDED IN -- ACCORDING TO EARLY REPORTS -- AT LEAST SIX DEATHS.",
			[]string{"said (EARLY REPORTS | ACCORDING TO | THE FLOOD HAS ENDED IN … AT LEAST SIX DEATHS)"}},
		{"The farmers planted wheat. It rained.", nil},
		{`He wore a "lucky" hat.`, nil},
		{"", nil},
		{`"`, nil},
	} {
		t.Run("", func(t *testing.T) { check(t, c.source, c.want...) })
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("“We go,” said A. B said that C. D denied it.\n“E” According to F, G.")
	f.Add("\"\"\xff said “”” he was quoted as saying. , said X said")
	c, err := New(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string) {
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: read(t, source)}
		c.Annotate(d)
		for _, claim := range d.Claims {
			if len(claim.Content) == 0 {
				t.Fatal("a claim without content")
			}
			for _, s := range append([]annals.Span{claim.Cue, claim.Source}, claim.Content...) {
				if s.Start < 0 || s.End > len(source) || s.Start > s.End {
					t.Fatalf("span %v outside the text", s)
				}
			}
		}
	})
}

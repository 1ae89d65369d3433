package claims

import (
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

func TestSure(t *testing.T) {
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	// sure is how sure the reader is of the first claim of a text.
	sure := func(t *testing.T, source string) float64 {
		t.Helper()
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: read(t, source)}
		c.Annotate(d)
		if len(d.Claims) == 0 {
			t.Fatalf("no claim in %s", source)
		}
		return d.Claims[0].Confidence
	}
	for _, x := range []struct{ name, more, less string }{
		{"a quotation tells its bounds", `"The bridge is gone," Diallo said.`, "The bridge is gone, Diallo said."},
		{"a long speaker", "Officers said that the bridge was gone.", "Two of the oldest officers of the northern river post said that the bridge was gone."},
		{"words before the verb", "Diallo said that the bridge was gone.", "Diallo, who keeps the mill, said that the bridge was gone."},
		{"a bare verb", "Diallo said that the bridge was gone.", "Diallo may yet be able to say that the bridge was gone."},
		{"two cues", "Diallo said that the bridge was gone.", "Diallo said that the bridge was gone, and Omar added that the road was too."},
		{"words in the way", "Diallo said that the bridge was gone.", "Diallo said on Monday at noon that the bridge was gone."},
		{"what goes on at once", "“They burned everything,” he said. “Nobody helped us at all.”", "He said the bridge was gone."},
		{"an adverb names nobody", "Officers said that the rebels took the bridge.", "The rebels reportedly took the bridge."},
		{"a quotation that opens its paragraph", "It rained.\n“Nobody told us that the bridge was gone.”", "It rained. “Nobody told us that the bridge was gone.”"},
	} {
		t.Run(x.name, func(t *testing.T) {
			if more, less := sure(t, x.more), sure(t, x.less); more <= less {
				t.Errorf("%.2f for %s\n%.2f for %s", more, x.more, less, x.less)
			}
		})
	}
}

func TestSureTable(t *testing.T) {
	s, err := newSureness()
	if err != nil {
		t.Fatal(err)
	}
	for w, known := range s {
		for i := 1; i < len(known); i++ {
			if known[i] > known[i-1] {
				t.Errorf("%s: surer with %d doubts than with fewer", w, i)
			}
		}
	}
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range c.rules.Rules {
		if w := rule.Property("sure"); w != "" && s[way(w)] == nil {
			t.Errorf("%s: sure=%s has no row in sure.tsv", rule.Name, w)
		}
	}
	if s.of("no such way", 99) != s.of(byRule, 99) {
		t.Error("a way without rows is not as sure as a rule")
	}
}

package corpus

import (
	"os"
	"testing"
	"unicode"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/model/chain"
)

func TestAllowed(t *testing.T) {
	d := Document{Source: "Kurds met in Erbil.", Sentences: []annals.Span{{Start: 0, End: 19}}, Hidden: Of(People),
		Names: []Span{{annals.Span{Start: 13, End: 18}, Of(Place, Facility)}}, Unclear: []annals.Span{{Start: 6, End: 9}}}
	tx := d.Text()
	allowed := d.Allowed(tx)
	check := func(token, label int, want bool) {
		t.Helper()
		if got := allowed[token].Has(label); got != want {
			t.Errorf("token %d %q, label %d: %v", token, tx.Form(token), label, got)
		}
	}
	check(0, chain.Outside, true)
	check(0, Labels.Label(People, chain.Single), true)
	check(0, Labels.Label(Person, chain.Single), false)
	check(1, Labels.Label(Person, chain.Single), true)
	check(3, Labels.Label(Place, chain.Single), true)
	check(3, Labels.Label(Facility, chain.Single), true)
	check(3, chain.Outside, false)
}

func TestRecaseKeepsOffsets(t *testing.T) {
	for _, s := range []string{"Straße İzmir ŉ ǆ", "plain", ""} {
		d := Document{Source: s}
		if up := d.Recase(unicode.ToUpper, "-up"); len(up.Source) != len(s) {
			t.Errorf("%q became %q", s, up.Source)
		}
	}
}

func TestWithoutArticle(t *testing.T) {
	for in, want := range map[string]string{"the army": "army", "The army": "army", "theatre": "theatre", "an": "an", "A B": "B"} {
		if got := WithoutArticle(in, annals.Span{Start: 0, End: len(in)}).In(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCorpora(t *testing.T) {
	data := "../../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skip("the corpora are not at ../shared/data")
	}
	check := func(name string, docs []Document, err error, want int) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		names := 0
		for i := range docs {
			names += len(docs[i].Names)
			for _, n := range docs[i].Names {
				if n.Empty() || n.End > len(docs[i].Source) {
					t.Fatalf("%s %s: name at %v", name, docs[i].ID, n.Span)
				}
			}
		}
		if names != want {
			t.Errorf("%s has %d names, want %d", name, names, want)
		}
	}
	wiki, err := WikiGold(data)
	check("WikiGold", wiki, err, 3558)
	wnut, err := WNUT(data, "dev")
	check("WNUT17 dev", wnut, err, 836)
	re3d, err := RE3D(data)
	if err != nil || len(re3d) != 80 {
		t.Errorf("re3d: %d documents, %v", len(re3d), err)
	}
}

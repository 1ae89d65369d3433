package resolve

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestCalling(t *testing.T) {
	tests := []struct{ source, want string }{ // head, sort and what narrows it
		{"Police", "police body"},
		{"the Surrey police", "police body surrey"},
		{"A spokeswoman for the Surrey police", "police body surrey"},
		{"a police spokesman", "police body"},
		{"the county police department", "police body county"},
		{"her spokesman", "spokesman office"},
		{"A statement from Waitrose", "spokesman office waitrose"},
		{"the fire chief", "chief office brigade fire"},
		{"Harbour Police Chief Ada Quill", "chief office harbour police"},
		{"the governor of Marrin, Ada Quill", "governor office marrin"},
		{"Authorities", "authority any"},
		{"police officials", "police body"},
		{"the official NNA news agency", "spokesman office nna"},
		{"a friend of the actress", "friend vague actress"},
		{"Harbour Broadcasting", "spokesman office broadcasting harbour"},
		{"the Marrin GM", "manager office general marrin"},
		{"a message from the election commission of Marrin", "commission body election marrin"},
		{"two senior officials", ""},
		{"prosecutors", "attorney vague district"},
		{"an officer", ""},
		{"the Harbour sheriff's department", "sheriff body harbour"},
		{"Harbour Sheriff's Capt. Ada Quill", "sheriff body harbour"},
		{"a Harbour police officer at the scene", "police body harbour"},
		{"Navy Chief Admiral", "navy body"},
		{"firefighters", "brigade body fire"},
		{"her longtime publicist", "spokesman office"},
		{"state television", "television body state"},
		{"Rep. Ada Quill", "spokesman office ada congressman quill"}, // a name
		{"government opponents", ""},
		{"the police and the army", ""},
		{"a relative", ""},
		{"", ""},
	}
	for _, test := range tests {
		c := callingOf(test.source)
		got := strings.TrimSpace(strings.Join(append([]string{c.head, c.sort}, slices.Sorted(maps.Keys(c.of))...), " "))
		if got != test.want {
			t.Errorf("%q is called %q, want %q", test.source, got, test.want)
		}
	}
}

func TestAgrees(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"the Marrin police", "a spokesman for the police of Marrin", true},
		{"Quill Police Chief", "the police chief", true},
		{"the Marrinian government", "the government of Marrin", true},
		{"Marrin's official news agency NNA", "the official NNA news agency", true},
		{"the M.B. Geological Survey", "MBGS", true},
		{"the Harbour Herald", "HH", true},
		{"the Harbour Herald", "HHS", false},
		{"the Marrin GM", "the general manager", true},
		{"her lawyer", "the attorney", true},
		{"a Harbour police sergeant", "Harbour police", true},
		{"the police of Marrin", "the police of Quill", false},
		{"a Waitrose spokesman", "the Harbour Herald", false},
		{"a spokesman", "the Harbour Herald", false},
		{"a spokesman for the Harbour Herald", "the Harbour Herald", true},
		{"a Harbour report", "the report of the Harbour", true},
		{"the UN", "the United Nations", true},
	}
	for _, test := range tests {
		a, b := callingOf(test.a), callingOf(test.b)
		if got := a.head != "" && b.head != "" && a.agrees(&b); got != test.want {
			t.Errorf("%q (%+v) and %q (%+v): %v", test.a, a, test.b, b, got)
		}
	}
}

func TestHeads(t *testing.T) {
	tests := []struct {
		office, body string
		want         bool
	}{
		{"Harbour Police Chief Ada Quill", "Harbour police", true},
		{"the police chief", "the Harbour police", true},
		{"Harbour Police Chief Ada Quill", "the Marrin police", false},
		{"the fire chief", "Harbour police", false},
		{"the governor", "Harbour police", false},
	}
	for _, test := range tests {
		office, body := callingOf(test.office), callingOf(test.body)
		if got := office.heads(&body); got != test.want {
			t.Errorf("%q heads %q: %v", test.office, test.body, got)
		}
	}
}

func TestOutletIn(t *testing.T) {
	tests := []struct{ source, want string }{
		{"a report in the Harbour Herald", "harbour herald"},
		{"this Marrin Times story", "marrin times"},
		{"a study of the times", ""},
		{"The Herald", ""},
	}
	for _, test := range tests {
		if got := strings.TrimSpace(spaced(outletIn(callingWords(test.source)))); got != test.want {
			t.Errorf("%q: %q, want %q", test.source, got, test.want)
		}
	}
}

func TestNamedAlike(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"the Marrin Department of River Works", "a statement from the Marrin Department of River Works", true},
		{"the Marrin police", "police of Marrin", false},
		{"the Marrin Department of River Works", "the Marrin Department of Mines", false},
	}
	for _, test := range tests {
		a, b := callingOf(test.a), callingOf(test.b)
		if got := a.namedAlike(&b); got != test.want {
			t.Errorf("%q (%+v) and %q (%+v): %v", test.a, a, test.b, b, got)
		}
	}
}

func FuzzCalling(f *testing.F) {
	for _, s := range []string{"the Surrey police", "a", "spokesman for", ", of", "women", "ies"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c := callingOf(s); c.head != "" && c.sort == "" {
			t.Errorf("%q is called %q, of no sort", s, c.head)
		}
	})
}

func TestNamesakes(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Ada Quillan", "Ada Quillam", true},
		{"Ada Quillan", "Ada Quilan", true},
		{"Ada Quillan", "Ada Quillan", true},
		{"Ada Quillan", "Quillan", true},
		{"A. Quillan", "Ada Quillan", true},
		{"Catherine Quillan", "Katherine Quillan", true},
		{"Ada Quillan Jr.", "Ada B. Quillan", true},
		{"Sir Boris Quillan", "Quillan", true},
		{"Const. Ada Quillan", "Det. Quillan", true},
		{"Boris Quillan", "Ada Quillan", false},
		{"Ada Lee", "Ada Leo", false},
		{"Ada Quillan", "Ada Murren", false},
	}
	for _, test := range tests {
		if got := namesakes(test.a, test.b); got != test.want {
			t.Errorf("namesakes(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestRarity(t *testing.T) {
	if the, rare := rarity("the"), rarity("quillan"); the > 0.1 || rare < 5 {
		t.Errorf("rarity of the: %v, of a name nobody knows: %v", the, rare)
	}
}

func TestQuotations(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{`He said "not now" and left.`, []string{"not now"}},
		{"“One day,” she said, “or two.”", []string{"One day,", "or two."}},
		{"``Never'' , he said .", []string{"Never"}},
		{`A 6" pipe ` + strings.Repeat("and more ", 100) + `5" wide`, nil},
	}
	for _, test := range tests {
		var got []string
		for _, q := range quotations(test.text) {
			got = append(got, q.In(test.text))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q quotes %q, want %q", test.text, got, test.want)
		}
	}
}

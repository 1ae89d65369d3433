package seeds

import (
	"strings"
	"testing"
)

// TestReports checks that each fact of the invented reports leads to words that stand once
// in its report, and that its kind is one that is judged.
func TestReports(t *testing.T) {
	g, err := readReports()
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Facts {
		f := &g.Facts[i]
		body, err := reports.ReadFile("reports/" + f.Doc)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(body), f.Evidence); n != 1 {
			t.Errorf("%s: %q stands %d times, want once", f.Doc, f.Evidence, n)
		}
		if !strings.Contains(string(body), f.PartOf) {
			t.Errorf("%s: %q is part of %q, which is not there", f.Doc, f.Evidence, f.PartOf)
		}
		if f.Kind == "" || f.Modality != "" && statuses[f.Modality] == nil {
			t.Errorf("%s: %q: kind %q, modality %q", f.Doc, f.Evidence, f.Kind, f.Modality)
		}
	}
}

package incidents

import (
	"context"
	"os"
	"testing"

	"github.com/annals-project/annals/evaluate"
)

const data = "../../../shared"

// TestRun holds the sets of incidents to what is accepted above the baseline.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("reads three corpora")
	}
	if _, err := os.Stat(data + "/data/muc4"); err != nil {
		t.Skip("the corpora are not here: put them at ../shared/data")
	}
	r, err := run(context.Background(), evaluate.Env{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		t.Logf("%s %s %s: %.2f P %.2f R %.2f of %d", row.Set, row.Part, row.Measure, row.Value, row.P, row.R, row.N)
		if row.Value < row.Closes {
			t.Errorf("%s %s: %.2f, wants %.2f", row.Set, row.Part, row.Value, row.Closes)
		}
	}
	t.Log(r.Notes)
}

func TestSameKey(t *testing.T) {
	base := keyed{text: "A", date: "02 FEB 90", kind: "ATTACK", state: "GUATEMALA", towns: []string{"FLORES"}, names: []string{"URNG"}}
	change := func(f func(*keyed)) keyed { k := base; f(&k); return k }
	tests := []struct {
		name  string
		other keyed
		want  bool
	}{
		{"equal", base, true},
		{"no town", change(func(k *keyed) { k.towns = nil }), true},
		{"other town", change(func(k *keyed) { k.towns = []string{"LIMA"} }), false},
		{"other date", change(func(k *keyed) { k.date = "03 FEB 90" }), false},
		{"no date", change(func(k *keyed) { k.date = "-" }), false},
		{"other kind", change(func(k *keyed) { k.kind = "BOMBING" }), false},
		{"nobody in common", change(func(k *keyed) { k.names = []string{"EGP"} }), false},
	}
	for _, test := range tests {
		if got := base.same(&test.other); got != test.want {
			t.Errorf("%s: same %v, want %v", test.name, got, test.want)
		}
	}
}

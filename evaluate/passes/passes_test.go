package passes

import "testing"

func TestAgreement(t *testing.T) {
	first := map[string]string{"a": "shared", "b": "apart", "c": "shared"}
	tests := []struct {
		name   string
		second map[string]string
		want   string
	}{
		{"no second pass", nil, "No second pass of labelling yet; how far two would agree is not known."},
		{"one differs, one is unknown", map[string]string{"a": "shared", "b": "shared", "x": "apart"},
			"A second pass, blind to the first, labelled 2 of the 3 items: 1 alike (50.0 %), Krippendorff's alpha 0.00."},
		{"all alike and of one kind", map[string]string{"a": "shared", "c": "shared"},
			"A second pass, blind to the first, labelled 2 of the 3 items: 2 alike (100.0 %)."},
	}
	for _, test := range tests {
		if got := Agreement(first, test.second); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

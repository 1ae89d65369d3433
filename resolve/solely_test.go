package resolve

import "testing"

// TestToldBy holds from whom a report is whose sentences have these sources.
func TestToldBy(t *testing.T) {
	const report, brigade, mayor = outletOrigin + "r", actorOrigin + "brigade", actorOrigin + "mayor"
	tests := []struct {
		name      string
		sentences [][]string
		want      string
	}{
		{"a lead and what the brigade said", [][]string{{report}, {brigade}, {brigade}}, brigade},
		{"as much its own", [][]string{{report}, {report}, {brigade}, {brigade}}, ""},
		{"two sources", [][]string{{report}, {brigade}, {mayor}}, ""},
		{"one of them more", [][]string{{report}, {brigade}, {brigade}, {brigade}, {mayor}}, brigade},
		{"both in most sentences", [][]string{{report}, {brigade}, {brigade, mayor}, {brigade, mayor}}, brigade},
		{"one sentence", [][]string{{brigade, report}}, ""},
		{"nobody", [][]string{{report}, {report}}, ""},
		{"nothing", nil, ""},
	}
	for _, test := range tests {
		told := newTold()
		for i, keys := range test.sentences {
			for _, key := range keys {
				told.add(sentenceAt{0, i}, key)
			}
		}
		if got := told.source(); got != test.want {
			t.Errorf("%s: from %q, want %q", test.name, got, test.want)
		}
	}
}

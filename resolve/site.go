package resolve

import (
	"strings"

	"github.com/annals-project/annals"
)

// addSite takes the facility without a name that an event hit, else the only one
// that its sentence tells of.
func (t *telling) addSite(reading *annals.Reading, e *annals.Event) {
	if t.site != "" {
		return
	}
	for _, a := range e.Arguments {
		if m := &reading.Mentions[a.Mention-1]; a.Role == annals.Target && unnamedFacility(m) {
			t.site = nameKey(m.Text)
			return
		}
	}
	only := ""
	for i := range reading.Mentions {
		m := &reading.Mentions[i]
		if !unnamedFacility(m) || !oneSentence(reading, m.Span, e.Trigger) {
			continue
		}
		key := nameKey(m.Text)
		if only != "" && !oneSite(only, key) {
			return
		}
		only = key
	}
	t.site = only
}

func unnamedFacility(m *annals.Mention) bool {
	return m.Kind == annals.Facility && m.Form == annals.Nominal
}

func oneSentence(reading *annals.Reading, a, b annals.Span) bool {
	for _, s := range reading.Sentences {
		if s.Contains(a) {
			return s.Contains(b)
		}
	}
	return false
}

// oneSite says whether two name keys may be of one facility: "market" and
// "vegetable market".
func oneSite(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

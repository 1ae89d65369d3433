package lemma

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ written, upos, xpos, want string }{
		{"Soldiers", "NOUN", "NNS", "soldier"},
		{"gunmen", "NOUN", "NNS", "gunman"},
		{"bodies", "NOUN", "NNS", "body"},
		{"series", "NOUN", "NNS", "series"},
		{"went", "VERB", "VBD", "go"},
		{"killed", "VERB", "VBN", "kill"},
		{"raided", "VERB", "VBD", "raid"},
		{"seizing", "VERB", "VBG", "seize"},
		{"planning", "VERB", "VBG", "plan"},
		{"denies", "VERB", "VBZ", "deny"},
		{"'s", "AUX", "VBZ", "be"},
		{"n't", "PART", "RB", "not"},
		{"better", "ADJ", "JJR", "good"},
		{"better", "ADV", "RBR", "well"},
		{"Americans", "PROPN", "NNPS", "American"},
		{"Kabul", "PROPN", "NNP", "Kabul"},
	} {
		if got := Of(strings.ToLower(c.written), c.written, c.upos, c.xpos); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.written, c.xpos, got, c.want)
		}
	}
}

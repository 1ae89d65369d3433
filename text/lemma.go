package text

import "strings"

// lemma is the dictionary form of a word by the rules of English inflection.
func lemma(lower, form string, upos UPOS, xpos string) string {
	if upos == PROPN {
		return form
	}
	switch xpos {
	case "NNS":
		return strings.TrimSuffix(lower, "s")
	}
	return lower
}

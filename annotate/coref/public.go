package coref

import (
	_ "embed"
	"strings"

	"github.com/annals-project/annals/text"
)

//go:embed public.tsv
var publicTable string

// publicNouns reads the nouns of public roles.
func publicNouns() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(publicTable) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			out[word] = true
		}
	}
	return out
}

// heldInPublic says whether the role in tokens first ≤ i < last is one: by its
// last noun before any preposition, so that a minister's driver holds none.
func (x *reading) heldInPublic(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if x.t.Tokens[i].UPOS == text.ADP {
			last = i
			break
		}
	}
	k := &x.t.Tokens[last-1]
	return x.public[k.Norm] || x.public[strings.TrimSuffix(k.Norm, ".")]
}

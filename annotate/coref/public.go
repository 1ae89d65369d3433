package coref

import (
	_ "embed"
	"strings"

	"github.com/annals-project/annals/text"
)

//go:embed public.tsv
var publicTable string

// publicNouns reads the nouns of public roles, with what each is worth.
func publicNouns() map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(publicTable) {
		word, rank, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch {
		case word == "" || word[0] == '#':
		case rank != "":
			out[word] = rankRole
		default:
			out[word] = publicRole
		}
	}
	return out
}

// heldInPublic is what the role in tokens first ≤ i < last is worth as a public
// one, 0 when it is none: by its last noun before any preposition, so that a
// minister's driver holds none.
func (x *reading) heldInPublic(first, last int) int {
	for i := first + 1; i < last; i++ {
		if x.t.Tokens[i].UPOS == text.ADP {
			last = i
			break
		}
	}
	for last-1 > first && ranks[strings.TrimSuffix(x.t.Tokens[last-1].Norm, ".")] {
		last--
	}
	return x.public[strings.TrimSuffix(x.t.Tokens[last-1].Norm, ".")]
}

// ranks are titles that follow a role and say nothing of it: a police spokesman
// is one whether he is an officer or a sergeant.
var ranks = map[string]bool{"officer": true, "sergeant": true, "sgt": true, "corporal": true, "cpl": true, "detective": true, "det": true,
	"deputy": true, "agent": true, "trooper": true, "constable": true, "const": true, "dr": true, "mr": true, "mrs": true, "ms": true}

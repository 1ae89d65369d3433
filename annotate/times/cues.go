package times

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cues.tsv
var cuesTSV string

// cueSets is cues.tsv: the words of each set. It is read once and not changed.
var cueSets = sync.OnceValue(func() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for _, line := range strings.Split(cuesTSV, "\n") {
		name, words, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		sets[name] = map[string]bool{}
		for _, w := range strings.Fields(words) {
			sets[name][w] = true
		}
	}
	return sets
})

// isCue says whether a lower-case word is in a set of cues.tsv.
func isCue(set, word string) bool { return cueSets()[set][word] }

package resolve

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed rarity.tsv
var rarityTable string

// unlisted is how many of a thousand reports are taken to use a word that the
// table does not list: half of the least that it lists.
const unlisted = 5

// rarities are the rarities of the words of the table, which tells how many of a thousand
// reports use each. "annals train rarity" made it.
var rarities = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(rarityTable) {
		word, count, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(count, 64)
		if err != nil || n <= 0 {
			panic("rarity.tsv: " + line) // the table is part of the program; a test reads it
		}
		out[word] = math.Log(1000 / n)
	}
	return out
})

// unlistedRarity is that of a word that the table does not list.
var unlistedRarity = math.Log(1000.0 / unlisted)

// rarity is how much it tells that two reports share a word, in lower case: the
// logarithm of one over the share of reports that use it, from 0 to 5.3.
func rarity(word string) float64 {
	if r, listed := rarities()[word]; listed {
		return r
	}
	return unlistedRarity
}

package crossdoc

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/wordnet"
	"github.com/annals-project/annals/resolve/linkage"
)

// Settings of how reports on one topic are told apart, tuned on topics 1-29.
const (
	nameCounts  = 2    // a word with a capital counts as much as this many others
	leastHolds  = 2    // reports of a topic that a word must stand in to tell
	oneIncident = 0.12 // mean likeness from which two groups of reports are joined
)

// reportVectors weighs the words of the reports on one topic by how rare they
// are both there and at large, names more.
func reportVectors(docs []cat.Document, net *wordnet.Net, atLarge *rarity) []vector {
	here := newRarity(docs, net)
	out := make([]vector, len(docs))
	for i := range docs {
		v := vector{}
		for _, t := range docs[i].Tokens {
			first, size := utf8.DecodeRuneInString(t.Text)
			base := net.Base(t.Text)
			if here.in[base] < leastHolds || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
				continue
			}
			count := 1.0
			if unicode.IsUpper(first) && size < len(t.Text) {
				count = nameCounts
			}
			v[base] = max(v[base], count)
		}
		length := 0.0
		for w := range v {
			v[w] *= math.Sqrt(here.of(w) * atLarge.of(w))
			length += v[w] * v[w]
		}
		for w := range v {
			v[w] /= math.Sqrt(length + 1e-9)
		}
		out[i] = v
	}
	return out
}

// incidentsOf numbers the incidents that reports of a topic tell of.
func incidentsOf(reports []vector) []int {
	var pairs []linkage.Pair
	for i := range reports {
		for j := range i {
			pairs = append(pairs, linkage.Pair{A: j, B: i, Likeness: reports[j].cosine(reports[i])})
		}
	}
	out := make([]int, len(reports))
	for n, c := range linkage.Average(len(reports), pairs, oneIncident) {
		for _, i := range c {
			out[i] = n
		}
	}
	return out
}

package places

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/annals-project/annals/gazetteer"
)

//go:embed weights.tsv
var weightTable string

// class is what a candidate turns out to be.
type class uint8

// Classes.
const (
	notPlace class = iota // a person, a word
	within                // a place's name inside another name: "Kabul University"
	isPlace
	classes
)

// scores are figures for each class.
type scores [classes]float64

// weights are what each feature says for each class.
type weights map[string]*scores

// Weights of the classifier: trained on WikiGold, the Broad Twitter Corpus,
// WNUT17, re3d and GUM by package annotate/places/train.
var trained = sync.OnceValue(func() weights { return parseWeights(weightTable) })

// parseWeights reads rows of feature, and the weights of the classes.
func parseWeights(table string) weights {
	w := weights{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 1+int(classes) || strings.HasPrefix(line, "#") {
			continue
		}
		s := new(scores)
		for i := range s {
			s[i], _ = strconv.ParseFloat(f[i+1], 64)
		}
		w[f[0]] = s
	}
	return w
}

// classify gives the probability of each class of a candidate.
func (w weights) classify(p *page, g *gazetteer.Gazetteer, c *candidate, said evidence) scores {
	var sum scores
	p.features(g, c, said, func(name []byte) {
		if s, ok := w[string(name)]; ok {
			for i := range sum {
				sum[i] += s[i]
			}
		}
	})
	return sum.normalised()
}

// normalised turns sums into probabilities.
func (s scores) normalised() scores {
	top, total := max(s[0], s[1], s[2]), 0.0
	for i := range s {
		s[i] = math.Exp(s[i] - top)
		total += s[i]
	}
	for i := range s {
		s[i] /= total
	}
	return s
}

package train

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// How word vectors are learned: skip-grams with negative sampling (Mikolov et
// al. 2013) over a corpus of some two million words.
const (
	vectorWidth    = 64
	vectorEpochs   = 6
	vectorWindow   = 5
	vectorNegative = 5
	vectorRate     = 0.05
	vectorLeast    = 5    // rarer words get no vector
	vectorSample   = 3e-4 // share of a word above which it is read less often
	vectorPower    = 0.75 // of counts, for negatives
)

// Vectors learns a vector of vectorWidth for every word that the texts hold
// often enough. Digits count as 0. Vectors are scaled to a mean square of 1.
func Vectors(ctx context.Context, texts [][]string, progress io.Writer) (map[string][]float32, error) {
	v := newVocabulary(texts)
	in, out := make([]float32, len(v.words)*vectorWidth), make([]float32, len(v.words)*vectorWidth)
	rng := rand.New(rand.NewPCG(3, 5))
	for i := range in {
		in[i] = (rng.Float32() - .5) / vectorWidth
	}
	done, total := 0, v.total*vectorEpochs
	for epoch := range vectorEpochs {
		for _, t := range texts {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			rate := float32(vectorRate * max(1e-3, 1-float64(done)/float64(total)))
			ids := v.sample(t, rng)
			done += len(t)
			for i, w := range ids {
				reach := 1 + rng.IntN(vectorWindow)
				for j := max(0, i-reach); j < min(len(ids), i+reach+1); j++ {
					if j != i {
						pair(in, out, w, ids[j], v, rng, rate)
					}
				}
			}
		}
		fmt.Fprintf(progress, "vectors epoch %d of %d: %d words in the vocabulary, %d in the text\n", epoch+1, vectorEpochs, len(v.words), v.total)
	}
	vectors := make(map[string][]float32, len(v.words))
	for i, w := range v.words {
		vectors[w] = normal(in[i*vectorWidth:][:vectorWidth])
	}
	return vectors, nil
}

// vocabulary is the words of a corpus, the most frequent first.
type vocabulary struct {
	words  []string
	counts []int
	id     map[string]int
	total  int
	noise  []float64 // running sums of the counts' powers
}

func newVocabulary(texts [][]string) *vocabulary {
	counts := map[string]int{}
	v := &vocabulary{id: map[string]int{}}
	for _, t := range texts {
		for i, w := range t {
			t[i] = zeroDigits(w)
			counts[t[i]]++
			v.total++
		}
	}
	for w, n := range counts {
		if n >= vectorLeast {
			v.words = append(v.words, w)
		}
	}
	slices.SortFunc(v.words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	sum := 0.0
	for i, w := range v.words {
		v.id[w] = i
		v.counts = append(v.counts, counts[w])
		sum += math.Pow(float64(counts[w]), vectorPower)
		v.noise = append(v.noise, sum)
	}
	return v
}

func zeroDigits(w string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, w)
}

// sample is the known words of a text, frequent ones thinned out.
func (v *vocabulary) sample(t []string, rng *rand.Rand) []int {
	var ids []int
	for _, w := range t {
		id, ok := v.id[w]
		if !ok {
			continue
		}
		share := float64(v.counts[id]) / float64(v.total)
		if keep := math.Sqrt(vectorSample/share) + vectorSample/share; keep >= 1 || rng.Float64() < keep {
			ids = append(ids, id)
		}
	}
	return ids
}

// draw picks a word to contrast with.
func (v *vocabulary) draw(rng *rand.Rand) int {
	i, _ := slices.BinarySearch(v.noise, rng.Float64()*v.noise[len(v.noise)-1])
	return min(i, len(v.words)-1)
}

// pair learns that word and other stand near each other, and a few drawn ones
// do not.
func pair(in, out []float32, word, other int, v *vocabulary, rng *rand.Rand, rate float32) {
	x := in[word*vectorWidth:][:vectorWidth]
	var dx [vectorWidth]float32
	for k := range vectorNegative + 1 {
		target, label := other, float32(1)
		if k > 0 {
			if target, label = v.draw(rng), 0; target == other {
				continue
			}
		}
		y := out[target*vectorWidth:][:vectorWidth]
		dot := float32(0)
		for i := range x {
			dot += x[i] * y[i]
		}
		g := rate * (label - float32(1/(1+math.Exp(-float64(dot)))))
		for i := range y {
			dx[i] += g * y[i]
			y[i] += g * x[i]
		}
	}
	for i := range x {
		x[i] += dx[i]
	}
}

// normal scales a vector to a mean square of one.
func normal(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x * x)
	}
	scale := float32(math.Sqrt(float64(len(v)) / max(sum, 1e-12)))
	out := make([]float32, len(v))
	for i, x := range v {
		out[i] = x * scale
	}
	return out
}

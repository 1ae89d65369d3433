// Package scorer judges pairs of mentions of one sentence: hostile, allied, one
// by another name, or nothing. It is an averaged perceptron trained on re3d;
// what the rules say of a pair is one of its features.
package scorer

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/model/perceptron"
)

//go:embed scorer.bin
var weights []byte

// Class is what a pair is.
type Class int

// Classes of pairs.
const (
	None Class = iota
	Hostile
	Ally
	Alias
	Classes = 4
)

// Type is the relation of a class; "" for None.
func (c Class) Type() annals.RelationType {
	switch c {
	case Hostile:
		return annals.HostileTo
	case Ally:
		return annals.AllyOf
	case Alias:
		return annals.AliasOf
	}
	return ""
}

// Pair is two mentions of one sentence, A before B, with the head words.
type Pair struct {
	A, B         annals.Ref
	HeadA, HeadB int
}

// Default is the model that ships; nil when it was built without one.
var Default = sync.OnceValues(func() (*perceptron.Model, error) {
	if len(weights) == 0 {
		return nil, nil
	}
	m, _, err := perceptron.Decode(weights)
	if err != nil {
		return nil, fmt.Errorf("relations: the scorer's weights: %w", err)
	}
	return m, nil
})

// farthest is how many words may stand between the heads of a pair.
const farthest = 40

// Candidates are the pairs of mentions in each sentence that can be related:
// actors, and the places that stand for them.
func Candidates(v *pattern.View) []Pair {
	var out []Pair
	for _, s := range v.Text.Sentences {
		var heads []int
		for i := s.First; i < s.Last; i++ {
			if m := v.Headed(i); m != 0 && canBe(v.Mentions[m-1].Kind) {
				heads = append(heads, i)
			}
		}
		for k, a := range heads {
			for _, b := range heads[k+1:] {
				if b-a <= farthest && v.Headed(a) != v.Headed(b) {
					out = append(out, Pair{v.Headed(a), v.Headed(b), a, b})
				}
			}
		}
	}
	return out
}

func canBe(k annals.Kind) bool {
	switch k {
	case annals.Weapon, annals.Vehicle, annals.OtherKind:
		return false
	}
	return true
}

// Judge gives the best class of a pair but None, and by how much it beats None
// in units of the weights' scale.
func Judge(m *perceptron.Model, features []perceptron.Feature) (Class, int) {
	var scores [Classes]int32
	m.Score(features, scores[:])
	best := 1 + perceptron.Best(scores[1:])
	return Class(best), int(scores[best] - scores[None])
}

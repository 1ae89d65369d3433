package scorer

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/annals-project/annals/model/perceptron"
)

// Example is a pair with what it is.
type Example struct {
	Features []perceptron.Feature
	Class    Class
}

// Training: passes over the examples, the step, and the least weight kept.
// Found by cross-validation on re3d.
const (
	epochs   = 5
	step     = 0.06
	smallest = 2
)

// Scale is how many steps of a model's weights make one unit of log odds.
const Scale = 200

// Train fits a multinomial logistic regression, averaged over its steps, to the
// examples. The same examples give the same model.
func Train(examples []Example) *perceptron.Model {
	t := perceptron.NewTrainer(Classes)
	order := rand.New(rand.NewPCG(7, 7))
	scores := make([]float32, Classes)
	for range epochs {
		for _, i := range order.Perm(len(examples)) {
			e := &examples[i]
			t.Score(e.Features, scores)
			softmax(scores)
			for c := range scores {
				target := float32(0)
				if Class(c) == e.Class {
					target = 1
				}
				t.Update(e.Features, c, step*(target-scores[c]))
			}
			t.Step()
		}
	}
	return t.Model(Scale, smallest)
}

// softmax turns scores into probabilities.
func softmax(scores []float32) {
	top := slices.Max(scores)
	sum := float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

package neural

import "math"

// Adam is the optimiser of Kingma and Ba (2015) for a list of tensors.
type Adam struct {
	Rate, Beta1, Beta2 float64
	mean, square       [][]float32
	steps              int
}

// NewAdam makes an optimiser for tensors of the given values' shapes.
func NewAdam(values [][]float32, rate, beta1, beta2 float64) *Adam {
	a := &Adam{Rate: rate, Beta1: beta1, Beta2: beta2}
	for _, v := range values {
		a.mean = append(a.mean, make([]float32, len(v)))
		a.square = append(a.square, make([]float32, len(v)))
	}
	return a
}

// Steps is the number of steps begun.
func (a *Adam) Steps() int { return a.steps }

// Begin starts a step and gives its effective learning rate.
func (a *Adam) Begin() float32 {
	a.steps++
	return float32(a.Rate * math.Sqrt(1-math.Pow(a.Beta2, float64(a.steps))) / (1 - math.Pow(a.Beta1, float64(a.steps))))
}

// Update moves part of tensor number k, from element first on, against its
// gradient and clears the gradient.
func (a *Adam) Update(k, first int, value, grad []float32, rate float32) {
	b1, b2 := float32(a.Beta1), float32(a.Beta2)
	m, s := a.mean[k][first:][:len(value)], a.square[k][first:][:len(value)]
	grad = grad[:len(value)]
	for i, g := range grad {
		m[i] += (1 - b1) * (g - m[i])
		s[i] += (1 - b2) * (g*g - s[i])
		value[i] -= rate * m[i] / (float32(math.Sqrt(float64(s[i]))) + 1e-8)
		grad[i] = 0
	}
}

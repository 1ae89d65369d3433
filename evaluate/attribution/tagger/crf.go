// Package tagger labels the words of a passage as source, cue and content with
// a linear-chain conditional random field. It is trained and measured here and
// ships no weights: the texts it learns from may not all be learned from for
// release.
package tagger

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
)

// counterBits is the size of the table that counts features before training.
const counterBits = 26

// contexts is the number of contexts that have transition weights of their own.
const contexts = 8

// Sequence is one passage: the features of each word, a context for the step to
// it from the word before, and, for training, its labels.
type Sequence struct {
	Features [][]uint32
	Context  []uint8
	Labels   []uint8
}

// CRF is a linear-chain conditional random field over Labels.
type CRF struct {
	rows        map[uint32]uint32 // a feature's row
	weights     []float32         // rows of Labels
	keep        float64           // share of the features that training saw
	transitions steps
}

// Options of training.
type Options struct {
	Epochs  int
	Rate    float64 // AdaGrad step
	Least   int     // features seen fewer times are left out
	Noise   float64 // share of the features of a word that a step does not see
	Members int     // CRFs in the pool, at least one
}

// Tagger is a pool of CRFs whose scores are averaged. Each learned in another order,
// and with other features hidden by noise: so weak features are learned where strong
// ones, such as quotation marks, would explain them away.
type Tagger []*CRF

// Train fits a pool to the sequences.
func Train(sequences []Sequence, o Options) Tagger {
	out := make(Tagger, max(1, o.Members))
	var members sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range out {
		members.Go(func() {
			free <- struct{}{}
			out[i] = train(sequences, o, uint64(i))
			<-free
		})
	}
	members.Wait()
	return out
}

// trainer holds what training needs beside the weights.
type trainer struct {
	*CRF
	options           Options
	squares           []float32
	transitionSquares steps
	lattice
}

// train fits a CRF to the sequences by AdaGrad on the likelihood, in an order that
// depends on nothing but their number and the seed.
func train(sequences []Sequence, o Options, seed uint64) *CRF {
	m := &CRF{rows: choose(sequences, o.Least), keep: 1}
	m.weights = make([]float32, Labels*len(m.rows))
	t := &trainer{CRF: m, options: o, squares: make([]float32, len(m.weights))}
	compact := make([]Sequence, len(sequences))
	for i := range sequences {
		compact[i] = m.compact(&sequences[i])
	}
	chance := rand.New(rand.NewPCG(1+seed, 2))
	var seen Sequence
	for range o.Epochs {
		for _, i := range chance.Perm(len(compact)) {
			if len(compact[i].Features) > 0 {
				seen.thin(&compact[i], o.Noise, chance)
				t.step(&seen)
			}
		}
	}
	m.keep = 1 - o.Noise
	return m
}

// choose gives a row to every feature that is seen often enough.
func choose(sequences []Sequence, least int) map[uint32]uint32 {
	seen := make([]uint8, 1<<counterBits)
	each := func(do func(uint32)) {
		for i := range sequences {
			for _, features := range sequences[i].Features {
				for _, f := range features {
					do(f)
				}
			}
		}
	}
	each(func(f uint32) {
		if c := &seen[f>>(32-counterBits)]; *c < math.MaxUint8 {
			*c++
		}
	})
	rows := map[uint32]uint32{}
	each(func(f uint32) {
		if int(seen[f>>(32-counterBits)]) < least {
			return
		}
		if _, ok := rows[f]; !ok {
			rows[f] = uint32(len(rows))
		}
	})
	return rows
}

// thin makes s a copy of a passage in which each feature is missing with the chance of noise.
func (s *Sequence) thin(of *Sequence, noise float64, chance *rand.Rand) {
	s.Context, s.Labels = of.Context, of.Labels
	if noise == 0 {
		s.Features = of.Features
		return
	}
	for len(s.Features) < len(of.Features) {
		s.Features = append(s.Features, nil)
	}
	s.Features = s.Features[:len(of.Features)]
	for i, features := range of.Features {
		s.Features[i] = s.Features[i][:0]
		for _, f := range features {
			if chance.Float64() >= noise {
				s.Features[i] = append(s.Features[i], f)
			}
		}
	}
}

// compact is a sequence with the rows of its features in their place.
func (m *CRF) compact(s *Sequence) Sequence {
	out := Sequence{Features: make([][]uint32, len(s.Features)), Context: s.Context, Labels: s.Labels}
	for i, features := range s.Features {
		rows := make([]uint32, 0, len(features))
		for _, f := range features {
			if row, ok := m.rows[f]; ok {
				rows = append(rows, row)
			}
		}
		out.Features[i] = rows
	}
	return out
}

func (m *CRF) scores(s *Sequence, emit [][Labels]float64) [][Labels]float64 {
	emit = emit[:0]
	for _, features := range s.Features {
		var sum [Labels]float64
		for _, f := range features {
			row := m.weights[int(f)*Labels:][:Labels]
			for y, w := range row {
				sum[y] += float64(w)
			}
		}
		for y := range sum {
			sum[y] *= m.keep
		}
		emit = append(emit, sum)
	}
	return emit
}

// step moves the weights along the gradient of one passage's log likelihood.
func (t *trainer) step(s *Sequence) {
	t.emit = t.scores(s, t.emit)
	t.sum(s.Context, &t.transitions)
	for i := range t.emit {
		var gradient [Labels]float64
		for y := range Labels {
			gradient[y] = -math.Exp(t.alpha[i][y] + t.beta[i][y] - t.z)
		}
		gradient[s.Labels[i]]++
		t.update(s.Features[i], &gradient)
		if i > 0 {
			t.updateTransitions(s, i)
		}
	}
}

func (t *trainer) update(features []uint32, gradient *[Labels]float64) {
	rate := float32(t.options.Rate)
	var g [Labels]float32
	for y, v := range gradient {
		if math.Abs(v) > 1e-3 {
			g[y] = float32(v)
		}
	}
	for _, f := range features {
		row, squares := t.weights[int(f)*Labels:][:Labels], t.squares[int(f)*Labels:][:Labels]
		for y, v := range g {
			if v == 0 {
				continue
			}
			squares[y] += v * v
			row[y] += rate * v / float32(math.Sqrt(float64(squares[y])+1e-6))
		}
	}
}

func (t *trainer) updateTransitions(s *Sequence, i int) {
	c := s.Context[i]
	for x := range Labels {
		for y := range Labels {
			if allowed[x][y] < 0 {
				continue
			}
			g := -math.Exp(t.alpha[i-1][x] + t.transitions[c][x][y] + t.emit[i][y] + t.beta[i][y] - t.z)
			if uint8(x) == s.Labels[i-1] && uint8(y) == s.Labels[i] {
				g++
			}
			if math.Abs(g) < 1e-4 {
				continue
			}
			t.transitionSquares[c][x][y] += g * g
			t.transitions[c][x][y] += t.options.Rate * g / math.Sqrt(t.transitionSquares[c][x][y]+1e-6)
		}
	}
}

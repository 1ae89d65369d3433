// Package syntax says of each word of a sentence what part of speech it is and
// which word governs it. One small recurrent network, trained on UD English EWT
// and GUM, does all of it at once: it scores tags, features, every possible arc
// and its relation; the best tree is taken.
package syntax

import "github.com/annals-project/annals/model/neural"

// Shape gives the sizes of a network.
type Shape struct {
	Features int // rows of the embedding; row 0 is the unknown word
	Hidden   int // of each direction of each layer; words are 2·Hidden wide
	Layers   int
	Tag      int // width of the tagger's own layer
	Arc      int // width of a word as governor and as dependent
	Rel      int // width of the relation scorer's own layer
	Tags     int // classes of UPOS and XPOS together
	Morphs   int // classes of features
	Deps     int // relations
}

// Net holds the weights. A second Net of the same shape holds their gradients
// while training.
type Net struct {
	Shape
	Embedding   neural.Matrix // Features × 2·Hidden
	Layer       []neural.Recurrent
	Project     neural.Matrix // 2·Hidden × Tag, Arc, Arc, Rel, Rel
	ProjectBias []float32
	TagOut      neural.Matrix // Tag × Tags
	TagBias     []float32
	MorphOut    neural.Matrix // Tag × Morphs
	MorphBias   []float32
	ArcOut      neural.Matrix // Arc × Arc
	ArcBias     []float32     // added to a dependent
	Root        []float32     // the root as governor, Arc wide
	RootRel     []float32     // the same for relations, Rel wide
	DepOut      neural.Matrix // Rel × Deps
	DepBias     []float32
}

// NewNet makes a network of zeros. Class counts are padded to whole lanes.
func NewNet(s Shape) *Net {
	n := &Net{Shape: s}
	pad := func(c int) int { return neural.Pad(c, neural.Lanes) }
	width := 2 * s.Hidden
	n.Embedding = neural.NewMatrix(s.Features, width)
	for range s.Layers {
		n.Layer = append(n.Layer, neural.NewRecurrent(s.Hidden))
	}
	n.Project = neural.NewMatrix(width, s.Tag+2*s.Arc+2*s.Rel)
	n.ProjectBias = make([]float32, n.Project.Cols)
	n.TagOut, n.TagBias = neural.NewMatrix(s.Tag, pad(s.Tags)), make([]float32, pad(s.Tags))
	n.MorphOut, n.MorphBias = neural.NewMatrix(s.Tag, pad(s.Morphs)), make([]float32, pad(s.Morphs))
	n.ArcOut, n.ArcBias = neural.NewMatrix(s.Arc, s.Arc), make([]float32, s.Arc)
	n.Root, n.RootRel = make([]float32, s.Arc), make([]float32, s.Rel)
	n.DepOut, n.DepBias = neural.NewMatrix(s.Rel, pad(s.Deps)), make([]float32, pad(s.Deps))
	return n
}

// Matrices are the matrices in the order of the file; the embedding is first.
func (n *Net) Matrices() []neural.Matrix {
	m := []neural.Matrix{n.Embedding}
	for _, l := range n.Layer {
		m = append(m, l.Weights)
	}
	return append(m, n.Project, n.TagOut, n.MorphOut, n.ArcOut, n.DepOut)
}

// Vectors are the biases and other vectors in the order of the file.
func (n *Net) Vectors() [][]float32 {
	var v [][]float32
	for _, l := range n.Layer {
		v = append(v, l.State, l.Bias)
	}
	return append(v, n.ProjectBias, n.TagBias, n.MorphBias, n.ArcBias, n.Root, n.RootRel, n.DepBias)
}

// The columns of the projection.
func (s *Shape) tagAt() int     { return 0 }
func (s *Shape) arcDepAt() int  { return s.Tag }
func (s *Shape) arcHeadAt() int { return s.Tag + s.Arc }
func (s *Shape) relDepAt() int  { return s.Tag + 2*s.Arc }
func (s *Shape) relHeadAt() int { return s.Tag + 2*s.Arc + s.Rel }

package train

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/annals-project/annals/model/neural"
	"github.com/annals-project/annals/model/syntax"
)

// How the network is trained.
const (
	networkEpochs  = 22
	networkBatch   = 300  // words
	networkRate    = 2e-3 // Adam's, falling to nothing in a straight line
	networkWarm    = 200  // batches over which the rate rises first
	networkClip    = 2    // longest gradient
	dropInput      = 0.15
	dropLayer      = 0.25
	dropWord       = 0.1 // share of words whose own row is left out,
	dropRare       = 0.4 // and the more, the rarer: dropRare/(1+count) on top
	dropVector     = 0.5 // of these, the share that loses its vector, too
	embeddingReach = 0.1 // the embedding starts between minus this and this
)

// networkShape is the size of the network; features and classes come with the
// data.
var networkShape = syntax.Shape{Hidden: 128, Layers: 3, Tag: 64, Arc: 64, Rel: 64}

// network is a training run.
type network struct {
	examples []example
	model    *syntax.Model
	net      *syntax.Net
	grad     *syntax.Net
	learner  *syntax.Learner
	seen     []int         // how often the treebanks hold each row of the embedding
	vectors  neural.Matrix // word vectors by row; they stay as they are
	project  neural.Matrix // from vectors to the embedding
	dProject neural.Matrix
	values   [][]float32 // all tensors, the embedding first
	grads    [][]float32
	adam     *neural.Adam
	rng      *rand.Rand

	batch   syntax.Batch
	gold    syntax.Gold
	given   neural.Matrix // the vectors of the batch
	hashes  []uint32
	masks   [][]float32
	touched map[int32]bool
	work    neural.Workspace
}

// Network trains the syntax network on the examples. The word vectors, when
// there are any, are folded into the embedding in the end.
func Network(ctx context.Context, examples []example, labels syntax.Labels, words *syntax.Classes, vectors map[string][]float32, shape syntax.Shape, epochs int, progress io.Writer) (*syntax.Model, error) {
	n := newNetwork(examples, labels, words, vectors, shape)
	batches := max(float64(epochs), float64(epochs*n.wordCount())/networkBatch)
	for epoch := range epochs {
		n.rng.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		var sum syntax.Losses
		for at := 0; at < len(examples); {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			at = n.fill(at)
			n.step(batches, &sum)
		}
		w := float64(sum.Words) / 100
		fmt.Fprintf(progress, "network epoch %d of %d: tags %.2f features %.2f arcs %.2f relations %.2f %% right under dropout\n", epoch+1, epochs,
			float64(sum.RightTags)/w, float64(sum.RightMorphs)/w, float64(sum.RightArcs)/w, float64(sum.RightDeps)/w)
	}
	n.fold()
	return n.model, nil
}

func newNetwork(examples []example, labels syntax.Labels, words *syntax.Classes, vectors map[string][]float32, shape syntax.Shape) *network {
	lexicon, seen := lexiconOf(examples, vectors, words)
	shape.Features = len(lexicon.Keys) + 1
	shape.Tags, shape.Morphs, shape.Deps = len(labels.UPOS), len(labels.Morphs), len(labels.Deps)
	n := &network{examples: examples, net: syntax.NewNet(shape), grad: syntax.NewNet(shape), seen: seen,
		rng: rand.New(rand.NewPCG(1, 7)), touched: map[int32]bool{}}
	n.model = syntax.NewModel(labels, n.net, lexicon)
	n.learner = syntax.NewLearner(n.net, n.grad)
	width := 2 * shape.Hidden
	n.vectors = neural.NewMatrix(neural.Pad(shape.Features, neural.Tile), vectorWidth)
	n.project, n.dProject = neural.NewMatrix(vectorWidth, width), neural.NewMatrix(vectorWidth, width)
	n.start()
	for w, v := range vectors {
		row := lexicon.Row(syntax.WordFeature(w))
		copy(n.vectors.Row(int(row)), v)
		if seen[row] < leastFeature {
			clear(n.net.Embedding.Row(int(row))) // never learned: the vector alone speaks
		}
	}
	n.tensors()
	return n
}

// start draws the first weights.
func (n *network) start() {
	draw := func(v []float32, reach float64) {
		for i := range v {
			v[i] = float32((n.rng.Float64()*2 - 1) * reach)
		}
	}
	for i, m := range n.net.Matrices() {
		switch {
		case i == 0:
			draw(m.Data, embeddingReach)
		case i <= n.net.Layers:
			draw(m.Data, math.Sqrt(3/float64(m.Rows)))
		default:
			draw(m.Data, math.Sqrt(6/float64(m.Rows+m.Cols)))
		}
	}
	draw(n.net.Root, embeddingReach)
	draw(n.net.RootRel, embeddingReach)
	draw(n.project.Data, embeddingReach/2)
}

// tensors lists all weights beside their gradients.
func (n *network) tensors() {
	matrices := n.grad.Matrices()
	for i, m := range n.net.Matrices() {
		n.values, n.grads = append(n.values, m.Data), append(n.grads, matrices[i].Data)
	}
	n.values = append(append(n.values, n.net.Vectors()...), n.project.Data)
	n.grads = append(append(n.grads, n.grad.Vectors()...), n.dProject.Data)
	n.adam = neural.NewAdam(n.values, networkRate, 0.9, 0.98)
}

func (n *network) wordCount() (words int) {
	for i := range n.examples {
		words += len(n.examples[i].forms)
	}
	return words
}

// fill makes the next batch from example number at on, and returns the number
// of the example after it.
func (n *network) fill(at int) int {
	b, g := &n.batch, &n.gold
	b.Reset()
	g.Tag, g.Morph, g.Dep, g.Head = g.Tag[:0], g.Morph[:0], g.Dep[:0], g.Head[:0]
	for ; at < len(n.examples) && b.Words() < networkBatch; at++ {
		e := damaged(&n.examples[at], n.rng)
		first := b.Words()
		n.model.Lexicon.Add(b, e.forms, &n.hashes)
		g.Tag, g.Morph, g.Dep = append(g.Tag, e.tag...), append(g.Morph, e.morph...), append(g.Dep, e.dep...)
		for _, h := range e.head {
			if h >= 0 {
				h += first
			}
			g.Head = append(g.Head, h)
		}
	}
	n.dropWords()
	n.drawMasks()
	return at
}

// dropWords makes some words unknown and sets the vectors of the others.
func (n *network) dropWords() {
	b := &n.batch
	n.given.Resize(neural.Pad(b.Words(), neural.Tile), vectorWidth)
	n.given.Zero()
	for i := range b.Words() {
		row := b.Rows[b.First[i]]
		if row == 0 {
			continue
		}
		drop := n.rng.Float64() < dropWord+dropRare/float64(1+n.seen[row])
		if drop {
			b.Rows[b.First[i]] = 0
		}
		if !drop || n.rng.Float64() >= dropVector {
			copy(n.given.Row(i), n.vectors.Row(int(row)))
		}
	}
	b.Extra.Resize(n.given.Rows, n.project.Cols)
	neural.Mul(b.Extra, n.given, n.project)
}

// drawMasks chooses which inputs of each layer each sentence goes without.
func (n *network) drawMasks() {
	width := 2 * n.net.Hidden
	n.masks = n.masks[:0]
	for l := range n.net.Layers + 1 {
		drop := dropLayer
		if l == 0 {
			drop = dropInput
		}
		m := make([]float32, len(n.batch.Sentences)*width)
		for j := range m {
			if n.rng.Float64() >= drop {
				m[j] = float32(1 / (1 - drop))
			}
		}
		n.masks = append(n.masks, m)
	}
}

// mask multiplies the inputs of a layer, or their gradient, with its mask.
func (n *network) mask(layer int, m neural.Matrix) {
	for k, s := range n.batch.Sentences {
		mask := n.masks[layer][k*m.Cols:][:m.Cols]
		for i := s.First; i < s.Last; i++ {
			row := m.Row(i)
			for j, f := range mask {
				row[j] *= f
			}
		}
	}
}

// step learns the batch; batches is the number of steps of the whole run.
func (n *network) step(batches float64, sum *syntax.Losses) {
	n.learner.Learn(&n.batch, &n.gold, n.mask, n.mask, sum)
	unused := neural.NewMatrix(n.given.Rows, vectorWidth)
	n.work.BackMul(n.given, n.project, n.learner.Input(), unused, n.dProject)
	n.clip()
	done := float64(n.adam.Steps())
	n.adam.Rate = networkRate * min(1, (done+1)/networkWarm) * max(0.01, 1-done/batches)
	rate := n.adam.Begin()
	clear(n.touched)
	width := n.net.Embedding.Cols
	for _, r := range n.batch.Rows {
		if !n.touched[r] {
			n.touched[r] = true
			n.adam.Update(0, int(r)*width, n.net.Embedding.Row(int(r)), n.grad.Embedding.Row(int(r)), rate)
		}
	}
	for k := 1; k < len(n.values); k++ {
		n.adam.Update(k, 0, n.values[k], n.grads[k], rate)
	}
}

// clip shortens the gradient of all but the embedding where it is too long.
func (n *network) clip() {
	var square float64
	for _, g := range n.grads[1:] {
		for _, x := range g {
			square += float64(x * x)
		}
	}
	if length := math.Sqrt(square); length > networkClip {
		f := float32(networkClip / length)
		for _, g := range n.grads[1:] {
			for i := range g {
				g[i] *= f
			}
		}
	}
}

// fold adds the projected vectors to the embedding; reading needs no others.
func (n *network) fold() {
	sum := neural.NewMatrix(n.vectors.Rows, n.project.Cols)
	neural.Mul(sum, n.vectors, n.project)
	e := n.net.Embedding
	neural.Add(e.Data, slices.Clip(sum.Data[:len(e.Data)]))
}

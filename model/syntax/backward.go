package syntax

import (
	"math"

	"github.com/annals-project/annals/model/neural"
)

// Gold is what the words of a batch should come out as.
type Gold struct {
	Tag, Morph, Dep []int // -1 where unknown: not learned from
	Head            []int // index in the batch; -1 for the root
}

// Losses sums the losses of a batch, in nats, and counts what was right.
type Losses struct {
	Tag, Morph, Arc, Dep                                float64
	Words, RightTags, RightMorphs, RightArcs, RightDeps int
}

// Learner computes gradients.
type Learner struct {
	net, grad                               *Net
	acts                                    Activations
	dHeads                                  neural.Matrix
	dIn                                     [2]neural.Matrix
	input                                   *neural.Matrix
	arcs                                    Arcs
	work                                    neural.Workspace
	layer, tags, morphs, joint, deps, small neural.Matrix
}

// NewLearner prepares to learn net; gradients add up in grad.
func NewLearner(net, grad *Net) *Learner { return &Learner{net: net, grad: grad} }

// Learn adds the gradient of the mean loss a word of the batch. mask drops
// parts of each layer's input out; it is given the layer and its input, and
// unmask the same with the gradient.
func (l *Learner) Learn(b *Batch, gold *Gold, mask, unmask func(int, neural.Matrix), sum *Losses) {
	n, a := l.net, &l.acts
	n.Encode(b, a, mask)
	l.dHeads.Resize(a.Heads.Rows, a.Heads.Cols)
	l.dHeads.Zero()
	scale := 1 / float32(b.Words())
	l.learnTags(gold, b.Words(), scale, sum)
	l.learnRelations(gold, b.Words(), scale, sum)
	for _, s := range b.Sentences {
		l.learnArcs(gold, s, scale, sum)
	}
	sum.Words += b.Words()
	for i := range b.Words() {
		row, d := a.Heads.Row(i)[:n.relDepAt()], l.dHeads.Row(i)
		for j, v := range row {
			if v <= 0 {
				d[j] = 0
			}
		}
		neural.Add(l.grad.ProjectBias, d)
	}
	l.encoder(b, unmask)
}

// softmax turns the first classes of scores into the gradient of the cross
// entropy with gold, times scale; it returns the loss and whether gold won.
func softmax(scores []float32, classes, gold int, scale float32) (loss float64, right bool) {
	best := 0
	for i, s := range scores[:classes] {
		if s > scores[best] {
			best = i
		}
	}
	high, sum := scores[best], float32(0)
	score := scores[gold]
	for i, s := range scores[:classes] {
		e := float32(math.Exp(float64(s - high)))
		scores[i] = e
		sum += e
	}
	for i := range scores[:classes] {
		scores[i] *= scale / sum
	}
	scores[gold] -= scale
	clear(scores[classes:])
	return math.Log(float64(sum)) - float64(score-high), best == gold
}

// learn turns a score matrix into its gradient.
func learn(scores neural.Matrix, classes int, gold []int, scale float32) (loss float64, right int) {
	for i := range scores.Rows {
		if i >= len(gold) || gold[i] < 0 {
			clear(scores.Row(i))
			continue
		}
		one, ok := softmax(scores.Row(i), classes, gold[i], scale)
		loss += one
		if ok {
			right++
		}
	}
	return loss, right
}

func (l *Learner) learnTags(gold *Gold, words int, scale float32, sum *Losses) {
	n := l.net
	n.ScoreTags(&l.acts, &l.layer, &l.tags, &l.morphs)
	loss, right := learn(l.tags, n.Tags, gold.Tag[:words], scale)
	sum.Tag, sum.RightTags = sum.Tag+loss, sum.RightTags+right
	loss, right = learn(l.morphs, n.Morphs, gold.Morph[:words], scale)
	sum.Morph, sum.RightMorphs = sum.Morph+loss, sum.RightMorphs+right
	l.small.Resize(l.layer.Rows, n.Tag)
	l.small.Zero()
	l.work.BackMul(l.layer, n.TagOut, l.tags, l.small, l.grad.TagOut)
	l.work.BackMul(l.layer, n.MorphOut, l.morphs, l.small, l.grad.MorphOut)
	for i := range words {
		neural.Add(l.grad.TagBias, l.tags.Row(i))
		neural.Add(l.grad.MorphBias, l.morphs.Row(i))
		neural.Add(l.dHeads.Row(i)[n.tagAt():][:n.Tag], l.small.Row(i))
	}
}

func (l *Learner) learnRelations(gold *Gold, words int, scale float32, sum *Losses) {
	n := l.net
	n.ScoreRelations(&l.acts, gold.Head[:words], &l.joint, &l.deps)
	loss, right := learn(l.deps, n.Deps, gold.Dep[:words], scale)
	sum.Dep, sum.RightDeps = sum.Dep+loss, sum.RightDeps+right
	l.small.Resize(l.joint.Rows, n.Rel)
	l.small.Zero()
	l.work.BackMul(l.joint, n.DepOut, l.deps, l.small, l.grad.DepOut)
	for i := range words {
		neural.Add(l.grad.DepBias, l.deps.Row(i))
		d, on := l.small.Row(i), l.joint.Row(i)
		for j := range d {
			if on[j] <= 0 {
				d[j] = 0
			}
		}
		neural.Add(l.dHeads.Row(i)[n.relDepAt():][:n.Rel], d)
		if h := gold.Head[i]; h >= 0 {
			neural.Add(l.dHeads.Row(h)[n.relHeadAt():][:n.Rel], d)
		} else {
			neural.Add(l.grad.RootRel, d)
		}
	}
}

func (l *Learner) learnArcs(gold *Gold, s neural.Span, scale float32, sum *Losses) {
	n, words, arcs := l.net, s.Last-s.First, &l.arcs
	n.ScoreArcs(&l.acts, s, arcs)
	heads := make([]int, words)
	for i := range heads {
		if h := gold.Head[s.First+i]; h >= 0 {
			heads[i] = h - s.First
		} else {
			heads[i] = words
		}
	}
	for i := range words {
		arcs.Scores.Row(i)[i] = -1e9 // no word governs itself
	}
	loss, right := learn(arcs.Scores, words+1, heads, scale)
	sum.Arc, sum.RightArcs = sum.Arc+loss, sum.RightArcs+right
	// Scores = Dep·Turned, Turned = Head', Head = raw·ArcOut.
	dDep, dTurned := neural.NewMatrix(arcs.Dep.Rows, n.Arc), neural.NewMatrix(n.Arc, arcs.Turned.Cols)
	l.work.BackMul(arcs.Dep, arcs.Turned, arcs.Scores, dDep, dTurned)
	dHead := neural.NewMatrix(arcs.Turned.Cols, n.Arc)
	neural.Transpose(dHead, dTurned)
	neural.Add(l.grad.Root, dHead.Row(words))
	clear(dHead.Row(words))
	dHead = neural.Matrix{Rows: arcs.raw.Rows, Cols: n.Arc, Data: dHead.Data[:arcs.raw.Rows*n.Arc]}
	dRaw := neural.NewMatrix(arcs.raw.Rows, n.Arc)
	l.work.BackMul(arcs.raw, n.ArcOut, dHead, dRaw, l.grad.ArcOut)
	for i := range words {
		row := l.dHeads.Row(s.First + i)
		neural.Add(row[n.arcDepAt():][:n.Arc], dDep.Row(i))
		neural.Add(row[n.arcHeadAt():][:n.Arc], dRaw.Row(i))
		neural.Add(l.grad.ArcBias, dDep.Row(i))
	}
}

// Input is the gradient of the embedded words after Learn, a row a word.
func (l *Learner) Input() neural.Matrix { return *l.input }

// encoder carries the gradient back from the projection to the embedding.
func (l *Learner) encoder(b *Batch, unmask func(int, neural.Matrix)) {
	n, a := l.net, &l.acts
	width := 2 * n.Hidden
	d, other := &l.dIn[0], &l.dIn[1]
	d.Resize(a.Heads.Rows, width)
	d.Zero()
	l.work.BackMul(a.In[n.Layers], n.Project, l.dHeads, *d, l.grad.Project)
	for k := n.Layers - 1; k >= 0; k-- {
		if unmask != nil {
			unmask(k+1, *d)
		}
		other.Resize(a.Heads.Rows, width)
		n.Layer[k].Backward(a.In[k], a.Gates[k], a.States[k], *d, *other, b.Sentences, &l.grad.Layer[k], &l.work)
		d, other = other, d
	}
	if unmask != nil {
		unmask(0, *d)
	}
	l.input = d
	for i := range b.Words() {
		for _, r := range b.Rows[b.First[i]:b.First[i+1]] {
			neural.Add(l.grad.Embedding.Row(int(r)), d.Row(i))
		}
	}
}

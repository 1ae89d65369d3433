package syntax

import "github.com/annals-project/annals/model/neural"

// Batch is a run of sentences to be read together.
type Batch struct {
	Rows      []int32 // embedding rows of all words, one word after another
	First     []int32 // word i has Rows[First[i]:First[i+1]]
	Sentences []neural.Span
	Extra     neural.Matrix // added to the embedded words, while training; empty otherwise
}

// Words is the number of words in the batch.
func (b *Batch) Words() int { return len(b.First) - 1 }

// Reset empties the batch.
func (b *Batch) Reset() {
	b.Rows, b.First, b.Sentences = b.Rows[:0], append(b.First[:0], 0), b.Sentences[:0]
}

// Activations are what the network makes of a batch, a row a word.
type Activations struct {
	In     []neural.Matrix // In[l] goes into layer l; the last is the encoder's output
	Gates  []neural.Matrix
	States []neural.Matrix
	Masks  []neural.Matrix // what dropout multiplied In with; empty outside training
	Heads  neural.Matrix   // the projection
}

// Encode runs the encoder and the projection. mask, when not nil, is called on
// each layer's input for dropout.
func (n *Net) Encode(b *Batch, a *Activations, mask func(layer int, m neural.Matrix)) {
	rows, width := neural.Pad(b.Words(), neural.Tile), 2*n.Hidden
	for len(a.In) <= n.Layers {
		a.In = append(a.In, neural.Matrix{})
		a.Gates = append(a.Gates, neural.Matrix{})
		a.States = append(a.States, neural.Matrix{})
	}
	a.In[0].Resize(rows, width)
	n.embed(b, a.In[0])
	for l := range n.Layer {
		if mask != nil {
			mask(l, a.In[l])
		}
		a.In[l+1].Resize(rows, width)
		a.Gates[l].Resize(rows, 3*width)
		a.States[l].Resize(rows, width)
		n.Layer[l].Forward(a.In[l], a.In[l+1], a.Gates[l], a.States[l], b.Sentences)
		clear(a.In[l+1].Data[b.Words()*width:])
	}
	if mask != nil {
		mask(n.Layers, a.In[n.Layers])
	}
	a.Heads.Resize(rows, n.Project.Cols)
	neural.Mul(a.Heads, a.In[n.Layers], n.Project)
	for i := range b.Words() {
		row := a.Heads.Row(i)
		neural.Add(row, n.ProjectBias)
		relu(row[:n.relDepAt()])
	}
}

// embed sums the embedding rows of each word.
func (n *Net) embed(b *Batch, out neural.Matrix) {
	out.Zero()
	copy(out.Data, b.Extra.Data)
	for i := range b.Words() {
		row := out.Row(i)
		for _, r := range b.Rows[b.First[i]:b.First[i+1]] {
			neural.Add(row, n.Embedding.Row(int(r)))
		}
	}
}

func relu(v []float32) {
	for i, x := range v {
		if x < 0 {
			v[i] = 0
		}
	}
}

// Arcs holds the arc scores of one sentence and what they are made of.
type Arcs struct {
	Dep    neural.Matrix // dependents, padded rows
	Head   neural.Matrix // governors times ArcOut, the root last
	Turned neural.Matrix // Head transposed
	Scores neural.Matrix // row dependent, column governor; column len is the root
	raw    neural.Matrix // governors
}

// ScoreArcs fills arcs for the sentence s of a batch.
func (n *Net) ScoreArcs(a *Activations, s neural.Span, arcs *Arcs) {
	words := s.Last - s.First
	rows, cols := neural.Pad(words, neural.Tile), neural.Pad(words+1, neural.Lanes)
	arcs.Dep.Resize(rows, n.Arc)
	arcs.raw.Resize(rows, n.Arc)
	arcs.Dep.Zero()
	arcs.raw.Zero()
	for i := range words {
		row := a.Heads.Row(s.First + i)
		dep := arcs.Dep.Row(i)
		for j, v := range row[n.arcDepAt():][:n.Arc] {
			dep[j] = v + n.ArcBias[j]
		}
		copy(arcs.raw.Row(i), row[n.arcHeadAt():][:n.Arc])
	}
	arcs.Head.Resize(neural.Pad(words+1, neural.Tile), n.Arc)
	arcs.Head.Zero()
	neural.Mul(neural.Matrix{Rows: rows, Cols: n.Arc, Data: arcs.Head.Data[:rows*n.Arc]}, arcs.raw, n.ArcOut)
	copy(arcs.Head.Row(words), n.Root)
	arcs.Turned.Resize(n.Arc, cols)
	neural.Transpose(arcs.Turned, arcs.Head)
	arcs.Scores.Resize(rows, cols)
	neural.Mul(arcs.Scores, arcs.Dep, arcs.Turned)
}

// ScoreRelations fills scores, a row a word, with the relations of each word to
// its head (an index in the batch, or -1 for the root); joint is scratch.
func (n *Net) ScoreRelations(a *Activations, heads []int, joint, scores *neural.Matrix) {
	rows := neural.Pad(len(heads), neural.Tile)
	joint.Resize(rows, n.Rel)
	for i, h := range heads {
		out, dep, gov := joint.Row(i), a.Heads.Row(i)[n.relDepAt():][:n.Rel], n.RootRel
		if h >= 0 {
			gov = a.Heads.Row(h)[n.relHeadAt():][:n.Rel]
		}
		for j := range out {
			out[j] = max(0, dep[j]+gov[j])
		}
	}
	clear(joint.Data[len(heads)*n.Rel:])
	scores.Resize(rows, n.DepOut.Cols)
	neural.Mul(*scores, *joint, n.DepOut)
	scores.AddRow(n.DepBias)
}

// ScoreTags fills tags and morphs, a row a word; layer is scratch.
func (n *Net) ScoreTags(a *Activations, layer, tags, morphs *neural.Matrix) {
	layer.Resize(a.Heads.Rows, n.Tag)
	for i := range layer.Rows {
		copy(layer.Row(i), a.Heads.Row(i)[n.tagAt():][:n.Tag])
	}
	tags.Resize(layer.Rows, n.TagOut.Cols)
	neural.Mul(*tags, *layer, n.TagOut)
	tags.AddRow(n.TagBias)
	morphs.Resize(layer.Rows, n.MorphOut.Cols)
	neural.Mul(*morphs, *layer, n.MorphOut)
	morphs.AddRow(n.MorphBias)
}

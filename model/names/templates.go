package names

import (
	"math/bits"

	"github.com/annals-project/annals/text"
)

func fold(h, v uint64) uint64 {
	hi, lo := bits.Mul64(h^v, 0x9fb21c651e98df25)
	return hi ^ lo ^ v<<1
}

func mix1(template, a uint64) uint64 {
	return fold(template*0x9e3779b97f4a7c15+0x7f4a7c15, a)
}

func mix2(template, a, b uint64) uint64 { return fold(mix1(template, a), b) }

func mix3(template, a, b, c uint64) uint64 { return fold(mix2(template, a, b), c) }

// edge stands for the tokens before the first and after the last of a sentence.
var edge = attributes{norm: 1, form: 1, shape: 1}

func (x *extractor) at(i, first, last int) *attributes {
	if i < first || i >= last {
		return &edge
	}
	return &x.tokens[i]
}

// of makes the features of token i of a sentence of tokens first ≤ i < last.
// The slice is good until the next call.
func (x *extractor) of(t *text.Text, i, first, last int) []uint64 {
	a := &x.tokens[i]
	p, q := x.at(i-1, first, last), x.at(i-2, first, last)
	n, m := x.at(i+1, first, last), x.at(i+2, first, last)
	start := uint64(0)
	if i == first {
		start = 1
	}
	f := append(x.features[:0],
		mix1(0, 0),
		mix1(1, a.norm), mix1(2, p.norm), mix1(3, n.norm), mix1(4, q.norm), mix1(5, m.norm),
		mix2(6, p.norm, a.norm), mix2(7, a.norm, n.norm),
		mix1(8, a.form),
		mix2(9, a.shape, start), mix1(10, p.shape), mix1(11, n.shape),
		mix3(12, p.shape, a.shape, n.shape), mix2(13, p.norm, a.shape), mix2(14, n.norm, a.shape),
		mix2(15, p.norm, n.norm),
		mix2(16, uint64(a.elsewhere), a.shape),
	)
	for k := range 4 {
		if a.prefix[k] != 0 {
			f = append(f, mix1(20+uint64(k), a.prefix[k]))
		}
		if a.suffix[k] != 0 {
			f = append(f, mix1(24+uint64(k), a.suffix[k]))
		}
	}
	f = append(f, mix2(28, a.suffix[2], a.shape))
	for k := range clusterings {
		o := 30 + 8*uint64(k)
		f = append(f, mix1(o, uint64(a.cluster[k])), mix1(o+1, uint64(p.cluster[k])), mix1(o+2, uint64(n.cluster[k])),
			mix2(o+3, uint64(p.cluster[k]), uint64(a.cluster[k])), mix2(o+4, uint64(a.cluster[k]), uint64(n.cluster[k])),
			mix2(o+5, uint64(a.cluster[k]), a.shape))
	}
	f = append(f, mix1(64, uint64(m.cluster[0])), mix1(65, uint64(q.cluster[0])))
	f = listed(f, 70, a)
	f = listed(f, 71, p)
	f = listed(f, 72, n)
	f = append(f, mix2(73, uint64(a.gazetteer), a.shape), mix2(74, uint64(a.gazetteer), n.norm), mix2(75, uint64(a.gazetteer), p.norm))
	f = append(f, mix1(80, uint64(a.noun)), mix1(81, uint64(p.noun)), mix1(82, uint64(n.noun)), mix2(83, uint64(n.noun), a.shape),
		mix2(84, uint64(p.noun), a.shape))
	x.features = f
	return f
}

// listed adds a feature for each list the token is in, with its place in the name.
func listed(f []uint64, template uint64, a *attributes) []uint64 {
	for g, slot := a.gazetteer, uint64(0); g != 0; g, slot = g>>3, slot+1 {
		if g&7 != 0 {
			f = append(f, mix2(template, slot, uint64(g&7)))
		}
	}
	return f
}

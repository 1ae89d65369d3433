// Package coref measures document-level coreference on the GUM treebank.
package coref

// Clusters are entities, each a list of mentions named by any comparable key.
type Clusters[K comparable] [][]K

// Score is precision and recall as fractions: numerators and denominators, so
// that documents add up.
type Score struct{ PrecisionNum, PrecisionDen, RecallNum, RecallDen float64 }

// Add sums two scores.
func (s *Score) Add(o Score) {
	s.PrecisionNum += o.PrecisionNum
	s.PrecisionDen += o.PrecisionDen
	s.RecallNum += o.RecallNum
	s.RecallDen += o.RecallDen
}

// Precision is in percent.
func (s Score) Precision() float64 { return percent(s.PrecisionNum, s.PrecisionDen) }

// Recall is in percent.
func (s Score) Recall() float64 { return percent(s.RecallNum, s.RecallDen) }

// F1 is in percent.
func (s Score) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func percent(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return 100 * a / b
}

// MUC counts links (Vilain et al. 1995): an entity of n mentions has n-1, and
// misses one for each part the other side splits it in beyond the first.
func MUC[K comparable](gold, system Clusters[K]) Score {
	rn, rd := links(gold, system)
	pn, pd := links(system, gold)
	return Score{pn, pd, rn, rd}
}

func links[K comparable](a, b Clusters[K]) (num, den float64) {
	of := index(b)
	for _, c := range a {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if k, ok := of[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		num += float64(len(c) - len(parts) - alone)
		den += float64(len(c) - 1)
	}
	return num, den
}

// BCubed counts, for each mention, the share of its entity that the other side
// puts together with it (Bagga and Baldwin 1998).
func BCubed[K comparable](gold, system Clusters[K]) Score {
	rn, rd := shares(gold, system)
	pn, pd := shares(system, gold)
	return Score{pn, pd, rn, rd}
}

func shares[K comparable](a, b Clusters[K]) (num, den float64) {
	of := index(b)
	for _, c := range a {
		parts := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				parts[k]++
			}
		}
		for _, n := range parts {
			num += float64(n*n) / float64(len(c))
		}
		den += float64(len(c))
	}
	return num, den
}

// CEAFe aligns entities one to one so that their likeness 2|A∩B|/(|A|+|B|) is
// largest in sum (Luo 2005).
func CEAFe[K comparable](gold, system Clusters[K]) Score {
	likeness := make([][]float64, len(gold))
	of := index(system)
	for i, g := range gold {
		likeness[i] = make([]float64, len(system))
		for _, m := range g {
			if k, ok := of[m]; ok {
				likeness[i][k]++
			}
		}
		for k := range system {
			likeness[i][k] *= 2 / float64(len(g)+len(system[k]))
		}
	}
	sum := assignment(likeness)
	return Score{sum, float64(len(system)), sum, float64(len(gold))}
}

func index[K comparable](c Clusters[K]) map[K]int {
	of := map[K]int{}
	for i, list := range c {
		for _, m := range list {
			of[m] = i
		}
	}
	return of
}

// WithoutSingletons drops entities of one mention, as the CoNLL-2012 corpus has
// none.
func WithoutSingletons[K comparable](c Clusters[K]) Clusters[K] {
	var out Clusters[K]
	for _, list := range c {
		if len(list) > 1 {
			out = append(out, list)
		}
	}
	return out
}

// CoNLL is the three scores whose F1 the CoNLL average is the mean of (Pradhan
// et al. 2014, "Scoring coreference partitions of predicted mentions").
type CoNLL struct{ MUC, B3, CEAFe Score }

// AddDocument counts one document.
func AddDocument[K comparable](c *CoNLL, gold, system Clusters[K]) {
	c.MUC.Add(MUC(gold, system))
	c.B3.Add(BCubed(gold, system))
	c.CEAFe.Add(CEAFe(gold, system))
}

// Average is the CoNLL average in percent, with the mean precision and recall.
func (c *CoNLL) Average() (f1, p, r float64) {
	for _, s := range []Score{c.MUC, c.B3, c.CEAFe} {
		f1, p, r = f1+s.F1()/3, p+s.Precision()/3, r+s.Recall()/3
	}
	return f1, p, r
}

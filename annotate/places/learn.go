package places

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// Example is a text with the names in it, for training. Names that stand inside
// other names are left out of Names or given with the outer one; the innermost
// one that covers a candidate counts.
type Example struct {
	Text   string
	Places []annals.Span
	Names  []annals.Span // of organisations, works, nationalities: a place's name inside is none
	People []annals.Span
}

// label is the class an example gives a candidate; ok is false where it cuts
// across what is marked.
func (e *Example) label(c *candidate) (class, bool) {
	best, length, ok := notPlace, math.MaxInt, true
	for _, group := range []struct {
		class class
		spans []annals.Span
	}{{isPlace, e.Places}, {within, e.Names}, {notPlace, e.People}} {
		for _, s := range group.spans {
			switch {
			case s.Contains(c.Span) && s.Len() < length:
				best, length, ok = group.class, s.Len(), true
			case s.Overlaps(c.Span) && !s.Contains(c.Span) && length == math.MaxInt:
				ok = false
			}
		}
	}
	return best, ok
}

// sample is a candidate with its features and its class.
type sample struct {
	features []int32
	class    class
}

// Settings of training: passes over the samples, step, shrinkage, and how often
// a feature must be met. Chosen on the tuning parts of LGL and GeoVirus.
const (
	learnPasses  = 6
	learnRate    = 0.05
	learnShrink  = 2e-6
	learnMinSeen = 8
	learnSeed    = 7
)

// Learn trains the classifier by stochastic gradient descent with AdaGrad and
// gives its table of weights. Every text is also read in capitals, so that old
// wire copy is read by what remains there.
func Learn(g *gazetteer.Gazetteer, examples []Example) string {
	l := learner{names: map[string]int32{}}
	for i := range examples {
		l.read(g, &examples[i], false)
		l.read(g, &examples[i], true)
	}
	l.prune()
	return l.descend().table(l.list)
}

// learner gathers samples.
type learner struct {
	names   map[string]int32
	list    []string
	seen    []int
	samples []sample
}

// read adds the samples of one example. The byte offsets of the copy in
// capitals stay those of the text: only ASCII letters change.
func (l *learner) read(g *gazetteer.Gazetteer, e *Example, upper bool) {
	source := e.Text
	if upper {
		source = capitals(source)
	}
	p := newPage(source)
	p.upper = upper || p.upper
	all := p.candidates(g)
	said := p.gather(g, all)
	for i := range all {
		c := &all[i]
		class, ok := e.label(c)
		if class == within && !p.mayNameHome(c) {
			class = notPlace
		}
		if !ok || c.use == gazetteer.Adjective || c.use == gazetteer.Inhabitants {
			continue
		}
		s := sample{class: class}
		p.features(g, c, said[p.nameKey(c.first, c.last)], func(name []byte) {
			n, ok := l.names[string(name)]
			if !ok {
				n = int32(len(l.list))
				l.names[string(name)] = n
				l.list = append(l.list, string(name))
				l.seen = append(l.seen, 0)
			}
			l.seen[n]++
			s.features = append(s.features, n)
		})
		l.samples = append(l.samples, s)
	}
}

// mayNameHome says that a name inside an organisation's may be that of the place
// it belongs to: no plain word, and first, or after a preposition.
func (p *page) mayNameHome(c *candidate) bool {
	last := p.form(c.last - 1)
	if c.last-c.first == 1 && (lexicon().isWord(last) || lexicon().term(last) != 0) {
		return false
	}
	return c.first == c.run[0] || p.upper
}

func capitals(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

// prune drops the features met too seldom.
func (l *learner) prune() {
	for i := range l.samples {
		s := &l.samples[i]
		s.features = slices.DeleteFunc(s.features, func(f int32) bool { return l.seen[f] < learnMinSeen })
	}
}

// descent is the state of training.
type descent struct {
	weights, slopes []scores // slopes: sums of squared gradients
}

func (l *learner) descend() *descent {
	d := &descent{make([]scores, len(l.list)), make([]scores, len(l.list))}
	order := make([]int, len(l.samples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(learnSeed, 0))
	for range learnPasses {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			d.step(&l.samples[i])
		}
	}
	return d
}

func (d *descent) step(s *sample) {
	var sum scores
	for _, f := range s.features {
		for c := range sum {
			sum[c] += d.weights[f][c]
		}
	}
	p := sum.normalised()
	p[s.class]--
	for _, f := range s.features {
		for c := range p {
			g := p[c] + learnShrink*d.weights[f][c]
			d.slopes[f][c] += g * g
			d.weights[f][c] -= learnRate * g / math.Sqrt(d.slopes[f][c]+1e-8)
		}
	}
}

// minWeight is the least weight worth a row.
const minWeight = 0.05

// table writes the weights, features in the order of their names.
func (d *descent) table(names []string) string {
	var rows []string
	for f, w := range d.weights {
		if max(math.Abs(w[0]), math.Abs(w[1]), math.Abs(w[2])) >= minWeight {
			rows = append(rows, fmt.Sprintf("%s\t%.2f\t%.2f\t%.2f", names[f], w[0], w[1], w[2]))
		}
	}
	slices.Sort(rows)
	return "# What each feature says for: no place, a place's name inside another name, a place.\n" +
		"# Trained on WikiGold, BTC, WNUT17, re3d and GUM; made by annotate/places/train.\n" + strings.Join(rows, "\n") + "\n"
}

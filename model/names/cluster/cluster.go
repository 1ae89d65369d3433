// Package cluster sorts words into classes so that the class of a word tells
// as much as possible about the class of the next: words of a class stand in
// like places.
//
// Source: the exchange algorithm, Kneser and Ney 1993; Martin, Liermann and
// Ney 1998.
package cluster

import (
	"cmp"
	"math"
	"slices"
)

// Vocabulary is the words of a text and how often they follow each other.
type Vocabulary struct {
	Words []string // most frequent first
	count []int32
	right [][]pair // followers of a word
	left  [][]pair
}

type pair struct{ word, n int32 }

// Count reads a text, a list of words a sentence. Words rarer than atLeast, and
// the edges of sentences, are not followed.
func Count(sentences [][]string, atLeast int) *Vocabulary {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	v := &Vocabulary{}
	for w, n := range counts {
		if n >= atLeast {
			v.Words = append(v.Words, w)
		}
	}
	slices.SortFunc(v.Words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	index := make(map[string]int32, len(v.Words))
	for i, w := range v.Words {
		index[w] = int32(i)
		v.count = append(v.count, int32(counts[w]))
	}
	bigrams := map[[2]int32]int32{}
	for _, s := range sentences {
		last := int32(-1)
		for _, w := range s {
			i, ok := index[w]
			if !ok {
				i = -1
			}
			if last >= 0 && i >= 0 {
				bigrams[[2]int32{last, i}]++
			}
			last = i
		}
	}
	v.right, v.left = make([][]pair, len(v.Words)), make([][]pair, len(v.Words))
	for b, n := range bigrams {
		v.right[b[0]] = append(v.right[b[0]], pair{b[1], n})
		v.left[b[1]] = append(v.left[b[1]], pair{b[0], n})
	}
	for i := range v.Words {
		for _, list := range [][]pair{v.right[i], v.left[i]} {
			slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(a.word, b.word) })
		}
	}
	return v
}

// state is a partition with its counts.
type state struct {
	n      int
	class  []uint16
	joint  []int32 // class after class
	size   []int32 // occurrences of each class
	logs   []float64
	rights []int32 // of the word in hand, by class
	lefts  []int32
	rlist  []int32 // classes with rights > 0
	llist  []int32
}

// Exchange sorts the words into n classes: each word in turn moves to the class
// where it does most good, so many rounds over.
func (v *Vocabulary) Exchange(n, rounds int) []uint16 {
	s := &state{n: n, class: make([]uint16, len(v.Words)), joint: make([]int32, n*n), size: make([]int32, n),
		rights: make([]int32, n), lefts: make([]int32, n), logs: make([]float64, 1<<16)}
	for i := range s.logs {
		s.logs[i] = xlogx(float64(i))
	}
	for w := range v.Words {
		s.class[w] = uint16(min(w, n-1))
		if w >= n {
			s.class[w] = uint16(w % n)
		}
	}
	for w := range v.Words {
		s.size[s.class[w]] += v.count[w]
		for _, p := range v.right[w] {
			s.joint[int(s.class[w])*n+int(s.class[p.word])] += p.n
		}
	}
	for range rounds {
		moved := 0
		for w := range v.Words {
			if s.move(v, w) {
				moved++
			}
		}
		if moved*200 < len(v.Words) {
			break
		}
	}
	return s.class
}

func xlogx(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return x * math.Log(x)
}

func (s *state) f(x int32) float64 {
	if x < int32(len(s.logs)) {
		return s.logs[x]
	}
	return xlogx(float64(x))
}

// move takes a word out of its class and puts it into the best.
func (s *state) move(v *Vocabulary, w int) bool {
	old := int(s.class[w])
	self := s.gather(v, w)
	s.shift(old, -1, v.count[w], self)
	best, most := old, math.Inf(-1)
	for c := range s.n {
		if gain := s.gain(c, v.count[w], self); gain > most {
			best, most = c, gain
		}
	}
	s.shift(best, 1, v.count[w], self)
	s.class[w] = uint16(best)
	return best != old
}

// gather counts the classes around a word, and how often it follows itself.
func (s *state) gather(v *Vocabulary, w int) (self int32) {
	for _, c := range s.rlist {
		s.rights[c] = 0
	}
	for _, c := range s.llist {
		s.lefts[c] = 0
	}
	s.rlist, s.llist = s.rlist[:0], s.llist[:0]
	for _, p := range v.right[w] {
		if int(p.word) == w {
			self = p.n
			continue
		}
		c := int32(s.class[p.word])
		if s.rights[c] == 0 {
			s.rlist = append(s.rlist, c)
		}
		s.rights[c] += p.n
	}
	for _, p := range v.left[w] {
		if int(p.word) == w {
			continue
		}
		c := int32(s.class[p.word])
		if s.lefts[c] == 0 {
			s.llist = append(s.llist, c)
		}
		s.lefts[c] += p.n
	}
	return self
}

// gain is what the partition's worth grows by when the word in hand joins c.
func (s *state) gain(c int, count, self int32) float64 {
	g := 2 * (s.f(s.size[c]) - s.f(s.size[c]+count))
	row := s.joint[c*s.n : c*s.n+s.n]
	for _, d := range s.rlist {
		if int(d) != c {
			g += s.f(row[d]+s.rights[d]) - s.f(row[d])
		}
	}
	for _, d := range s.llist {
		if int(d) != c {
			j := s.joint[int(d)*s.n+c]
			g += s.f(j+s.lefts[d]) - s.f(j)
		}
	}
	return g + s.f(row[c]+s.rights[c]+s.lefts[c]+self) - s.f(row[c])
}

// shift adds the word in hand to class c, or with sign -1 takes it out.
func (s *state) shift(c int, sign, count, self int32) {
	s.size[c] += sign * count
	for _, d := range s.rlist {
		s.joint[c*s.n+int(d)] += sign * s.rights[d]
	}
	for _, d := range s.llist {
		s.joint[int(d)*s.n+c] += sign * s.lefts[d]
	}
	s.joint[c*s.n+c] += sign * self
}

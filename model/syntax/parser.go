package syntax

import "github.com/annals-project/annals/model/perceptron"

// Node is what the parser knows of a word.
type Node struct {
	Lower, Form uint64
	Tag, XPOS   uint64
}

// State is an arc-hybrid parser state over nodes 0..n-1; n is the root, which
// stands last in the buffer.
type State struct {
	Nodes        []Node
	Stack        []int
	Next         int
	Head         []int
	Dep          []int
	left1, left2 []int
	right1       []int
	right2       []int
	nl, nr       []int
}

// NewState starts a parse.
func NewState(nodes []Node) *State {
	n := len(nodes)
	s := &State{Nodes: nodes, Head: make([]int, n+1), Dep: make([]int, n+1), left1: make([]int, n+1), left2: make([]int, n+1), right1: make([]int, n+1), right2: make([]int, n+1), nl: make([]int, n+1), nr: make([]int, n+1)}
	for i := range s.Head {
		s.Head[i], s.left1[i], s.left2[i], s.right1[i], s.right2[i] = -1, -1, -1, -1, -1
	}
	return s
}

// The moves.
const (
	Shift = iota
	Left
	Right
)

func (s *State) Can(move int) bool {
	n := len(s.Nodes)
	switch move {
	case Shift:
		return s.Next < n
	case Left:
		return len(s.Stack) > 0 && (s.Next < n || len(s.Stack) == 1)
	}
	return len(s.Stack) > 1
}

func (s *State) Done() bool { return len(s.Stack) == 0 && s.Next == len(s.Nodes) }

func (s *State) link(h, d, dep int) {
	s.Head[d], s.Dep[d] = h, dep
	if d < h {
		s.left2[h], s.left1[h] = s.left1[h], d
		s.nl[h]++
	} else {
		s.right2[h], s.right1[h] = s.right1[h], d
		s.nr[h]++
	}
}

func (s *State) Do(move, dep int) {
	switch move {
	case Shift:
		s.Stack = append(s.Stack, s.Next)
		s.Next++
		return
	case Left:
		d := s.Stack[len(s.Stack)-1]
		s.Stack = s.Stack[:len(s.Stack)-1]
		s.link(s.Next, d, dep)
	case Right:
		d := s.Stack[len(s.Stack)-1]
		s.Stack = s.Stack[:len(s.Stack)-1]
		s.link(s.Stack[len(s.Stack)-1], d, dep)
	}
}

func (s *State) Features(f []perceptron.Feature) []perceptron.Feature {
	f = f[:0]
	node := func(i int) Node {
		switch {
		case i < 0:
			return Node{1, 1, 1, 1}
		case i == len(s.Nodes):
			return Node{2, 2, 2, 2}
		}
		return s.Nodes[i]
	}
	stack := func(k int) int {
		if len(s.Stack) > k {
			return s.Stack[len(s.Stack)-1-k]
		}
		return -1
	}
	buffer := func(k int) int {
		if s.Next+k <= len(s.Nodes) {
			return s.Next + k
		}
		return -1
	}
	get := func(a []int, i int) int {
		if i < 0 {
			return -1
		}
		return a[i]
	}
	dep := func(i int) uint64 {
		if i < 0 {
			return 999
		}
		return uint64(s.Dep[i])
	}
	add := func(t uint64, p ...uint64) { f = append(f, perceptron.Hash(100+t, p...)) }
	i0, i1, i2, j0, j1, j2 := stack(0), stack(1), stack(2), buffer(0), buffer(1), buffer(2)
	s0, s1, s2, b0, b1, b2 := node(i0), node(i1), node(i2), node(j0), node(j1), node(j2)
	sl, sr, tl, tr, bl := get(s.left1, i0), get(s.right1, i0), get(s.left1, i1), get(s.right1, i1), get(s.left1, j0)
	sl2, sr2, bl2 := get(s.left2, i0), get(s.right2, i0), get(s.left2, j0)
	nsl, nsr, nbl := node(sl), node(sr), node(bl)
	dist := uint64(10)
	if i0 >= 0 {
		dist = uint64(min(j0-i0, 6))
	}
	ns, nr, nb := uint64(0), uint64(0), uint64(0)
	if i0 >= 0 {
		ns, nr = uint64(min(s.nl[i0], 3)), uint64(min(s.nr[i0], 3))
	}
	if j0 >= 0 {
		nb = uint64(min(s.nl[j0], 3))
	}
	add(0)
	for k, n := range [...]Node{s0, s1, s2, b0, b1, b2} {
		t := uint64(k * 6)
		add(t+1, n.Lower)
		add(t+2, n.Tag)
		add(t+3, n.XPOS)
		add(t+4, n.Lower, n.XPOS)
	}
	add(40, s0.Lower, b0.Lower)
	add(41, s0.Lower, s0.XPOS, b0.XPOS)
	add(42, s0.XPOS, b0.Lower, b0.XPOS)
	add(43, s0.XPOS, b0.XPOS)
	add(44, s0.Lower, s0.XPOS, b0.Lower, b0.XPOS)
	add(45, s1.XPOS, s0.XPOS)
	add(46, s1.Lower, s0.Lower)
	add(47, s1.XPOS, s0.Lower)
	add(48, s1.Lower, s0.XPOS)
	add(49, s0.XPOS, b0.XPOS, b1.XPOS)
	add(50, s1.XPOS, s0.XPOS, b0.XPOS)
	add(51, b0.XPOS, b1.XPOS, b2.XPOS)
	add(52, s2.XPOS, s1.XPOS, s0.XPOS)
	add(53, s0.XPOS, nsl.XPOS, b0.XPOS)
	add(54, s0.XPOS, nsr.XPOS, b0.XPOS)
	add(55, s0.XPOS, b0.XPOS, nbl.XPOS)
	add(56, s1.XPOS, s0.XPOS, nsr.XPOS)
	add(57, s1.XPOS, s0.XPOS, node(tr).XPOS)
	add(58, s0.XPOS, dep(sl), dep(sr))
	add(59, s0.Lower, dep(sl), dep(sr))
	add(60, b0.XPOS, dep(bl), s0.XPOS)
	add(61, b0.Lower, dep(bl))
	add(62, s1.XPOS, dep(tl), dep(tr))
	add(63, s1.Lower, dep(tr), s0.XPOS)
	add(64, s0.XPOS, b0.XPOS, dist)
	add(65, s0.Lower, b0.Lower, dist)
	add(66, s0.XPOS, ns, nr)
	add(67, s0.Lower, ns, nr)
	add(68, b0.XPOS, nb)
	add(69, b0.Lower, nb, s0.XPOS)
	add(70, nsl.Lower, s0.XPOS)
	add(71, nsr.Lower, s0.XPOS)
	add(72, nbl.Lower, b0.XPOS)
	add(73, dep(sl), dep(sl2), s0.XPOS)
	add(74, dep(sr), dep(sr2), s0.XPOS)
	add(75, dep(bl), dep(bl2), b0.XPOS)
	add(76, s0.XPOS, b0.Lower, b1.XPOS)
	add(77, s0.Lower, b0.XPOS, b1.XPOS)
	add(78, s1.XPOS, s0.XPOS, b0.Lower)
	add(79, s1.Lower, s0.XPOS, b0.XPOS)
	add(80, s0.XPOS, b0.XPOS, s1.XPOS, b1.XPOS)
	add(81, s0.Lower, b1.Lower)
	add(82, s0.Tag, b0.Tag, s1.Tag, b1.Tag, s2.Tag)
	return f
}

// Costs sets for each move how many gold arcs it makes impossible.
func (s *State) Costs(gold []int) [3]int {
	var c [3]int
	n := len(s.Nodes)
	b := s.Next
	if len(s.Stack) > 0 {
		s0 := s.Stack[len(s.Stack)-1]
		s1 := -2
		if len(s.Stack) > 1 {
			s1 = s.Stack[len(s.Stack)-2]
		}
		// Left: s0's head b; loses head in s1 or later buffer, children in buffer
		if gold[s0] != b && (gold[s0] == s1 || gold[s0] > b) {
			c[Left]++
		}
		if gold[s0] != s1 && gold[s0] >= b {
			c[Right]++
		}
		for k := b; k < n; k++ {
			if gold[k] == s0 {
				c[Left]++
				c[Right]++
			}
		}
	}
	if b < n {
		for i, k := range s.Stack {
			if gold[k] == b {
				c[Shift]++
			}
			if gold[b] == k && i < len(s.Stack)-1 {
				c[Shift]++
			}
		}
	}
	return c
}

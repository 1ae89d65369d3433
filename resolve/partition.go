package resolve

// partition is a partition of things of which some must stay apart: sets never
// grow to hold two that do, not even through thirds.
type partition struct {
	sets
	apart map[int]map[int]bool // by representative: those of the sets that it must not join
}

func newPartition(n int) *partition {
	return &partition{newSets(n), map[int]map[int]bool{}}
}

// forbidden says whether two things must stay apart.
func (p *partition) forbidden(i, j int) bool { return p.apart[p.find(i)][p.find(j)] }

// join makes two things one set; false when they must stay apart.
func (p *partition) join(i, j int) bool {
	i, j = p.find(i), p.find(j)
	if i == j {
		return true
	}
	if p.apart[i][j] {
		return false
	}
	kept, gone := min(i, j), max(i, j)
	for other := range p.apart[gone] {
		delete(p.apart[other], gone)
		p.part(kept, other)
	}
	delete(p.apart, gone)
	p.sets.join(i, j)
	return true
}

// forbid keeps two things apart from now on; false when they are one already.
func (p *partition) forbid(i, j int) bool {
	i, j = p.find(i), p.find(j)
	if i == j {
		return false
	}
	p.part(i, j)
	return true
}

func (p *partition) part(i, j int) {
	for _, side := range [][2]int{{i, j}, {j, i}} {
		if p.apart[side[0]] == nil {
			p.apart[side[0]] = map[int]bool{}
		}
		p.apart[side[0]][side[1]] = true
	}
}

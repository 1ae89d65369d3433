package coref

import "math/bits"

func mix(template, a, b, c uint64) uint64 {
	h := template*0x9e3779b97f4a7c15 + 0x7f4a7c15
	for _, v := range [3]uint64{a, b, c} {
		hi, lo := bits.Mul64(h^v, 0x9fb21c651e98df25)
		h = hi ^ lo ^ v<<1
	}
	return h
}

// bucket is a number on a rough scale.
func bucket(n int) uint64 {
	switch {
	case n < 4:
		return uint64(max(n, 0))
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

// anaphor is the two grains at which features see a mention: its form, and the
// pronoun or determiner it is.
func anaphor(a *Mention) (coarse, fine uint64) {
	coarse = uint64(a.Form)
	if a.Form == Pronoun {
		return coarse, a.Word
	}
	return coarse, uint64(a.Determiner)<<4 | 0x100
}

// Pair appends the features of mention a referring to entity e by way of its
// mention b; between is how many mentions stand between them, largest whether
// no entity has more mentions.
func Pair(f []uint64, a, b *Mention, e *Entity, between int, largest bool) []uint64 {
	coarse, fine := anaphor(a)
	d := bucket(a.Sentence - b.Sentence)
	both := func(template, x, y uint64) {
		f = append(f, mix(template, coarse, x, y), mix(template+100, fine, x, y))
	}
	kinds := uint64(a.Kind)<<8 | uint64(e.Kind)
	both(1, d, uint64(b.Form))
	both(2, bucket(between), flag(a.Sentence == b.Sentence))
	both(3, kinds, uint64(b.Form))
	both(4, uint64(a.Role)<<8|uint64(b.Role), flag(d == 0))
	both(5, uint64(a.Number)<<4|uint64(b.Number), kinds)
	both(6, uint64(b.Determiner), uint64(b.Form))
	both(7, bucket(e.Size), flag(e.Named))
	both(8, flag(largest), uint64(e.Kind))
	both(9, uint64(a.Class)<<8|uint64(b.Class), uint64(b.Form))
	both(10, nesting(a, b), uint64(b.Role))
	both(11, flag(a.Quoted)<<1|flag(b.Quoted), d)
	both(12, flag(a.Governor == b.At)<<1|flag(b.Governor == a.At), uint64(a.Role)<<8|uint64(b.Role))
	both(13, flag(a.Governor >= 0 && a.Governor == b.Governor), uint64(b.Role))
	if b.Form == Pronoun {
		both(14, b.Word, flag(a.Word == b.Word))
	} else {
		both(15, b.Head, 0)
	}
	if a.Form != Pronoun {
		head := headMatch(a, e)
		both(20, head, modifierMatch(a, b))
		both(21, head, d)
		both(22, head<<8|uint64(b.Form), uint64(a.Determiner)<<4|uint64(b.Determiner))
		f = append(f, mix(23, a.Head, b.Head, 0), mix(24, a.Head, uint64(e.Kind), uint64(b.Form)), mix(25, flag(a.Word == b.Word), head, modifierMatch(a, b)),
			mix(26, a.Head, head, modifierMatch(a, b)))
	} else {
		f = append(f, mix(27, a.Word, a.Predicate, uint64(e.Kind)), mix(28, a.Word, uint64(e.Kind), uint64(b.Class)))
	}
	return f
}

// New appends the features of mention a referring to something not yet spoken
// of; heads is how many entities before it have its head.
func New(f []uint64, a *Mention, heads int, first bool) []uint64 {
	coarse, fine := anaphor(a)
	both := func(template, x, y uint64) {
		f = append(f, mix(template, coarse, x, y), mix(template+100, fine, x, y))
	}
	both(200, 0, 0)
	both(201, uint64(a.Kind), uint64(a.Number))
	both(202, uint64(a.Class), uint64(a.Role))
	both(203, bucket(heads), bucket(len(a.Modifiers)))
	both(204, bucket(a.Last-a.First), flag(first))
	both(205, flag(a.Quoted), 0)
	if a.Form != Pronoun {
		f = append(f, mix(206, a.Head, bucket(heads), 0), mix(207, a.Head, uint64(a.Determiner), 0), mix(208, a.Head, bucket(len(a.Modifiers)), 0))
	} else {
		f = append(f, mix(209, a.Word, a.Predicate, 0))
	}
	return f
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func nesting(a, b *Mention) uint64 {
	switch {
	case b.First <= a.First && a.Last <= b.Last:
		return 1
	case a.First <= b.First && b.Last <= a.Last:
		return 2
	case b.Last == a.First:
		return 3
	}
	return 0
}

// headMatch is whether the entity has been called by the mention's head: by its
// latest word, by one before, or not.
func headMatch(a *Mention, e *Entity) uint64 {
	for i := len(e.Heads) - 1; i >= 0; i-- {
		if e.Heads[i] == a.Head {
			if i == len(e.Heads)-1 {
				return 2
			}
			return 1
		}
	}
	return 0
}

// modifierMatch is how the modifiers of two mentions go together: 0 none, 1 all
// of a's are b's, 2 some, 3 they differ, 4 only b has some.
func modifierMatch(a, b *Mention) uint64 {
	if len(a.Modifiers) == 0 {
		if len(b.Modifiers) == 0 {
			return 0
		}
		return 4
	}
	shared := 0
	for _, m := range a.Modifiers {
		for _, n := range b.Modifiers {
			if m == n {
				shared++
				break
			}
		}
	}
	switch {
	case shared == len(a.Modifiers):
		return 1
	case shared > 0:
		return 2
	}
	return 3
}

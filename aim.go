package annals

// AimAt is where the aim with a number stands that counts through the aims of all
// entities of a reading, in their order, from 1: the entity, and its place there
// from 1. Zeros when there is no such aim.
func (r *Reading) AimAt(number Ref) (entity, aim Ref) {
	for i := range r.Entities {
		n := Ref(len(r.Entities[i].Aims))
		if number >= 1 && number <= n {
			return Ref(i + 1), number
		}
		number -= n
	}
	return 0, 0
}

// AimNumber is the number that AimAt leads back from.
func (r *Reading) AimNumber(entity, aim Ref) Ref {
	for i := range r.Entities[:entity-1] {
		aim += Ref(len(r.Entities[i].Aims))
	}
	return aim
}

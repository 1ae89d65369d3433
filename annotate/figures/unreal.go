package figures

// unreal says that the verb at token s is threatened, planned, possible or denied.
func (r *reading) unreal(s, first int) bool {
	const reach = 6
	for j := s - 1; j >= first && j >= s-reach; j-- {
		switch {
		case r.is(j, modal) && r.norm(j) != "'d":
			return true
		case r.norm(j) == "not" || r.norm(j) == "n't" || r.norm(j) == "n’t" || r.norm(j) == "never":
			return true
		case r.norm(j) == "to" && j == s-1:
			return r.intended(j-1, first)
		case r.norm(j) == "," || r.norm(j) == ";" || r.is(j, clause):
			return false
		}
	}
	return false
}

// intended says that a verb of wish or plan stands before the infinitive at i.
func (r *reading) intended(i, first int) bool {
	const reach = 3
	for j := i; j >= first && j > i-reach; j-- {
		if r.is(j, irrealis) {
			return true
		}
	}
	return false
}

// plotted says that what the noun at token s names is only aimed at: "plans to help in the
// murder of".
func (r *reading) plotted(s, first int) bool {
	const reach = 6
	for j := s - 1; j > first && j >= s-reach; j-- {
		if r.norm(j) == "to" {
			return r.is(j-1, irrealis)
		}
		if r.norm(j) == "," || r.norm(j) == ";" || r.at[j] != nil {
			return false
		}
	}
	return false
}

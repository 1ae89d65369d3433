package figures

import "github.com/annals-project/annals/text"

// unreal says that the verb at token s is threatened, planned, possible or denied.
func (r *reading) unreal(s, first int) bool {
	const reach = 6
	for j := s - 1; j >= first && j >= s-reach; j-- {
		switch {
		case r.is(j, modal) && r.norm(j) != "'d" && !(r.norm(j+1) == "-" && r.glued(j+1)): // but not "would-be"
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

// purposed says that the noun at token s is what someone only means to help to: "plans
// to assist in the assassination of".
func (r *reading) purposed(s, first int) bool {
	const reach = 5
	for j := s - 1; j >= first && j >= s-reach && r.norm(j) != "," && !r.is(j, clause); j-- {
		if r.norm(j) == "to" && r.pos(j+1) == text.VERB {
			return r.intended(j-1, first)
		}
	}
	return false
}

package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// modal reads the auxiliaries of a verb.
func (s *standing) modal(n int) {
	perfect := s.participleOf(n, "have")
	if s.danger && s.negated(n) && s.anyChild(n, func(i int) bool { w := s.text.Tokens[i].Norm; return s.text.Tokens[i].XPOS == "MD" && w != "could" }) {
		s.status, s.danger, s.settled = annals.Hypothetical, false, true // "no town can prevent"
		return
	}
	for _, c := range s.text.Children(n) {
		k := &s.text.Tokens[c]
		if !text.DepIs(k.Dep, "aux") || s.definite && perfect || s.timed[int(c)] { // "on 13 May killed"
			continue
		}
		switch k.Norm {
		case "will", "'ll", "shall", "wo", "sha":
			s.apply(effect(annals.Planned))
		case "would", "'d":
			if k.Norm == "'d" && perfect {
				continue
			}
			if s.reported(n) && !perfect {
				s.apply(effect(annals.Planned))
			} else {
				s.apply(effect(annals.Hypothetical))
			}
		case "may", "might":
			if perfect {
				s.apply(effect(annals.Hypothetical))
			} else {
				s.apply(effect(annals.Feared))
			}
		case "could", "can", "ca", "should", "must", "ought":
			s.apply(effect(annals.Hypothetical))
		}
	}
	if s.text.Child(n, "mark") != text.None && s.anyChild(n, func(i int) bool { return s.text.Tokens[i].Norm == "yet" }) && s.infinitive(n) {
		s.apply(effect(annals.Denied)) // "has yet to be arrested"
	}
}

// reported says whether a clause is what a verb in the past tense says, without
// a condition of its own: its "would" is a future.
func (s *standing) reported(n int) bool {
	k := &s.text.Tokens[n]
	if !text.DepIs(k.Dep, "ccomp") || k.Head < 0 {
		return false
	}
	conditional := s.anyChild(n, func(i int) bool {
		return s.text.Tokens[i].Dep == "advcl" && s.anyChild(i, func(m int) bool { return s.text.Tokens[m].Norm == "if" })
	})
	x := s.text.Tokens[k.Head].XPOS
	return !conditional && (x == "VBD" || x == "VBN")
}

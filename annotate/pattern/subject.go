package pattern

import "github.com/annals-project/annals/text"

// subject says whether a relation is one of subjects.
func subject(dep string) bool { return text.DepIs(dep, "nsubj") }

// relatives are the pronouns whose clause says something of the noun it hangs on.
var relatives = map[string]bool{"which": true, "who": true, "that": true}

// subjectOf is the subject that verb i has without one of its own: the noun that
// "which" or "who" stands for, or the subject of the verb it is coordinated
// with; None when there is none.
func (m *matcher) subjectOf(s *step, i int) int {
	tokens := m.view.Text.Tokens
	if !m.voiced(s, i) {
		return text.None
	}
	verb := i
	for range maxDepth {
		own := m.view.Text.Child(i, "nsubj")
		switch {
		case own != text.None && relatives[tokens[own].Norm]:
			for i != text.None && tokens[i].Dep == "conj" {
				i = tokens[i].Head
			}
			if i == text.None || !text.DepIs(tokens[i].Dep, "acl") {
				return text.None
			}
			return tokens[i].Head
		case own != text.None && i != verb:
			return own
		case own != text.None || tokens[i].Dep != "conj" || tokens[i].Head == text.None:
			return text.None
		}
		i = tokens[i].Head
	}
	return text.None
}

// voiced says whether a verb is in the voice whose subjects the step is of:
// where it asks for those of passives alone, an auxiliary must make it one.
func (m *matcher) voiced(s *step, i int) bool {
	for _, d := range s.deps {
		if subject(d) && d != "nsubj:pass" {
			return true
		}
	}
	return m.view.Text.Child(i, "aux:pass") != text.None
}

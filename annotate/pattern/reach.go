package pattern

import "github.com/annals-project/annals/text"

// maxDepth bounds how far a chain of heads is followed, whatever a broken
// parse holds.
const maxDepth = 64

// reach pushes the words that stand to word from as the step says.
func (m *matcher) reach(s *step, from int) {
	if from == text.None {
		return
	}
	t := m.view.Text
	sentence := t.Sentences[t.SentenceOf(from)]
	switch s.relation {
	case child:
		m.children(s, from)
	case governor:
		m.governors(s, from)
	case descendant:
		m.descendants(s, from, 0)
	case ancestor:
		m.ancestors(s, from)
	case next:
		m.between(from+1, min(from+2, sentence.Last))
	case later:
		m.between(from+1, sentence.Last)
	case previous:
		m.between(max(from-1, sentence.First), from)
	case earlier:
		m.between(sentence.First, from)
	default:
		m.siblings(s, from)
	}
}

func (m *matcher) push(i int) { m.candidates = append(m.candidates, i) }

func (m *matcher) between(first, last int) {
	for i := first; i < last; i++ {
		m.push(i)
	}
}

// hasDep says whether a word hangs by one of the step's relations.
func (m *matcher) hasDep(s *step, i int) bool {
	if len(s.deps) == 0 {
		return true
	}
	for _, d := range s.deps {
		if text.DepIs(m.view.Text.Tokens[i].Dep, d) {
			return true
		}
	}
	return false
}

func (m *matcher) children(s *step, from int) {
	for _, c := range m.view.Text.Children(from) {
		if m.hasDep(s, int(c)) {
			m.push(int(c))
			if s.conjuncts {
				m.conjuncts(int(c), 0)
			}
		}
	}
	if s.shared {
		if i := m.subjectOf(s, from); i != text.None {
			m.push(i)
			if s.conjuncts {
				m.conjuncts(i, 0)
			}
		}
	}
}

// conjuncts pushes what is coordinated with word i.
func (m *matcher) conjuncts(i, depth int) {
	if depth > maxDepth {
		return
	}
	for _, c := range m.view.Text.Children(i) {
		if m.view.Text.Tokens[c].Dep == "conj" {
			m.push(int(c))
			m.conjuncts(int(c), depth+1)
		}
	}
}

func (m *matcher) governors(s *step, from int) {
	tokens := m.view.Text.Tokens
	for range maxDepth {
		head := tokens[from].Head
		if head == text.None {
			return
		}
		if m.hasDep(s, from) {
			m.push(head)
			return
		}
		if !s.conjuncts || tokens[from].Dep != "conj" {
			return
		}
		from = head
	}
}

func (m *matcher) descendants(s *step, from, depth int) {
	if depth > maxDepth {
		return
	}
	for _, c := range m.view.Text.Children(from) {
		if m.hasDep(s, int(c)) {
			m.push(int(c))
		}
		m.descendants(s, int(c), depth+1)
	}
}

func (m *matcher) ancestors(s *step, from int) {
	tokens := m.view.Text.Tokens
	for range maxDepth {
		head := tokens[from].Head
		if head == text.None {
			return
		}
		if m.hasDep(s, from) {
			m.push(head)
		}
		from = head
	}
}

func (m *matcher) siblings(s *step, from int) {
	head := m.view.Text.Tokens[from].Head
	if head == text.None {
		return
	}
	for _, c := range m.view.Text.Children(head) {
		i := int(c)
		if i != from && !(s.relation == siblingLater && i < from) && !(s.relation == siblingBefore && i > from) {
			m.push(i)
		}
	}
}

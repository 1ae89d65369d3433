package pattern

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals/text"
)

// parseExample reads  + sentence with [capture words].
func parseExample(file string, l line) (Example, error) {
	e := Example{Line: l.number, Match: l.text[0] == '+', Captures: map[string]string{}}
	rest := strings.TrimSpace(l.text[2:])
	var b strings.Builder
	for {
		before, after, found := strings.Cut(rest, "[")
		b.WriteString(before)
		if !found {
			break
		}
		inside, tail, closed := strings.Cut(after, "]")
		name, words, named := strings.Cut(inside, " ")
		if !closed || !named || words == "" {
			return e, &Error{file, l.number, "a capture in an example is written [name its words]"}
		}
		e.Captures[name] = words
		b.WriteString(words)
		rest = tail
	}
	e.Text = b.String()
	return e, nil
}

// Check runs every rule over its own examples and says what went wrong, one
// line each. read makes the view of a sentence, with the mentions rules need.
func (s *Set) Check(read func(sentence string) *View) []string {
	var wrong []string
	for _, r := range s.Rules {
		if len(r.Examples) == 0 {
			wrong = append(wrong, fmt.Sprintf("%s:%d: rule %s has no example: add a line with + or -", r.File, r.Line, r.Name))
		}
		for _, e := range r.Examples {
			if message := r.check(e, read(e.Text)); message != "" {
				wrong = append(wrong, fmt.Sprintf("%s:%d: rule %s: %s", r.File, e.Line, r.Name, message))
			}
		}
	}
	return wrong
}

func (r *Rule) check(e Example, v *View) string {
	found, right := "", false
	one := newSet([]*Rule{r})
	one.Match(v, func(m *Match) {
		found += " " + m.describe(v)
		right = right || m.agrees(v, e)
	})
	switch {
	case e.Match && found == "":
		return fmt.Sprintf("does not match %q", e.Text)
	case e.Match && !right:
		return fmt.Sprintf("matches %q with other captures:%s", e.Text, found)
	case !e.Match && found != "":
		return fmt.Sprintf("must not match %q but does:%s", e.Text, found)
	}
	return ""
}

// agrees says that each capture the example names has its token in the words given.
func (m *Match) agrees(v *View, e Example) bool {
	for name, words := range e.Captures {
		at := m.Token(name)
		if at == text.None {
			return false
		}
		start := strings.Index(v.Text.Source, words)
		if t := v.Text.Tokens[at]; start < 0 || t.Start < start || t.End > start+len(words) {
			return false
		}
	}
	return true
}

func (m *Match) describe(v *View) string {
	var b strings.Builder
	for _, name := range m.Rule.Captures {
		form := ""
		if at := m.Token(name); at != text.None {
			form = v.Text.Form(at)
		}
		fmt.Fprintf(&b, "[%s %s]", name, form)
	}
	return b.String()
}

package muc

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// mention is a mention of a made-up text, carried by one of its words.
func mention(text, head string, form annals.Form) annals.Mention {
	m := annals.Mention{Span: annals.Span{Start: 100, End: 100 + len(text)}, Text: text, Form: form}
	if at := strings.Index(text, head); at >= 0 {
		m.Head = annals.Span{Start: 100 + at, End: 100 + at + len(head)}
	}
	return m
}

func TestStretches(t *testing.T) {
	check := func(text, head string, form annals.Form, want ...string) {
		t.Helper()
		m := mention(text, head, form)
		w := wordsOf(&m)
		var got []string
		for _, r := range w.stretches() {
			got = append(got, w.text(r))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	check("TWO ARMED\nMEN", "MEN", annals.Nominal, "two armed men", "armed men", "men")
	check("house of Rivas", "house", annals.Nominal, "house", "house of", "house of rivas")
	check("Ana Rivas", "Ana", annals.Name, "ana", "ana rivas", "rivas")
	check("", "", annals.Nominal)
	list := strings.Repeat("corporal Rivas, ", 40)
	m := mention(list, "corporal", annals.Nominal)
	if w := wordsOf(&m); len(w.words) != longestMention {
		t.Errorf("a list of %d words is tried", len(w.words))
	}
}

func TestSpellingIsLearned(t *testing.T) {
	var texts []Text
	var docs []*annotate.Document
	for range 20 {
		var key Template
		key.Roles[Weapon] = []Entity{entity("bomb")}
		key.Roles[PerpInd] = []Entity{entity("hooded men")}
		d := &annotate.Document{}
		d.Mentions = []annals.Mention{mention("powerful bomb", "bomb", annals.Nominal), mention("hooded men", "men", annals.Nominal)}
		texts, docs = append(texts, Text{Key: []Template{key}}), append(docs, d)
	}
	s := LearnSpelling(texts, docs)
	check := func(text, head string, role Role, s *Spelling, want string) {
		t.Helper()
		m := mention(text, head, annals.Nominal)
		if got := s.Spell(&annals.Annotations{Mentions: []annals.Mention{m}}, &m, role); got != want {
			t.Errorf("%q as %s: %q, want %q", text, role, got, want)
		}
	}
	check("powerful bomb", "bomb", Weapon, s, "bomb")
	check("hooded men", "men", PerpInd, s, "hooded men")
	check("the powerful bomb", "bomb", Weapon, nil, "powerful bomb")
}

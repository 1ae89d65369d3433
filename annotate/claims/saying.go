package claims

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

// saying is a cue with what is known of it so far. Token indices are text.None
// where there is no such word.
type saying struct {
	cue     int // the word of saying
	tail    int // a second word of the cue: "was quoted as saying"
	source  int // head word of the speaker
	via     int // head word of who passed it on
	kind    annals.ClaimKind
	rule    string
	content []annals.Span
	given   annals.Span // what of the content is presupposed and not said
	from    *saying     // the saying whose speaker, time and way this one shares
	direct  bool        // a quotation is part of the content
	nested  bool        // a quotation inside a quotation
	way     way
}

// reading is the state of reading one document.
type reading struct {
	*Claims
	d          *annotate.Document
	t          *text.Text
	view       *pattern.View
	quotations []quotation.Quotation
	sayings    []*saying
	byCue      map[int]*saying
	tails      map[int]*saying // by the second word of the cue
	runs       map[int]run     // phrases of speakers that syntax does not give, by head word
	labels     []label
	whole      []*saying // what is somebody's word over sentences: turns, texts printed whole
}

func newReading(c *Claims, d *annotate.Document) *reading {
	view := pattern.Of(d)
	r := &reading{Claims: c, d: d, t: view.Text, view: view, quotations: quotation.Find(view.Text), byCue: map[int]*saying{}, runs: map[int]run{}}
	r.labels = r.findLabels()
	return r
}

// findSayings runs the rules; the first rule in the order of the files wins a
// cue, whatever else fits it.
func (r *reading) findSayings() {
	rank := map[*pattern.Rule]int{}
	for i, rule := range r.rules.Rules {
		rank[rule] = i
	}
	best := map[int]int{}
	r.rules.Match(r.view, func(m *pattern.Match) {
		at := m.Token("cue")
		if old, ok := best[at]; at == text.None || ok && old <= rank[m.Rule] {
			return
		}
		if s := r.newSaying(m); s != nil {
			best[at] = rank[m.Rule]
			r.byCue[at] = s
		}
	})
	r.gather()
}

// gather lists the sayings found so far in the order of their cues. The second
// word of a cue is none of its own.
func (r *reading) gather() {
	r.tails = map[int]*saying{}
	for _, s := range r.byCue {
		if s.tail != text.None {
			r.tails[s.tail] = s
		}
	}
	r.sayings = r.sayings[:0]
	for at, s := range r.byCue {
		if r.tails[at] != nil && r.tails[at] != s {
			delete(r.byCue, at)
			continue
		}
		r.sayings = append(r.sayings, s)
	}
	slices.SortFunc(r.sayings, func(a, b *saying) int { return cmp.Compare(a.cue, b.cue) })
}

// newSaying makes a saying of a match; nil when nothing is left of its content.
func (r *reading) newSaying(m *pattern.Match) *saying {
	s := &saying{cue: m.Token("cue"), tail: m.Token("tail"), source: m.Token("source"), via: m.Token("via"),
		kind: annals.ClaimKind(m.Rule.Property("kind")), rule: m.Rule.Name, way: byRule}
	if named := m.Rule.Property("sure"); named != "" {
		s.way = way(named)
	}
	if s.kind == "" {
		s.kind = r.kindOf(s)
	}
	if s.source == text.None && s.via == text.None && m.Rule.Property("source") != "none" {
		s.source = r.impliedSource(s)
	}
	r.mendSource(s)
	r.dropExpletive(s)
	r.citing(s)
	if r.nobody(s.source) {
		return nil
	}
	if given := m.Rule.Property("presupposes"); given != "" {
		s.given = r.presupposed(m.Token(given))
	}
	head := m.Token("content")
	switch m.Rule.Property("content") {
	case "clause":
		s.content = r.clause(s, head)
	case "rest":
		s.content = r.rest(s, head)
	case "object":
		s.content = r.object(s, head)
	case "phrase":
		s.content = r.phrase(s, head)
	case "before":
		s.content = r.sentenceBefore(s)
	case "subject":
		s.content = r.subject(s, m.Token("subject"), head)
	}
	if len(s.content) == 0 && s.tail == text.None || r.notSaid(s) {
		return nil
	}
	return s
}

// notSaid says that nobody says a thing: "did not say who", "never reported a
// loss". What is not believed or denied is still an opinion.
func (r *reading) notSaid(s *saying) bool {
	if s.kind != annals.Said && s.kind != annals.Reported {
		return false
	}
	for _, c := range r.t.Children(s.cue) {
		switch r.t.Tokens[c].Norm {
		case "not", "n't", "never":
			return int(c) < s.cue
		}
	}
	return false
}

// nobody says that a phrase names no one who speaks: "no group", "none of them",
// "that".
func (r *reading) nobody(head int) bool {
	if head == text.None {
		return false
	}
	switch r.t.Tokens[head].Norm {
	case "nobody", "none", "neither", "this", "that", "these", "those", "there", "which", "what":
		return true
	}
	det := r.t.Child(head, "det")
	return det != text.None && r.t.Tokens[det].Norm == "no"
}

// dropExpletive takes no "it" for a speaker of whom nothing is said but that one
// expects or believes: "it is expected that".
func (r *reading) dropExpletive(s *saying) {
	if s.source != text.None && r.t.Tokens[s.source].Norm == "it" && r.t.Child(s.cue, "aux:pass") != text.None {
		s.source = text.None
	}
}

// kindOf is the kind of the cue's lemma, or of the second word of the cue.
func (r *reading) kindOf(s *saying) annals.ClaimKind {
	for _, at := range []int{s.tail, s.cue} {
		if at == text.None {
			continue
		}
		if c, ok := r.lexicon.verbs[r.t.Tokens[at].Lemma]; ok {
			return c.kind
		}
		if c, ok := r.lexicon.nouns[r.t.Tokens[at].Lemma]; ok {
			return c.kind
		}
		if c, ok := r.lexicon.attitudes[r.t.Tokens[at].Lemma]; ok {
			return c.kind
		}
	}
	return annals.Said
}

// highest is how many clauses up the subject of a bare participle is looked for.
const highest = 3

// impliedSource is the subject of the verb a bare participle hangs on: "…,
// adding that", "to say that"; or the noun it hangs on: "with residents saying".
// ", adding that" goes on with a saying, and is its speaker's.
func (r *reading) impliedSource(s *saying) int {
	at, adds := s.cue, s.cue > 0 && r.comma(s.cue-1) && r.addsTo(s.cue)
	found := text.None
	for range highest {
		t := &r.t.Tokens[at]
		switch {
		case t.Head == text.None:
			return found
		case t.Dep == "acl" && at == s.cue && t.XPOS == "VBG" && !adds:
			return t.Head
		case t.Dep != "advcl" && t.Dep != "xcomp" && t.Dep != "conj" && !(adds && (t.Dep == "ccomp" || t.Dep == "acl" || t.Dep == "obj")):
			return found
		}
		subject := r.t.Child(t.Head, "nsubj")
		if subject != text.None && (!adds || r.lexicon.verbs[r.t.Tokens[t.Head].Lemma].takes('c')) {
			return subject
		}
		if found == text.None {
			found = subject
		}
		at = t.Head
	}
	return found
}

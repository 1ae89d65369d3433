package relations

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate/table"
)

// found is a predicted relation of a measured type.
type found struct {
	Type     annals.RelationType
	From, To annals.Ref
	Span     annals.Span
	Rule     string
	Sure     float64
}

// score matches the relations found in a document with the gold ones, each at
// most once, and adds to the counts of each type, the calls and the list of errors.
func (s *sheet) score(relations []annals.Relation, byType map[annals.RelationType]*counts, detail *[]string) counts {
	all := append(s.aliases(), measured(relations)...)
	taken := make([]bool, len(all))
	total := counts{predicted: len(all), gold: len(s.Gold)}
	note := func(sign string, t annals.RelationType, at annals.Span, rule string) {
		if detail != nil {
			*detail = append(*detail, fmt.Sprintf("%s %s %s %q", sign, t, rule, strings.Join(strings.Fields(at.In(s.Text)), " ")))
		}
	}
	tell := func(t annals.RelationType, c counts) {
		if byType != nil {
			byType[t].add(c)
		}
	}
	for _, g := range s.Gold {
		right := 0
		if i := s.match(g, all, taken); i >= 0 {
			taken[i], right = true, 1
		} else {
			note("missed", g.Type, annals.Span{Start: min(g.A.Start, g.B.Start), End: max(g.A.End, g.B.End)}, "")
		}
		total.right += right
		tell(g.Type, counts{right: right, gold: 1})
	}
	for i, f := range all {
		s.calls = append(s.calls, table.Call{Confidence: f.Sure, Right: taken[i]})
		tell(f.Type, counts{predicted: 1})
		if !taken[i] {
			note("wrong", f.Type, f.Span, f.Rule)
		}
	}
	return total
}

// match is a free relation found that equals the gold one: first one in the
// same place, then any; -1 for none.
func (s *sheet) match(g relation, all []found, taken []bool) int {
	place := annals.Span{Start: min(g.A.Start, g.B.Start), End: max(g.A.End, g.B.End)}
	best := -1
	for i, f := range all {
		if taken[i] || f.Type != g.Type {
			continue
		}
		if s.isEnd(f.From, g.A) && s.isEnd(f.To, g.B) || s.isEnd(f.From, g.B) && s.isEnd(f.To, g.A) {
			if f.Span.Overlaps(place) {
				return i
			}
			if best < 0 {
				best = i
			}
		}
	}
	return best
}

// isEnd says that an entity has a mention that overlaps the gold end, or its
// name or an alias equals it.
func (s *sheet) isEnd(e annals.Ref, end annals.Span) bool {
	entity := &s.read.Entities[e-1]
	for _, m := range entity.Mentions {
		if s.read.Mentions[m-1].Overlaps(end) {
			return true
		}
	}
	text := bare(end.In(s.Text))
	if bare(entity.Name) == text {
		return true
	}
	for _, a := range entity.Aliases {
		if bare(a.Name) == text {
			return true
		}
	}
	return false
}

// bare is a name in lower case without a leading article.
func bare(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, article := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, article)
	}
	return s
}

func measured(relations []annals.Relation) []found {
	var out []found
	for _, r := range relations {
		switch r.Type {
		case annals.HostileTo, annals.AllyOf, annals.AliasOf:
			out = append(out, found{r.Type, r.From, r.To, r.Span, r.Rule, r.Confidence})
		}
	}
	return out
}

// oneEntity is how sure it is that what stands side by side as one entity is one by
// another name; the reader gives the mentions of an entity no confidence of their own.
const oneEntity = 1

// aliases are the places where two mentions of one entity, a name among them,
// stand side by side: "the Free Army (FA)", "its leader, X".
func (s *sheet) aliases() []found {
	var out []found
	d := s.read
	byEntity := map[annals.Ref][]annals.Ref{}
	for i := range d.Mentions {
		if e := d.Mentions[i].Entity; e != 0 && d.Mentions[i].Form != annals.Pronoun {
			byEntity[e] = append(byEntity[e], annals.Ref(i+1))
		}
	}
	for e := range d.Entities {
		refs := byEntity[annals.Ref(e+1)]
		for i := range refs {
			for _, b := range refs[i+1:] {
				if span, ok := beside(d, refs[i], b); ok {
					out = append(out, found{annals.AliasOf, annals.Ref(e + 1), annals.Ref(e + 1), span, "one entity", oneEntity})
				}
			}
		}
	}
	return out
}

// widest is the most text, in bytes, between two mentions that stand side by
// side: " (", ", ", ", also known as the ".
const widest = 24

func beside(d *annotate.Document, a, b annals.Ref) (annals.Span, bool) {
	m, n := d.Mentions[a-1], d.Mentions[b-1]
	if m.Start > n.Start {
		m, n = n, m
	}
	if n.Start < m.End || n.Start-m.End > widest || m.Form != annals.Name && n.Form != annals.Name || m.Text == n.Text {
		return annals.Span{}, false
	}
	gap := d.Text.Source[m.End:n.Start]
	if strings.ContainsAny(gap, ".;\n") || gap != " " && !strings.ContainsAny(gap, ",(–—") && !strings.Contains(gap, "known as") {
		return annals.Span{}, false
	}
	return annals.Span{Start: m.Start, End: n.End}, true
}

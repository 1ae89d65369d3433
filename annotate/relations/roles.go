package relations

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
)

// leading are the words of a role that put its holder at the head of what it is
// held in; any other role makes a member, a commander too, as of most bodies
// there are several.
var leading = map[string]bool{"leader": true, "chief": true, "head": true, "emir": true, "chairman": true, "president": true, "king": true}

// second are words before a role that put others above its holder.
var second = map[string]bool{"deputy": true, "vice": true, "regional": true, "local": true, "field": true, "district": true, "junior": true, "mid-level": true, "assistant": true}

// under says that the holder of a role named by a token leads but a part, or as
// one of several: "deputy leader", "a commander".
func (f *finder) under(role int) bool {
	if role < 0 {
		return false
	}
	commander := f.d.Text.Tokens[role].Lemma == "commander"
	for _, c := range f.d.Text.Children(role) {
		if n := f.d.Text.Tokens[c].Norm; second[n] || commander && (n == "a" || n == "an") {
			return true
		}
	}
	return false
}

// sureOfRole is the confidence of a relation read off a person's role: a
// judgement, a little below that of a rule, as the role may be in or on what it
// names.
const sureOfRole = 0.75

// roles adds what the roles of persons say, where no rule has found it: "Oran
// spokesman Ilan Bek" is a member of Oran.
func (f *finder) roles() {
	known := map[[2]annals.Ref]bool{}
	for _, r := range f.d.Relations {
		known[[2]annals.Ref{r.From, r.To}] = true
	}
	for i := range f.d.Entities {
		e := &f.d.Entities[i]
		from := annals.Ref(i + 1)
		if e.Kind != annals.Person || e.Affiliation == 0 || e.Affiliation == from || known[[2]annals.Ref{from, e.Affiliation}] {
			continue
		}
		if s := f.roleSpan(e); !s.Empty() {
			f.d.Relations = append(f.d.Relations, annals.Relation{Span: s, Text: s.In(f.d.Text.Source), Type: typeOfRole(e.Role), From: from, To: e.Affiliation,
				Claim: claims.Around(f.d.Claims, s), Confidence: sureOfRole, Rule: "role"})
		}
	}
}

// typeOfRole goes by the last word of the role before any preposition.
func typeOfRole(role string) annals.RelationType {
	words := strings.Fields(strings.ToLower(role))
	for i, w := range words {
		if w == "of" || w == "for" || w == "at" || w == "in" || w == "to" {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 || !leading[words[len(words)-1]] {
		return annals.MemberOf
	}
	for _, w := range words {
		if second[w] {
			return annals.MemberOf
		}
	}
	return annals.LeaderOf
}

// farthestRole is the most text, in bytes, between a role and the name beside it.
const farthestRole = 3

// roleSpan is where the role stands beside a name of its holder; empty when it
// does not, or when a word says that it is over.
func (f *finder) roleSpan(e *annals.Entity) annals.Span {
	for _, word := range strings.Fields(strings.ToLower(e.Role)) {
		if past[word] {
			return annals.Span{}
		}
	}
	source := f.d.Text.Source
	for _, m := range e.Mentions {
		name := f.d.Mentions[m-1]
		if name.Form != annals.Name || e.Role == "" {
			continue
		}
		if i := strings.LastIndex(source[:name.End], e.Role); i >= 0 && name.Start-(i+len(e.Role)) <= farthestRole {
			return annals.Span{Start: i, End: name.End}
		}
		if i := strings.Index(source[name.End:], e.Role); i >= 0 && i <= farthestRole+len("the ") {
			return annals.Span{Start: name.Start, End: name.End + i + len(e.Role)}
		}
	}
	return annals.Span{}
}

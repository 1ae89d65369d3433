package muc

import (
	"slices"
	"strings"
	"unicode"

	"github.com/annals-project/annals/evaluate/assignment"
)

// Count is what matched, of what was predicted, of what the key holds.
type Count struct{ Right, Predicted, Gold int }

// Add puts two counts together.
func (c Count) Add(o Count) Count {
	return Count{c.Right + o.Right, c.Predicted + o.Predicted, c.Gold + o.Gold}
}

// PRF is precision, recall and F1 in percent; 0 where nothing is counted.
func (c Count) PRF() (p, r, f float64) {
	if c.Predicted > 0 {
		p = 100 * float64(c.Right) / float64(c.Predicted)
	}
	if c.Gold > 0 {
		r = 100 * float64(c.Right) / float64(c.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// ScoreTemplates counts one report the way of Du, Rush & Cardie (2021):
// templates are aligned one to one so that the total is largest; the type and
// each entity of a role are worth one.
func ScoreTemplates(predicted, gold []Template) Count {
	c := Count{Predicted: size(predicted), Gold: size(gold)}
	c.Right = assignment.Largest(len(predicted), len(gold), func(p, g int) int {
		right := 0
		if sameType(predicted[p].Type, gold[g].Type) {
			right++
		}
		for r := range roleNames {
			right += matches(predicted[p].Roles[r], gold[g].Roles[r])
		}
		return right
	})
	return c
}

// ScoreRoles counts one report as CEAF-REE (Du, Rush & Cardie 2021, GRIT):
// per role the entities of all templates together, aligned one to one.
func ScoreRoles(predicted, gold []Template) (out [len(roleNames)]Count) {
	for r := range roleNames {
		p, g := pool(predicted, Role(r)), pool(gold, Role(r))
		out[r] = Count{matches(p, g), len(p), len(g)}
	}
	return out
}

// sameType also takes either half of a key's "bombing / attack".
func sameType(predicted, gold string) bool {
	return predicted == gold || slices.Contains(strings.Split(gold, " / "), predicted)
}

func size(templates []Template) int {
	n := len(templates)
	for _, t := range templates {
		for r := range roleNames {
			n += len(t.Roles[r])
		}
	}
	return n
}

// pool puts a role's entities of several templates together, one that shares
// a string with another only once.
func pool(templates []Template, role Role) []Entity {
	var out []Entity
	for _, t := range templates {
		for _, e := range t.Roles[role] {
			if !slices.ContainsFunc(out, func(o Entity) bool { return shares(e, o) }) {
				out = append(out, e)
			}
		}
	}
	return out
}

func shares(a, b Entity) bool { return slices.ContainsFunc(a, b.Has) }

// Has says whether a string is one of those that name the entity.
func (e Entity) Has(s string) bool {
	n := Normal(s)
	return slices.ContainsFunc(e, func(t string) bool { return Normal(t) == n })
}

// matches is the largest number of predicted entities that can each be given a
// gold one: every string of the predicted is among the gold's.
func matches(predicted, gold []Entity) int {
	return assignment.Largest(len(predicted), len(gold), func(p, g int) int {
		for _, s := range predicted[p] {
			if !gold[g].Has(s) {
				return 0
			}
		}
		return 1
	})
}

// Normal is a string in lower case, with punctuation left out and white space
// made single.
func Normal(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r):
			space = true
		}
	}
	return b.String()
}

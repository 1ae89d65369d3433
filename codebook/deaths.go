package codebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

func lower(t *account.Tally) *float64  { return t.Low }
func middle(t *account.Tally) *float64 { return t.Best }
func upper(t *account.Tally) *float64  { return t.High }

// toll is one number of the event's low, best and high.
func (c *coding) toll(m annals.Measure, part func(*account.Tally) *float64) value {
	t, ok := c.event.Tally(m)
	switch {
	case !ok:
		return value{lost: fmt.Sprintf("no report counts %s", m)}
	case part(&t) == nil:
		return value{lost: "the rule " + t.Rule + " gives no such number"}
	}
	return value{words: one(account.Number(*part(&t))), statements: t.Statements}
}

// fatalities is the one number that a codebook without a range asks for.
func fatalities(c *coding) value {
	v := c.toll(annals.Killed, middle)
	t, ok := c.event.Tally(annals.Killed)
	if ok && t.Low != nil && t.High != nil && *t.Low != *t.High {
		v.lost = also(v.lost, fmt.Sprintf("the range %s to %s", account.Number(*t.Low), account.Number(*t.High)))
	}
	return v
}

// size is a ledger line's value or its upper or lower bound.
func size(x *account.Entry) float64 {
	for _, n := range []*float64{x.Figure.Value, x.Figure.High, x.Figure.Low} {
		if n != nil {
			return *n
		}
	}
	return 0
}

// counts says whether a ledger line counts those of a side: its words name the
// side, and they are no civilians.
func (c *coding) counts(x *account.Entry, s *side) bool {
	if x.Figure.Victims.Status == "civilian" {
		return false
	}
	words := strings.ToLower(x.Figure.Who + " " + x.Figure.Victims.Side)
	for _, p := range s.parties {
		called := one(p.Name)
		if p.Actor >= 0 {
			for _, alias := range c.Actors[p.Actor].Aliases {
				called = append(called, alias.Name)
			}
		}
		for _, n := range called {
			if names(words, n) {
				return true
			}
		}
	}
	return false
}

// names says whether words in small letters hold a name, whole.
func names(words, name string) bool {
	name = strings.ToLower(name)
	return name != "" && strings.Contains(" "+strings.Join(strings.Fields(words), " ")+" ", " "+name+" ")
}

func (c *coding) scoped(holds func(*account.Entry) bool) value {
	t, ok := c.Scoped(c.event, annals.Killed, holds)
	if !ok || t.Best == nil {
		return value{}
	}
	return value{words: one(account.Number(*t.Best)), statements: t.Statements}
}

func (c *coding) deathsOf(n int) value {
	ab := c.ab()
	if ab[n].kind() == annals.Population {
		return value{words: one("0")} // civilians have a column of their own
	}
	return c.scoped(func(x *account.Entry) bool { return c.counts(x, &ab[n]) })
}

func (c *coding) deathsOfCivilians() value {
	return c.scoped(func(x *account.Entry) bool { return x.Figure.Victims.Status == "civilian" })
}

// deathsUnknown is what the best count leaves when those whose side is known are
// taken off: nothing is guessed about them.
func (c *coding) deathsUnknown() value {
	t, ok := c.event.Tally(annals.Killed)
	if !ok || t.Best == nil {
		return value{lost: "no report counts killed"}
	}
	rest, statements := *t.Best, slices.Clone(t.Statements)
	for _, v := range []value{c.deathsOf(0), c.deathsOf(1), c.deathsOfCivilians()} {
		var n float64
		if len(v.words) > 0 {
			if _, err := fmt.Sscan(v.words[0], &n); err == nil {
				rest -= n
			}
		}
		statements = append(statements, v.statements...)
	}
	if rest < 0 {
		return value{words: one("0"), statements: statements, lost: fmt.Sprintf("the sides' counts come to %s more than the best count", account.Number(-rest))}
	}
	return value{words: one(account.Number(rest)), statements: unique(statements)}
}

func unique(keys []resolve.StatementKey) []resolve.StatementKey {
	var out []resolve.StatementKey
	for _, k := range keys {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

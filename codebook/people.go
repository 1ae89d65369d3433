package codebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// side is one of the two that a codebook has columns for: the first party, and
// those who stand with it.
type side struct {
	parties []account.Party
	lost    string
}

// civilians is how a side of civilians is called.
const civilians = "Civilians"

// findSides gives side one to those who did it, and side two to those it was
// done to: groups first, else civilians where a report says that they are.
func (c *coding) findSides() [2]side {
	var did, suffered []account.Party
	for _, p := range c.event.Parties {
		switch p.Role {
		case annals.Actor:
			did = append(did, p)
		case annals.Victim, annals.Target, annals.Recipient:
			suffered = append(suffered, p)
		}
	}
	one := c.side(did)
	two := c.side(slices.DeleteFunc(suffered, func(p account.Party) bool {
		return p.Actor >= 0 && slices.ContainsFunc(did, func(d account.Party) bool { return d.Actor == p.Actor })
	}))
	if two.empty() {
		if statements := c.civiliansHarmed(); len(statements) > 0 {
			two.parties = []account.Party{{Name: civilians, Kind: annals.Population, Actor: -1, Statements: statements}}
		}
	}
	return [2]side{one, two}
}

// side keeps the parties that can be a side: those with a name of their own,
// groups before persons; who has none is told as lost.
func (c *coding) side(parties []account.Party) side {
	var s side
	var unnamed []string
	for _, p := range parties {
		switch {
		case p.Actor >= 0:
			s.parties = append(s.parties, p)
		case p.Kind != annals.PlaceKind && p.Kind != annals.Facility && p.Kind != annals.Vehicle && p.Kind != annals.Weapon:
			unnamed = append(unnamed, p.Name)
		}
	}
	slices.SortStableFunc(s.parties, func(x, y account.Party) int { return rank(x.Kind) - rank(y.Kind) })
	if len(unnamed) > 0 {
		s.lost = fmt.Sprintf("named by no name of their own: %s", strings.Join(unnamed, ", "))
	}
	return s
}

func rank(k annals.Kind) int {
	if k == annals.Person {
		return 1
	}
	return 0
}

func isState(k annals.Kind) bool { return k == annals.StateForce || k == annals.Government }

func (s *side) empty() bool { return len(s.parties) == 0 }

func (s *side) kind() annals.Kind {
	if s.empty() {
		return ""
	}
	return s.parties[0].Kind
}

func (s *side) name() value {
	if s.empty() {
		return value{lost: s.lost}
	}
	return value{words: one(s.parties[0].Name), statements: s.parties[0].Statements, lost: s.lost}
}

func (s *side) kindWord() value {
	if s.empty() {
		return value{}
	}
	return value{words: one(string(s.kind())), statements: s.parties[0].Statements}
}

func (s *side) othersWords() value {
	var v value
	for i := 1; i < len(s.parties); i++ {
		v.words = append(v.words, s.parties[i].Name)
		v.statements = append(v.statements, s.parties[i].Statements...)
	}
	return v
}

// ab are the two sides in UCDP's order: of a state's conflict the state is A.
func (c *coding) ab() [2]side {
	if c.event.UCDP == 1 && c.sides[0].kind() == annals.ArmedGroup && isState(c.sides[1].kind()) {
		return [2]side{c.sides[1], c.sides[0]}
	}
	return c.sides
}

// bothSides are the names of the two sides, where both are known.
func bothSides(c *coding) value {
	ab := c.ab()
	one, two := ab[0].name(), ab[1].name()
	if len(one.words) == 0 || len(two.words) == 0 {
		return value{}
	}
	return value{words: append(one.words, two.words...), statements: append(one.statements, two.statements...)}
}

// civiliansHarmed are the statements that say that civilians were harmed: a
// figure that counts them, or a victim that is a people and no force.
func (c *coding) civiliansHarmed() []resolve.StatementKey {
	var out []resolve.StatementKey
	for i := range c.event.Ledger {
		if x := &c.event.Ledger[i]; x.Figure.Victims.Status == "civilian" && size(x) > 0 {
			out = append(out, x.Statements...)
		}
	}
	for _, p := range c.event.Parties {
		if p.Kind == annals.Population && (p.Role == annals.Victim || p.Role == annals.Target) && !c.armed(p.Name) {
			out = append(out, p.Statements...)
		}
	}
	return out
}

func civiliansTargeted(c *coding) value {
	statements := c.civiliansHarmed()
	violent := c.event.PLOVER != nil && c.event.PLOVER.Type == "ASSAULT"
	if !violent || len(statements) == 0 || c.event.UCDP != 3 && !c.againstNobodyElse() {
		return value{}
	}
	return value{words: one("yes"), statements: statements}
}

// againstNobodyElse says whether no group or force is named as harmed.
func (c *coding) againstNobodyElse() bool {
	k := c.sides[1].kind()
	return k == "" || k == annals.Population
}

// armed says whether the words for some people name a group or force, or are
// counted as combatants: "six members of the Blue Front".
func (c *coding) armed(words string) bool {
	for i := range c.event.Ledger {
		f := c.event.Ledger[i].Figure
		if f.Victims.Status == "combatant" && f.Who != "" && strings.Contains(words, f.Who) {
			return true
		}
	}
	for i := range c.Actors {
		x := &c.Actors[i]
		if x.Kind != annals.ArmedGroup && !isState(x.Kind) {
			continue
		}
		for _, alias := range x.Aliases {
			if names(strings.ToLower(words), alias.Name) {
				return true
			}
		}
	}
	return false
}

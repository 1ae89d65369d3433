package events

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// ofWhom adds the group whose people or arms an actor is: "its fighters", "fighters of
// the Shabaab". Who they are is told by a pronoun or by a phrase behind their noun.
func (r *reading) ofWhom(out []annals.Argument, ref annals.Ref, rule string) []annals.Argument {
	head := r.headOf(&r.doc.Mentions[ref-1])
	if head >= len(r.text.Tokens) || opposed[singular(r.text, head)] || r.class(head)&(armed|vehicle|weapon) == 0 && !memberNouns[singular(r.text, head)] {
		return out
	}
	for _, c := range r.text.Children(head) {
		i := int(c)
		if !r.belongs(i) {
			continue
		}
		group := r.mention[i]
		if group == 0 || !r.heads[i] || !r.isGroup(&r.doc.Mentions[group-1]) ||
			slices.ContainsFunc(out, func(a annals.Argument) bool { return a.Mention == group }) {
			continue
		}
		out = append(out, annals.Argument{Role: annals.Actor, Mention: group, Confidence: phraseArgument, Rule: rule + ", whose"})
	}
	return out
}

// memberNouns are nouns for people of a group that are no words of arms themselves.
var memberNouns = map[string]bool{"member": true, "element": true, "man": true, "cadre": true, "operative": true, "follower": true, "loyalist": true,
	"combatant": true, "agent": true, "partisan": true, "activist": true, "supporter": true, "commander": true}

// opposed are nouns for those who are against whom they belong to: "the enemy of the Front".
var opposed = map[string]bool{"enemy": true, "rival": true, "foe": true, "opponent": true, "adversary": true, "challenger": true}

// belongs says whether a word stands to the noun above it as the one it belongs to.
func (r *reading) belongs(i int) bool {
	switch k := &r.text.Tokens[i]; {
	case k.Dep == "nmod:poss":
		return true
	case text.DepIs(k.Dep, "nmod"):
		p := r.preposition(i)
		return p == "of" || p == "from"
	}
	return false
}

// isGroup says whether a mention is of a group that acts: by its own kind, or where
// it is a pronoun by what it stands for.
func (r *reading) isGroup(m *annals.Mention) bool {
	kind := m.Kind
	if m.Form == annals.Pronoun {
		if m.Entity == 0 || int(m.Entity) > len(r.doc.Entities) {
			return false
		}
		kind = r.doc.Entities[m.Entity-1].Kind
	} else if m.Form != annals.Name {
		return false
	}
	return kind == annals.ArmedGroup || kind == annals.StateForce || kind == annals.Organisation || kind == annals.Government && m.Form == annals.Pronoun
}

package events

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// fillers turns what hangs from a trigger into arguments.
func (r *reading) fillers(c *candidate) []annals.Argument {
	var out []annals.Argument
	for _, d := range c.around {
		role := r.role(c, d)
		if role == "" {
			continue
		}
		ref := r.mentionOf(d.token)
		if ref == 0 || r.doc.Mentions[ref-1].Form == annals.Nominal && d.function != "compound" && r.doc.Mentions[ref-1].Contains(c.span) || slices.ContainsFunc(out, func(a annals.Argument) bool { return a.Mention == ref }) {
			continue
		}
		out = append(out, annals.Argument{Role: role, Mention: ref, Confidence: confidenceOf(d), Rule: c.frame.name + " " + d.function})
		if (role == annals.Actor || role == annals.WeaponRole && d.function == "compound") && r.doc.Mentions[ref-1].Form == annals.Nominal {
			out = r.within(out, ref, c.frame.name+" "+d.function)
		}
		if role == annals.Actor && r.doc.Mentions[ref-1].Form == annals.Nominal {
			out = r.ofWhom(out, ref, c.frame.name+" "+d.function)
		}
	}
	return out
}

// qualifies says whether a name inside a phrase says whose the phrase is: it stands
// before the head, "ISIS-K gunmen", or is the example given, "a group like
// ISIS-K". "An enemy of the Taliban" is not the Taliban's.
func (r *reading) qualifies(name, phrase *annals.Mention) bool {
	if !phrase.Contains(name.Span) {
		return false
	}
	if name.End <= phrase.Head.Start {
		return true
	}
	between := annals.Span{Start: phrase.Head.End, End: name.Start}.In(r.text.Source)
	return strings.Contains(between, " like ") || strings.Contains(between, " such as ")
}

// within adds the groups named inside a nominal actor: "ISIS-K" of "ISIS-K gunmen".
func (r *reading) within(out []annals.Argument, ref annals.Ref, rule string) []annals.Argument {
	m := &r.doc.Mentions[ref-1]
	first, last := r.text.Covering(m.Start, m.End)
	for i := first; i < last; i++ {
		inner := r.mention[i]
		if inner == 0 || inner == ref || !r.heads[i] {
			continue
		}
		o := &r.doc.Mentions[inner-1]
		group := o.Kind == annals.ArmedGroup || o.Kind == annals.StateForce || o.Kind == annals.Organisation ||
			o.Kind == annals.Government && r.class(r.headOf(m))&weapon != 0 // "US drone"
		if o.Form == annals.Name && group && r.qualifies(o, m) && !slices.ContainsFunc(out, func(a annals.Argument) bool { return a.Mention == inner }) {
			out = append(out, annals.Argument{Role: annals.Actor, Mention: inner, Confidence: phraseArgument, Rule: rule + ", named within"})
		}
	}
	return out
}

// role is the part a dependent plays, "" for none.
func (r *reading) role(c *candidate, d dependent) annals.Role {
	k := r.class(d.token)
	if k == 0 || r.eventNoun(d.token) || r.text.Tokens[d.token].UPOS == text.ADV {
		return ""
	}
	role, known := c.frame.roles[d.function]
	if d.function == "compound" {
		return r.compoundRole(c, d, k)
	}
	if !known {
		return ""
	}
	if d.function == "poss" && c.frame.name == "harm" && slices.ContainsFunc(c.around, func(o dependent) bool { return o.function == "of" }) {
		role = "actor"
	}
	switch role {
	case "actor":
		return r.actorRole(k, d)
	case "hit":
		return r.hitRole(k, d)
	case "weapon":
		if k&(weapon|explosive|vehicle) == 0 {
			return ""
		}
	case "victim":
		if k&(human|armed|crowd|proper|pronoun) == 0 {
			if k&(facility|vehicle) != 0 {
				return annals.Target
			}
			return ""
		}
	case "recipient":
		if k&classNames["actor"] == 0 {
			return ""
		}
	}
	return annals.Role(role)
}

// eventNoun says whether a token names what is done and nobody: "attacks".
func (r *reading) eventNoun(i int) bool {
	word := singular(r.text, i)
	if ref := r.mention[i]; ref > 0 && r.heads[i] && r.doc.Mentions[ref-1].Form == annals.Name {
		return false
	}
	return r.nouns[word] != nil && r.classes[word]&(explosive|weapon|human) == 0
}

// actorRole: a bomb or a gun that kills is the means, not the doer.
func (r *reading) actorRole(k class, d dependent) annals.Role {
	switch {
	case r.nobody(d.token):
		return ""
	case k&(armed|human|organisation|state|proper|pronoun|crowd) != 0 && (k&(explosive|weapon) == 0 || k&human != 0 && k&explosive == 0):
		return annals.Actor
	case k&(explosive|weapon) != 0:
		return annals.WeaponRole
	}
	return ""
}

// nobody says whether a token cannot be who did something: a bare number, "one
// another", a pronoun for a place.
func (r *reading) nobody(i int) bool {
	k := &r.text.Tokens[i]
	if k.UPOS == text.NUM || reciprocal[k.Norm] {
		return true
	}
	if k.UPOS != text.PRON {
		return false
	}
	ref := r.mention[i]
	if ref == 0 || !r.heads[i] {
		return false
	}
	e := r.doc.Mentions[ref-1].Entity
	return e > 0 && int(e) <= len(r.doc.Entities) && r.doc.Entities[e-1].Kind == annals.PlaceKind
}

var reciprocal = map[string]bool{"one": true, "another": true, "each": true}

// hitRole: people hit are victims, things and places targets; after a
// preposition of place only what can be hit counts.
func (r *reading) hitRole(k class, d dependent) annals.Role {
	if where, isPlace := locative[d.function]; isPlace && where && k&(facility|vehicle) == 0 {
		return ""
	}
	if r.text.Tokens[d.token].UPOS == text.NUM && d.function != "obj" {
		return ""
	}
	if k&(facility|vehicle) == 0 && k&(human|pronoun) != 0 && k&organisation == 0 {
		return annals.Victim
	}
	if ref := r.mention[d.token]; ref > 0 && k&human != 0 && r.doc.Mentions[ref-1].Form != annals.Name {
		return annals.Victim
	}
	return annals.Target
}

// compoundRole: "US airstrike", "airport attack", "car bomb attack".
func (r *reading) compoundRole(c *candidate, d dependent, k class) annals.Role {
	_, violent := c.frame.roles["hit"]
	named := r.mention[d.token] > 0 && r.heads[d.token]
	t := &r.text.Tokens[d.token]
	switch {
	case k&(explosive|weapon) != 0 && (c.frame.roles["with"] != "" || c.frame.roles["compound"] == "weapon"):
		return annals.WeaponRole
	case violent && k&facility != 0 && t.UPOS != text.ADJ:
		return annals.Target
	case named && k&(armed|organisation|state|crowd) != 0 && c.frame.roles["subj"] == "actor":
		return annals.Actor
	case named && c.frame.name == "harm" && k&human != 0:
		return annals.Victim
	case t.UPOS == text.NOUN && k&armed != 0 && c.frame.roles["subj"] == "actor":
		return annals.Actor
	}
	return ""
}

// Confidence of an argument by how it hangs: core functions are read more surely
// than phrases and compounds, those carried from another mention least. An order,
// not a measured probability.
const (
	coreArgument    = 0.9
	phraseArgument  = 0.75
	carriedArgument = 0.6
)

func confidenceOf(d dependent) float64 {
	switch d.function {
	case "subj", "obj", "by":
		return coreArgument
	}
	return phraseArgument
}

// mentionOf is the mention a token heads; one is made where the words before
// have none. 0 for what no mention can be made of.
func (r *reading) mentionOf(i int) annals.Ref {
	if ref := r.mention[i]; ref > 0 && r.heads[i] {
		return ref
	}
	k := &r.text.Tokens[i]
	switch k.UPOS {
	case text.NOUN, text.PROPN, text.NUM, text.ADJ:
	default:
		return 0
	}
	first, last := i, i+1
	for _, c := range r.text.Children(i) {
		switch d := r.text.Tokens[c].Dep; {
		case text.DepIs(d, "det"), text.DepIs(d, "amod"), d == "nummod", d == "compound", d == "nmod:poss", d == "nmod:desc":
			first = min(first, int(c))
		case d == "flat":
			last = max(last, int(c)+1)
		}
	}
	for first < i && (r.mention[first] > 0 && !r.heads[first] || r.text.Tokens[first].UPOS == text.PUNCT) {
		first++
	}
	start, end := r.text.Bytes(first, last)
	form := annals.Nominal
	if k.UPOS == text.PROPN && r.classes[singular(r.text, i)] == 0 {
		form = annals.Name
	}
	r.doc.Mentions = append(r.doc.Mentions, annals.Mention{Span: annals.Span{Start: start, End: end}, Text: r.text.Source[start:end],
		Form: form, Kind: kindOf(r.class(i)), Head: annals.Span{Start: k.Start, End: k.End}, Score: carriedArgument})
	ref := annals.Ref(len(r.doc.Mentions))
	r.mention[i], r.heads[i] = ref, true
	return ref
}

// kindOf is the kind of a mention made here.
func kindOf(c class) annals.Kind {
	switch {
	case c&(explosive|weapon) != 0:
		return annals.Weapon
	case c&vehicle != 0:
		return annals.Vehicle
	case c&facility != 0:
		return annals.Facility
	case c&state != 0 && c&armed != 0:
		return annals.StateForce
	case c&(human|armed|crowd) != 0:
		return annals.Person
	case c&organisation != 0:
		return annals.Organisation
	case c&territory != 0:
		return annals.PlaceKind
	}
	return annals.OtherKind
}

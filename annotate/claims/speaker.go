package claims

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// speaker is the entity that a phrase names: the mention that its head word
// heads, or the name in apposition to it; else, for a cited document, whose it
// is ("the UN report").
func (r *reading) speaker(head int, source annals.Span) annals.Ref {
	head = r.antecedent(head)
	if head == text.None {
		return 0
	}
	e := r.fullName(r.entity(head))
	if e != 0 && r.named(e) {
		return e
	}
	if name := r.nameIn(head, source); name != 0 {
		return name
	}
	if e != 0 {
		return e
	}
	for _, deps := range [][]string{{"appos", "flat"}, {"compound", "nmod:poss", "nmod", "amod"}} {
		for _, c := range r.t.Children(head) {
			for _, d := range deps {
				if !text.DepIs(r.t.Tokens[c].Dep, d) || r.t.Tokens[c].Start >= source.End && !source.Empty() {
					continue
				}
				if e := r.entity(int(c)); e != 0 && (deps[0] == "appos" || r.speaks(e)) {
					return e
				}
			}
		}
	}
	return 0
}

// fullName is the one person whose full name ends in the name of an entity:
// speakers come back by their last names. Any other entity is itself.
func (r *reading) fullName(e annals.Ref) annals.Ref {
	if e == 0 || strings.ContainsRune(r.d.Entities[e-1].Name, ' ') || !r.named(e) {
		return e
	}
	found := annals.Ref(0)
	for i := range r.d.Entities {
		full := &r.d.Entities[i]
		if full.Kind != annals.Person || !strings.HasSuffix(full.Name, " "+r.d.Entities[e-1].Name) {
			continue
		}
		if found != 0 {
			return e
		}
		found = annals.Ref(i + 1)
	}
	if found != 0 {
		return found
	}
	return e
}

// nameIn is the person named beside the head word of a phrase: "the spokesman,
// Omar Haidari", "Taliban spokesperson Zabiullah Mujahid".
func (r *reading) nameIn(head int, source annals.Span) annals.Ref {
	first, last := r.t.Covering(source.Start, source.End)
	for i := first; i < last; i++ {
		m := r.view.Mention(i)
		if m == 0 || r.d.Mentions[m-1].Form != annals.Name || r.d.Mentions[m-1].Kind != annals.Person || i < head {
			continue
		}
		at := i
		for text.DepIs(r.t.Tokens[at].Dep, "flat") && r.t.Tokens[at].Head > head { // behind a rank: "the spokesman, Colonel Omar Haidari"
			at = r.t.Tokens[at].Head
		}
		switch t := &r.t.Tokens[at]; {
		case t.Head == head && (text.DepIs(t.Dep, "appos") || text.DepIs(t.Dep, "flat")), t.Head == r.t.Tokens[head].Head && i-head <= 3:
			return r.d.Mentions[m-1].Entity
		}
	}
	return 0
}

// antecedent is the noun that a relative pronoun stands for; any other word is
// its own.
func (r *reading) antecedent(head int) int {
	if head == text.None || r.t.Tokens[head].XPOS != "WP" && r.t.Tokens[head].XPOS != "WDT" {
		return head
	}
	for at := head; at != text.None; at = r.t.Tokens[at].Head {
		if text.DepIs(r.t.Tokens[at].Dep, "acl") {
			return r.t.Tokens[at].Head
		}
	}
	return head
}

// entity is the entity of the mention with this head word.
func (r *reading) entity(head int) annals.Ref {
	if m := r.view.Mention(head); m != 0 {
		return r.d.Mentions[m-1].Entity
	}
	return 0
}

// speaks says that an entity is of a kind that can say something.
func (r *reading) speaks(e annals.Ref) bool {
	switch r.d.Entities[e-1].Kind {
	case annals.Organisation, annals.Government, annals.ArmedGroup, annals.StateForce, annals.Person:
		return true
	}
	return false
}

// named says that some mention of the entity is a name.
func (r *reading) named(e annals.Ref) bool {
	if e == 0 {
		return false
	}
	for _, m := range r.d.Entities[e-1].Mentions {
		if r.d.Mentions[m-1].Form == annals.Name {
			return true
		}
	}
	return false
}

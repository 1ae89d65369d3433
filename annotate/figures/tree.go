package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// byTree reads by the arcs of the sentence what the order of the words did not
// tell: those counted are the subject or object of a trigger farther off.
func (r *reading) byTree(q *quantity) (finding, bool) {
	at := q.head
	if at == text.None {
		at = q.number.last - 1
	}
	if at < 0 || at >= len(r.t.Tokens) {
		return finding{}, false
	}
	for r.t.Tokens[at].Dep == "conj" && r.t.Tokens[at].Head >= 0 && r.t.Tokens[at].Head < at {
		at = r.t.Tokens[at].Head
	}
	verb, dep := r.t.Tokens[at].Head, r.t.Tokens[at].Dep
	if verb < 0 || verb == at {
		return finding{}, false
	}
	first, _ := r.sentence(verb)
	for _, t := range r.words[verb].triggers {
		next, ok := r.follows(verb+1, t.rest)
		if !ok || !r.hasNeeds(t, next) || !r.suits(t, q) || r.aimedAt(t, next) {
			continue
		}
		if governs(t, dep) {
			return r.joined(finding{measure: t.measure, trigger: verb, rule: "tree", unreal: r.unreal(verb, first)}, t, verb, next), true
		}
	}
	return finding{}, false
}

// governs says that a word with this relation to a trigger is who it befell.
func governs(t trigger, dep string) bool {
	switch {
	case dep == "nsubj:pass":
		return t.kind.takesObject()
	case dep == "obj":
		return t.kind.takesObject() && t.form&^participle != 0
	case dep == "nsubj":
		return t.kind == onSubject || t.kind == sufferer || t.kind == bereft || t.kind == adjective
	}
	return false
}

// possessed reads "Smith's death", "his body": what befell the owner.
func (r *reading) possessed(q *quantity) (finding, bool) {
	at := q.end
	if n := r.norm(at); n != "'s" && n != "’s" && n != "'" && n != "’" {
		return finding{}, false
	}
	for at++; r.pos(at) == text.ADJ; at++ {
	}
	if at >= len(r.words) {
		return finding{}, false
	}
	for _, t := range r.words[at].triggers {
		if t.kind == ofNoun && len(t.rest) == 0 && t.measure == annals.Killed && r.norm(at) != "remains" {
			return finding{measure: t.measure, trigger: at, rule: "possessed"}, true
		}
	}
	return finding{}, false
}

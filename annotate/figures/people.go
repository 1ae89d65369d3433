package figures

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// someone is one person told of without a number, over all places that mean him
// as far as names and nouns say.
type someone struct {
	entity  annals.Ref
	names   []string // family names
	noun    string   // "man", "officer"; the first used
	sex     string
	age     string // as written, "34"; "" not said
	texts   []string
	killed  bool
	injured bool // or shot
	figures []annals.Ref
}

// someones gathers the people that the figures without a number tell of: by
// entity where mentions are resolved, else by name, and by the last person that
// noun and sex allow.
func (r *reading) someones() []*someone {
	var all []*someone
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		rule, _, _ := strings.Cut(f.Rule, " ")
		if f.PartOf != 0 || f.Measure != annals.Killed && f.Measure != annals.Injured || !r.eligible(f) || r.toldAsHistory(f) {
			continue
		}
		if !slices.Contains([]string{ruleIndefinite, ruleNamed, ruleDefinite, rulePronoun}, rule) {
			continue
		}
		p := r.personOf(f, rule, all)
		if p == nil {
			if rule == rulePronoun {
				continue
			}
			p = &someone{}
			all = append(all, p)
		}
		r.tell(p, f, rule, annals.Ref(i+1))
	}
	return all
}

// tell adds what a figure says of a person.
func (r *reading) tell(p *someone, f *annals.Figure, rule string, ref annals.Ref) {
	if name := r.nameOf(f); name != "" && !slices.Contains(p.names, name) {
		p.names = append(p.names, name)
	}
	if rule == ruleIndefinite || rule == ruleDefinite {
		if noun := strings.ToLower(lastWord(f.Who)); p.noun == "" {
			p.noun = noun
		}
	}
	if p.sex == "" {
		p.sex = sexOf(f, rule)
	}
	if p.age == "" {
		p.age = ageOf(f)
	}
	p.texts = append(p.texts, f.Text)
	if e := r.entityOf(f); e != 0 {
		p.entity = e
	}
	p.killed = p.killed || f.Measure == annals.Killed
	p.injured = p.injured || f.Measure == annals.Injured
	p.figures = append(p.figures, ref)
}

func sexOf(f *annals.Figure, rule string) string {
	switch strings.ToLower(f.Who) {
	case "he", "him", "himself":
		return "male"
	case "she", "her", "herself":
		return "female"
	}
	if rule == ruleNamed {
		return ""
	}
	return strings.Trim(f.Victims.Sex, bothStated)
}

// entityOf is the entity whose mention those counted are; 0 where none is known.
func (r *reading) entityOf(f *annals.Figure) annals.Ref {
	for m := range r.mentionsIn(f.WhoSpan) {
		if m.Entity != 0 && f.WhoSpan.Contains(m.Head) && m.Head.End == f.WhoSpan.End {
			return m.Entity
		}
	}
	return 0
}

// personOf is the one of those told of before whom a figure means; nil for a new
// one.
func (r *reading) personOf(f *annals.Figure, rule string, all []*someone) *someone {
	if e := r.entityOf(f); e != 0 {
		for _, p := range all {
			if p.entity == e && !(rule == ruleIndefinite && (r.justTold(p, f) || isKin(f))) {
				return p
			}
		}
	}
	name, sex := r.nameOf(f), sexOf(f, rule)
	for _, p := range all {
		if rule == ruleIndefinite && len(f.Text) > len("another") && slices.Contains(p.texts, f.Text) && !r.justTold(p, f) {
			return p // a caption or headline told again
		}
	}
	if n := r.oneMore(f); n == 1 || n > 0 && int(n) == len(all)+1 {
		return nil // but "a third was shot" after two who fled tells of nobody new
	}
	age := ageOf(f)
	for _, p := range all {
		if name != "" && slices.Contains(p.names, name) {
			return p
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		p := all[i]
		if age != "" && age == p.age {
			return p
		}
		if rule == ruleIndefinite && r.justTold(p, f) {
			continue
		}
		if sex != "" && p.sex != "" && sex != p.sex || age != "" && p.age != "" || name != "" && len(p.names) > 0 {
			continue
		}
		noun := strings.ToLower(lastWord(f.Who))
		if rule != ruleIndefinite || p.noun == noun || generic[noun] || generic[p.noun] || r.oneMore(f) > 0 {
			return p
		}
	}
	return nil
}

// isKin says that a figure counts someone told of as another's: "the judge's son", whom
// a name or a noun in his phrase does not mean.
func isKin(f *annals.Figure) bool {
	return strings.Contains(f.Who, "'s ") || strings.Contains(f.Who, "’s ")
}

// justTold says that the sentence of a figure told before of someone whom something else
// befell: who is told of anew ("a guard was hurt and a guard was killed") is another.
func (r *reading) justTold(p *someone, f *annals.Figure) bool {
	last := &r.d.Figures[p.figures[len(p.figures)-1]-1]
	return last.Measure != f.Measure && strings.HasPrefix(last.Rule, ruleIndefinite) && r.t.SentenceAt(last.Start) == r.t.SentenceAt(f.Start)
}

// oneMore says of one person told of without a number that he comes on top of
// others, and which in their order: 4 for "a fourth victim", 1 for "another"; else 0.
func (r *reading) oneMore(f *annals.Figure) float64 {
	if !unnumbered(f) {
		return 0
	}
	first, last := r.t.Covering(f.Start, f.End)
	for i := first; i < last; i++ {
		switch {
		case r.norm(i) == "another":
			return 1
		case r.is(i, ordinal):
			return float64(slices.Index(ordinals, r.norm(i)) + 2)
		}
	}
	return 0
}

// ordinals are the words of class ordinal in their order, from the second on.
var ordinals = strings.Fields("second third fourth fifth sixth seventh eighth ninth tenth")

// ageOf is the age that those counted are given, "34" in "34-year-old man".
func ageOf(f *annals.Figure) string {
	n := len(f.Who) - len(strings.TrimLeft(f.Who, "0123456789"))
	if n == 0 || n == len(f.Who) || !strings.Contains(f.Who, "year") {
		return ""
	}
	return f.Who[:n]
}

// generic nouns may mean whoever was told of before.
var generic = map[string]bool{"victim": true, "person": true, "man": true, "woman": true, "teen": true, "resident": true, "": true}

package events

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// condition is one requirement on the words around a trigger, written in the
// last column of triggers.tsv:
//
//	obj:human    the object (or the subject of a passive) is of the class; also subj: and of:
//	obj=bill     the object is one of the words; also subj= mod= (a modifier),
//	             head= (what the trigger modifies), in= (anywhere in the sentence)
//	prep:with    one of the prepositions hangs from it; prep_of=x: what follows "of"
//	has=lift     one of the words hangs from it, or from what hangs from it
//	under=leave  the word it hangs from is one of the words
//	told=drone   an event of that mode was told before it
//	passive      it is passive        plural   it is plural
//	named        its object is a name  clause   it governs a clause
//	self         what it says is done by whoever says it
//	!…           the opposite
type condition struct {
	not   bool
	slot  string // obj subj mod head under has in told prep prep_of, or one of bare
	class class
	words map[string]bool
}

// bare are the conditions that are one word.
var bare = map[string]bool{"passive": true, "plural": true, "named": true, "clause": true, "self": true}

func parseCondition(s string) (condition, error) {
	c := condition{not: strings.HasPrefix(s, "!")}
	s = strings.TrimPrefix(s, "!")
	at := strings.IndexAny(s, ":=")
	if at < 0 {
		c.slot = s
		if !bare[s] {
			return c, fmt.Errorf("no condition %q", s)
		}
		return c, nil
	}
	c.slot = s[:at]
	values := strings.Split(s[at+1:], ",")
	if s[at] == ':' && c.slot != "prep" {
		for _, v := range values {
			k, known := classNames[v]
			if !known {
				return c, fmt.Errorf("no class %q", v)
			}
			c.class |= k
		}
		return c, nil
	}
	c.words = map[string]bool{}
	for _, v := range values {
		c.words[v] = true
	}
	return c, nil
}

// holds says whether the condition is met at a trigger whose arguments are known.
func (c *condition) holds(r *reading, at int, around []dependent) bool {
	return c.met(r, at, around) != c.not
}

func (c *condition) met(r *reading, at int, around []dependent) bool {
	switch c.slot {
	case "passive":
		return r.passive(at)
	case "plural":
		return strings.Contains(r.text.Tokens[at].Feats, "Number=Plur") || r.text.Tokens[at].XPOS == "NNS"
	case "named":
		for _, d := range around {
			if ref := r.mention[d.token]; d.function == "obj" && ref > 0 && r.heads[d.token] && r.doc.Mentions[ref-1].Form == annals.Name {
				return true
			}
		}
		return false
	case "clause":
		return r.text.Child(at, "ccomp") != text.None
	case "self":
		return r.anyChild(at, r.ofSpeaker)
	case "told":
		for mode := range c.words {
			if r.told[mode] {
				return true
			}
		}
		return false
	case "mod":
		return r.anyChild(at, func(i int) bool {
			d := r.text.Tokens[i].Dep
			return (text.DepIs(d, "amod") || text.DepIs(d, "compound") || text.DepIs(d, "nmod") || text.DepIs(d, "flat")) && c.names(r, i)
		})
	case "head":
		h := r.text.Tokens[at].Head
		return h >= 0 && text.DepIs(r.text.Tokens[at].Dep, "compound") && c.names(r, h)
	case "under":
		h := r.text.Tokens[at].Head
		return h >= 0 && (c.words[r.text.Tokens[h].Lemma] || c.names(r, h))
	case "has":
		return r.anyChild(at, func(i int) bool {
			return c.names(r, i) || r.anyChild(i, func(g int) bool { return c.names(r, g) })
		})
	case "in":
		s := r.text.Sentences[r.text.SentenceOf(at)]
		for i := s.First; i < s.Last; i++ {
			if i != at && c.names(r, i) {
				return true
			}
		}
		return false
	}
	for _, d := range around {
		if c.fits(r, d) {
			return true
		}
	}
	return false
}

func (c *condition) fits(r *reading, d dependent) bool {
	switch {
	case c.slot == "prep":
		return c.words[d.function]
	case c.slot == "prep_of":
		return d.function == "of" && c.names(r, d.token)
	case d.function != c.slot && !(c.slot == "subj" && d.function == "by"):
		return false
	case c.words != nil:
		return c.names(r, d.token)
	}
	return r.class(d.token)&c.class != 0 || c.class == ^class(0)
}

func (c *condition) names(r *reading, i int) bool {
	return c.words[singular(r.text, i)] || c.words[r.text.Tokens[i].Norm]
}

// ofSpeaker says whether a clause tells what its speaker will do: "that it would
// retaliate".
func (r *reading) ofSpeaker(i int) bool {
	if !text.DepIs(r.text.Tokens[i].Dep, "ccomp") {
		return false
	}
	who := r.text.Child(i, "nsubj")
	return who != text.None && r.text.Tokens[who].XPOS == "PRP" && r.anyChild(i, func(c int) bool {
		k := &r.text.Tokens[c]
		return text.DepIs(k.Dep, "aux") && k.XPOS == "MD"
	})
}

package times

import (
	_ "embed"
	"fmt"
	"math/bits"
	"strings"
)

//go:embed rules.tsv
var rulesTSV string

// grammar is the lexicon and the rules over it, ready to run.
type grammar struct {
	words lexicon
	marks [256]*word
	rules []*rule
	index index
}

// index finds the rules that can begin with an item.
type index struct {
	starts  mask
	byClass [classes][]*rule
	byID    [][]*rule
}

func (x *index) byWord(it *item) []*rule {
	if it.word == nil || int(it.word.id) >= len(x.byID) {
		return nil
	}
	return x.byID[it.word.id]
}

func lowest(m mask) class { return class(bits.TrailingZeros64(uint64(m))) }

func newGrammar() (*grammar, error) {
	words, err := newLexicon()
	if err != nil {
		return nil, err
	}
	g := &grammar{words: words}
	lets := map[string]string{}
	for n, line := range strings.Split(rulesTSV, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if f[0] == "let" && len(f) == 3 {
			lets[f[1]] = expand(lets, f[2])
			continue
		}
		if len(f) != 4 {
			return nil, fmt.Errorf("times: rules.tsv line %d: want meaning, argument, pattern, example", n+1)
		}
		r := &rule{order: n + 1, argument: f[1], example: f[3]}
		if r.meaning = meanings[f[0]]; r.meaning == nil {
			return nil, fmt.Errorf("times: rules.tsv line %d: no meaning %q", n+1, f[0])
		}
		if r.program, err = compile(words, expand(lets, f[2])); err != nil {
			return nil, fmt.Errorf("times: rules.tsv line %d: %w", n+1, err)
		}
		g.rules = append(g.rules, r)
	}
	for c := range g.marks {
		g.marks[c] = words[string(rune(c))]
	}
	g.index.fill(g.rules, len(words))
	return g, nil
}

func expand(lets map[string]string, pattern string) string {
	f := strings.Fields(pattern)
	for i := range f {
		if to, ok := lets[f[i]]; ok {
			f[i] = to
		}
	}
	return strings.Join(f, " ")
}

func (x *index) fill(rules []*rule, words int) {
	x.byID = make([][]*rule, words+1)
	for _, r := range rules {
		var classes mask
		ids := map[uint16]bool{}
		r.firsts(0, &classes, ids)
		x.starts |= classes
		for m := classes; m != 0; m &= m - 1 {
			c := lowest(m)
			x.byClass[c] = append(x.byClass[c], r)
		}
		for id := range ids {
			x.byID[id] = append(x.byID[id], r)
		}
	}
}

// firsts adds what the pattern can begin with from step pc on.
func (r *rule) firsts(pc int, classes *mask, ids map[uint16]bool) {
	for ; pc < len(r.program); pc++ {
		st := &r.program[pc]
		switch {
		case st.other > 0:
			r.firsts(pc+1, classes, ids)
			pc = st.other - 1
		case st.look == takes:
			*classes |= st.mask
			for _, id := range st.words {
				ids[id] = true
			}
			return
		}
	}
}

package places

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// candidate is a stretch of words that may name a place: a name of the
// gazetteer, or a run of capitalised words it does not know.
type candidate struct {
	annals.Span
	first, last int               // words first ≤ i < last
	run         [2]int            // the run of capitalised words it stands in
	entries     []gazetteer.Entry // what it may stand for; none for an unknown run
	use         gazetteer.Use     // of the first entry
}

// known says that the gazetteer has the name.
func (c *candidate) known() bool { return len(c.entries) > 0 }

// candidates are the names of the gazetteer on a page, and the capitalised runs
// in which it knows none; in the order of the text.
func (p *page) candidates(g *gazetteer.Gazetteer) []candidate {
	var out []candidate
	at, covered := 0, 0
	g.Scan(p.source, func(m gazetteer.Match) {
		for at < len(p.words) && p.words[at].End <= m.Start {
			at++
		}
		c := candidate{Span: m.Span, first: at, last: at + m.Words}
		for c.last < len(p.words) && p.words[c.last].Start < m.End {
			c.last++
		}
		for c.last > c.first+1 && p.words[c.last-1].Start >= m.End {
			c.last--
		}
		if c.last-c.first == 1 && lexicon().term(p.form(c.first))&^titleTerm&^abbreviationTerm != 0 && !strings.Contains(c.In(p.source), ".") {
			return // March is a month sooner than a town, Central a word
		}
		c.entries = p.fitting(g, &c, g.Lookup(nil, m.Hash))
		if len(c.entries) == 0 {
			return
		}
		c.use = c.entries[0].Use
		c.run = p.runAround(c.first, c.last)
		out = p.unknownRuns(out, covered, c.first)
		out, covered = append(out, c), c.last
	})
	return p.unknownRuns(out, covered, len(p.words))
}

// isAdjective says that one of the entries is the adjective of a country or its
// people: then no town of that name is meant.
func isAdjective(entries []gazetteer.Entry) bool {
	return slices.ContainsFunc(entries, func(e gazetteer.Entry) bool { return e.Use == gazetteer.Adjective || e.Use == gazetteer.Inhabitants })
}

// fitting keeps the entries whose use suits how the name is written.
func (p *page) fitting(g *gazetteer.Gazetteer, c *candidate, entries []gazetteer.Entry) []gazetteer.Entry {
	form := c.In(p.source)
	shout := !p.upper && isShout(form)
	kept, people := entries[:0], isAdjective(entries)
	for _, e := range entries {
		if people && e.Use != gazetteer.Adjective && e.Use != gazetteer.Inhabitants {
			continue
		}
		if p.suits(c, form, shout, e.Use) {
			kept = append(kept, e)
		}
	}
	return kept
}

// maxShout is the longest name in capitals that passes for an acronym of
// something else in a text of mixed case.
const maxShout = 4

func (p *page) suits(c *candidate, form string, shout bool, use gazetteer.Use) bool {
	dotted := strings.Contains(form, ".")
	switch use {
	case gazetteer.Short:
		g := p.words[c.first].gap
		return c.first > 0 && (g == comma || g == opening || g == hyphen && len(p.form(c.first-1)) == 1) && p.words[c.first-1].capital &&
			(dotted || len(form) > 2 || shout || p.upper) && (len(form) > 2 || c.last-c.first > 1 || !p.upper || p.gapAfter(c.first) != space)
	case gazetteer.Acronym:
		return dotted || shout
	case gazetteer.Adjective, gazetteer.Inhabitants:
		return true
	}
	return p.words[c.last-1].capital && !(shout && len(form) <= maxShout) && (!dotted || len(form) > 4)
}

// runAround is the run of capitalised words around words first ≤ i < last.
func (p *page) runAround(first, last int) [2]int {
	if p.upper {
		return [2]int{first, last}
	}
	for first > 0 && p.tied(first) && p.words[first-1].capital {
		first--
	}
	for last < len(p.words) && p.tied(last) && p.words[last].capital {
		last++
	}
	return [2]int{first, last}
}

// tied says that word i may belong to the same name as the one before it.
func (p *page) tied(i int) bool {
	switch p.words[i].gap {
	case space, hyphen:
		return true
	case abridged: // St. Louis, but Smith Jr. He
		return len(p.form(i-1)) <= 3 && lexicon().term(p.form(i-1))&(titleTerm|settlementTerm) == 0 && isSaint(p.form(i-1))
	}
	return false
}

func isSaint(form string) bool {
	switch strings.ToLower(form) {
	case "st", "mt", "ft", "ste":
		return true
	}
	return false
}

// unknownRuns adds the capitalised runs among words from ≤ i < to. A function
// word that opens a sentence is no part of one.
func (p *page) unknownRuns(out []candidate, from, to int) []candidate {
	if p.upper {
		return out
	}
	for i := from; i < to; {
		if !p.words[i].capital || p.opens(i) && isFunctionWord(p.form(i)) {
			i++
			continue
		}
		end := i + 1
		for end < to && p.words[end].capital && p.tied(end) {
			end++
		}
		c := candidate{Span: annals.Span{Start: p.words[i].Start, End: p.words[end-1].End}, first: i, last: end}
		c.run = p.runAround(i, end)
		if end-i <= maxRun && !(end-i == 1 && (p.words[i].shout || lexicon().term(p.form(i)) != 0)) {
			out = append(out, c)
		}
		i = end
	}
	return out
}

// maxRun is the longest unknown name looked at, in words: longer runs are
// headlines.
const maxRun = 5

// isFunctionWord says that a word may open a sentence before a name.
func isFunctionWord(form string) bool {
	if lexicon().term(form)&prepositionTerm != 0 {
		return true
	}
	switch strings.ToLower(form) {
	case "the", "a", "an", "but", "and", "or", "when", "while", "as", "if", "he", "she", "it", "they", "we", "i", "this", "that", "these", "those",
		"after", "before", "since", "during", "meanwhile", "however", "although", "there", "then", "his", "her", "their", "its", "our", "my", "not", "no",
		"so", "all", "one", "two", "three", "some", "many", "most", "both", "what", "where", "who", "how", "why", "under", "despite", "last", "later":
		return true
	}
	return false
}

package tagger

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// talk is what the features know of the turns of a conversation: which words go
// with each quotation, and where a mention stands between two of them.
type talk struct {
	turn   []turn // of each quotation
	before []int  // of each word: the quotation it stands in or after, -1 none
	after  []int  // … in or before
	phrase []int  // head of the noun phrase of a word, or None
	// left and right count the subjects between a word and the quotations around it.
	left, right []int
	names       map[string]bool // words that the rules found speaking
}

// turn is a quotation: its words, the verbs that stand by it, and how it looks.
type turn struct {
	first, last int
	lead, trail string // nearest verb of the sentence before and after
	word        string // word right before
	look        string // how it starts and ends
	cued        string // whether the rules found a cue beside it
}

const (
	beside   = 8 // how many words from a quotation its verb is looked for
	deepest  = 6 // how far up the head of a noun phrase is looked for
	furthest = 4 // sentences between a word and a quotation that are told apart
	subjects = 3 // subjects between them that are told apart
)

// markTalk finds the verbs beside each quotation, and the noun phrase and the
// quotations around each word.
func (d *document) markTalk(turns [][2]int) {
	n := len(d.Tokens)
	t := &d.talk
	*t = talk{before: make([]int, n), after: make([]int, n), phrase: make([]int, n), left: make([]int, n), right: make([]int, n), names: map[string]bool{}}
	for i := range n {
		t.before[i], t.after[i], t.phrase[i] = -1, -1, d.phraseOf(i)
		if d.hints[Source][i] != "" && t.phrase[i] == i {
			t.names[d.Tokens[i].Norm] = true
		}
	}
	for k, q := range turns {
		t.turn = append(t.turn, d.turnOf(q[0], q[1]))
		for i := q[0]; i < q[1]; i++ {
			t.before[i], t.after[i] = k, k
		}
	}
	d.countSubjects()
}

// turnOf looks at the quotation first ≤ i < last and what stands beside it.
func (d *document) turnOf(first, last int) turn {
	q := turn{first: first, last: last, word: "edge"}
	var lead, trail string
	q.lead, lead = d.verbBeside(first-1, -1)
	q.trail, trail = d.verbBeside(last, 1)
	q.cued = lead + trail
	if first > 0 {
		q.word = d.Tokens[first-1].Norm
	}
	if last-first > 2 {
		q.look = shape(d.Form(first+1)) + d.Tokens[last-2].Norm
		if d.Tokens[last-2].UPOS != text.PUNCT {
			q.look = shape(d.Form(first+1)) + "word"
		}
	}
	return q
}

// verbBeside is the nearest verb from word i on, not past another quotation or a
// full stop, and whether the rules call it a cue.
func (d *document) verbBeside(i, step int) (lemma, cued string) {
	for range beside {
		if i < 0 || i >= len(d.Tokens) || d.quote[i] != "" || d.Form(i) == "." {
			break
		}
		if d.hints[Cue][i] != "" {
			return strings.ToLower(d.Tokens[i].Lemma), "cue"
		}
		if d.Tokens[i].UPOS == text.VERB && lemma == "" {
			lemma = strings.ToLower(d.Tokens[i].Lemma)
		}
		i += step
	}
	return lemma, "no"
}

// phraseOf is the head of the noun phrase that word i belongs to.
func (d *document) phraseOf(i int) int {
	for range deepest {
		t := &d.Tokens[i]
		switch t.Dep {
		case "det", "amod", "compound", "flat", "nummod", "case", "nmod:poss":
			if t.Head == text.None {
				return text.None
			}
			i = t.Head
			continue
		}
		switch t.UPOS {
		case text.NOUN, text.PROPN, text.PRON:
			return i
		}
		return text.None
	}
	return text.None
}

// countSubjects finds the quotations around each word and counts the subjects
// between: the one nearest to speech that names no speaker is likely to speak.
func (d *document) countSubjects() {
	t := &d.talk
	subject := func(i int) bool {
		return t.phrase[i] == i && d.quote[i] == "" && (d.Tokens[i].Dep == "nsubj" || d.Tokens[i].Dep == "nsubj:pass")
	}
	n := len(d.Tokens)
	walk := func(turns, counts []int, at func(int) int) {
		count, turn := 0, -1
		for k := range n {
			i := at(k)
			if turns[i] >= 0 {
				count, turn = 0, turns[i]
			}
			turns[i], counts[i] = turn, min(count, subjects)
			if subject(i) {
				count++
			}
		}
	}
	walk(t.before, t.left, func(k int) int { return k })
	walk(t.after, t.right, func(k int) int { return n - 1 - k })
}

// way says how many sentences lie between a word and a quotation, and whether
// the rules found a cue beside that.
func (d *document) way(i, turn int) (far, cued string) {
	if turn < 0 {
		return "none", "none"
	}
	q := &d.talk.turn[turn]
	edge := q.first
	if edge < i {
		edge = q.last - 1
	}
	n := d.SentenceOf(i) - d.SentenceOf(edge)
	return string(rune('0' + min(max(n, -n), furthest))), q.cued
}

// talkFeatures tell of a word in a quotation what stands beside that, of any other
// word how its noun phrase stands to the speech around it.
func (d *document) talkFeatures(b *bag, i int) {
	t := &d.talk
	if k := t.before[i]; d.quote[i] != "" && k >= 0 {
		d.turnFeatures(b, i, &t.turn[k])
		return
	}
	b.template += turnTemplates
	last, lastCued := d.way(i, t.before[i])
	next, nextCued := d.way(i, t.after[i])
	left, right := string(rune('0'+t.left[i])), string(rune('0'+t.right[i]))
	p := d.phraseAt(t.phrase[i])
	b.add(last, lastCued, next, nextCued, p.dep)
	b.add(last, lastCued, p.dep, left, p.kind)
	b.add(next, nextCued, p.dep, right, p.kind)
	b.add(last, next, nextCued, left, right, p.dep)
	b.add(p.dep, p.kind, p.known)
	b.add(p.known, last, lastCued, next, nextCued)
	b.add(p.dep, p.kind, p.marker, p.told)
	b.add(p.dep, p.marker, p.verb)
	b.add(p.dep, p.verb, next, nextCued)
	b.add(d.hints[Cue][i], last, lastCued, next, nextCued, d.cue[i])
	b.add(d.Tokens[i].Norm, next, nextCued, right)
	b.add(d.Tokens[i].Norm, last, lastCued, left)
}

// phrase is what the features know of a noun phrase.
type phrase struct {
	dep, kind, known   string
	marker, verb, told string // its preposition, the word above it, and how that is a cue
}

func (d *document) phraseAt(head int) phrase {
	if head == text.None {
		return phrase{dep: "none"}
	}
	out := phrase{dep: d.Tokens[head].Dep, kind: d.kindOf(head), known: "new"}
	if d.talk.names[d.Tokens[head].Norm] {
		out.known = "speaks"
	}
	for _, c := range d.Children(head) {
		if d.Tokens[c].Dep == "case" {
			out.marker = d.Tokens[c].Norm
		}
	}
	if up := d.Tokens[head].Head; up != text.None {
		out.verb, out.told = strings.ToLower(d.Tokens[up].Lemma), d.cue[up]+d.hints[Cue][up]
	}
	return out
}

// turnTemplates is the number of templates of turnFeatures.
const turnTemplates = 6

// turnFeatures tell how a quotation looks and what stands beside it: a title or a
// word so called is no speech.
func (d *document) turnFeatures(b *bag, i int, q *turn) {
	at := "in"
	if i == q.first {
		at = "first"
	} else if i == q.last-1 {
		at = "last"
	}
	b.add(at, q.lead)
	b.add(at, q.trail)
	b.add(at, q.cued, q.look)
	b.add(at, q.word)
	b.add(at, q.word, q.look)
	b.add(at, q.cued, sizeOf(q.last-q.first), q.look)
}

// kindOf tells pronouns, names and nouns for persons apart.
func (d *document) kindOf(i int) string {
	t := &d.Tokens[i]
	switch t.UPOS {
	case text.PRON:
		return t.Norm
	case text.PROPN:
		return "name"
	}
	return d.Noun[strings.ToLower(t.Lemma)]
}

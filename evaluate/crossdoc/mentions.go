package crossdoc

import (
	"math"
	"strings"
	"unicode"

	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/wordnet"
)

// mention is one gold mention of an event with what stands around it.
type mention struct {
	id       string
	topic    string
	document int // index into the topic's documents
	sentence int
	gold     string // what it refers to
	kind     string // ACTION_OCCURRENCE, …
	lemma    string // base forms of its words, joined
	words    []string
	rare     string          // how rare its rarest word is
	who      map[string]bool // words of the participants of the sentence
	left     map[string]bool // words of the nearest participant before it
	right    map[string]bool // and after it
	where    map[string]bool
	when     map[string]bool
	numbers  map[string]bool
	context  vector // the sentence
	report   vector // the text
	incident int    // which of the topic's incidents its report tells of, as found
}

// vector is words with their weights, of length 1.
type vector map[string]float64

func (v vector) cosine(o vector) float64 {
	if len(o) < len(v) {
		v, o = o, v
	}
	sum := 0.0
	for w, x := range v {
		sum += x * o[w]
	}
	return sum
}

// rarity is the inverse document frequency of base forms in a set of texts.
type rarity struct {
	texts float64
	in    map[string]float64
}

func newRarity(docs []cat.Document, net *wordnet.Net) *rarity {
	r := &rarity{float64(len(docs)), map[string]float64{}}
	for i := range docs {
		seen := map[string]bool{}
		for _, t := range docs[i].Tokens {
			if w := net.Base(t.Text); !seen[w] {
				seen[w] = true
				r.in[w]++
			}
		}
	}
	return r
}

func (r *rarity) of(word string) float64 { return math.Log((r.texts + 1) / (r.in[word] + 1)) }

// grade names how rare the rarest of the words is.
func (r *rarity) grade(words []string) string {
	most := 0.0
	for _, w := range words {
		most = max(most, r.of(w))
	}
	switch {
	case most < 1.5:
		return "everyday"
	case most < 2.5:
		return "common"
	case most < 3.5:
		return "uncommon"
	}
	return "rare"
}

// vector weighs words by how often they stand there and how rare they are.
func (r *rarity) vector(words []string) vector {
	v := vector{}
	for _, w := range words {
		if first := rune(w[0]); unicode.IsLetter(first) || unicode.IsDigit(first) {
			v[w]++
		}
	}
	length := 0.0
	for w, n := range v {
		v[w] = (1 + math.Log(n)) * r.of(w)
		length += v[w] * v[w]
	}
	for w := range v {
		v[w] /= math.Sqrt(length + 1e-9)
	}
	return v
}

// gather lists the event mentions of a topic's fully annotated sentences.
func gather(docs []cat.Document, net *wordnet.Net, r *rarity) []mention {
	var out []mention
	reports := reportVectors(docs, net, r)
	incidents := incidentsOf(reports)
	for n := range docs {
		d := &docs[n]
		base := make([]string, len(d.Tokens))
		bySentence := map[int][]string{}
		for i, t := range d.Tokens {
			base[i] = net.Base(t.Text)
			bySentence[t.Sentence] = append(bySentence[t.Sentence], base[i])
		}
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if !m.Event() || !m.Annotated {
				continue
			}
			sentence := d.Tokens[m.Tokens[0]].Sentence
			x := mention{id: d.ID + " " + m.ID, topic: d.Topic, document: n, sentence: sentence, gold: m.Instance, kind: m.Type,
				report: reports[n], incident: incidents[n], context: r.vector(bySentence[sentence])}
			if x.gold == "" {
				x.gold = x.id // alone
			}
			for _, t := range m.Tokens {
				x.words = append(x.words, base[t])
			}
			x.rare = r.grade(x.words)
			x.lemma = strings.Join(x.words, " ")
			x.lookAround(d, m, base, sentence)
			out = append(out, x)
		}
	}
	return out
}

// lookAround takes the participants, places and times of the mention's sentence.
func (x *mention) lookAround(d *cat.Document, of *cat.Mention, base []string, sentence int) {
	x.who, x.where, x.when = map[string]bool{}, map[string]bool{}, map[string]bool{}
	x.numbers = map[string]bool{}
	for i, t := range d.Tokens {
		if t.Sentence == sentence && t.Text != "" && unicode.IsDigit(rune(t.Text[0])) {
			x.numbers[base[i]] = true
		}
	}
	leftAt, rightAt := -1, len(d.Tokens)
	first, last := of.Tokens[0], of.Tokens[len(of.Tokens)-1]
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if d.Tokens[m.Tokens[0]].Sentence != sentence {
			continue
		}
		words := map[string]bool{}
		for _, t := range m.Tokens {
			if !empty[base[t]] {
				words[base[t]] = true
			}
		}
		switch {
		case strings.HasPrefix(m.Type, "TIME"):
			add(x.when, words)
		case strings.HasPrefix(m.Type, "LOC"):
			add(x.where, words)
		case strings.HasPrefix(m.Type, "HUMAN"), strings.HasPrefix(m.Type, "NON_HUMAN"):
			add(x.who, words)
			if at := m.Tokens[len(m.Tokens)-1]; at < first && at > leftAt {
				leftAt, x.left = at, words
			}
			if at := m.Tokens[0]; at > last && at < rightAt {
				rightAt, x.right = at, words
			}
		}
	}
}

func add(to, words map[string]bool) {
	for w := range words {
		to[w] = true
	}
}

// empty are words that say nothing of what a phrase refers to.
var empty = map[string]bool{"the": true, "a": true, "an": true, "of": true, "his": true, "her": true, "its": true, "their": true, "he": true,
	"she": true, "it": true, "they": true, "on": true, "in": true, "at": true, "who": true, "'s": true, "and": true, "for": true, ",": true, "to": true}

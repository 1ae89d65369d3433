package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// Knowledge is what the features know of words.
type Knowledge struct {
	Frames  func(lemma string) string // frames of a verb of saying
	Speaker func(lemma string) string // type of speaker a noun names
	Verb    map[string]string         // lexicographer file of a verb's first sense
	Noun    map[string]string         // … of a noun's first sense
}

// Hint is a span that rules propose, in tokens.
type Hint = Span

// document holds what the features of one text look at.
type document struct {
	*text.Text
	*Knowledge
	cue      []string // class of word as a cue, "" none
	governor []int    // nearest cue above, or None
	link     []string // relation of the branch by which a word hangs below it
	edge     []string // whether a word starts or ends that branch
	quote    []string // where a word stands in a quotation
	marks    []string // nearest quotation marks to the left and right
	after    []string // what follows the quotation, or the one right before
	hints    [Types][]string
	talk     talk
}

// Passages cuts a text into paragraphs with the features of their words. hints
// are the spans that rules propose. first holds the token each passage starts
// with.
func Passages(t *text.Text, k *Knowledge, hints []Hint) (passages []Sequence, first []int) {
	d := newDocument(t, k, hints)
	for s := 0; s < len(t.Sentences); {
		from := t.Sentences[s].First
		p := t.Sentences[s].Paragraph
		for s < len(t.Sentences) && t.Sentences[s].Paragraph == p {
			s++
		}
		passages = append(passages, d.passage(from, t.Sentences[s-1].Last))
		first = append(first, from)
	}
	return passages, first
}

func (d *document) passage(first, last int) Sequence {
	s := Sequence{Features: make([][]uint32, last-first), Context: make([]uint8, last-first)}
	for i := first; i < last; i++ {
		s.Features[i-first] = d.features(i, first, last)
		s.Context[i-first] = d.context(i)
	}
	return s
}

// context tells apart the places where spans like to change.
func (d *document) context(i int) uint8 {
	t := &d.Tokens[i]
	switch {
	case strings.HasPrefix(d.quote[i], "open"):
		return 1
	case i > 0 && strings.HasSuffix(d.quote[i-1], "close"):
		return 2
	case d.quote[i] != "" && !strings.HasSuffix(d.quote[i], "close"):
		return 7
	case t.UPOS == text.PUNCT:
		return 3
	case d.cue[i] != "":
		return 4
	case d.Sentences[d.SentenceOf(i)].First == i:
		return 5
	case strings.HasPrefix(d.edge[i], "first"):
		return 6
	}
	return 0
}

func newDocument(t *text.Text, k *Knowledge, hints []Hint) *document {
	n := len(t.Tokens)
	d := &document{Text: t, Knowledge: k, cue: make([]string, n), governor: make([]int, n), link: make([]string, n),
		edge: make([]string, n), quote: make([]string, n), after: make([]string, n), marks: make([]string, n)}
	for i := range d.hints {
		d.hints[i] = make([]string, n)
	}
	for i := range t.Tokens {
		d.cue[i] = d.cueClass(i)
	}
	for i := range t.Tokens {
		d.findGovernor(i)
	}
	for i := range t.Tokens {
		d.markEdge(i)
	}
	for _, h := range hints {
		mark(d.hints[h.Type], h.First, h.Last, "")
	}
	d.markTalk(d.markQuotes())
	d.nearestMarks()
	return d
}

// mark writes first, in, last or only with a suffix over a run of words.
func mark(into []string, first, last int, suffix string) {
	for i := max(first, 0); i < min(last, len(into)); i++ {
		into[i] = "in" + suffix
	}
	if first >= 0 && first < last && last <= len(into) {
		into[first], into[last-1] = "first"+suffix, "last"+suffix
		if last-first == 1 {
			into[first] = "only" + suffix
		}
	}
}

func (d *document) cueClass(i int) string {
	t := &d.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	switch t.UPOS {
	case text.VERB:
		class := ""
		if f := d.Frames(lemma); f != "" {
			class = "say"
			if strings.Contains(f, "q") {
				class = "sayq"
			}
		}
		switch v := d.Verb[lemma]; v {
		case "verb.communication", "verb.cognition", "verb.emotion", "verb.perception":
			return class + v[len("verb."):]
		}
		return class
	case text.NOUN:
		switch n := d.Noun[lemma]; n {
		case "noun.communication", "noun.cognition":
			return n[len("noun."):]
		}
	}
	if t.Norm == "according" || t.Norm == ":" {
		return t.Norm
	}
	return ""
}

// highest is how far up a governing cue is looked for.
const highest = 12

// findGovernor finds the nearest cue above a word and the branch it hangs by.
func (d *document) findGovernor(i int) {
	d.governor[i] = text.None
	at := i
	for range highest {
		head := d.Tokens[at].Head
		if head == text.None {
			return
		}
		if d.cue[head] != "" {
			d.governor[i], d.link[i] = head, d.Tokens[at].Dep
			return
		}
		at = head
	}
}

// markEdge says whether the words beside hang by the same branch.
func (d *document) markEdge(i int) {
	same := func(k int) bool {
		return k >= 0 && k < len(d.Tokens) && d.governor[k] == d.governor[i] && d.link[k] == d.link[i]
	}
	e := "in"
	if !same(i - 1) {
		e = "first"
	}
	if !same(i + 1) {
		e += "last"
	}
	d.edge[i] = e
}

func (d *document) markQuotes() (turns [][2]int) {
	for _, q := range quotation.Find(d.Text) {
		first, last := d.Covering(q.Start, q.End)
		size := "short"
		switch {
		case q.Words > 12:
			size = "long"
		case q.Words > 3:
			size = "middle"
		}
		for i := first; i < last; i++ {
			d.quote[i] = size
			d.after[i] = d.near(last, 1) + d.near(first-1, -1)
		}
		if first < last {
			d.quote[first], d.quote[last-1] = "open"+size, size+"close"
			turns = append(turns, [2]int{first, last})
		}
		d.label(q.Span, size)
	}
	return turns
}

func (d *document) label(s annals.Span, size string) {
	first, last := d.Covering(s.Start, s.End)
	for k := 1; k <= 4; k++ {
		if i := last + k - 1; i < len(d.Tokens) && d.quote[i] == "" {
			d.after[i] = "after" + size + string(rune('0'+k))
		}
		if i := first - k; i >= 0 && d.quote[i] == "" {
			d.after[i] = "before" + size + string(rune('0'+k))
		}
	}
}

// near looks a few words away from i for a cue in the same sentence.
func (d *document) near(i, step int) string {
	for range 4 {
		if i < 0 || i >= len(d.Tokens) {
			return "edge"
		}
		if c := d.cue[i]; c != "" {
			return c
		}
		i += step
	}
	return "none"
}

func shape(form string) string {
	r, _ := utf8.DecodeRuneInString(form)
	switch {
	case unicode.IsUpper(r) && len(form) > 1 && strings.ToUpper(form) == form:
		return "AA"
	case unicode.IsUpper(r):
		return "Aa"
	case unicode.IsDigit(r):
		return "0"
	}
	return "a"
}

// nearestMarks notes for each word the nearest quotation marks of its paragraph
// on both sides, as written: where one is lost the pairs go wrong, these do not.
func (d *document) nearestMarks() {
	for s := 0; s < len(d.Sentences); {
		first, p := d.Sentences[s].First, d.Sentences[s].Paragraph
		for s < len(d.Sentences) && d.Sentences[s].Paragraph == p {
			s++
		}
		last := d.Sentences[s-1].Last
		left := "none"
		for i := first; i < last; i++ {
			if m := markForm(d.Form(i)); m != "" {
				left = m
			}
			d.marks[i] = left
		}
		right := "none"
		for i := last - 1; i >= first; i-- {
			d.marks[i] += right
			if m := markForm(d.Form(i)); m != "" {
				right = m
			}
		}
	}
}

func markForm(form string) string {
	switch form {
	case "“", "”", "\"", "‘", "«", "»", "''", "``":
		return form
	}
	return ""
}

// sizeOf is a bucket of a number of words.
func sizeOf(n int) string {
	switch {
	case n == 1:
		return "1"
	case n < 4:
		return "3"
	case n < 10:
		return "9"
	}
	return "more"
}

// Package gum reads the entity and coreference layer of the GUM treebank (the
// Entity= field of CoNLL-U, described in GUM-MISC-format.md), with each
// document put back into running text.
package gum

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/annals-project/annals/model/treebank"
)

// Word is one word of a document.
type Word struct {
	Start, End int // bytes of Document.Text
	Form       string
	UPOS       string
	Dep        string
	Head       int // index into Document.Words; -1 for a root
}

// Mention is one mention of an entity.
type Mention struct {
	First, Last int    // words First ≤ i < Last
	Head        int    // index of the word that carries it
	Type        string // person place organization object event time substance animal plant abstract
	Entity      string // number of its entity within the document
	Wikified    bool   // linked to an article: a name of something known
}

// Document is one document.
type Document struct {
	ID        string
	Text      string
	Words     []Word
	Sentences [][2]int // words first ≤ i < last
	Mentions  []Mention
}

// Genre is the genre in the document's name, "news" of "GUM_news_iodine".
func (d *Document) Genre() string {
	parts := strings.Split(d.ID, "_")
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}

// HeldOut says whether a training document is kept for testing: the same tenth
// that package treebank keeps.
func (d *Document) HeldOut() bool {
	t := treebank.Document{ID: d.ID}
	return t.HeldOut()
}

// Open reads the treebank at path, a gzipped CoNLL-U file.
func Open(path string) ([]Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("gum: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("gum %s: %w", path, err)
	}
	b := builder{}
	scan := bufio.NewScanner(z)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		if err := b.line(scan.Text()); err != nil {
			return nil, fmt.Errorf("gum %s line %d: %w", path, line, err)
		}
	}
	b.endDocument()
	return b.docs, scan.Err()
}

// open is a mention whose closing bracket has not come yet.
type open struct {
	key     string
	mention Mention
}

type builder struct {
	docs   []Document
	text   strings.Builder
	space  bool
	par    bool
	first  int // first word of the sentence
	multi  int // words left of a multiword token
	rest   string
	at     int
	opened []open
}

func (b *builder) doc() *Document { return &b.docs[len(b.docs)-1] }

func (b *builder) line(s string) error {
	switch {
	case s == "":
		b.endSentence()
	case strings.HasPrefix(s, "# newdoc"):
		b.endDocument()
		_, id, _ := strings.Cut(s, "id = ")
		b.docs = append(b.docs, Document{ID: id})
	case strings.HasPrefix(s, "# newpar") && !strings.HasPrefix(s, "# newpar_block"):
		b.par = true
	case s[0] == '#' || len(b.docs) == 0:
	default:
		return b.row(strings.Split(s, "\t"))
	}
	return nil
}

func (b *builder) row(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns where CoNLL-U has 10", len(f))
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		from, err1 := strconv.Atoi(first)
		to, err2 := strconv.Atoi(last)
		if err1 != nil || err2 != nil {
			return fmt.Errorf("word numbers %q", f[0])
		}
		b.at = b.write(f[1], f[9])
		b.multi, b.rest = to-from+1, f[1]
		return nil
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", f[6], err)
	}
	d := b.doc()
	w := Word{Form: f[1], UPOS: f[3], Dep: f[7], Head: -1}
	if head > 0 {
		w.Head = b.first + head - 1
	}
	b.locate(&w, f[9])
	d.Words = append(d.Words, w)
	b.entities(f[9], len(d.Words)-1)
	return nil
}

// locate gives a word its bytes; words of a multiword token share its bytes.
func (b *builder) locate(w *Word, misc string) {
	if b.multi == 0 {
		w.Start = b.write(w.Form, misc)
		w.End = w.Start + len(w.Form)
		return
	}
	n := min(len(w.Form), len(b.rest))
	if b.multi--; b.multi == 0 {
		n = len(b.rest)
	}
	w.Start, w.End = b.at, b.at+n
	b.at, b.rest = b.at+n, b.rest[n:]
}

func (b *builder) write(form, misc string) int {
	switch {
	case b.par && b.text.Len() > 0:
		b.text.WriteString("\n\n")
	case b.space:
		b.text.WriteByte(' ')
	}
	b.par = false
	start := b.text.Len()
	b.text.WriteString(form)
	b.space = !strings.Contains(misc, "SpaceAfter=No")
	return start
}

// entities reads the brackets of one word: "(1-person-giv:act-…(2-place-…)1)".
func (b *builder) entities(misc string, word int) {
	for field := range strings.SplitSeq(misc, "|") {
		v, ok := strings.CutPrefix(field, "Entity=")
		if !ok {
			continue
		}
		for v != "" {
			if v[0] == '(' {
				end := strings.IndexAny(v[1:], "()") + 1
				if end == 0 {
					end = len(v)
				}
				b.begin(v[1:end], word)
				v = v[end:]
				if strings.HasPrefix(v, ")") {
					b.close(b.opened[len(b.opened)-1].key, word)
					v = v[1:]
				}
				continue
			}
			end := strings.IndexByte(v, ')')
			if end < 0 {
				break
			}
			b.close(v[:end], word)
			v = v[end+1:]
		}
	}
}

// begin opens a mention: group-type-infstat-salience-centering-minspan-link-identity.
func (b *builder) begin(s string, word int) {
	f := strings.SplitN(s, "-", 8)
	m := Mention{First: word, Entity: f[0]}
	if len(f) > 1 {
		m.Type = f[1]
	}
	m.Wikified = len(f) > 7
	b.opened = append(b.opened, open{f[0], m})
}

func (b *builder) close(key string, word int) {
	for i := len(b.opened) - 1; i >= 0; i-- {
		if b.opened[i].key == key {
			m := b.opened[i].mention
			m.Last = word + 1
			b.opened = append(b.opened[:i], b.opened[i+1:]...)
			b.doc().Mentions = append(b.doc().Mentions, m)
			return
		}
	}
}

func (b *builder) endSentence() {
	if len(b.docs) == 0 {
		return
	}
	d := b.doc()
	if n := len(d.Words); n > b.first {
		d.Sentences = append(d.Sentences, [2]int{b.first, n})
		b.first = n
	}
	b.opened = b.opened[:0]
}

func (b *builder) endDocument() {
	if len(b.docs) > 0 {
		b.endSentence()
		d := b.doc()
		d.Text = b.text.String()
		for i := range d.Mentions {
			d.Mentions[i].Head = headOf(d, &d.Mentions[i])
		}
	}
	b.text.Reset()
	b.first, b.space = 0, false
}

// headOf is the word of a mention whose governor lies outside it.
func headOf(d *Document, m *Mention) int {
	for i := m.First; i < m.Last; i++ {
		if h := d.Words[i].Head; h < m.First || h >= m.Last {
			if d.Words[i].Dep != "punct" {
				return i
			}
		}
	}
	return m.Last - 1
}

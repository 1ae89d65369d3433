// Package treebank reads Universal Dependencies treebanks in CoNLL-U and gives
// each document back as running text with byte offsets for every word.
package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is one syntactic word of a sentence.
type Word struct {
	Start, End  int // bytes of Document.Text
	Form, Lemma string
	UPOS, XPOS  string
	Feats       string // "" for none
	Head        int    // index into Sentence.Words; -1 for the root
	Dep         string // relation with its subtype
	InMultiword bool   // part of a multiword token such as "don't"
}

// Sentence is one sentence of a document.
type Sentence struct {
	ID           string
	Words        []Word
	NewParagraph bool // starts a paragraph
}

// Document is one document of a treebank with its text put together again:
// words as their SpaceAfter says, a blank line between paragraphs.
type Document struct {
	ID        string
	Text      string
	Sentences []Sentence
}

// HeldOut says whether a training document belongs to the tenth that is kept
// for testing. It depends on the document's name alone.
func (d *Document) HeldOut() bool {
	h := fnv.New32a()
	io.WriteString(h, d.ID)
	return h.Sum32()%10 == 3
}

// Open reads the treebank in the file at path, gzipped when its name ends so.
func Open(path string) ([]Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("treebank %s: %w", path, err)
		}
		defer z.Close()
		r = z
	}
	docs, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("treebank %s: %w", path, err)
	}
	return docs, nil
}

// Read reads a treebank. Empty nodes of the enhanced graph are left out.
func Read(r io.Reader) ([]Document, error) {
	var b builder
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		if err := b.line(scan.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	b.endSentence()
	b.endDocument()
	return b.docs, scan.Err()
}

// builder assembles documents line by line.
type builder struct {
	docs      []Document
	text      strings.Builder
	sentence  Sentence
	space     bool // white space stands before the next token
	multiLast int  // last word number of the open multiword token, 0 for none
	multiRest string
	multiAt   int
}

func (b *builder) line(s string) error {
	switch {
	case s == "":
		b.endSentence()
		return nil
	case strings.HasPrefix(s, "# newdoc"):
		b.endDocument()
		_, id, _ := strings.Cut(s, "id = ")
		b.docs = append(b.docs, Document{ID: id})
		b.sentence.NewParagraph = true
		return nil
	case strings.HasPrefix(s, "# newpar") && !strings.HasPrefix(s, "# newpar_block"):
		b.sentence.NewParagraph = true
		return nil
	case strings.HasPrefix(s, "# sent_id = "):
		b.sentence.ID = s[len("# sent_id = "):]
		return nil
	case s[0] == '#':
		return nil
	}
	f := strings.Split(s, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns where CoNLL-U has 10", len(f))
	}
	if len(b.docs) == 0 {
		b.docs = append(b.docs, Document{})
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		return b.multiword(f, first, last)
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	return b.word(f)
}

func (b *builder) multiword(f []string, first, last string) error {
	n, err := strconv.Atoi(last)
	if err != nil {
		return fmt.Errorf("word numbers %s-%s: %w", first, last, err)
	}
	start := b.place(f[1], f[9])
	b.multiLast, b.multiRest, b.multiAt = n, f[1], start
	return nil
}

// place writes a token's form to the text and returns where it starts.
func (b *builder) place(form, misc string) int {
	if b.sentence.NewParagraph && len(b.sentence.Words) == 0 && b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	} else if b.space {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(form)
	b.space = !strings.Contains(misc, "SpaceAfter=No")
	return start
}

func (b *builder) word(f []string) error {
	number, err := strconv.Atoi(f[0])
	if err != nil {
		return fmt.Errorf("word number %q: %w", f[0], err)
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", f[6], err)
	}
	w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Head: head - 1, Dep: f[7]}
	if w.Feats == "_" {
		w.Feats = ""
	}
	if b.multiLast > 0 {
		b.inMultiword(&w, number)
	} else {
		w.Start = b.place(w.Form, f[9])
		w.End = w.Start + len(w.Form)
	}
	b.sentence.Words = append(b.sentence.Words, w)
	return nil
}

// inMultiword gives a word its share of the surface token; a word whose form
// the surface does not spell takes what the words after it leave over.
func (b *builder) inMultiword(w *Word, number int) {
	w.InMultiword = true
	w.Start = b.multiAt
	n := len(w.Form)
	if !strings.HasPrefix(b.multiRest, w.Form) {
		n = min(n, len(b.multiRest))
	}
	if number == b.multiLast {
		n = len(b.multiRest)
	}
	w.End = w.Start + n
	b.multiAt += n
	b.multiRest = b.multiRest[n:]
	if number == b.multiLast {
		b.multiLast = 0
	}
}

func (b *builder) endSentence() {
	if len(b.sentence.Words) == 0 {
		return
	}
	d := &b.docs[len(b.docs)-1]
	d.Sentences = append(d.Sentences, b.sentence)
	b.sentence = Sentence{}
}

func (b *builder) endDocument() {
	if len(b.docs) > 0 {
		b.docs[len(b.docs)-1].Text = b.text.String()
	}
	b.text.Reset()
	b.space = false
}

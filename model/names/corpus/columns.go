package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
)

// columnFile is a corpus of one token a line, its tag last.
type columnFile struct {
	name, path string
	types      map[string]Types // by the tag without its "B-"
	hidden     Types
	sentences  int // sentences taken for one document, where the file parts none
}

var place = Of(Place, Facility)

var (
	wikiTypes = map[string]Types{"PER": Of(Person), "ORG": Of(Organisation), "LOC": place, "MISC": Of(Other, People)}
	wnutTypes = map[string]Types{"person": Of(Person), "location": place, "group": Of(Organisation), "corporation": Of(Organisation),
		"product": Of(Other), "creative-work": Of(Other)}
	btcTypes = map[string]Types{"PER": Of(Person), "LOC": place, "ORG": Of(Organisation)}
)

// WikiGold reads the WikiGold corpus.
func WikiGold(data string) ([]Document, error) {
	return columnFile{"wikigold", filepath.Join(data, "ner/wikigold/wikigold.conll.txt"), wikiTypes, 0, 0}.read()
}

// WNUT reads a part of WNUT17, "train" or "dev". Each post is a document.
func WNUT(data, part string) ([]Document, error) {
	file := map[string]string{"train": "wnut17train.conll", "dev": "emerging.dev.conll"}[part]
	return columnFile{"wnut17", filepath.Join(data, "ner/wnut17", file), wnutTypes, Of(People), 1}.read()
}

// BroadTwitter reads the Broad Twitter Corpus.
func BroadTwitter(data string) ([]Document, error) {
	var all []Document
	for _, part := range []string{"a", "b", "e", "f", "g", "h"} {
		docs, err := columnFile{"btc-" + part, filepath.Join(data, "ner/btc", part+".conll"), btcTypes, Of(People, Other), 1}.read()
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	return all, nil
}

func (c columnFile) read() ([]Document, error) {
	f, err := os.Open(c.path)
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", c.name, err)
	}
	defer f.Close()
	b := columnBuilder{columnFile: c}
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		line := strings.TrimSpace(scan.Text())
		fields := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "-DOCSTART-"):
			b.endSentence()
			b.endDocument()
		case len(fields) < 2:
			b.endSentence()
		default:
			b.token(fields[0], fields[len(fields)-1])
		}
	}
	b.endSentence()
	b.endDocument()
	return b.docs, scan.Err()
}

type columnBuilder struct {
	columnFile
	docs  []Document
	doc   Document
	text  strings.Builder
	start int    // of the sentence
	tag   string // type of the open name, "" for none
}

func (b *columnBuilder) token(form, tag string) {
	if b.text.Len() > b.start {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(form)
	end := b.text.Len()
	prefix, kind, _ := strings.Cut(tag, "-")
	if tag == "O" {
		kind = ""
	}
	switch {
	case kind == "":
	case kind == b.tag && prefix != "B":
		b.doc.Names[len(b.doc.Names)-1].End = end
	case b.types[kind] != 0:
		b.doc.Names = append(b.doc.Names, Span{annals.Span{Start: start, End: end}, b.types[kind]})
	}
	b.tag = kind
}

func (b *columnBuilder) endSentence() {
	b.tag = ""
	if b.text.Len() == b.start {
		return
	}
	b.doc.Sentences = append(b.doc.Sentences, annals.Span{Start: b.start, End: b.text.Len()})
	b.text.WriteByte('\n')
	b.start = b.text.Len()
	if b.sentences > 0 && len(b.doc.Sentences) >= b.sentences {
		b.endDocument()
	}
}

func (b *columnBuilder) endDocument() {
	if len(b.doc.Sentences) > 0 {
		b.doc.Source, b.doc.Corpus, b.doc.Hidden = b.text.String(), b.name, b.hidden
		b.doc.ID = fmt.Sprintf("%s-%d", b.name, len(b.docs))
		b.docs = append(b.docs, b.doc)
	}
	b.doc = Document{}
	b.text.Reset()
	b.start = 0
}

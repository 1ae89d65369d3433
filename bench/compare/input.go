package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/annals-project/annals/bench/drive"
	"github.com/annals-project/annals/source"
)

// input is the articles, as the lines the readers take.
type input struct {
	what            string
	lines           []byte
	articles, words int
}

// corpus is where the articles stand below the folder of the corpora.
const corpus = "data/throughput/bbc_fulltext.jsonl.gz"

// gather takes the first count articles of the corpus, or, where there is none,
// the sample reports over and over.
func gather(ctx context.Context, data, samples string, count int) (*input, error) {
	in, path := &input{what: "BBC articles"}, filepath.Join(data, corpus)
	if _, err := os.Stat(path); err != nil {
		in.what, path = "sample reports, repeated", samples
	}
	texts, err := texts(ctx, path, count)
	if err != nil {
		return nil, err
	}
	if in.what == "BBC articles" {
		count = len(texts)
	}
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for i := range count {
		text := texts[i%len(texts)]
		if err := out.Encode(drive.Article{Text: text}); err != nil {
			return nil, err
		}
		in.words += words(text)
	}
	in.articles, in.lines = count, lines.Bytes()
	return in, nil
}

// texts are the texts of at most limit articles at path.
func texts(ctx context.Context, path string, limit int) ([]string, error) {
	var found []string
	var failed error
	err := source.Walk(ctx, []string{path}, source.Options{}, func(item source.Item) bool {
		if item.Err != nil {
			failed = item.Err
			return false
		}
		found = append(found, item.Doc.Text)
		return len(found) < limit
	})
	if err == nil {
		err = failed
	}
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("no articles in %s", path)
	}
	return found, err
}

// words counts the maximal runs of letters and digits.
func words(text string) int {
	return len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

package copies

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals/evaluate/cat"
)

// article is a text that copies are made of.
type article struct {
	id, corpus, topic string
	sentences         []string
}

func (a *article) text() string { return strings.Join(a.sentences, "\n") }

// leastSentences is how long an article must be for a part of it to be one.
const leastSentences = 5

// articles reads the three corpora, each text once.
func articles(data string) ([]article, error) {
	ecb, err := cat.ECBPlus(data)
	if err != nil {
		return nil, err
	}
	meantime, err := cat.MEANTIME(data)
	if err != nil {
		return nil, err
	}
	out, err := bbc(filepath.Join(data, "data", "throughput", "bbc_fulltext.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	for _, d := range ecb {
		out = append(out, article{"ecb " + d.ID, "ECB+", d.Topic, strings.Split(d.Text, "\n")})
	}
	for _, d := range meantime {
		out = append(out, article{"meantime " + d.ID, "MEANTIME", d.Topic, strings.Split(d.Text, "\n")})
	}
	seen := map[string]bool{}
	kept := out[:0]
	for _, a := range out {
		if text := a.text(); len(a.sentences) >= leastSentences && !seen[text] {
			seen[text] = true
			kept = append(kept, a)
		}
	}
	return kept, nil
}

func bbc(path string) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	var out []article
	for lines.Scan() {
		var x struct{ ID, Category, Text string }
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, err
		}
		text := strings.ReplaceAll(strings.TrimSpace(x.Text), "\n\n", " ")
		out = append(out, article{x.ID, "BBC", x.Category, strings.SplitAfter(text, ". ")})
	}
	return out, lines.Err()
}

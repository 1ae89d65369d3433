package train

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals/model/form"
	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

// RawText gathers running text without labels to learn word vectors from: lists
// of words in small letters, a paragraph or document each, in a fixed order. The
// sources are those whose use for training is allowed; MUC-4's two test sets
// are left out.
func RawText(dataDir string, docs []treebank.Document) ([][]string, error) {
	c := corpus{dir: dataDir}
	for _, d := range docs {
		var words []string
		for _, s := range d.Sentences {
			for _, w := range s.Words {
				words = append(words, form.Norm(w.Form))
			}
		}
		c.add(words)
	}
	c.files("muc4/dev/dev-muc3-*", c.running)
	c.files("events/ngec-synthetic/*.jsonl.gz", c.jsonText)
	c.files("re3d/*/documents.jsonl", c.jsonText)
	c.files("attribution/riqua/train.jsonl.gz", c.jsonTokens)
	c.files("coreference/ECB+/*/*.xml", c.xmlTokens)
	c.files("temporal/MEANTIME/intra_cross-doc_annotation/*/*.xml", c.xmlTokens)
	c.files("ner/wikigold/*.txt", c.columns)
	c.files("ner/sec-filings/FIN*.txt", c.columns)
	c.files("ner/btc/*.conll", c.columns)
	c.files("ner/wnut17/wnut17train.conll", c.columns)
	return c.texts, c.err
}

// corpus collects texts until the first error.
type corpus struct {
	dir   string
	texts [][]string
	err   error
}

func (c *corpus) add(words []string) {
	if len(words) > 1 {
		c.texts = append(c.texts, words)
	}
}

// files gives the content of each file of a pattern to read, in the order of
// their names.
func (c *corpus) files(pattern string, read func([]byte)) {
	paths, err := filepath.Glob(filepath.Join(c.dir, pattern))
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("train: no file %s", filepath.Join(c.dir, pattern))
	}
	slices.Sort(paths)
	for _, p := range paths {
		var b []byte
		if err == nil {
			b, err = contents(p)
		}
		if err == nil {
			read(b)
		}
	}
	if c.err == nil {
		c.err = err
	}
}

func contents(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return b, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return io.ReadAll(z)
}

// running reads plain text, a paragraph at a time.
func (c *corpus) running(b []byte) {
	for _, p := range strings.Split(string(b), "\n\n") {
		c.tokens(p)
	}
}

func (c *corpus) tokens(s string) {
	var words []string
	for _, t := range text.Tokenize(s) {
		words = append(words, form.Norm(s[t.Start:t.End]))
	}
	c.add(words)
}

// lines gives each line of JSON to use.
func lines(b []byte, use func(record map[string]any)) {
	scan := bufio.NewScanner(bytes.NewReader(b))
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		var record map[string]any
		if json.Unmarshal(scan.Bytes(), &record) == nil {
			use(record)
		}
	}
}

func (c *corpus) jsonText(b []byte) {
	lines(b, func(record map[string]any) {
		if s, ok := record["text"].(string); ok {
			c.tokens(s)
		}
	})
}

func (c *corpus) jsonTokens(b []byte) {
	lines(b, func(record map[string]any) {
		var words []string
		list, _ := record["tokens"].([]any)
		for _, w := range list {
			if s, ok := w.(string); ok {
				words = append(words, form.Norm(s))
			}
		}
		c.add(words)
	})
}

var xmlToken = regexp.MustCompile(`<token [^>]*>([^<]*)</token>`)

func (c *corpus) xmlTokens(b []byte) {
	unescape := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'")
	var words []string
	for _, m := range xmlToken.FindAllSubmatch(b, -1) {
		words = append(words, form.Norm(unescape.Replace(string(m[1]))))
	}
	c.add(words)
}

// columns reads a token a line, first column; blank lines part sentences.
func (c *corpus) columns(b []byte) {
	var words []string
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "-DOCSTART-" {
			c.add(words)
			words = nil
			continue
		}
		words = append(words, form.Norm(f[0]))
	}
	c.add(words)
}

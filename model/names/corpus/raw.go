package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

// Raw is running text to learn word classes from, a list of norms a paragraph:
// MUC-4 development reports, synthetic event stories, RiQuA, EWT, GUM, ECB+ and
// the posts of WNUT17 and the Broad Twitter Corpus. The corpora that names are
// measured on by cross-validation are not among it.
func Raw(data string) ([][]string, error) {
	var r raw
	r.muc(data)
	r.jsonl(filepath.Join(data, "events/ngec-synthetic/gpt_synthetic_events.jsonl.gz"))
	r.jsonl(filepath.Join(data, "attribution/riqua/train.jsonl.gz"))
	r.treebanks(data)
	r.ecb(data)
	for _, read := range []func() ([]Document, error){
		func() ([]Document, error) { return WNUT(data, "train") },
		func() ([]Document, error) { return BroadTwitter(data) },
	} {
		docs, err := read()
		r.note(err)
		for i := range docs {
			r.add(docs[i].Source)
		}
	}
	return r.out, r.err
}

type raw struct {
	out [][]string
	err error
}

func (r *raw) note(err error) {
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("raw text: %w", err)
	}
}

// add cuts a text into paragraphs of norms.
func (r *raw) add(s string) {
	for p := range strings.SplitSeq(s, "\n\n") {
		var words []string
		for _, k := range text.Tokenize(p) {
			words = append(words, norm(p[k.Start:k.End]))
		}
		if len(words) > 1 {
			r.out = append(r.out, words)
		}
	}
}

func (r *raw) muc(data string) {
	files, err := filepath.Glob(filepath.Join(data, "muc4/dev/dev-muc3-*"))
	r.note(err)
	for _, f := range files {
		b, err := os.ReadFile(f)
		r.note(err)
		r.add(string(b))
	}
}

// jsonl reads the "text" of each object of a gzipped file.
func (r *raw) jsonl(path string) {
	f, err := os.Open(path)
	if err != nil {
		r.note(err)
		return
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		r.note(err)
		return
	}
	scan := bufio.NewScanner(z)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		var row struct{ Text string }
		r.note(json.Unmarshal(scan.Bytes(), &row))
		r.add(row.Text)
	}
	r.note(scan.Err())
}

func (r *raw) treebanks(data string) {
	for _, name := range []string{"ewt", "gum"} {
		docs, err := treebank.Open(filepath.Join(data, "ud/en_"+name+"-ud-train.conllu.gz"))
		r.note(err)
		for i := range docs {
			r.add(docs[i].Text)
		}
	}
}

var ecbToken = regexp.MustCompile(`<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>`)

func (r *raw) ecb(data string) {
	files, err := filepath.Glob(filepath.Join(data, "coreference/ECB+/*/*.xml"))
	r.note(err)
	for _, f := range files {
		b, err := os.ReadFile(f)
		r.note(err)
		var words []string
		for _, m := range ecbToken.FindAllStringSubmatch(string(b), -1) {
			words = append(words, m[2])
		}
		r.add(strings.Join(words, " "))
	}
}

package events

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/muc"
)

// documents are the texts of the corpora the status labels point into, read as
// they are needed.
type documents struct {
	data   string
	loaded map[string]map[string]string // corpus → document → text
}

// text is one document as the offsets of the labels count it.
func (d *documents) text(corpus, id string) (string, error) {
	if corpus == "polnear" {
		raw, err := os.ReadFile(filepath.Join(d.data, "attribution", "polnear", filepath.FromSlash(id)))
		return string(raw), err
	}
	if d.loaded[corpus] == nil {
		texts, err := d.load(corpus)
		if err != nil {
			return "", err
		}
		d.loaded[corpus] = texts
	}
	t, found := d.loaded[corpus][id]
	if !found {
		return "", fmt.Errorf("status labels: no document %s in %s below %s", id, corpus, d.data)
	}
	return t, nil
}

func (d *documents) load(corpus string) (map[string]string, error) {
	out := map[string]string{}
	switch corpus {
	case "muc4":
		texts, err := muc.Load(d.data, muc.DEV)
		for _, t := range texts {
			out[t.ID] = t.Body
		}
		return out, err
	case "re3d":
		files, _ := filepath.Glob(filepath.Join(d.data, "re3d", "*", "documents.jsonl"))
		for _, f := range files {
			if err := lines(f, out); err != nil {
				return nil, err
			}
		}
		return out, nil
	case "gva":
		return out, lines(filepath.Join(d.data, "figures", "gva_train.jsonl.gz"), out)
	case "isaf":
		return out, lines(filepath.Join(d.data, "isaf", "isaf_124.jsonl"), out)
	case "bbc":
		return out, lines(filepath.Join(d.data, "throughput", "bbc_fulltext.jsonl.gz"), out)
	case "ecb":
		return out, tokenised(cat.ECBPlus, filepath.Dir(d.data), out)
	case "meantime":
		return out, tokenised(cat.MEANTIME, filepath.Dir(d.data), out)
	}
	return nil, fmt.Errorf("status labels: no corpus %q is known", corpus)
}

// lines reads the field "text" of each line of a JSON file, gzipped or not.
func lines(path string, out map[string]string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	s := bufio.NewScanner(in)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var row struct {
			ID   string `json:"id"`
			ReID string `json:"_id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if row.ReID != "" {
			row.ID = row.ReID
		}
		out[row.ID] = row.Text
	}
	return s.Err()
}

// tokenised keeps the texts of a corpus of the CAT tool as they are put together
// from its tokens.
func tokenised(read func(data string) ([]cat.Document, error), data string, out map[string]string) error {
	docs, err := read(data)
	for i := range docs {
		out[docs[i].ID] = docs[i].Text
	}
	return err
}

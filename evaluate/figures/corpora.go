package figures

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// jsonLines reads a file of JSON lines, packed or not.
func jsonLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(in); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var out []T
	for dec := json.NewDecoder(in); ; {
		var row T
		if err := dec.Decode(&row); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", path, len(out)+1, err)
		}
		out = append(out, row)
	}
}

// article is a text the labels point into.
type article struct{ text, published string }

// articles finds the texts of labelled documents by their ids.
type articles struct {
	root string
	gva  map[string]article
	muc  map[string]article
}

func (a *articles) get(id string) (article, error) {
	switch {
	case strings.HasPrefix(id, "ecb/"):
		topic, _, _ := strings.Cut(strings.TrimPrefix(id, "ecb/"), "_")
		return readCAT(filepath.Join(a.root, "coreference/ECB+", topic, strings.TrimPrefix(id, "ecb/")+".xml"))
	case strings.HasPrefix(id, "meantime/"):
		files, err := filepath.Glob(filepath.Join(a.root, "temporal/MEANTIME/intra-doc_annotation/*", strings.TrimPrefix(id, "meantime/")+"_*.xml"))
		if err != nil || len(files) != 1 {
			return article{}, fmt.Errorf("%s: %d files in MEANTIME, want 1", id, len(files))
		}
		return readCAT(files[0])
	case strings.HasPrefix(id, "gva-"):
		return a.fromGVA(id)
	}
	return a.fromMUC(id)
}

func (a *articles) fromGVA(id string) (article, error) {
	if a.gva == nil {
		rows, err := readGVA(a.root)
		if err != nil {
			return article{}, err
		}
		a.gva = map[string]article{}
		for _, r := range rows {
			a.gva[r.ID] = article{r.Text, r.Published}
		}
	}
	return found(a.gva, id)
}

func found(m map[string]article, id string) (article, error) {
	if x, ok := m[id]; ok {
		return x, nil
	}
	return article{}, fmt.Errorf("no document %s in the corpora", id)
}

var mucHeader = regexp.MustCompile(`(?m)^(?:DEV|TST\d)-MUC\d-\d{4}\b[^\n]*\n`)

func (a *articles) fromMUC(id string) (article, error) {
	if a.muc == nil {
		a.muc = map[string]article{}
		files, err := filepath.Glob(filepath.Join(a.root, "muc4/dev/dev-muc3-*"))
		if err != nil {
			return article{}, err
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				return article{}, err
			}
			text := string(raw)
			at := mucHeader.FindAllStringIndex(text, -1)
			for k, m := range at {
				end := len(text)
				if k+1 < len(at) {
					end = at[k+1][0]
				}
				name, _, _ := strings.Cut(text[m[0]:m[1]], " ")
				a.muc[strings.TrimSpace(name)] = article{text: unfold(text[m[1]:end])}
			}
		}
	}
	return found(a.muc, id)
}

// unfold makes one line of each paragraph and keeps every offset: single line
// breaks become spaces.
func unfold(s string) string {
	s = strings.ReplaceAll(s, "\n\n", "\x00")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n", " "), "\x00", "\n\n")
}

// readCAT reads a CAT file: tokens parted by a space, sentences by a line break.
func readCAT(path string) (article, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return article{}, err
	}
	var doc struct {
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Text     string `xml:",chardata"`
		} `xml:"token"`
	}
	if err := xml.Unmarshal(raw, &doc); err != nil {
		return article{}, fmt.Errorf("%s: %w", path, err)
	}
	var b strings.Builder
	for i, t := range doc.Tokens {
		if i > 0 && t.Sentence != doc.Tokens[i-1].Sentence {
			b.WriteByte('\n')
		} else if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return article{text: b.String()}, nil
}

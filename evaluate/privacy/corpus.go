package privacy

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/model/names/corpus"
)

// text is a report that labels point into.
type text struct{ body, published string }

// texts reads the corpora that hold labelled persons. A text goes by the name of
// its corpus and its own: "gva/gva-0012", "ecb/3_7ecbplus".
func texts(root string) (map[string]text, error) {
	out := map[string]text{}
	data := filepath.Join(root, "data")
	for _, read := range []func(string, map[string]text) error{fromGVA, fromMUC, fromRE3D} {
		if err := read(data, out); err != nil {
			return nil, err
		}
	}
	for name, read := range map[string]func(string) ([]cat.Document, error){"ecb/": cat.ECBPlus, "meantime/": cat.MEANTIME} {
		docs, err := read(root)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			out[name+d.ID] = text{body: d.Text}
		}
	}
	return out, nil
}

func fromGVA(data string, out map[string]text) error {
	f, err := os.Open(filepath.Join(data, "figures", "gva_train.jsonl.gz"))
	if err != nil {
		return err
	}
	defer f.Close()
	plain, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for dec := json.NewDecoder(plain); ; {
		var x struct{ ID, Text, Published string }
		if err := dec.Decode(&x); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("gun violence articles: %w", err)
		}
		out["gva/"+x.ID] = text{x.Text, x.Published}
	}
}

func fromMUC(data string, out map[string]text) error {
	all, err := muc.Load(data, muc.DEV)
	for _, t := range all {
		out["muc/"+t.ID] = text{unfold(t.Body), t.Published}
	}
	return err
}

// unfold makes one line of each paragraph and keeps every offset.
func unfold(s string) string {
	const paragraph = "\x00\x00"
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", paragraph), "\n", " ")
	return strings.ReplaceAll(s, paragraph, "\n\n")
}

func fromRE3D(data string, out map[string]text) error {
	docs, err := corpus.RE3D(data)
	for _, d := range docs {
		out["re3d/"+d.ID] = text{body: d.Source}
	}
	return err
}

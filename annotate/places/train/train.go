// Package train makes the weights of the classifier of place names from the
// corpora that may be trained on: WikiGold, WNUT17 and the Broad Twitter Corpus
// (CC BY 4.0), GUM (CC BY), re3d.
package train

import (
	"os"
	"path/filepath"

	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/gazetteer"
)

// Weights trains on the corpora in folder data and writes the table to path.
func Weights(data, path string) error {
	g, err := gazetteer.Open()
	if err != nil {
		return err
	}
	examples, err := Examples(data)
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(places.Learn(g, examples)), 0o644)
}

// Examples are the texts of the corpora.
func Examples(data string) ([]places.Example, error) {
	var all []places.Example
	for _, source := range []struct {
		path string
		read func(string) ([]places.Example, error)
	}{
		{"ner/wikigold/wikigold.conll.txt", readColumns},
		{"ner/wnut17/wnut17train.conll", readColumns},
		{"ner/wnut17/emerging.dev.conll", readColumns},
		{"ner/btc/a.conll", readColumns},
		{"ner/btc/e.conll", readColumns},
		{"ner/btc/f.conll", readColumns},
		{"ner/btc/g.conll", readColumns},
		{"ud/en_gum-ud-train.conllu.gz", readGUM},
		{"re3d", readRe3d},
	} {
		examples, err := source.read(filepath.Join(data, source.path))
		if err != nil {
			return nil, err
		}
		all = append(all, examples...)
	}
	return all, nil
}

// Command prose runs prose in the benchmark: "tags" is sentences and parts of
// speech, "names" also its named entities. The model is loaded once.
package main

import (
	"fmt"

	"github.com/annals-project/annals/bench/drive"
	"github.com/jdkato/prose/v2"
)

func main() { drive.Main(open) }

func open(chain string) (drive.Read, error) {
	if chain != "tags" && chain != "names" {
		return nil, fmt.Errorf("no chain %q; there are tags and names", chain)
	}
	names := prose.WithExtraction(chain == "names")
	loaded, err := prose.NewDocument("", names)
	if err != nil {
		return nil, err
	}
	model := prose.UsingModel(loaded.Model)
	return func(source string) (int, error) {
		doc, err := prose.NewDocument(source, names, model)
		if err != nil {
			return 0, err
		}
		return len(doc.Tokens()), nil
	}, nil
}

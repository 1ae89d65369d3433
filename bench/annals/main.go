// Command annals runs a chain of annals in the benchmark: "parse" is tags,
// lemmas and syntax; "coref" also names, nominals and coreference; "whole" all
// stages, statements with their proofs, and JSON as the contract wants it.
package main

import (
	"bytes"
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/bench/drive"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/text"
)

func main() { drive.Main(open) }

func open(chain string) (drive.Read, error) {
	switch chain {
	case "parse":
		return parse()
	case "coref":
		return entities()
	case "whole":
		return whole()
	}
	return nil, fmt.Errorf("no chain %q; there are parse, coref and whole", chain)
}

func parse() (drive.Read, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	return func(source string) (int, error) { return len(reader.Read(source).Tokens), nil }, nil
}

func entities() (drive.Read, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	finder, err := mentions.New()
	if err != nil {
		return nil, err
	}
	resolver, err := coref.New()
	if err != nil {
		return nil, err
	}
	chain, err := annotate.NewChain(finder, resolver)
	if err != nil {
		return nil, err
	}
	return func(source string) (int, error) {
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader.Read(source)}
		chain.Annotate(d)
		return len(d.Text.Tokens), nil
	}, nil
}

func whole() (drive.Read, error) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	return func(source string) (int, error) {
		out.Reset()
		err := export.Annotations(&out, p.Read(&annals.Document{ID: "bench", Text: source}))
		return out.Len(), err
	}, nil
}

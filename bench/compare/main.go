// Command compare has every reader read the same articles, in turn, several
// times over, and prints what it measured as a Markdown table. bench/run
// installs the readers and calls it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

// reader is a program that holds the conversation of package drive.
type reader struct {
	name, does string
	command    []string // the first word, when it has a slash, below the readers' folder
	ours       string   // for annals: the head of the column of ratios to it
}

// readers are compared in this order.
var readers = []reader{
	{"annals", "tags, lemmas, syntax", []string{"./annals", "parse"}, "parse"},
	{"annals", "tags, lemmas, syntax, names, coreference", []string{"./annals", "coref"}, "coref"},
	{"annals", "whole chain to JSON", []string{"./annals", "whole"}, "whole"},
	{"prose 2.0.0", "tags", []string{"./prose", "tags"}, ""},
	{"prose 2.0.0", "tags, names", []string{"./prose", "names"}, ""},
	{"compromise 14.17.0", "tags", []string{"node", "compromise.js", "tags"}, ""},
	{"compromise 14.17.0", "tags, names", []string{"node", "compromise.js", "names"}, ""},
	{"wink-nlp 2.4.0", "tags", []string{"node", "wink.js", "tags"}, ""},
	{"wink-nlp 2.4.0", "tags, patterns, sentiment", []string{"node", "wink.js", "all"}, ""},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench/run:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	folder := flag.String("readers", ".", "folder of the readers")
	samples := flag.String("samples", "", "reports to read, repeated, where there is no corpus")
	data := flag.String("data", "../../shared", "folder of the corpora, seen from bench/")
	count := flag.Int("articles", 500, "how many articles to read")
	rounds := flag.Int("rounds", 5, "how often each reader reads them; the median counts")
	flag.Parse()
	if *count < 1 || *rounds < 1 {
		return fmt.Errorf("-articles %d -rounds %d: both must be at least 1", *count, *rounds)
	}

	in, err := gather(ctx, *data, *samples, *count)
	if err != nil {
		return err
	}
	measured := make([][]sample, len(readers))
	for round := range *rounds {
		for i, r := range readers {
			fmt.Fprintf(os.Stderr, "bench/run: round %d of %d: %s, %s\n", round+1, *rounds, r.name, r.does)
			s, err := r.measure(ctx, *folder, in)
			if err != nil {
				return fmt.Errorf("%s (%s): %w", r.name, r.does, err)
			}
			measured[i] = append(measured[i], s)
		}
	}
	return table(os.Stdout, in, *rounds, measured)
}

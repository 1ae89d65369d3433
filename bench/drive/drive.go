// Package drive is the side of a reader in the benchmark: the conversation that
// every reader holds, so that all are measured in the same way.
//
// The reader loads its models and writes "ready". It reads one line {"text": …}
// from standard input, reads that text, and writes "read". Then it takes all
// further lines into memory, reads their texts, and writes "done", the seconds
// that took, and the number of tokens it found, or of bytes where it writes what
// it found.
package drive

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Read reads one text and says how many tokens it found, or bytes it wrote.
type Read func(text string) (found int, err error)

// Article is one line of input.
type Article struct {
	Text string `json:"text"`
}

// Main holds the conversation with the reader that open loads, and ends the
// program with one line on standard error when something fails.
func Main(open func(chain string) (Read, error)) {
	if err := run(open); err != nil {
		fmt.Fprintln(os.Stderr, os.Args[0]+":", err)
		os.Exit(1)
	}
}

func run(open func(chain string) (Read, error)) error {
	if len(os.Args) != 2 {
		return errors.New("one argument is wanted, the chain to run")
	}
	read, err := open(os.Args[1])
	if err != nil {
		return err
	}
	fmt.Println("ready")
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	var a Article
	if err := in.Decode(&a); err != nil {
		return fmt.Errorf("first line: %w", err)
	}
	if _, err := read(a.Text); err != nil {
		return err
	}
	fmt.Println("read")
	articles, err := rest(in)
	if err != nil {
		return err
	}
	start, found := time.Now(), 0
	for _, a := range articles {
		n, err := read(a.Text)
		if err != nil {
			return err
		}
		found += n
	}
	fmt.Println("done", time.Since(start).Seconds(), found)
	return nil
}

func rest(in *json.Decoder) ([]Article, error) {
	var articles []Article
	for {
		var a Article
		switch err := in.Decode(&a); {
		case errors.Is(err, io.EOF):
			return articles, nil
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", len(articles)+2, err)
		}
		articles = append(articles, a)
	}
}

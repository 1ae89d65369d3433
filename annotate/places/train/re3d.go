package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
)

// minConfidence is the least agreement of annotators for a gold entity.
const minConfidence = 0.5

// readRe3d reads the documents of the six sources in a folder.
func readRe3d(folder string) ([]places.Example, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*", "documents.jsonl"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("places: training corpus: no documents.jsonl below %s", folder)
	}
	slices.Sort(paths)
	var all []places.Example
	for _, path := range paths {
		number := map[string]int{}
		err := eachLine(path, func(d struct {
			ID   string `json:"_id"`
			Text string `json:"text"`
		}) {
			number[d.ID] = len(all)
			all = append(all, places.Example{Text: d.Text})
		})
		if err != nil {
			return nil, err
		}
		err = eachLine(filepath.Join(filepath.Dir(path), "entities.jsonl"), func(e re3dEntity) {
			if n, ok := number[e.Document]; ok && e.Confidence >= minConfidence {
				e.addTo(&all[n])
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

type re3dEntity struct {
	Begin, End int // code points
	Type       string
	Document   string `json:"documentId"`
	Confidence float64
}

func (e re3dEntity) addTo(x *places.Example) {
	span := annals.Span{Start: byteOffset(x.Text, e.Begin), End: byteOffset(x.Text, e.End)}
	switch e.Type {
	case "Location":
		x.Places = append(x.Places, span)
	case "Person":
		x.People = append(x.People, span)
	default:
		x.Names = append(x.Names, span)
	}
}

// byteOffset is the byte at which code point n starts.
func byteOffset(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return at
}

func eachLine[T any](path string, visit func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("places: training corpus: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("places: %s: %w", path, err)
		}
		visit(v)
	}
	return lines.Err()
}

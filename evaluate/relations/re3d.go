// Package relations measures relations between actors on re3d: hostile, ally
// and alias, with predicted mentions, by cross-validation over documents.
package relations

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/annals-project/annals"
)

// document is one text of re3d with the relations that are measured. Offsets
// are bytes of Text.
type document struct {
	ID, Title, Text string
	Gold            []relation
}

// relation is a gold relation; the direction is ignored.
type relation struct {
	Type annals.RelationType
	A, B annals.Span
}

// types maps the relation types of re3d that are measured.
var types = map[string]annals.RelationType{"FightingAgainst": annals.HostileTo, "AlliesOf": annals.AllyOf, "IsSynonymOf": annals.AliasOf}

// leastSure is the confidence below which re3d's crowd did not agree; such
// annotations are left out.
const leastSure = 0.5

// readRe3d reads all six sources below a folder.
func readRe3d(folder string) ([]document, error) {
	sources, err := filepath.Glob(filepath.Join(folder, "*", "documents.jsonl"))
	if err != nil || len(sources) == 0 {
		return nil, fmt.Errorf("relations: no documents.jsonl below %s: give the folder that holds data/ with --data", folder)
	}
	var out []document
	for _, path := range sources {
		docs, err := readSource(filepath.Dir(path))
		if err != nil {
			return nil, fmt.Errorf("relations: %w", err)
		}
		out = append(out, docs...)
	}
	return out, nil
}

func readSource(folder string) ([]document, error) {
	var out []document
	at := map[string]int{}
	err := lines(filepath.Join(folder, "documents.jsonl"), func(line []byte) error {
		var d struct {
			ID    string `json:"_id"`
			Title string
			Text  string
		}
		err := json.Unmarshal(line, &d)
		at[d.ID] = len(out)
		out = append(out, document{ID: d.ID, Title: d.Title, Text: d.Text})
		return err
	})
	if err != nil {
		return nil, err
	}
	err = lines(filepath.Join(folder, "relations.jsonl"), func(line []byte) error {
		var r record
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		if i, ok := at[r.DocumentID]; ok {
			out[i].take(r)
		}
		return nil
	})
	return out, err
}

// record is a relation as re3d writes it; offsets are code points.
type record struct {
	DocumentID             string `json:"documentId"`
	Type                   string
	SourceBegin, SourceEnd int
	TargetBegin, TargetEnd int
	Confidence             float64
}

// take adds a relation of a measured type between two ends that are no
// pronouns, once for both directions.
func (d *document) take(r record) {
	kind, ok := types[r.Type]
	if !ok || r.Confidence < leastSure {
		return
	}
	bytes := byteOffsets(d.Text)
	a, b := span(bytes, r.SourceBegin, r.SourceEnd), span(bytes, r.TargetBegin, r.TargetEnd)
	if a.Start > b.Start {
		a, b = b, a
	}
	g := relation{kind, a, b}
	if a.Empty() || b.Empty() || pronouns[d.Text[a.Start:a.End]] || pronouns[d.Text[b.Start:b.End]] {
		return
	}
	for _, old := range d.Gold {
		if old == g {
			return
		}
	}
	d.Gold = append(d.Gold, g)
}

// pronouns are left out as ends, as in the entities of this set.
var pronouns = map[string]bool{"We": true, "we": true, "They": true, "they": true, "It": true, "it": true, "He": true, "he": true,
	"She": true, "she": true, "I": true, "You": true, "you": true, "us": true, "them": true, "him": true, "her": true, "Our": true, "our": true,
	"their": true, "Their": true, "its": true, "Its": true, "his": true, "His": true, "who": true, "which": true}

func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func span(bytes []int, begin, end int) annals.Span {
	if begin < 0 || end >= len(bytes) || begin >= end {
		return annals.Span{}
	}
	return annals.Span{Start: bytes[begin], End: bytes[end]}
}

func lines(path string, each func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<22)
	for number := 1; scan.Scan(); number++ {
		if len(scan.Bytes()) == 0 {
			continue
		}
		if err := each(scan.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	return scan.Err()
}

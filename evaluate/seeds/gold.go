// Package seeds scores the facts that were read by hand in the four sample
// reports of the seeds: each is found, missed or wrong.
//
// A fact is found when something of its kind overlaps its evidence and every
// value that the gold gives is right; something of its kind that overlaps with
// a value that differs makes it wrong.
package seeds

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// fact is one fact of the gold file. Which fields are set depends on its kind.
type fact struct {
	Doc       string
	Kind      string
	Evidence  string
	Date      *string
	NotDate   string `json:"not_date"`
	Place     string
	Country   string
	Type      string
	Actor     string
	Modality  string
	What      string
	Value     *float64
	Low       *float64
	High      *float64
	Qualifier string
	Who       string
	Event     string
	Subject   string
	Speaker   string
	Via       string
	Since     string
	Leader    string
	Founded   string
	Aliases   []string
	Canonical string
	A, B      string
	Relation  string
	By        string `json:"attributed_to"`
	PartOf    string `json:"part_of"`
	Against   string
	Must      string
}

// crossFact is a fact that holds between documents.
type crossFact struct {
	Kind    string
	Docs    []string
	Aliases []string
	NotSame []string `json:"not_same"`
	Note    string
}

type gold struct {
	Documents map[string]string
	Facts     []fact
	Across    []crossFact `json:"across_documents"`
}

func readGold(data string) (*gold, error) {
	path := filepath.Join(data, "gold", "seeds.json")
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var g gold
	if err := json.Unmarshal(packed, &g); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &g, nil
}

// names says whether a written name is the one the gold gives: the same words,
// or all words of the gold's among others ("UN report": "a UN monitoring
// report"), or another name of the same actor.
func (g *gold) names(want string, written ...string) bool {
	for _, alternative := range append([]string{want}, g.otherNames(want)...) {
		for _, w := range written {
			if sameWords(alternative, w) {
				return true
			}
		}
	}
	return false
}

// otherNames are the aliases that the gold lists for an actor.
func (g *gold) otherNames(name string) []string {
	for _, c := range g.Across {
		for _, a := range c.Aliases {
			if c.Kind == "same_actor" && a == name {
				return c.Aliases
			}
		}
	}
	return nil
}

func sameWords(want, written string) bool {
	have := map[string]bool{}
	for _, w := range words(written) {
		have[w] = true
	}
	for _, w := range words(want) {
		if !have[w] {
			return false
		}
	}
	return len(have) > 0
}

// words lower-cases a name, takes curly and joining marks for spaces, and
// leaves articles out.
func words(s string) []string {
	s = strings.ToLower(strings.NewReplacer("’", "'", "-", " ", ",", " ", ".", " ").Replace(s))
	var out []string
	for _, w := range strings.Fields(s) {
		if w = strings.TrimSuffix(w, "'s"); w != "the" && w != "a" && w != "of" && w != "movement" {
			out = append(out, w)
		}
	}
	return out
}

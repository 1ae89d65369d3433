// Package wordnet reads the senses of Open English WordNet for measurements.
package wordnet

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Net is words with their synonyms and the base forms of irregular words. It is
// read once and never changed.
type Net struct {
	synsets map[string][]string // word to its synsets, commonest sense first
	members map[string][]string // synset to its words
	base    map[string]string   // irregular form to base form
}

// firstSenses is how many of a word's senses in each part of speech count: the
// rarer ones mislead.
const firstSenses = "2"

// Open reads the tables under a data folder.
func Open(data string) (*Net, error) {
	n := &Net{map[string][]string{}, map[string][]string{}, map[string]string{}}
	folder := filepath.Join(data, "data", "wordnet")
	err := rows(filepath.Join(folder, "oewn_senses.tsv.gz"), 4, func(f []string) {
		word := strings.ToLower(f[0])
		if f[3] > firstSenses || len(f[3]) > 1 || strings.ContainsAny(word, " .") {
			return
		}
		n.synsets[word] = append(n.synsets[word], f[2])
		n.members[f[2]] = append(n.members[f[2]], word)
	})
	if err != nil {
		return nil, err
	}
	err = rows(filepath.Join(folder, "oewn_forms.tsv.gz"), 3, func(f []string) { n.base[strings.ToLower(f[2])] = strings.ToLower(f[0]) })
	return n, err
}

func rows(path string, columns int, take func([]string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Scan() // header
	for lines.Scan() {
		if fields := strings.Split(lines.Text(), "\t"); len(fields) >= columns {
			take(fields)
		}
	}
	return lines.Err()
}

// Synonyms lists the other words of a word's first senses, sorted.
func (n *Net) Synonyms(word string) []string {
	var out []string
	for _, s := range n.synsets[word] {
		for _, w := range n.members[s] {
			if w != word {
				out = append(out, w)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Synonymous says whether two base forms share a first sense.
func (n *Net) Synonymous(a, b string) bool {
	return slices.ContainsFunc(n.synsets[a], func(s string) bool { return slices.Contains(n.synsets[b], s) })
}

// Base is the base form of a word in lower case: by the irregular forms, else by
// the first ending whose removal leaves a known word.
func (n *Net) Base(word string) string {
	word = strings.ToLower(word)
	if base, ok := n.base[word]; ok {
		return base
	}
	for _, e := range endings {
		stem, cut := strings.CutSuffix(word, e.form)
		if !cut || len(stem) < 2 {
			continue
		}
		for _, base := range e.base {
			candidate := stem + base
			if base == doubled {
				candidate = strings.TrimSuffix(stem, stem[len(stem)-1:])
				if !strings.HasSuffix(candidate, stem[len(stem)-1:]) {
					continue
				}
			}
			if n.synsets[candidate] != nil {
				return candidate
			}
		}
	}
	return word
}

const doubled = "-" // "shopping" to "shop"

// endings of English inflection with what stands in their place in base forms.
var endings = []struct {
	form string
	base []string
}{
	{"ies", []string{"y", "ie"}}, {"sses", []string{"ss"}}, {"es", []string{"e", ""}}, {"s", []string{""}},
	{"ied", []string{"y"}}, {"ed", []string{"e", "", doubled}}, {"ing", []string{"e", "", doubled}},
}

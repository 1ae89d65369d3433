package build

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals/gazetteer"
)

// Lexica writes into folder out given.tsv, first names of persons, and
// words.tsv, the names of places that are English words as well. The first is
// drawn from the actor dictionary of PETRARCH2, the second from WordNet.
func Lexica(data, out string) error {
	given, err := givenNames(filepath.Join(data, "events", "petrarch2", "Phoenix.Countries.actors.txt"))
	if err != nil {
		return fmt.Errorf("first names: %w", err)
	}
	words, err := placeWords(filepath.Join(data, "wordnet", "oewn_senses.tsv.gz"))
	if err != nil {
		return fmt.Errorf("place names that are words: %w", err)
	}
	err = writeList(filepath.Join(out, "given.tsv"), given,
		"# First names of persons, lower case. From the persons of the Phoenix actor dictionary",
		"# of PETRARCH2 (MIT licence, (c) 2014 Open Event Data Alliance). Made by gazetteer/build.")
	if err != nil {
		return err
	}
	return writeList(filepath.Join(out, "words.tsv"), words,
		"# Names of places that are English words too, lower case. From Open English WordNet",
		"# (CC BY 4.0, derived from Princeton WordNet). Made by gazetteer/build.")
}

func writeList(path string, list []string, header ...string) error {
	return os.WriteFile(path, []byte(strings.Join(append(header, list...), "\n")+"\n"), 0o644)
}

// person is a line of the dictionary that names one: "ANNA_SMITH_ # CountryInfo.txt".
var person = regexp.MustCompile(`^\+?([A-Z'\-]+)_([A-Z_'\-]+)_\s.*CountryInfo`)

// minPersons is how many persons must bear a first name for it to be listed:
// family names that stand first in some languages are rarer.
const minPersons = 2

func givenNames(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counts, seen := map[string]int{}, map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		m := person.FindStringSubmatch(lines.Text())
		if m == nil || seen[m[0]] || len(m[1]) < 3 {
			continue
		}
		seen[m[0]] = true
		counts[strings.ToLower(m[1])]++
	}
	var names []string
	for name, n := range counts {
		if n >= minPersons && !titles[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, lines.Err()
}

// titles are the titles that stand before names in the dictionary.
var titles = map[string]bool{"sir": true, "dame": true, "prince": true, "princess": true, "king": true, "queen": true, "sheikh": true,
	"shaykh": true, "lord": true, "baron": true, "von": true, "the": true, "general": true, "colonel": true, "saint": true, "san": true}

func placeWords(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	places, err := gazetteer.Open()
	if err != nil {
		return nil, err
	}
	var words []string
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		lemma, _, _ := strings.Cut(lines.Text(), "\t")
		if lemma == strings.ToLower(lemma) && len(lemma) > 1 && len(places.Lookup(nil, gazetteer.HashName(lemma))) > 0 && !strings.Contains(lemma, " ") {
			words = append(words, lemma)
		}
	}
	slices.Sort(words)
	return slices.Compact(words), lines.Err()
}

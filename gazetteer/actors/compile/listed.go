package compile

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/annals-project/annals/gazetteer/phrase"
)

// Bits of the table of listed names.
const (
	ListedPerson = 1 << iota
	ListedTown
	ListedRegion
	ListedGroup
	ListedGiven
	ListedFamily
)

// minTown is the fewest inhabitants of a town listed under an alternate name:
// those of small towns are often common words elsewhere.
const minTown = 50000

// Listed makes the table of names that mark words as part of a name: persons
// and their given and family names (PETRARCH2, WordNet), towns and regions
// (GeoNames, WordNet), groups (WordNet).
func Listed(dataDir string) (*phrase.Table, error) {
	t := phrase.NewTable(120000)
	if err := listPlaces(t, filepath.Join(dataDir, "gazetteer")); err != nil {
		return nil, err
	}
	persons, err := persons(dataDir)
	if err != nil {
		return nil, err
	}
	senses, err := readWordNet(filepath.Join(dataDir, "wordnet", "oewn_senses.tsv.gz"))
	if err != nil {
		return nil, err
	}
	for _, s := range senses {
		if len(s.instance) == 0 {
			continue
		}
		switch s.lexname {
		case "noun.person":
			persons = append(persons, s.lemma)
		case "noun.location", "noun.object":
			t.Add(s.lemma, ListedRegion)
		case "noun.group":
			t.Add(s.lemma, ListedGroup)
		}
	}
	listPersons(t, persons)
	return t, nil
}

// persons are the leaders and officials of the Phoenix dictionaries.
func persons(dataDir string) ([]string, error) {
	var out []string
	for _, file := range []string{"Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt"} {
		blocks, err := readPhoenix(filepath.Join(dataDir, "events", "petrarch2", file))
		if err != nil {
			return nil, err
		}
		for _, b := range blocks {
			for _, n := range b.names {
				if b.person && !body(b, n) && usable(n) {
					out = append(out, n)
				}
			}
		}
	}
	return out, nil
}

// listPersons enters whole names, and given and family names that several
// persons bear.
func listPersons(t *phrase.Table, persons []string) {
	given, family := map[string]int{}, map[string]int{}
	for _, p := range persons {
		words := strings.Fields(strings.ToLower(p))
		if len(words) < 2 || len(words) > 5 {
			continue
		}
		t.Add(p, ListedPerson)
		given[words[0]]++
		family[words[len(words)-1]]++
	}
	for _, list := range []struct {
		names map[string]int
		bit   uint32
	}{{given, ListedGiven}, {family, ListedFamily}} {
		for n, times := range list.names {
			if times >= 2 && len(n) > 2 {
				t.Add(n, list.bit)
			}
		}
	}
}

func listPlaces(t *phrase.Table, dir string) error {
	err := eachRow(filepath.Join(dir, "geonames_cities15000.tsv.gz"), func(f []string) {
		t.Add(f[1], ListedTown)
		t.Add(f[2], ListedTown)
		people, _ := strconv.Atoi(f[11])
		if people < minTown {
			return
		}
		for n := range strings.SplitSeq(f[3], ",") {
			if latin(n) && len(n) > 3 {
				t.Add(n, ListedTown)
			}
		}
	})
	if err != nil {
		return err
	}
	return eachRow(filepath.Join(dir, "geonames_admin1.tsv.gz"), func(f []string) {
		for _, n := range f[1:3] {
			if latin(n) && len(n) > 3 {
				t.Add(n, ListedRegion)
			}
		}
	})
}

// latin says whether a name is written in plain Latin letters and begins with a
// capital.
func latin(n string) bool {
	for i := range len(n) {
		if n[i] >= 0x80 {
			return false
		}
	}
	return n != "" && n[0] >= 'A' && n[0] <= 'Z'
}

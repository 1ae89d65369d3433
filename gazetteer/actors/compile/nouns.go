package compile

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const nounsHeader = `# Nouns and what they name: lemma, class, and "sure" where it is not the guess of
# a taxonomy. Classes: person civilian force armed government organisation people
# weapon vehicle facility place.
# Drawn from Open English WordNet (CC BY 4.0, derived from Princeton WordNet),
# the Phoenix agent dictionary of PETRARCH2 (MIT, (c) 2014 Open Event Data
# Alliance), and a list by hand. Made by gazetteer/actors/compile; do not edit.
`

// agentClasses maps agent codes of CAMEO to noun classes.
var agentClasses = []struct{ code, class string }{
	{"MIL", "force"}, {"COP", "force"}, {"REB", "armed"}, {"UAF", "armed"}, {"SPY", "government"},
	{"GOV", "government"}, {"LEG", "government"}, {"JUD", "government"}, {"CVL", "civilian"}, {"REF", "civilian"},
	{"EDU", "civilian"}, {"AGR", "civilian"}, {"LAB", "civilian"}, {"OPP", "civilian"}, {"MED", "civilian"},
}

// maxSense is the last sense of a noun that counts: later ones are rare.
const maxSense = 2

func writeNouns(dataDir, petrarch, outDir string) error {
	senses, err := readWordNet(filepath.Join(dataDir, "wordnet", "oewn_senses.tsv.gz"))
	if err != nil {
		return err
	}
	classes := wordNetClasses(senses)
	guessed := maps.Clone(classes)
	if err := addAgents(classes, filepath.Join(petrarch, "Phoenix.agents.txt")); err != nil {
		return err
	}
	for _, r := range Rows(nounsTSV) {
		classes[r[0]] = r[1]
		delete(guessed, r[0])
	}
	var out strings.Builder
	out.WriteString(nounsHeader)
	for _, lemma := range slices.Sorted(maps.Keys(classes)) {
		switch c := classes[lemma]; {
		case c == "none":
		case guessed[lemma] == c:
			fmt.Fprintf(&out, "%s\t%s\tguess\n", lemma, c)
		default:
			fmt.Fprintf(&out, "%s\t%s\tsure\n", lemma, c)
		}
	}
	return os.WriteFile(filepath.Join(outDir, "nouns.tsv"), []byte(out.String()), 0o644)
}

// wordNetClasses gives each common noun the class of its first sense, or of
// its second when the first has none and is no abstract thing.
func wordNetClasses(senses []sense) map[string]string {
	t := newTaxonomy(senses, Rows(anchorsTSV))
	classes := map[string]string{}
	for n := 1; n <= maxSense; n++ {
		for _, s := range senses {
			if s.number != fmt.Sprint(n) || len(s.instance) > 0 || s.lemma != strings.ToLower(s.lemma) || len(s.lemma) < 3 {
				continue
			}
			if _, seen := classes[s.lemma]; seen {
				continue
			}
			switch c := t.class(s.synset); {
			case c != "":
				classes[s.lemma] = c
			case n == 1:
				classes[s.lemma] = "none"
			}
		}
	}
	return classes
}

// addAgents adds the agents of the Phoenix dictionary that WordNet calls
// persons, or does not know.
func addAgents(classes map[string]string, path string) error {
	blocks, err := readPhoenix(path)
	if err != nil {
		return err
	}
	for _, b := range blocks {
		class := ""
		for _, a := range agentClasses {
			if strings.HasPrefix(strings.TrimPrefix(b.code, "~"), a.code) {
				class = a.class
				break
			}
		}
		if class == "" {
			continue
		}
		for _, n := range b.names {
			n = strings.Split(n, " {")[0]
			if strings.ContainsAny(n, "!{}") {
				continue
			}
			switch classes[n] {
			case "", "person", "organisation", "civilian":
				classes[n] = class
			}
		}
	}
	return nil
}

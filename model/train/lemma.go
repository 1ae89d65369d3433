package train

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals/model/form"
	"github.com/annals-project/annals/model/lemma"
	"github.com/annals-project/annals/model/treebank"
)

const lemmaHeader = `# Forms whose lemma the rules of regular inflection get wrong.
# Source: Open English WordNet (irregular forms; regular forms of its verbs, nouns and adjectives), CC BY 4.0 and
# WordNet License; UD English EWT and GUM training parts (words met twice or more). Made by model/train.
# Columns: class (n plural noun, v inflected verb, a and r comparatives and superlatives of adjectives and adverbs, else the Penn tag); form; lemma.
`

// leastSeen is how often a treebank must have a form with its lemma to list it.
const leastSeen = 2

// Lemmas makes the table of exceptions.
func Lemmas(dataDir string, docs []treebank.Document) ([]byte, error) {
	table := map[string]string{}
	if err := fromWordNet(dataDir, table); err != nil {
		return nil, err
	}
	fromTreebanks(docs, table)
	var out bytes.Buffer
	out.WriteString(lemmaHeader)
	for _, k := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&out, "%s\t%s\n", k, table[k])
	}
	return out.Bytes(), nil
}

// note lists form under the class of xpos if the rules do not give its lemma.
func note(table map[string]string, form, xpos, word string) {
	if key := lemma.Class(xpos) + "\t" + form; lemma.Regular(form, xpos) != word {
		table[key] = word
	} else {
		delete(table, key)
	}
}

// wordNetTags are the tags a WordNet part of speech inflects to.
var wordNetTags = map[string][]string{"n": {"NNS"}, "v": {"VBZ", "VBD", "VBG"}, "a": {"JJR", "JJS"}, "s": {"JJR", "JJS"}, "r": {"RBR", "RBS"}}

func fromWordNet(dataDir string, table map[string]string) error {
	irregular := map[string]bool{}
	forms, err := tsv(filepath.Join(dataDir, "wordnet", "oewn_forms.tsv.gz"))
	if err != nil {
		return err
	}
	words, err := tsv(filepath.Join(dataDir, "wordnet", "oewn_senses.tsv.gz"))
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, f := range words {
		word, pos := f[0], f[1]
		if seen[pos+word] || len(word) < 3 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			continue
		}
		seen[pos+word] = true
		if stem, ok := strings.CutSuffix(word, "ies"); ok && pos == "n" && !seen["n"+stem+"y"] && !seen["n"+stem+"ie"] {
			note(table, word, "NNS", word) // its own plural: "series"
			continue
		}
		for _, xpos := range wordNetTags[pos] {
			note(table, inflect(word, xpos), xpos, word)
		}
	}
	for _, f := range forms {
		word, pos, form := f[0], f[1], f[2]
		if strings.Contains(form, " ") || strings.ToLower(form) != form || irregular[pos+form] {
			continue
		}
		irregular[pos+form] = true
		switch {
		case pos == "v" && strings.HasSuffix(form, "ing"):
			note(table, form, "VBG", word)
		case pos == "v":
			note(table, form, "VBD", word)
		case pos == "n":
			note(table, form, "NNS", word)
		case pos == "r":
			note(table, form, "RBR", word)
		default:
			note(table, form, "JJR", word)
		}
	}
	return nil
}

// inflect is the regular form of a word for a tag.
func inflect(word, xpos string) string {
	n := len(word)
	last, before := word[n-1], word[n-2]
	consonantY := last == 'y' && !strings.ContainsRune("aeiou", rune(before))
	switch xpos {
	case "NNS", "VBZ":
		switch {
		case consonantY:
			return word[:n-1] + "ies"
		case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh"):
			return word + "es"
		}
		return word + "s"
	case "VBG":
		if last == 'e' && before != 'e' && before != 'y' && before != 'o' {
			return word[:n-1] + "ing"
		}
		return word + "ing"
	}
	ending := map[string]string{"VBD": "ed", "JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}[xpos]
	switch {
	case consonantY:
		return word[:n-1] + "i" + ending
	case last == 'e':
		return word + ending[1:]
	}
	return word + ending
}

func fromTreebanks(docs []treebank.Document, table map[string]string) {
	counts := map[[2]string]map[string]int{}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for _, w := range s.Words {
				if w.UPOS == "PROPN" || w.UPOS == "X" {
					continue
				}
				key := [2]string{form.Norm(w.Form), w.XPOS}
				if counts[key] == nil {
					counts[key] = map[string]int{}
				}
				counts[key][w.Lemma]++
			}
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(counts), func(a, b [2]string) int { return strings.Compare(a[0]+" "+a[1], b[0]+" "+b[1]) }) {
		best, n := "", 0
		for _, l := range slices.Sorted(maps.Keys(counts[key])) {
			if counts[key][l] > n {
				best, n = l, counts[key][l]
			}
		}
		if n >= leastSeen && key[0] != "" {
			note(table, key[0], key[1], best)
		}
	}
}

// tsv reads a gzipped table with a header line.
func tsv(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var rows [][]string
	scan := bufio.NewScanner(z)
	for first := true; scan.Scan(); first = false {
		if !first {
			rows = append(rows, strings.Split(scan.Text(), "\t"))
		}
	}
	return rows, scan.Err()
}

// Command nouns writes lexicon/nouns.tsv: what class of thing a common noun
// names, read off the hypernyms of Open English WordNet.
//
//	go run ./annotate/events/nouns ../shared/data/wordnet/oewn_senses.tsv.gz > annotate/events/lexicon/nouns.tsv
package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strings"
)

// classes and the first senses they hang from; of two that fit, the earlier.
var classes = []struct {
	name  string
	roots []string
}{
	{"explosive", []string{"explosive device", "explosive", "bomb", "grenade", "mine#2", "rocket", "missile", "shell#4"}},
	{"weapon", []string{"weapon", "weaponry", "ammunition", "arms"}},
	{"vehicle", []string{"vehicle", "craft"}},
	{"facility", []string{"structure", "facility", "installation#3", "station", "workplace", "way#6", "line#18", "establishment#4", "store", "area#5"}},
	{"territory", []string{"region#3", "municipality", "settlement#2", "village", "town", "city", "country#2", "district"}},
	{"armed", []string{"serviceman", "soldier", "guerrilla", "terrorist", "rebel", "military unit", "military force", "army unit", "police", "law", "gunman", "killer", "criminal", "combatant", "radical"}},
	{"human", []string{"person", "people"}},
	{"organisation", []string{"organization", "social group", "institution"}},
}

// noisy are everyday words whose first sense misleads.
var noisy = map[string]bool{"dead": true, "thing": true, "one": true, "being": true, "face": true, "world": true, "head": true,
	"case": true, "front": true, "block": true, "right": true, "left": true, "side": true, "lot": true, "date": true, "level": true, "charge": true, "match": true}

type sense struct {
	synset string
	above  []string
	lex    string
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: nouns oewn_senses.tsv.gz")
		os.Exit(2)
	}
	first, all, err := load(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "nouns:", err)
		os.Exit(1)
	}
	roots := map[string]string{}
	for i := len(classes) - 1; i >= 0; i-- {
		for _, r := range classes[i].roots {
			name, n, numbered := strings.Cut(r, "#")
			if !numbered {
				n = "1"
			}
			roots[first[name+"#"+n].synset] = classes[i].name
		}
	}
	out := bufio.NewWriter(os.Stdout)
	defer func() {
		if err := out.Flush(); err != nil {
			log.Fatal(err)
		}
	}()
	fmt.Fprintln(out, "# What a common noun names, by its first sense. Source: Open English WordNet (CC BY 4.0), derived from Princeton WordNet.")
	fmt.Fprintln(out, "# Written by annotate/events/nouns. Columns: noun, class.")
	var lemmas []string
	for key := range first {
		if lemma, n, _ := strings.Cut(key, "#"); n == "1" {
			lemmas = append(lemmas, lemma)
		}
	}
	sort.Strings(lemmas)
	for _, lemma := range lemmas {
		if strings.ContainsAny(lemma, " .'") || strings.ToLower(lemma) != lemma || noisy[lemma] || len(lemma) < 3 {
			continue
		}
		if c := class(first[lemma+"#1"].synset, roots, all, 0); c != "" {
			fmt.Fprintf(out, "%s\t%s\n", lemma, c)
		}
	}
}

// deepest bounds the climb, should the hypernyms run in a circle.
const deepest = 25

func class(synset string, roots map[string]string, all map[string]sense, depth int) string {
	if c := roots[synset]; c != "" {
		return c
	}
	if depth > deepest {
		return ""
	}
	for _, up := range all[synset].above {
		if c := class(up, roots, all, depth+1); c != "" {
			return c
		}
	}
	return ""
}

// load gives the noun senses by "lemma#number" and by synset.
func load(path string) (first, all map[string]sense, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, nil, err
	}
	first, all = map[string]sense{}, map[string]sense{}
	lines := bufio.NewReader(z)
	for {
		line, err := lines.ReadString('\n')
		if c := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(c) >= 7 && c[1] == "n" {
			s := sense{c[2], strings.Fields(c[4] + " " + c[5]), c[6]}
			first[c[0]+"#"+c[3]] = s
			all[c[2]] = s
		}
		if err == io.EOF {
			return first, all, nil
		}
		if err != nil {
			return nil, nil, err
		}
	}
}

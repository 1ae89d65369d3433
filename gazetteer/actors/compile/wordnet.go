package compile

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"strings"
)

// sense is one noun sense of Open English WordNet.
type sense struct {
	lemma     string
	synset    string
	number    string
	hypernyms []string
	instance  []string
	lexname   string
}

// readWordNet reads the noun senses of oewn_senses.tsv.gz.
func readWordNet(path string) ([]sense, error) {
	var out []sense
	err := eachRow(path, func(f []string) {
		if len(f) == 7 && f[1] == "n" {
			out = append(out, sense{f[0], f[2], f[3], strings.Fields(f[4]), strings.Fields(f[5]), f[6]})
		}
	})
	return out, err
}

// eachRow calls take with the columns of every row of a gzipped TSV file but
// its header.
func eachRow(path string, take func([]string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<22)
	scan.Scan()
	for scan.Scan() {
		take(strings.Split(scan.Text(), "\t"))
	}
	return scan.Err()
}

// taxonomy says which class the nearest anchor above a synset has.
type taxonomy struct {
	up      map[string][]string
	anchors map[string]string // synset to class
}

func newTaxonomy(senses []sense, anchors [][]string) taxonomy {
	t := taxonomy{up: map[string][]string{}, anchors: map[string]string{}}
	named := map[string]string{}
	for _, s := range senses {
		t.up[s.synset] = s.hypernyms
		named[s.lemma+"\t"+s.number] = s.synset
	}
	for _, a := range anchors {
		if id, ok := named[a[0]+"\t"+a[1]]; ok {
			t.anchors[id] = a[2]
		}
	}
	return t
}

// class is the class of a synset; "" when no anchor stands above it.
func (t taxonomy) class(synset string) string {
	level := []string{synset}
	for depth := 0; len(level) > 0 && depth < 20; depth++ {
		var next []string
		for _, id := range level {
			if c := t.anchors[id]; c != "" {
				return c
			}
			next = append(next, t.up[id]...)
		}
		level = next
	}
	return ""
}

package figures

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Table says how many a vague count stands for at least.
type Table struct {
	Name  string
	least map[string]float64
}

// plural is the row of a table for a plural without a number.
const plural = "plural"

// Tables are the names of the tables that come with annals; "none" reads no
// number into vague words.
func Tables() []string {
	files, err := fs.Glob(data, "data/vague/*.tsv")
	if err != nil {
		return nil // the pattern is constant and well formed
	}
	names := []string{"none"}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(f, "data/vague/"), ".tsv"))
	}
	return names
}

// NewTable gives the table of a name in Tables.
func NewTable(name string) (Table, error) {
	t := Table{name, map[string]float64{}}
	if name == "none" {
		return t, nil
	}
	err := readTable("data/vague/"+name+".tsv", 2, func(f []string) error {
		v, err := strconv.ParseFloat(f[1], 64)
		t.least[f[0]] = v
		return err
	})
	if err != nil {
		return Table{}, fmt.Errorf("vague counts: %w (tables: %s)", err, strings.Join(Tables(), ", "))
	}
	return t, nil
}

// Least is the least number the words stand for; false when the table is silent.
func (t Table) Least(words string) (float64, bool) {
	v, ok := t.least[words]
	return v, ok
}

// readVague reads words that count without a number at token i, with a scale
// word after them: "several hundred".
func (r *reading) readVague(i int) (number, bool) {
	if i < 0 || i >= len(r.words) {
		return number{}, false
	}
	for _, v := range r.words[i].vagues {
		last, ok := r.follows(i+1, v.rest)
		if !ok {
			continue
		}
		words := strings.Join(append([]string{r.norm(i)}, v.rest...), " ")
		n := number{value: 1, first: i, last: last, vague: words, weak: v.weak}
		if last < len(r.words) && r.words[last].numeral != nil && !strings.HasSuffix(words, "s") || words == "several" {
			n = r.scale(n)
		}
		if n.weak && n.last < len(r.words) && r.words[n.last].numeral != nil {
			return number{}, false // "some 200"
		}
		if c := r.norm(n.last); n.weak && n.last < len(r.norms) && c != "" && c[0] >= '0' && c[0] <= '9' {
			return number{}, false
		}
		return n, true
	}
	return number{}, false
}

// readEqual reads words that take up the last number of their sentence: "killed eight and
// wounded as many", "the same number were hurt".
func (r *reading) readEqual(i int) (number, bool) {
	last := i + 2
	switch {
	case r.norm(i) == "as" && r.norm(i+1) == "many" && r.norm(last) != "as":
	case (r.norm(i) == "same" || r.norm(i) == "equal") && r.norm(i+1) == "number" && r.is(i-1, determiner):
	default:
		return number{}, false
	}
	for k := len(r.quantities) - 1; k >= 0; k-- {
		if q := r.quantities[k]; q.end <= i {
			n := number{value: q.value, first: i, last: last, digits: q.digits}
			return n, q.vague == "" && r.t.SentenceOf(q.first) == r.t.SentenceOf(i)
		}
	}
	return number{}, false
}

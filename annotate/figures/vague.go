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

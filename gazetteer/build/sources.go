package build

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// sources reads the tables of a folder; the first error stays.
type sources struct {
	folder string
	err    error
}

// row is a line of a table: its cells by the name of their column.
type row struct {
	columns map[string]int
	cells   []string
}

func (r row) text(column string) string {
	i, ok := r.columns[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

func (r row) int(column string) int {
	n, _ := strconv.Atoi(r.text(column))
	return n
}

func (r row) float(column string) float64 {
	f, _ := strconv.ParseFloat(r.text(column), 64)
	return f
}

// each calls visit for the rows of a gzipped, tab-separated file with a header.
func (s *sources) each(file string, visit func(row)) {
	if s.err != nil {
		return
	}
	f, err := os.Open(filepath.Join(s.folder, file))
	if err != nil {
		s.err = fmt.Errorf("gazetteer build: %w; give the folder of the GeoNames tables", err)
		return
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		s.err = fmt.Errorf("gazetteer build: %s: %w", file, err)
		return
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	columns := map[string]int{}
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(columns) == 0 {
			for i, c := range cells {
				columns[c] = i
			}
			continue
		}
		visit(row{columns, cells})
	}
	if err := lines.Err(); err != nil {
		s.err = fmt.Errorf("gazetteer build: %s: %w", file, err)
	}
}

// Package lexicon reads the word lists of intake: tab-separated tables with
// comment lines that start with '#'.
package lexicon

import "strings"

// Rows splits a table into its rows and cells, leaving out comments and blank
// lines. Cells are trimmed; a row always has at least one.
func Rows(table string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// Map reads a two-column table into a map from the lower-cased first cell to the second.
func Map(table string) map[string]string {
	m := map[string]string{}
	for _, row := range Rows(table) {
		if len(row) > 1 {
			m[strings.ToLower(row[0])] = row[1]
		}
	}
	return m
}

// Package compile makes the embedded files of package actors from the
// dictionaries they are drawn from.
package compile

import (
	"bufio"
	"os"
	"regexp"
	"strings"
)

// block is one actor of a Phoenix dictionary: its names, and its code without
// the dates ("IMGMUSISI").
type block struct {
	names  []string
	code   string
	person bool // dated offices, or drawn from a list of leaders
}

var (
	codes   = regexp.MustCompile(`\[([^\]]*)\]`)
	bracket = regexp.MustCompile(`\(([^)]*)\)`)
)

// readPhoenix reads a dictionary in the PETRARCH2 actor format.
func readPhoenix(path string) ([]block, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var blocks []block
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		raw := scan.Text()
		line, comment, _ := strings.Cut(raw, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		head := strings.TrimSpace(codes.ReplaceAllString(line, " "))
		alias := strings.HasPrefix(head, "+")
		continued := line[0] == ' ' || line[0] == '\t'
		if head != "" && !alias && !continued {
			blocks = append(blocks, block{})
		}
		if len(blocks) == 0 {
			continue
		}
		b := &blocks[len(blocks)-1]
		if !continued || alias {
			b.names = append(b.names, cleanName(strings.TrimPrefix(head, "+"))...)
		}
		for _, m := range codes.FindAllStringSubmatch(line, -1) {
			b.take(m[1])
		}
		if strings.Contains(comment, "rulers.txt") || strings.Contains(comment, "CountryInfo") {
			b.person = true
		}
	}
	return blocks, scan.Err()
}

// take notes one code, "AFGGOV 331108-730717".
func (b *block) take(code string) {
	code = strings.TrimSpace(code)
	code, dates, dated := strings.Cut(code, " ")
	if dated && strings.Contains(dates, "-") {
		b.person = true
	}
	if b.code == "" || strings.HasPrefix(b.code, "-") {
		b.code = code
	}
}

// cleanName turns "ADEN_ISLAMIC_ARMY_(AIA)_" into its names.
func cleanName(s string) []string {
	var out []string
	for _, m := range bracket.FindAllStringSubmatch(s, -1) {
		out = append(out, tidy(m[1]))
	}
	out = append(out, tidy(bracket.ReplaceAllString(s, " ")))
	kept := out[:0]
	for _, n := range out {
		if len(n) > 1 {
			kept = append(kept, n)
		}
	}
	return kept
}

func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '_' || r == '+' || r == '"' || r == '“' || r == '”' {
			return ' '
		}
		return r
	}, strings.ToLower(s))
	s = strings.TrimPrefix(strings.Join(strings.Fields(s), " "), "the ")
	return strings.Trim(s, " ,;:")
}

package compile

import (
	"cmp"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed anchors.tsv
var anchorsTSV string

//go:embed nouns.tsv
var nounsTSV string

// Files makes actors.tsv, countries.tsv and nouns.tsv in outDir from the
// dictionaries in dataDir. The same dictionaries give the same bytes.
func Files(dataDir, outDir string) error {
	petrarch := filepath.Join(dataDir, "events", "petrarch2")
	for _, write := range []func(string, string, string) error{writeActors, writeCountries, writeNouns} {
		if err := write(dataDir, petrarch, outDir); err != nil {
			return fmt.Errorf("actor lexicon: %w", err)
		}
	}
	return nil
}

// Rows are the rows of a TSV text, comments and blank lines left out.
func Rows(tsv string) [][]string {
	var rows [][]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// roleKinds maps role codes of CAMEO to kinds; the first that a code holds
// after its country counts.
var roleKinds = []struct{ role, kind string }{
	{"REB", "armed_group"}, {"UAF", "armed_group"}, {"SEP", "armed_group"}, {"MUSISI", "armed_group"},
	{"MIL", "state_force"}, {"COP", "state_force"}, {"SPY", "government"},
	{"GOV", "government"}, {"LEG", "government"}, {"JUD", "government"}, {"ELI", "government"},
	{"NGO", "organisation"}, {"IGO", "organisation"}, {"MNC", "organisation"}, {"MED", "organisation"},
	{"BUS", "organisation"}, {"PTY", "organisation"}, {"OPP", "organisation"}, {"HRI", "organisation"},
	{"EDU", "organisation"}, {"LAB", "organisation"}, {"DEV", "organisation"},
}

func kindOf(code string) string {
	for at := 0; at+3 <= len(code); at += 3 {
		for _, r := range roleKinds {
			if strings.HasPrefix(code[at:], r.role) {
				return r.kind
			}
		}
	}
	return ""
}

// orgWords mark a name as one of a body, not of a person.
var orgWords = strings.Fields(`army force forces ministry department council committee commission party front movement
	organization organisation union group brigade brigades battalion police guard guards agency bureau office court parliament congress senate
	assembly house command corps service services bank university institute association federation league network
	command intelligence military navy government authority board center centre fund corporation company ansf isis isil
	daesh pentagon dod cia fbi mossad nato`)

// body says whether a name is taken for a body's: it holds a word that says so
// or, when its block is of no person, any name at all.
func body(b block, name string) bool {
	words := strings.Fields(strings.ReplaceAll(name, "-", " "))
	for _, w := range words {
		if slices.Contains(orgWords, w) {
			return true
		}
	}
	return !b.person
}

const actorsHeader = `# Named actors: kind, code of the dictionary, names parted by "|".
# Drawn from the Phoenix actor dictionaries of PETRARCH2 (MIT licence,
# (c) 2014 Open Event Data Alliance). Made by gazetteer/actors/compile; do not edit.
`

func writeActors(_, petrarch, outDir string) error {
	type row struct{ kind, code, names string }
	var rows []row
	add := func(blocks []block, keep func(block) string) {
		for _, b := range blocks {
			kind := keep(b)
			if kind == "" {
				continue
			}
			var names []string
			for _, n := range b.names {
				if usable(n) && body(b, n) && !slices.Contains(names, n) {
					names = append(names, n)
				}
			}
			if len(names) > 0 {
				rows = append(rows, row{kind, b.code, strings.Join(names, "|")})
			}
		}
	}
	armed, err := readPhoenix(filepath.Join(petrarch, "Phoenix.MilNonState.actors.txt"))
	if err != nil {
		return err
	}
	add(armed, func(block) string { return "armed_group" })
	terror, err := readIssues(filepath.Join(petrarch, "Phoenix.IssueCoding.txt"), "NAMED_TERROR_GROUP")
	if err != nil {
		return err
	}
	add(terror, func(block) string { return "armed_group" })
	for _, file := range []string{"Phoenix.International.actors.txt", "Phoenix.Countries.actors.txt"} {
		blocks, err := readPhoenix(filepath.Join(petrarch, file))
		if err != nil {
			return err
		}
		add(blocks, func(b block) string { return kindOf(b.code) })
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.names, b.names)) })
	var out strings.Builder
	out.WriteString(actorsHeader)
	for _, r := range slices.Compact(rows) {
		fmt.Fprintf(&out, "%s\t%s\t%s\n", r.kind, r.code, r.names)
	}
	return os.WriteFile(filepath.Join(outDir, "actors.tsv"), []byte(out.String()), 0o644)
}

// usable leaves out names that are no names: single letters, numbers, long
// descriptions, and the words of offices ("white house spokesman").
func usable(n string) bool {
	words := strings.Fields(n)
	if len(words) == 0 || len(words) > 10 || len(n) < 3 || !strings.ContainsAny(n, "abcdefghijklmnopqrstuvwxyz") {
		return false
	}
	last := words[len(words)-1]
	for _, office := range []string{"spokesman", "spokeswoman", "spokesperson", "official", "officials", "secretary", "minister", "president", "chief", "leader", "head", "commander", "fighter", "fighters", "operatives", "soldiers", "ambassador", "envoy", "offshoot"} {
		if last == office {
			return false
		}
	}
	return !strings.HasSuffix(last, "affiliated") && !strings.HasSuffix(last, "linked")
}

// readIssues reads the phrases of one issue of Phoenix.IssueCoding.txt.
func readIssues(path, issue string) ([]block, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var blocks []block
	for line := range strings.Lines(string(b)) {
		name, code, ok := strings.Cut(strings.TrimSpace(line), "[")
		if !ok || !strings.HasPrefix(code, issue) || strings.Contains(name, ":") {
			continue
		}
		blocks = append(blocks, block{names: []string{tidy(name)}, code: "REB"})
	}
	return blocks, nil
}

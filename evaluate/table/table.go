// Package table writes reports of measurements as Markdown, keeps them in a
// committed file section by section, and holds them against floors.
package table

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/annals-project/annals/evaluate"
)

// Section is a report as a Markdown section.
func Section(name string, r *evaluate.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s: %s\n\n", name, r.Title)
	b.WriteString("| set | part | measure | value | precision | recall | items | closes | goal |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, row := range r.Rows {
		precision, recall := "", ""
		if row.P != 0 || row.R != 0 {
			precision, recall = fixed(row.P), fixed(row.R)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %d | %s | %s |\n", row.Set, row.Part, row.Measure, value(row.Value, row.Unit),
			precision, recall, row.N, bar(row.Closes, row.Unit), bar(row.Goal, row.Unit))
	}
	for _, note := range r.Notes {
		b.WriteString("\n" + strings.TrimSpace(note) + "\n")
	}
	return b.String()
}

func fixed(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func value(x float64, unit string) string {
	if unit == "" {
		return fixed(x)
	}
	return strconv.FormatFloat(x, 'f', -1, 64) + " " + unit
}

func bar(x float64, unit string) string {
	if x == 0 {
		return ""
	}
	return value(x, unit)
}

func begin(name string) string { return "<!-- begin " + name + " -->\n" }
func end(name string) string   { return "<!-- end " + name + " -->\n" }

// Update replaces a task's section of a file, or appends it.
func Update(path, name, section string) error {
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	text, block := string(old), begin(name)+section+end(name)
	from, to := strings.Index(text, begin(name)), strings.Index(text, end(name))
	if from >= 0 && to > from {
		text = text[:from] + block + text[to+len(end(name)):]
	} else {
		text += "\n" + block
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// Floors are the least (or, where lower is better, the greatest) values that
// figures may have, by task, set, part and measure.
type Floors map[string]float64

func key(task string, row *evaluate.Row) string {
	return strings.Join([]string{task, row.Set, row.Part, row.Measure}, "\t")
}

// ReadFloors reads a file of lines "task, set, part, measure, value" with tabs
// between; # begins a comment.
func ReadFloors(path string) (Floors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	floors := Floors{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		i := strings.LastIndex(line, "\t")
		if i < 0 || strings.Count(line, "\t") != 4 {
			return nil, fmt.Errorf("%s:%d: a floor is task, set, part, measure and value with tabs between", path, n)
		}
		v, err := strconv.ParseFloat(line[i+1:], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %q is no number", path, n, line[i+1:])
		}
		floors[line[:i]] = v
	}
	return floors, lines.Err()
}

// Broken lists the floors that a report breaks, and those of the task that no
// row of it meets: a figure that is no longer measured must not pass.
func (f Floors) Broken(task string, r *evaluate.Report) []string {
	var out []string
	measured := map[string]bool{}
	for i := range r.Rows {
		row := &r.Rows[i]
		k := key(task, row)
		measured[k] = true
		floor, ok := f[k]
		if !ok {
			continue
		}
		if row.Lower && row.Value > floor || !row.Lower && row.Value < floor {
			out = append(out, fmt.Sprintf("%s is %s, floor %s", strings.ReplaceAll(k, "\t", " / "), fixed(row.Value), fixed(floor)))
		}
	}
	for k := range f {
		if strings.HasPrefix(k, task+"\t") && !measured[k] {
			out = append(out, strings.ReplaceAll(k, "\t", " / ")+" is no longer measured")
		}
	}
	return out
}

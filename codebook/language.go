package codebook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals/resolve"
)

// pipeline is a source and the filters that its words run through: "date.days |
// atmost 1=1 7=2 31=3".
type pipeline struct {
	source  string
	words   []string // what follows the source's name
	filters []filter
}

type filter struct {
	name  string
	words []string
}

// value is what a pipeline gives for one event.
type value struct {
	words      []string
	statements []resolve.StatementKey
	lost       string // what the value leaves out, or why there is none
	field      string // the field of the event that it shows as it is; "" a value worked out
}

func parsePipeline(s string) (pipeline, error) {
	var p pipeline
	for i, stage := range splitOutsideQuotes(s, '|') {
		words := splitOutsideQuotes(stage, ' ')
		if len(words) == 0 {
			return p, fmt.Errorf("%q: nothing stands before or after a |", s)
		}
		for j := range words {
			words[j] = strings.ReplaceAll(words[j], `"`, "")
		}
		if i == 0 {
			p.source, p.words = words[0], words[1:]
			continue
		}
		p.filters = append(p.filters, filter{words[0], words[1:]})
		if filters[words[0]] == nil {
			return p, fmt.Errorf("there is no filter %q", words[0])
		}
	}
	if _, known := sources[p.source]; !known && p.source != "nothing" && p.source != "text" && p.source != "columns" {
		return p, fmt.Errorf("there is no source %q", p.source)
	}
	return p, nil
}

// splitOutsideQuotes cuts at a character that stands in no double quotes, and
// leaves empty pieces out.
func splitOutsideQuotes(s string, at rune) []string {
	var out []string
	quoted, from := false, 0
	for i, c := range s + string(at) {
		if c == '"' {
			quoted = !quoted
		}
		if c == at && (!quoted || i == len(s)) {
			if piece := strings.TrimSpace(s[from:i]); piece != "" {
				out = append(out, piece)
			}
			from = i + 1
		}
	}
	return out
}

// of works a pipeline out for one event. cells are those of the columns before.
func (p pipeline) of(e *coding, cells map[string]Cell) value {
	var v value
	switch p.source {
	case "nothing":
		v.lost = strings.Join(p.words, " ")
	case "text":
		v.words = []string{strings.Join(p.words, " ")}
	case "columns":
		for _, name := range p.words {
			v.words = append(v.words, cells[name].Value)
			v.statements = append(v.statements, cells[name].Statements...)
		}
	default:
		v = sources[p.source](e)
	}
	if len(p.filters) > 0 {
		v.field = ""
	}
	for _, f := range p.filters {
		filters[f.name](&v, f.words)
	}
	return v
}

// filters change the words of a value.
var filters = map[string]func(*value, []string){
	"map":     mapped,
	"default": func(v *value, w []string) { v.words = orDefault(v.words, strings.Join(w, " ")) },
	"first":   first,
	"join":    func(v *value, w []string) { v.words = one(strings.Join(v.words, " "+strings.Join(w, " ")+" ")) },
	"atmost":  atMost,
	"atleast": atLeast,
	"pair":    pair,
	"upper":   func(v *value, _ []string) { each(v, strings.ToUpper) },
	"lower":   func(v *value, _ []string) { each(v, strings.ToLower) },
	"whole":   whole,
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func orDefault(words []string, other string) []string {
	if strings.Join(words, "") == "" {
		return one(other)
	}
	return words
}

func each(v *value, f func(string) string) {
	for i := range v.words {
		v.words[i] = f(v.words[i])
	}
}

// mapped puts codes in the place of words: map day=1 "Peaceful protest"=2.
func mapped(v *value, codes []string) {
	var out []string
	for _, w := range v.words {
		code, known := codeOf(w, codes)
		if !known && w != "" {
			v.lost = also(v.lost, fmt.Sprintf("%q has no code", w))
		}
		if code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	v.words = out
}

func codeOf(word string, codes []string) (string, bool) {
	for _, c := range codes {
		if from, to, ok := strings.Cut(c, "="); ok && from == word {
			return to, true
		}
	}
	return "", false
}

// first keeps one word and tells how many were left out.
func first(v *value, _ []string) {
	if len(v.words) > 1 {
		v.lost = also(v.lost, "left out: "+strings.Join(v.words[1:], ", "))
		v.words = v.words[:1]
	}
}

// atMost gives the code of the first bound that a number does not exceed.
func atMost(v *value, codes []string) {
	for i, w := range v.words {
		v.words[i] = ""
		n, err := strconv.ParseFloat(w, 64)
		if err != nil {
			continue
		}
		for _, c := range codes {
			from, to, _ := strings.Cut(c, "=")
			if bound, err := strconv.ParseFloat(from, 64); err == nil && n <= bound {
				v.words[i] = to
				break
			}
		}
	}
	v.words = orDefault(v.words, "")
}

// atLeast drops numbers below a bound.
func atLeast(v *value, bound []string) {
	least, err := strconv.ParseFloat(strings.Join(bound, ""), 64)
	v.words = slices.DeleteFunc(v.words, func(w string) bool {
		n, wrong := strconv.ParseFloat(w, 64)
		return err != nil || wrong != nil || n < least
	})
}

// pair joins two codes, the smaller first and 0 last: 7 and 1 are 17, 1 and 0 are
// 10. Where one is not known there is no pair.
func pair(v *value, _ []string) {
	if slices.Contains(v.words, "") {
		v.words = nil
		return
	}
	codes := slices.Clone(v.words)
	slices.Sort(codes)
	var out, zeros string
	for _, c := range codes {
		if c == "0" {
			zeros += c
			continue
		}
		out += c
	}
	v.words = one(out + zeros)
}

// whole drops what stands behind a number's point, and says so.
func whole(v *value, _ []string) {
	for i, w := range v.words {
		if n, err := strconv.ParseFloat(w, 64); err == nil {
			v.words[i] = strconv.FormatFloat(n, 'f', 0, 64)
			if v.words[i] != w {
				v.lost = also(v.lost, w+" was rounded")
			}
		}
	}
}

func also(lost, more string) string {
	if lost == "" || more == "" {
		return lost + more
	}
	return lost + "; " + more
}

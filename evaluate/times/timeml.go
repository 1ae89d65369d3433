package times

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"github.com/annals-project/annals"
)

// gold is one TIMEX3 of a corpus.
type gold struct {
	annals.Span
	text, kind, value string
}

// document is one text of a corpus with its times.
type document struct {
	id, text, published string
	times               []gold
}

var (
	textPattern = regexp.MustCompile(`(?s)<TEXT>(.*)</TEXT>`)
	dctPattern  = regexp.MustCompile(`(?s)<DCT>.*?value="([^"]*)".*?</DCT>`)
	tagPattern  = regexp.MustCompile(`(?s)<(/?)([A-Z0-9]+)([^>]*)>`)
	attribute   = regexp.MustCompile(`([A-Za-z]+)="([^"]*)"`)
)

// readTimeML reads the .tml files of a folder, by name.
func readTimeML(folder string) ([]document, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no .tml files in %s: give the folder that holds data/temporal", folder)
	}
	sort.Strings(files)
	var out []document
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		d := parseTimeML(string(raw))
		d.id = strings.TrimSuffix(filepath.Base(f), ".tml")
		out = append(out, d)
	}
	return out, nil
}

// parseTimeML strips the tags of a TimeML document's text and notes where its
// TIMEX3 elements stood. The creation time stands outside the text.
func parseTimeML(raw string) document {
	var d document
	if m := dctPattern.FindStringSubmatch(raw); m != nil {
		d.published = m[1]
	}
	body := textPattern.FindStringSubmatch(raw)
	if body == nil {
		return d
	}
	var text strings.Builder
	var open []gold
	at := 0
	for _, m := range tagPattern.FindAllStringSubmatchIndex(body[1], -1) {
		text.WriteString(html.UnescapeString(body[1][at:m[0]]))
		at = m[1]
		if body[1][m[4]:m[5]] != "TIMEX3" {
			continue
		}
		if m[2] == m[3] {
			a := attributes(body[1][m[6]:m[7]])
			open = append(open, gold{Span: annals.Span{Start: text.Len()}, kind: a["type"], value: a["value"]})
		} else if n := len(open); n > 0 {
			g := open[n-1]
			open = open[:n-1]
			g.End = text.Len()
			g.text = text.String()[g.Start:g.End]
			if g.End > g.Start {
				d.times = append(d.times, g)
			}
		}
	}
	text.WriteString(html.UnescapeString(body[1][at:]))
	d.text = text.String()
	return d
}

func attributes(s string) map[string]string {
	out := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(s, -1) {
		out[m[1]] = m[2]
	}
	return out
}

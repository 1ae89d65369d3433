package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
)

// readPolNeAR reads one part, train or dev, of PolNeAR. Where several persons
// annotated an article the one whose file name sorts first counts.
func readPolNeAR(folder string) ([]article, error) {
	files, err := filepath.Glob(filepath.Join(folder, "attributions", "*.ann"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("attribution: no .ann files in %s: give the folder that holds data/ with --data", folder)
	}
	var out []article
	last := ""
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".ann")
		id := name[:strings.LastIndexByte(name, '_')]
		if id == last {
			continue
		}
		last = id
		text, err := os.ReadFile(filepath.Join(folder, "text", id+".txt"))
		if err != nil {
			return nil, fmt.Errorf("attribution: %w", err)
		}
		standoff, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("attribution: %w", err)
		}
		a := article{ID: id, Text: string(text)}
		a.readStandoff(string(standoff))
		out = append(out, a)
	}
	return out, nil
}

// Lines of brat standoff: a span with its pieces, an event with its roles.
// Lines that are neither go on with the text of the span before.
var (
	standoffSpan  = regexp.MustCompile(`^(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t`)
	standoffEvent = regexp.MustCompile(`^E\d+\tAttribution[^ ]* (.*)$`)
)

func (a *article) readStandoff(standoff string) {
	bytes := byteOffsets(a.Text)
	pieces := map[string][]annals.Span{}
	var events [][]string
	for line := range strings.Lines(standoff) {
		line = strings.TrimRight(line, "\r\n")
		if m := standoffEvent.FindStringSubmatch(line); m != nil {
			events = append(events, strings.Fields(m[1]))
			continue
		}
		m := standoffSpan.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		for _, p := range strings.Split(m[3], ";") {
			start, end, _ := strings.Cut(p, " ")
			from, to := at(bytes, start), at(bytes, end)
			for _, s := range cut(a.Text, annals.Span{Start: from, End: to}) {
				pieces[m[1]] = append(pieces[m[1]], s)
				a.Gold = append(a.Gold, span{s, typeOf(m[2])})
			}
		}
	}
	for _, roles := range events {
		var triple [tagger.Types][]annals.Span
		for _, role := range roles {
			name, id, _ := strings.Cut(role, ":")
			t := typeOf(strings.TrimRight(name, "0123456789"))
			triple[t] = append(triple[t], pieces[id]...)
		}
		a.Triples = append(a.Triples, triple)
	}
}

func typeOf(name string) tagger.Type {
	switch name {
	case "Source":
		return tagger.Source
	case "Cue":
		return tagger.Cue
	}
	return tagger.Content
}

// byteOffsets is the byte at which each code point of s starts, and its end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func at(bytes []int, point string) int {
	n, err := strconv.Atoi(point)
	if err != nil || n < 0 || n >= len(bytes) {
		return 0
	}
	return bytes[n]
}

package train

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
)

// readGUM reads the documents of a CoNLL-U file whose MISC column marks
// entities by brackets: "(12-place-new-…" opens, "12)" closes.
func readGUM(path string) ([]places.Example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("places: training corpus: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("places: %s: %w", path, err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("places: %s: %w", path, err)
	}
	var all []places.Example
	for _, document := range strings.Split(string(content), "# newdoc id")[1:] {
		d := gumDocument{}
		for line := range strings.Lines(document) {
			d.line(strings.TrimSuffix(line, "\n"))
		}
		d.out.Text = d.text.String()
		all = append(all, d.out)
	}
	return all, nil
}

// gumDocument is a document under way: the entities that are open, each with
// where it starts.
type gumDocument struct {
	text  strings.Builder
	stack []gumEntity
	out   places.Example
}

type gumEntity struct {
	id, kind string
	from     int
}

var bracket = regexp.MustCompile(`\(([^()-]+)-([a-z]+)[^()]*(\)?)|([^()-]+)\)`)

func (d *gumDocument) line(line string) {
	f := strings.Split(line, "\t")
	if len(f) < 10 {
		if line == "" {
			d.text.WriteString("\n")
		}
		return
	}
	if strings.ContainsAny(f[0], "-.") {
		return
	}
	from := d.text.Len()
	d.text.WriteString(f[1])
	end := d.text.Len()
	for _, part := range strings.Split(f[9], "|") {
		if marks, ok := strings.CutPrefix(part, "Entity="); ok {
			d.marks(marks, from, end)
		}
	}
	if !strings.Contains(f[9], "SpaceAfter=No") {
		d.text.WriteByte(' ')
	}
}

// marks opens and closes the entities of one token.
func (d *gumDocument) marks(marks string, from, end int) {
	for _, m := range bracket.FindAllStringSubmatch(marks, -1) {
		if m[4] != "" {
			d.close(m[4], end)
			continue
		}
		d.stack = append(d.stack, gumEntity{m[1], m[2], from})
		if m[3] != "" {
			d.close(m[1], end)
		}
	}
}

func (d *gumDocument) close(id string, end int) {
	for i := len(d.stack) - 1; i >= 0; i-- {
		if e := d.stack[i]; e.id == id {
			d.stack = append(d.stack[:i], d.stack[i+1:]...)
			d.add(e.kind, annals.Span{Start: e.from, End: end})
			return
		}
	}
}

func (d *gumDocument) add(kind string, span annals.Span) {
	switch kind {
	case "place":
		d.out.Places = append(d.out.Places, span)
	case "person", "animal":
		d.out.People = append(d.out.People, span)
	default:
		d.out.Names = append(d.out.Names, span)
	}
}

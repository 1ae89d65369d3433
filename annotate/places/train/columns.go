package train

import (
	"fmt"
	"os"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
)

// maxSentences is how many sentences make an example: about a story's length,
// so that what a page says elsewhere of a name can be learnt.
const maxSentences = 12

// readColumns reads a file of one token a line, its tag last, blank lines
// between sentences. Sentences are written out with the spaces English has.
func readColumns(path string) ([]places.Example, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("places: training corpus: %w", err)
	}
	var all []places.Example
	var w writer
	sentences := 0
	flush := func() {
		if e := w.example(); e.Text != "" {
			all = append(all, e)
		}
		w, sentences = writer{}, 0
	}
	for line := range strings.Lines(string(content)) {
		f := strings.Fields(line)
		switch {
		case len(f) < 2 || f[0] == "-DOCSTART-":
			w.endSentence()
			if sentences++; sentences == maxSentences || len(f) > 0 {
				flush()
			}
		default:
			w.token(f[0], f[len(f)-1], true)
		}
	}
	w.endSentence()
	flush()
	return all, nil
}

// writer puts tokens and their tags together to an example.
type writer struct {
	text  strings.Builder
	open  string // the type of the name under way
	from  int
	end   int // where the last token ends
	tight bool
	out   places.Example
}

// token adds a token with its IOB tag.
func (w *writer) token(form, tag string, spaced bool) {
	begins, kind := strings.HasPrefix(tag, "B-"), ""
	if i := strings.IndexByte(tag, '-'); i > 0 {
		kind = strings.ToLower(tag[i+1:])
	}
	if w.open != "" && (kind != w.open || begins) {
		w.close()
	}
	if w.text.Len() > 0 && spaced && !w.tight && !strings.Contains(".,;:!?)']’%", form[:1]) && !strings.HasPrefix(form, "n't") {
		w.text.WriteByte(' ')
	}
	w.tight = form == "(" || form == "[" || form == "$" || form == "#"
	if kind != "" && w.open == "" {
		w.open, w.from = kind, w.text.Len()
	}
	w.text.WriteString(form)
	w.end = w.text.Len()
}

func (w *writer) close() {
	span := annals.Span{Start: w.from, End: w.end}
	switch w.open {
	case "loc", "location", "place":
		w.out.Places = append(w.out.Places, span)
	case "per", "person":
		w.out.People = append(w.out.People, span)
	default:
		w.out.Names = append(w.out.Names, span)
	}
	w.open = ""
}

func (w *writer) endSentence() {
	if w.open != "" {
		w.close()
	}
	if w.text.Len() > 0 && !strings.HasSuffix(w.text.String(), "\n") {
		w.text.WriteString("\n\n")
		w.tight = true
	}
}

func (w *writer) example() places.Example {
	w.out.Text = w.text.String()
	return w.out
}

package corpus

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/model/gum"
)

var gumTypes = map[string]Types{"person": Of(Person), "organization": Of(Organisation), "place": place,
	"object": Of(Other), "event": Of(Other), "abstract": Of(Other), "substance": Of(Other)}

// GUM reads the names of the GUM treebank, "train" or "dev": runs of proper
// nouns, with the type of the mention they head or fill.
func GUM(data, part string) ([]Document, error) {
	docs, err := gum.Open(filepath.Join(data, "ud/en_gum-ud-"+part+".conllu.gz"))
	if err != nil {
		return nil, err
	}
	var out []Document
	for i := range docs {
		if part == "train" && docs[i].HeldOut() {
			continue
		}
		out = append(out, fromGUM(&docs[i]))
	}
	return out, nil
}

func fromGUM(d *gum.Document) Document {
	out := Document{ID: d.ID, Corpus: "gum", Source: d.Text}
	for _, s := range d.Sentences {
		out.Sentences = append(out.Sentences, annals.Span{Start: d.Words[s[0]].Start, End: d.Words[s[1]-1].End})
	}
	named := make([]bool, len(d.Words))
	for _, m := range d.Mentions {
		if first, last, ok := nameIn(d, m); ok && !named[first] {
			types := gumTypes[m.Type]
			if types == 0 {
				continue
			}
			out.Names = append(out.Names, Span{annals.Span{Start: d.Words[first].Start, End: d.Words[last-1].End}, types})
			for i := first; i < last; i++ {
				named[i] = true
			}
		}
	}
	for i, w := range d.Words {
		if r, _ := utf8.DecodeRuneInString(w.Form); !named[i] && (w.UPOS == "PROPN" || w.UPOS == "ADJ" && unicode.IsUpper(r)) {
			out.Unclear = append(out.Unclear, annals.Span{Start: w.Start, End: w.End})
		}
	}
	return out
}

// nameIn is the proper name a mention's head belongs to: the run of proper
// nouns around it, joined over "of", "the" and the like where the mention holds
// nothing else.
func nameIn(d *gum.Document, m gum.Mention) (first, last int, ok bool) {
	if d.Words[m.Head].UPOS != "PROPN" {
		return 0, 0, false
	}
	first, last = m.Head, m.Head+1
	for first > m.First && d.Words[first-1].UPOS == "PROPN" {
		first--
	}
	for last < m.Last && (d.Words[last].UPOS == "PROPN" || d.Words[last].UPOS == "NUM") {
		last++
	}
	if rest := d.Words[last:m.Last]; first <= m.First+1 && len(rest) > 0 && len(rest) <= 4 && joinable(rest) {
		last = m.Last
	}
	return first, last, true
}

// joinable says whether words after a proper noun go on its name: "of the
// United States", "& Sons".
func joinable(rest []gum.Word) bool {
	proper := false
	for _, w := range rest {
		switch {
		case w.UPOS == "PROPN":
			proper = true
		case strings.Contains(" of the and & for ", " "+strings.ToLower(w.Form)+" "):
		default:
			return false
		}
	}
	return proper && rest[len(rest)-1].UPOS == "PROPN"
}

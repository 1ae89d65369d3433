// Package cat reads corpora in the form of the CAT annotation tool: ECB+
// (Cybulska & Vossen 2014) and MEANTIME (Minard et al. 2016).
package cat

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// Document is one text with what was marked in it.
type Document struct {
	ID       string // file name without its ending, "1_10ecbplus"
	Topic    string // ECB+: "1"; MEANTIME: "corpus_airbus"
	Subtopic string // ECB+: "1ecb", "1ecbplus": the two events of a topic; MEANTIME: the topic
	Text     string // tokens joined by spaces, sentences by line ends
	Tokens   []Token
	Mentions []Mention
	Complete map[int]bool // ECB+: numbers of the sentences that were fully annotated
}

// Token is one token with its place in Text.
type Token struct {
	annals.Span
	Text     string
	Sentence int
}

// Mention is a marked stretch of tokens.
type Mention struct {
	ID        string
	Type      string // ACTION_OCCURRENCE, HUMAN_PART_PER, TIME_DATE, …
	Tokens    []int  // indices into Tokens, ascending
	Instance  string // what it refers to, the same in all documents; "" when it was linked to nothing
	Annotated bool   // stands in a sentence that was fully annotated
}

// Event says whether the mention is of something that is done or holds.
func (m *Mention) Event() bool {
	return strings.HasPrefix(m.Type, "ACTION_") || strings.HasPrefix(m.Type, "NEG_ACTION_")
}

type file struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"m_id,attr"`
			Anchors []struct {
				Token string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				Mention string `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`
}

// ECBPlus reads the documents of ECB+ under a data folder, by topic and name.
func ECBPlus(data string) ([]Document, error) {
	folder := filepath.Join(data, "data", "coreference")
	complete, err := completeSentences(filepath.Join(folder, "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	docs, err := read(filepath.Join(folder, "ECB+", "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	for i := range docs {
		d := &docs[i]
		d.Subtopic = d.Topic + strings.TrimLeft(d.ID[strings.Index(d.ID, "_")+1:], "0123456789")
		d.Complete = complete[d.ID]
		for j := range d.Mentions {
			m := &d.Mentions[j]
			m.Annotated = d.Complete[d.Tokens[m.Tokens[0]].Sentence]
		}
	}
	return docs, nil
}

// MEANTIME reads the documents of MEANTIME with references across documents.
func MEANTIME(data string) ([]Document, error) {
	docs, err := read(filepath.Join(data, "data", "temporal", "MEANTIME", "intra_cross-doc_annotation", "*", "*.xml"))
	for i := range docs {
		docs[i].Subtopic = docs[i].Topic
	}
	return docs, err
}

func read(pattern string) ([]Document, error) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no files %s: give the folder that holds data/", pattern)
	}
	var docs []Document
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		d, err := Parse(raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		d.ID = strings.TrimSuffix(filepath.Base(path), ".xml")
		d.Topic = filepath.Base(filepath.Dir(path))
		for j := range d.Mentions {
			if m := &d.Mentions[j]; strings.HasPrefix(m.Instance, withinText) {
				m.Instance = d.ID + " " + m.Instance
			}
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// withinText begins the names of what is referred to in one text only.
const withinText = "in this text "

// Parse reads one file. ID, Topic and what depends on them are left to the caller.
func Parse(raw []byte) (Document, error) {
	var f file
	if err := xml.Unmarshal(raw, &f); err != nil {
		return Document{}, err
	}
	var d Document
	at := map[string]int{}
	var text strings.Builder
	for i, t := range f.Tokens {
		t.Text = strings.TrimSpace(t.Text)
		switch {
		case i > 0 && t.Sentence != f.Tokens[i-1].Sentence:
			text.WriteByte('\n')
		case i > 0:
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(t.Text)
		at[t.ID] = i
		d.Tokens = append(d.Tokens, Token{annals.Span{Start: start, End: text.Len()}, t.Text, t.Sentence})
	}
	d.Text = text.String()
	instance := map[string]string{}
	for _, r := range f.Relations.All {
		name := r.Note // across documents
		if name == "" {
			name = withinText + r.ID
		}
		for _, s := range r.Sources {
			instance[s.Mention] = name
		}
	}
	for _, x := range f.Markables.All {
		m := Mention{ID: x.ID, Type: x.XMLName.Local, Instance: instance[x.ID]}
		for _, a := range x.Anchors {
			if i, ok := at[a.Token]; ok {
				m.Tokens = append(m.Tokens, i)
			}
		}
		if slices.Sort(m.Tokens); len(m.Tokens) > 0 {
			d.Mentions = append(d.Mentions, m)
		}
	}
	return d, nil
}

// completeSentences are the numbers of the sentences that were fully annotated, by document.
func completeSentences(path string) (map[string]map[int]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]map[int]bool{}
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(strings.TrimSpace(row[2]))
		if err != nil {
			return nil, fmt.Errorf("%s: sentence %q is no number", path, row[2])
		}
		id := row[0] + "_" + row[1]
		if out[id] == nil {
			out[id] = map[int]bool{}
		}
		out[id][n] = true
	}
	return out, nil
}

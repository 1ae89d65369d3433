package corpus

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/gum"
)

// GUMPhrases reads the mentions of GUM, "train" or "dev", cut to the spans that
// phrases have: up to the head noun and its "of" phrase.
func GUMPhrases(data, part string, l *actors.Lexicon) ([]Annotated, error) {
	docs, err := gum.Open(filepath.Join(data, "ud/en_gum-ud-"+part+".conllu.gz"))
	if err != nil {
		return nil, err
	}
	var out []Annotated
	for i := range docs {
		d := &docs[i]
		if part == "train" && d.HeldOut() {
			continue
		}
		a := Annotated{ID: d.ID, Corpus: "gum", Source: d.Text, Hidden: 1<<PhrasePeople | 1<<PhraseDocument | 1<<PhraseTime | 1<<PhraseNumber}
		for _, m := range d.Mentions {
			if p, ok := gumPhrase(d, m, l); ok {
				a.Phrases = append(a.Phrases, p)
			}
		}
		slices.SortStableFunc(a.Phrases, func(p, q Phrase) int {
			if p.Start != q.Start {
				return p.Start - q.Start
			}
			return q.End - p.End
		})
		out = append(out, a)
	}
	return out, nil
}

func gumPhrase(d *gum.Document, m gum.Mention, l *actors.Lexicon) (Phrase, bool) {
	head := &d.Words[m.Head]
	if head.UPOS != "NOUN" && head.UPOS != "PROPN" {
		return Phrase{}, false
	}
	p := Phrase{}
	switch m.Type {
	case "person":
		p.Type, p.Also = PhrasePerson, PhrasePerson
		if head.UPOS == "NOUN" && strings.HasSuffix(strings.ToLower(head.Form), "s") || l.Noun(strings.ToLower(head.Form)) == actors.People {
			p.Type, p.Also = PhraseGroup, PhraseGroup
		}
	case "organization":
		p.Type, p.Also = PhraseGroup, PhraseGroup
	case "place":
		p.Type, p.Also = PhrasePlace, PhrasePlace
	case "object":
		switch l.Noun(strings.TrimSuffix(strings.ToLower(head.Form), "s")) {
		case actors.Weapon:
			p.Type, p.Also = PhraseWeapon, PhraseWeapon
		case actors.Vehicle:
			p.Type, p.Also = PhraseVehicle, PhraseVehicle
		default:
			return Phrase{}, false
		}
	default:
		return Phrase{}, false
	}
	first, last := m.First, endOfPhrase(d, m)
	if f := strings.ToLower(d.Words[first].Form); first < m.Head && (f == "the" || f == "a" || f == "an") {
		first++
	}
	p.Span = annals.Span{Start: d.Words[first].Start, End: d.Words[last-1].End}
	return p, true
}

// endOfPhrase is where a phrase ends: after the head, the rest of its name, and
// an "of" phrase without a clause.
func endOfPhrase(d *gum.Document, m gum.Mention) int {
	last := m.Head + 1
	for last < m.Last && (d.Words[last].Dep == "flat" || d.Words[last].UPOS == "PROPN" && d.Words[last].Head == m.Head && d.Words[last].Dep == "flat") {
		last++
	}
	if last < m.Last && strings.ToLower(d.Words[last].Form) == "of" {
		at := last + 1
		for at < m.Last && slices.Contains([]string{"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP"}, d.Words[at].UPOS) && (d.Words[at].UPOS != "ADP" || d.Words[at].Form == "of") {
			at++
		}
		if at > last+1 {
			return at
		}
	}
	return last
}

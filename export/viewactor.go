package export

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

func (w *viewer) actor(a *account.Actor) actorView {
	x := actorView{Name: a.Name, Kind: strings.ReplaceAll(string(a.Kind), "_", " ")}
	if a.Role != "" {
		x.Kind += ", " + oneLine(a.Role)
	}
	var names []string
	for _, alias := range a.Aliases {
		if alias.Name != a.Name {
			names = append(names, alias.Name)
		}
		x.Refs = append(x.Refs, w.refs(alias.Statements)...)
	}
	x.Aliases = strings.Join(names, ", ")
	x.Refs = unique(x.Refs)
	for _, l := range w.Resolution.Actors[a.Resolved].PossiblySame {
		x.Facts = append(x.Facts, line{Text: fmt.Sprintf("possibly the same as %s: %s", w.Resolution.Actors[l.Actor].Name, strings.Join(l.Why, ", "))})
	}
	for _, f := range a.Profile.Founded {
		x.Facts = append(x.Facts, w.fact("founded", f, "by"))
	}
	for _, f := range a.Profile.Leaders {
		x.Facts = append(x.Facts, w.fact("leader", f, ""))
	}
	for _, f := range a.Profile.Aims {
		x.Facts = append(x.Facts, w.fact("aim:", f, ""))
	}
	for i := range a.Profile.Figures {
		e := w.entry(&a.Profile.Figures[i])
		x.Facts = append(x.Facts, line{string(a.Profile.Figures[i].Figure.Measure) + ": " + e.Text, e.Refs})
	}
	return x
}

// fact lays out a fact of a profile: "founded 2015-01 in Nangarhar by …".
func (w *viewer) fact(what string, f account.Fact, before string) line {
	words := []string{what}
	if f.Value != "" && before == "" {
		words = append(words, oneLine(f.Value))
	}
	if f.EDTF != "" {
		words = append(words, f.EDTF)
	}
	if f.Place != "" {
		words = append(words, "in "+oneLine(f.Place))
	}
	if f.Value != "" && before != "" {
		words = append(words, before, oneLine(f.Value))
	}
	if len(f.Speakers) > 0 {
		words = append(words, "(says "+strings.Join(f.Speakers, ", ")+")")
	}
	return line{strings.Join(words, " "), w.refs(f.Statements)}
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func (w *viewer) reports() []reportView {
	var out []reportView
	for _, d := range w.Documents {
		doc := w.Reading(d.Reading).Document
		r := reportView{Label: d.Label, Title: oneLine(doc.Title), Publisher: doc.Publisher, URI: doc.URI, Published: "undated", Embeds: doc.Embeds}
		if r.Title == "" {
			r.Title = opening(w.Reading(d.Reading))
		}
		if doc.Published != nil {
			r.Published, r.Basis = doc.Published.EDTF, strings.Join(doc.Published.Basis, ", ")
		}
		if d.Status != "current" {
			r.Status = d.Status
		}
		r.Paragraphs = w.paragraphs(d.Reading)
		out = append(out, r)
	}
	return out
}

// openingWords is how many words of a report without a headline stand for one.
const openingWords = 12

// opening is the first words of the first full sentence of a report, or its
// longest sentence where all are short.
func opening(r *annals.Reading) string {
	longest := ""
	for _, s := range r.Sentences {
		words := strings.Fields(s.In(r.Document.Text))
		if len(words) > openingWords {
			return strings.Join(words[:openingWords], " ") + " …"
		}
		if line := strings.Join(words, " "); len(line) > len(longest) {
			longest = line
		}
	}
	return longest
}

// paragraphs is a report's text as sentences, cut where its lines end.
func (w *viewer) paragraphs(reading int) [][]sentenceView {
	r := w.Reading(reading)
	var out [][]sentenceView
	end := 0
	for _, s := range r.Sentences {
		c := w.CitationOf(reading, annals.Span{Start: s.Start, End: s.End})
		ref := w.Ref(c)
		_, cited := w.cited[ref]
		if len(out) == 0 || strings.Contains(r.Document.Text[end:s.Start], "\n") {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], sentenceView{ref, s.In(r.Document.Text), cited})
		end = s.End
	}
	return out
}

package seeds

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// verdict is what became of a fact. With missed or wrong comes what was seen.
type verdict struct {
	outcome string // found missed wrong
	seen    string
}

var found = verdict{outcome: "found"}

// judge is one fact while it is compared with one document.
type judge struct {
	*gold
	*fact
	doc      *annotate.Document
	evidence annals.Span
	seen     []string
}

func (g *gold) judge(f *fact, d *annotate.Document) verdict {
	j := &judge{gold: g, fact: f, doc: d, evidence: locate(d.Doc, f.Evidence)}
	check := map[string]func() bool{
		"published": j.published, "event": j.event, "figure": j.figure, "claim": j.claim, "profile": j.profile,
		"alias": j.alias, "relation": j.relation, "boilerplate": j.boilerplate, "damage": j.damage, "contradiction": j.contradiction,
	}[f.Kind]
	switch {
	case check == nil:
		return verdict{"wrong", "the gold has an unknown kind of fact"}
	case check():
		return found
	case len(j.seen) == 0:
		return verdict{outcome: "missed"}
	}
	return verdict{"wrong", strings.Join(j.seen, " | ")}
}

// locate finds the evidence in the article; the empty span when it is not there.
func locate(d *annals.Document, evidence string) annals.Span {
	if i := strings.Index(d.Text, evidence); i >= 0 {
		return annals.Span{Start: i, End: i + len(evidence)}
	}
	return annals.Span{}
}

// miss notes a thing that overlaps the evidence and what is wrong with it.
func (j *judge) miss(format string, args ...any) bool {
	j.seen = append(j.seen, fmt.Sprintf(format, args...))
	return false
}

// published accepts the date, and for a date whose year the gold calls open the
// date without year; a null date must be unknown, or marked as inferred.
func (j *judge) published() bool {
	p := j.doc.Doc.Published
	if j.Date == nil {
		return p == nil || strings.Contains(strings.Join(p.Basis, " "), "inferred") || j.miss("%s", p.EDTF)
	}
	if p == nil {
		return false
	}
	open := "XXXX" + (*j.Date)[4:]
	if p.EDTF == *j.Date || p.EDTF == open && j.NotDate != "" {
		return true
	}
	return j.miss("%s", p.EDTF)
}

func (j *judge) boilerplate() bool {
	return !strings.Contains(j.doc.Doc.Text, j.Evidence) || j.miss("it stands in the article")
}

func (j *judge) damage() bool { return j.noted(annals.DamagedText, j.evidence) }

func (j *judge) contradiction() bool {
	return j.noted(annals.ContradictionNote, j.evidence) || j.noted(annals.ContradictionNote, locate(j.doc.Doc, j.Against))
}

func (j *judge) noted(kind annals.NoteKind, span annals.Span) bool {
	for _, n := range j.doc.Notes {
		if n.Kind == kind && n.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

func (j *judge) alias() bool {
	for i := range j.doc.Entities {
		known := j.entityNames(annals.Ref(i + 1))
		all := true
		for _, a := range j.Aliases {
			all = all && hasName(known, a)
		}
		if all {
			return true
		}
	}
	return false
}

// hasName asks for the same words, no more and no fewer.
func hasName(known []string, want string) bool {
	for _, k := range known {
		if strings.Join(words(k), " ") == strings.Join(words(want), " ") {
			return true
		}
	}
	return false
}

// entityNames are all names of an entity: its own, its aliases, its mentions'.
func (j *judge) entityNames(e annals.Ref) []string {
	if e == 0 {
		return nil
	}
	entity := &j.doc.Entities[e-1]
	names := []string{entity.Name}
	for _, a := range entity.Aliases {
		names = append(names, a.Name)
	}
	for _, m := range entity.Mentions {
		if mention := &j.doc.Mentions[m-1]; mention.Form == annals.Name {
			names = append(names, mention.Text)
		}
	}
	return names
}

// is says whether an entity goes by a name of the gold.
func (j *judge) is(want string, e annals.Ref) bool { return j.names(want, j.entityNames(e)...) }

func (j *judge) mention(m annals.Ref) *annals.Mention {
	if m == 0 {
		return &annals.Mention{}
	}
	return &j.doc.Mentions[m-1]
}

// said asks whether a claim's speaker is the one the gold names.
func (j *judge) said(want string, c annals.Ref) bool {
	if c == 0 {
		return false
	}
	claim := &j.doc.Claims[c-1]
	return j.is(want, claim.Speaker) || j.names(want, claim.Source.In(j.doc.Doc.Text))
}

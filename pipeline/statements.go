package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/proof"
)

// statements lists what the report states, one statement an event, figure,
// relation, claim and aim, and one for each entity that the text gives another
// name.
func statements(r *annals.Reading, doc *annotate.Document) []annals.Statement {
	b := stater{reading: r, doc: doc}
	for i := range r.Events {
		e := &r.Events[i]
		b.add(annals.AboutEvent, annals.Ref(i+1), e.Claim, e.Trigger)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		b.add(annals.AboutFigure, annals.Ref(i+1), f.Claim, f.Span)
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		b.add(annals.AboutRelation, annals.Ref(i+1), x.Claim, x.Span)
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		b.add(annals.AboutClaim, annals.Ref(i+1), annals.Ref(i+1), append([]annals.Span{c.Source, c.Cue}, c.Content...)...)
	}
	for i := range r.Entities {
		b.profile(annals.Ref(i+1), &r.Entities[i])
	}
	return b.out
}

// stater makes the statements of one reading.
type stater struct {
	reading *annals.Reading
	doc     *annotate.Document
	out     []annals.Statement
}

// profile makes the statements of an entity: one of its names, and one an aim.
func (b *stater) profile(ref annals.Ref, e *annals.Entity) {
	var introduced []annals.Span
	for _, a := range e.Aliases {
		introduced = append(introduced, a.Span)
	}
	b.add(annals.AboutProfile, ref, 0, introduced...)
	for i, aim := range e.Aims {
		b.state(annals.Statement{About: annals.AboutProfile, Ref: ref, Aim: annals.Ref(i + 1), Claim: aim.Claim}, aim.Span)
	}
}

// add makes a statement of an element.
func (b *stater) add(about annals.About, ref, claim annals.Ref, spans ...annals.Span) {
	b.state(annals.Statement{About: about, Ref: ref, Claim: claim}, spans...)
}

// state completes a statement, whose evidence is the sentences that hold the
// spans; none is made when no span lies in the text.
func (b *stater) state(s annals.Statement, spans ...annals.Span) {
	s.Evidence = b.sentences(spans)
	if len(s.Evidence) == 0 {
		return
	}
	d := b.reading.Document
	s.Document, s.Extractor = d.ID, b.reading.Extractor
	if d.Published != nil {
		s.Reported = d.Published.EDTF
	}
	s.Proof = check(b.doc, &s)
	s.ID = contentID(&s, value(b.reading, s.About, s.Ref))
	b.out = append(b.out, s)
}

// check is the mechanical check of an element's fields against the text. The
// names of an entity are checked by their own sentences.
func check(d *annotate.Document, s *annals.Statement) map[string]annals.Proof {
	switch {
	case s.About == annals.AboutEvent:
		return proof.Event(d, s.Ref)
	case s.About == annals.AboutFigure:
		return proof.Figure(d, s.Ref)
	case s.About == annals.AboutRelation:
		return proof.Relation(d, s.Ref)
	case s.About == annals.AboutClaim:
		return proof.Claim(d, s.Ref)
	case s.Aim != 0:
		return proof.Aim(d, s.Ref, s.Aim)
	default:
		return nil
	}
}

func (b *stater) sentences(spans []annals.Span) []annals.Evidence {
	var out []annals.Evidence
	for _, sentence := range b.reading.Sentences {
		for _, span := range spans {
			if !span.Empty() && sentence.Overlaps(span) {
				out = append(out, annals.Evidence{Span: sentence, Text: sentence.In(b.reading.Document.Text)})
				break
			}
		}
	}
	return out
}

// value is the element that a statement states.
func value(r *annals.Reading, about annals.About, ref annals.Ref) any {
	switch about {
	case annals.AboutEvent:
		return r.Events[ref-1]
	case annals.AboutFigure:
		return r.Figures[ref-1]
	case annals.AboutRelation:
		return r.Relations[ref-1]
	case annals.AboutClaim:
		return r.Claims[ref-1]
	default:
		return r.Entities[ref-1]
	}
}

// Restate names the statements of a reading anew after words were taken out of
// it, so that no name is the hash of what is gone.
func Restate(r *annals.Reading) {
	for i := range r.Statements {
		s := &r.Statements[i]
		s.ID = contentID(s, value(r, s.About, s.Ref))
	}
}

// contentID is the hash of all that a statement says, but not of when it was
// recorded, so that the same reading always makes the same statements.
func contentID(s *annals.Statement, value any) string {
	unnamed := *s
	unnamed.ID = ""
	packed, err := json.Marshal(struct {
		Statement *annals.Statement
		Value     any
	}{&unnamed, value})
	if err != nil {
		panic("a statement holds what JSON cannot: " + err.Error())
	}
	sum := sha256.Sum256(packed)
	return "sha256:" + hex.EncodeToString(sum[:])
}

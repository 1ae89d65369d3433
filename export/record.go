package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// Record writes the reconciled account of a record as JSON, form 2 of the
// contract.
func Record(w io.Writer, a *account.Account, generated time.Time) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(newRecordWriter(a).record(generated))
}

// recordWriter turns an account into its wire form.
type recordWriter struct {
	*account.Account
	reports []*reportWriter // by reading
}

func newRecordWriter(a *account.Account) *recordWriter {
	w := &recordWriter{Account: a}
	for _, r := range a.Resolution.Readings {
		w.reports = append(w.reports, newReportWriter(r.Document))
	}
	return w
}

func (w *recordWriter) record(generated time.Time) wireRecord {
	r := wireRecord{Annals: Version, Generated: generated.UTC().Format(time.RFC3339),
		Documents:  collect(w.Documents, w.document),
		Groups:     collect(w.Resolution.Groups, w.group),
		Origins:    collect(w.Resolution.Origins, w.origin),
		Sources:    collect(w.Sources, w.source),
		AsOf:       w.AsOf,
		Actors:     collect(w.Actors, w.actor),
		Events:     collect(w.Events, w.event),
		Relations:  collect(w.Relations, w.tie),
		Conflicts:  collect(w.Conflicts, w.conflict),
		Statements: []wireStatement{},
		Reuses:     collect(w.Resolution.Reuses, w.reuse),
	}
	r.Judgements, r.Reviews = w.judged()
	for _, x := range w.LeftOut {
		r.LeftOut = append(r.LeftOut, wireLeftOut{x.Document.ID, x.Document.URI, x.Why})
	}
	for reading, x := range w.Resolution.Readings {
		for i := range x.Statements {
			r.Statements = append(r.Statements, w.statement(resolve.StatementKey{Reading: reading, Statement: i}))
		}
	}
	return r
}

func (w *recordWriter) source(s *account.Source) wireSource {
	out := wireSource{Name: s.Name, Reliability: &s.Reliability, By: s.By, Why: s.Why}
	if s.Actor >= 0 {
		out.Actor = w.Actors[s.Actor].ID
	}
	return out
}

func (w *recordWriter) document(d *account.Document) wireDocument {
	doc := w.Reading(d.Reading).Document
	sum := sha256.Sum256(doc.Raw)
	out := wireDocument{ID: doc.ID, URI: doc.URI, Title: doc.Title, Publisher: doc.Publisher,
		Published: w.reports[d.Reading].published(doc.Published), RawSHA256: hex.EncodeToString(sum[:]), Status: d.Status, Irrelevant: d.Irrelevant != nil}
	if !doc.Retrieved.IsZero() {
		out.Retrieved = doc.Retrieved.UTC().Format(time.RFC3339)
	}
	if d.Group >= 0 {
		out.Group = w.Resolution.Groups[d.Group].ID
	}
	if d.VersionOf != "" {
		out.VersionOf = &d.VersionOf
	}
	return out
}

func (w *recordWriter) documentIDs(documents []int) []string {
	out := []string{}
	for _, d := range documents {
		out = append(out, w.Reading(w.Documents[d].Reading).Document.ID)
	}
	return out
}

func (w *recordWriter) group(g *resolve.Group) wireGroup {
	out := wireGroup{ID: g.ID, Why: g.Why, Origin: g.Origin}
	for _, reading := range g.Readings {
		out.Documents = append(out.Documents, w.Reading(reading).Document.ID)
	}
	return out
}

func (w *recordWriter) origin(o *resolve.Origin) wireOrigin {
	out := wireOrigin{ID: o.ID, Actor: w.resolvedID(o.Actor), Work: o.Work, Statements: w.statementIDs(o.Statements)}
	if o.Reading >= 0 {
		out.Document = w.Reading(o.Reading).Document.ID
	}
	return out
}

// resolvedID is the ID of an actor by its index in the resolution; "" for none.
func (w *recordWriter) resolvedID(i int) string {
	if i < 0 {
		return ""
	}
	return w.Resolution.Actors[i].ID
}

func (w *recordWriter) statementIDs(keys []resolve.StatementKey) []string {
	out := []string{}
	for _, k := range keys {
		out = append(out, w.Statement(k).ID)
	}
	return out
}

func (w *recordWriter) actor(a *account.Actor) wireActor {
	out := wireActor{ID: a.ID, Name: a.Name, Kinds: []wireKind{{Kind: string(a.Kind)}}, Aliases: []wireAlias{}, Role: a.Role}
	for _, alias := range a.Aliases {
		out.Aliases = append(out.Aliases, wireAlias{Name: alias.Name, Kind: alias.Kind, Statements: w.statementIDs(alias.Statements)})
	}
	for _, l := range w.Resolution.Actors[a.Resolved].PossiblySame {
		out.PossiblySame = append(out.PossiblySame, wireLikeness{Actor: w.resolvedID(l.Actor), Score: l.Score, Why: l.Why})
	}
	out.Profile = w.profile(&a.Profile)
	return out
}

func (w *recordWriter) profile(p *account.Profile) wireProfile {
	out := wireProfile{}
	for _, f := range p.Founded {
		out.Founded = append(out.Founded, w.fact(f))
	}
	for _, f := range p.Leaders {
		out.Leaders = append(out.Leaders, w.fact(f))
	}
	for _, f := range p.Aims {
		out.Aims = append(out.Aims, w.fact(f))
	}
	for i := range p.Figures {
		n := w.number(&p.Figures[i])
		switch p.Figures[i].Figure.Measure {
		case annals.Strength:
			out.Strength = append(out.Strength, n)
		case annals.Attacks:
			out.Attacks = append(out.Attacks, n)
		case annals.Clashes:
			out.Clashes = append(out.Clashes, n)
		case annals.Money:
			out.Funding = append(out.Funding, n)
		case annals.Surrendered, annals.Captured, annals.Killed:
			out.Losses = append(out.Losses, n)
		default:
			out.Other = append(out.Other, n)
		}
	}
	return out
}

func (w *recordWriter) fact(f account.Fact) wireFact {
	return wireFact{Value: f.Value, EDTF: f.EDTF, Place: f.Place, SaidBy: f.Speakers, Statements: w.statementIDs(f.Statements)}
}

func (w *recordWriter) number(e *account.Entry) wireNumber {
	f := e.Figure
	out := wireNumber{Measure: string(f.Measure), Value: f.Value, Low: f.Low, High: f.High, Qualifier: f.Qualifier, Unit: f.Unit,
		Who: f.Who, EDTF: e.EDTF, Reported: e.Reported, SaidBy: e.Speaker, Statements: w.statementIDs(e.Statements)}
	if e.Origin >= 0 {
		out.Origin = w.Resolution.Origins[e.Origin].ID
	}
	return out
}

func (w *recordWriter) tie(r *account.Relation) wireTie {
	return wireTie{ID: r.ID, Type: string(r.Type), From: r.FromID, To: r.ToID, FromName: r.From, ToName: r.To,
		EDTF: strings.Join(r.EDTF, ","), SaidBy: r.Speakers, Statements: w.statementIDs(r.Statements)}
}

func (w *recordWriter) conflict(c *account.Conflict) wireConflict {
	out := wireConflict{ID: c.ID, Kind: string(c.Kind), Statements: w.statementIDs(c.Statements), Message: c.Message, Sentences: []wireEvidence{}}
	for _, s := range c.Sentences {
		reading := w.Documents[s.Document].Reading
		out.Sentences = append(out.Sentences, wireEvidence{w.Reading(reading).Document.ID, w.reports[reading].span(s.Span)})
	}
	return out
}

// statement gives what a report says as it was read: what persons amended is
// told by reviews.
func (w *recordWriter) statement(k resolve.StatementKey) wireStatement {
	r, report := w.Original(k.Reading), w.reports[k.Reading]
	s := &r.Statements[k.Statement]
	out := wireStatement{ID: s.ID, Document: s.Document, About: string(s.About), Value: report.value(r, s),
		Evidence: []wireEvidence{}, Proof: map[string]string{}, Reported: s.Reported, Extractor: s.Extractor}
	if !s.Recorded.IsZero() {
		out.Recorded = s.Recorded.UTC().Format(time.DateOnly)
	}
	for _, e := range s.Evidence {
		out.Evidence = append(out.Evidence, wireEvidence{wireSpan: report.span(e.Span)})
	}
	for field, p := range s.Proof {
		out.Proof[field] = string(p.Verdict)
		if p.Step != "" {
			if out.Steps == nil {
				out.Steps = map[string]wireProof{}
			}
			out.Steps[field] = wireProof{p.Step, collect(p.Spans, func(s *annals.Span) wireSpan { return report.span(*s) })}
		}
	}
	if o := w.Resolution.Origin(k); o >= 0 {
		out.Origin = &w.Resolution.Origins[o].ID
	}
	w.saidBy(&out, k, r, s)
	return out
}

// saidBy fills in who is quoted, and through whom.
func (w *recordWriter) saidBy(out *wireStatement, k resolve.StatementKey, r *annals.Reading, s *annals.Statement) {
	if s.Claim == 0 {
		return
	}
	c := &r.Claims[s.Claim-1]
	if i := w.Resolution.Actor(resolve.EntityKey{Reading: k.Reading, Entity: c.Speaker}); c.Speaker != 0 && i >= 0 {
		out.SaidBy = &w.Resolution.Actors[i].ID
	}
	for _, via := range c.Via {
		if i := w.Resolution.Actor(resolve.EntityKey{Reading: k.Reading, Entity: via}); i >= 0 {
			out.Via = append(out.Via, w.Resolution.Actors[i].ID)
		}
	}
}

// value is the wire form of the element that a statement states. References in
// it are to the annotations of its report.
func (w *reportWriter) value(r *annals.Reading, s *annals.Statement) any {
	switch ref := s.Ref; s.About {
	case annals.AboutEvent:
		return w.event(ref, &r.Events[ref-1])
	case annals.AboutFigure:
		return w.figure(ref, &r.Figures[ref-1])
	case annals.AboutRelation:
		return w.relation(ref, &r.Relations[ref-1])
	case annals.AboutClaim:
		return w.claim(ref, &r.Claims[ref-1])
	default:
		e := r.Entities[ref-1]
		e.Aims = e.Aims[max(s.Aim-1, 0):s.Aim] // the one it states
		return w.entity(ref, &e)
	}
}

package export

import (
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/annals-project/annals"
)

// Annotations writes one report and all that was read in it as one line of
// JSON, form 1 of the contract.
func Annotations(w io.Writer, r *annals.Reading) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(newReportWriter(r.Document).report(r))
}

// Failure writes the line that stands for a document that could not be read.
func Failure(w io.Writer, id, code, message string) error {
	type failure struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Annals string  `json:"annals"`
		ID     string  `json:"id"`
		Error  failure `json:"error"`
	}{Version, id, failure{code, message}})
}

// reportWriter turns the nouns of one report into their wire form.
type reportWriter struct {
	doc    *annals.Document
	points *codePoints
}

func newReportWriter(doc *annals.Document) *reportWriter {
	return &reportWriter{doc: doc, points: newCodePoints(doc.Text)}
}

func (w *reportWriter) report(r *annals.Reading) wireReport {
	d := r.Document
	out := wireReport{
		Annals: Version, ID: d.ID, Document: d.ID, Extractor: r.Extractor, URI: d.URI, Title: d.Title,
		Publisher: d.Publisher, Byline: d.Byline, Language: d.Language,
		Published: w.published(d.Published), Status: d.Correction, Text: d.Text,
		Embeds:    collect(d.Embeds, wireEmbedOf),
		Mentions:  numbered(r.Mentions, w.mention),
		Entities:  numbered(r.Entities, w.entity),
		Times:     numbered(r.Times, w.time),
		Figures:   numbered(r.Figures, w.figure),
		Events:    numbered(r.Events, w.event),
		Claims:    numbered(r.Claims, w.claim),
		Relations: numbered(r.Relations, w.relation),
		Notes:     append(collect(d.Notes, w.note), collect(r.Notes, w.note)...),
	}
	if d.GivenID != "" {
		out.ID = d.GivenID
	}
	return out
}

// collect maps f over items; never nil, so that JSON shows an empty list.
func collect[T, U any](items []T, f func(*T) U) []U {
	out := make([]U, len(items))
	for i := range items {
		out[i] = f(&items[i])
	}
	return out
}

// numbered is collect for things that carry their own reference, from 1.
func numbered[T, U any](items []T, f func(annals.Ref, *T) U) []U {
	out := make([]U, len(items))
	for i := range items {
		out[i] = f(annals.Ref(i+1), &items[i])
	}
	return out
}

// id is the wire name of a reference: a letter and its number; "" for none.
func id(prefix string, r annals.Ref) string {
	if r == 0 {
		return ""
	}
	return prefix + strconv.Itoa(int(r))
}

func ids(prefix string, refs []annals.Ref) []string {
	var out []string
	for _, r := range refs {
		if r != 0 {
			out = append(out, id(prefix, r))
		}
	}
	return out
}

func (w *reportWriter) span(s annals.Span) wireSpan {
	return wireSpan{Start: w.points.at(s.Start), End: w.points.at(s.End), Text: s.In(w.doc.Text), Raw: rawRange(w.doc, s)}
}

func (w *reportWriter) maybeSpan(s annals.Span) *wireSpan {
	if s.Empty() {
		return nil
	}
	out := w.span(s)
	return &out
}

func (w *reportWriter) published(p *annals.Published) *wirePublished {
	if p == nil {
		return nil
	}
	out := &wirePublished{EDTF: p.EDTF, Basis: p.Basis}
	if !p.Span.Empty() {
		start, end := w.points.at(p.Span.Start), w.points.at(p.Span.End)
		out.Start, out.End = &start, &end
	}
	if !p.Raw.Empty() {
		out.Raw = &[2]int{p.Raw.Start, p.Raw.End}
	}
	return out
}

func wireEmbedOf(e *annals.Embed) wireEmbed {
	out := wireEmbed{Author: e.Author, Published: e.Published, URI: e.URI, Text: e.Text}
	if !e.Raw.Empty() {
		out.Raw = &[2]int{e.Raw.Start, e.Raw.End}
	}
	return out
}

func (w *reportWriter) mention(r annals.Ref, m *annals.Mention) wireMention {
	return wireMention{ID: id("m", r), wireSpan: w.span(m.Span), Form: string(m.Form), Kind: string(m.Kind),
		Entity: id("e", m.Entity), Place: wirePlaceOf(m.Place)}
}

func wirePlaceOf(p *annals.Place) *wirePlace {
	if p == nil {
		return nil
	}
	out := &wirePlace{GeoNames: p.GeoNames, Name: p.Name, Country: p.Country, Precision: string(p.Precision),
		Relation: p.Relation, Inside: id("m", p.Inside)}
	if p.Admin1 != "" || p.Admin1Nm != "" {
		out.Admin1 = &wireAdmin{Code: p.Admin1, Name: p.Admin1Nm}
	}
	if p.Located {
		lat, lon := p.Lat, p.Lon
		out.Lat, out.Lon = &lat, &lon
	}
	for i := range p.RunnersUp {
		out.RunnersUp = append(out.RunnersUp, *wirePlaceOf(&p.RunnersUp[i]))
	}
	return out
}

func (w *reportWriter) entity(r annals.Ref, e *annals.Entity) wireEntity {
	out := wireEntity{ID: id("e", r), Name: e.Name, Kind: string(e.Kind), Role: e.Role,
		Affiliation: id("e", e.Affiliation), Public: e.Public}
	for _, a := range e.Aliases {
		out.Aliases = append(out.Aliases, a.Name)
	}
	for _, a := range e.Aims {
		out.Aims = append(out.Aims, wireAim{w.span(a.Span), id("c", a.Claim), a.Rule})
	}
	return out
}

func (w *reportWriter) time(r annals.Ref, t *annals.Time) wireTime {
	return wireTime{ID: id("t", r), wireSpan: w.span(t.Span), EDTF: t.EDTF, Timex3: wireTimex{t.Type, t.Value},
		Derived: t.Derived, Anchor: w.maybeSpan(t.Anchor)}
}

func (w *reportWriter) figure(r annals.Ref, f *annals.Figure) wireFigure {
	out := wireFigure{ID: id("f", r), wireSpan: w.span(f.Span), Measure: string(f.Measure), Value: f.Value, Low: f.Low,
		High: f.High, Qualifier: f.Qualifier, Unit: f.Unit, Per: f.Per, Who: f.Who, IncludesAttackers: f.IncludesAttackers,
		PartOf: id("f", f.PartOf), Cumulative: f.Cumulative, Subject: id("e", f.Subject), Event: id("ev", f.Event),
		Place: id("m", f.Place), Time: id("t", f.Time), Claim: id("c", f.Claim), Confidence: f.Confidence, Rule: f.Rule}
	if f.Victims != (annals.Victims{}) {
		v := wireVictims(f.Victims)
		out.Victims = &v
	}
	return out
}

func (w *reportWriter) event(r annals.Ref, e *annals.Event) wireEvent {
	out := wireEvent{ID: id("ev", r), Trigger: w.span(e.Trigger), Status: string(e.Status), Time: id("t", e.Time), EDTF: e.EDTF,
		Place: id("m", e.Place), Places: ids("m", e.Places), Claim: id("c", e.Claim), Background: e.Background,
		Confidence: e.Confidence, Rule: e.Rule, Arguments: []wireArgument{}}
	if e.PLOVER != nil {
		p := wirePLOVER(*e.PLOVER)
		out.PLOVER = &p
	}
	if e.ACLED != nil {
		a := wireACLED(*e.ACLED)
		out.ACLED = &a
	}
	if e.UCDP != 0 {
		out.UCDP = &wireUCDP{e.UCDP}
	}
	for _, a := range e.Arguments {
		out.Arguments = append(out.Arguments, wireArgument{string(a.Role), id("m", a.Mention), thousandths(a.Salience), a.Rule})
	}
	for _, a := range e.Implied {
		out.Implied = append(out.Implied, wireArgument{string(a.Role), id("m", a.Mention), thousandths(a.Salience), a.Rule})
	}
	out.Salience = thousandths(e.Salience)
	for _, l := range e.Links {
		out.Links = append(out.Links, wireLink{string(l.Type), id("ev", l.Event)})
	}
	return out
}

func (w *reportWriter) claim(r annals.Ref, c *annals.Claim) wireClaim {
	out := wireClaim{ID: id("c", r), Source: w.maybeSpan(c.Source), Cue: w.maybeSpan(c.Cue), SpeakerType: c.SpeakerType,
		Via: ids("e", c.Via), Medium: w.maybeSpan(c.Medium), Time: id("t", c.Time), Kind: string(c.Kind), Confidence: c.Confidence, Rule: c.Rule}
	if c.Speaker != 0 {
		s := id("e", c.Speaker)
		out.Speaker = &s
	}
	if n := len(c.Content); n > 0 {
		out.Content = w.maybeSpan(annals.Span{Start: c.Content[0].Start, End: c.Content[n-1].End})
		if n > 1 {
			out.Pieces = collect(c.Content, func(s *annals.Span) wireSpan { return w.span(*s) })
		}
	}
	return out
}

func (w *reportWriter) relation(r annals.Ref, x *annals.Relation) wireRelation {
	return wireRelation{ID: id("r", r), Type: string(x.Type), From: id("e", x.From), To: id("e", x.To), wireSpan: w.span(x.Span),
		Time: id("t", x.Time), Claim: id("c", x.Claim), Confidence: x.Confidence, Rule: x.Rule}
}

func (w *reportWriter) note(n *annals.Note) wireNote {
	out := wireNote{Kind: string(n.Kind), Original: n.Original, Message: n.Message}
	if !n.Span.Empty() {
		start, end := w.points.at(n.Span.Start), w.points.at(n.Span.End)
		out.Start, out.End = &start, &end
		out.Raw = rawRange(w.doc, n.Span)
	}
	if !n.Raw.Empty() {
		out.Raw = &[2]int{n.Raw.Start, n.Raw.End}
	}
	return out
}

// thousandths is a probability as precise as it is worth printing.
func thousandths(p float64) float64 { return math.Round(1000*p) / 1000 }

package snapshot

import (
	"cmp"
	"fmt"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// Segment is a piece of a text, marked or not.
type Segment struct {
	Text string `json:"text"`
	Mark bool   `json:"mark,omitempty"`
}

// Repair is a stretch of a sentence that intake repaired, or that is damaged.
type Repair struct {
	Kind     string `json:"kind"`
	Read     string `json:"read,omitempty" doc:"as annals reads it"`
	Original string `json:"original,omitempty" doc:"as received"`
	Message  string `json:"message,omitempty"`
}

// Check is the mechanical check of one field of a statement.
type Check struct {
	Field   string `json:"field"`
	Verdict string `json:"verdict" enum:"stated,derived,unsupported"`
	Step    string `json:"step,omitempty" doc:"how a derived field follows"`
}

// Evidence is a sentence that bears a value, with all that one must know to
// weigh it.
type Evidence struct {
	Statement  string      `json:"statement,omitempty"`
	Key        string      `json:"key,omitempty" doc:"what judgements name it by"`
	About      string      `json:"about,omitempty"`
	States     string      `json:"states,omitempty" doc:"what the statement says, in short"`
	Supports   []Link      `json:"supports,omitempty" doc:"the event and actors that it bears on"`
	Href       string      `json:"href,omitempty"`
	Ref        string      `json:"ref"`
	Document   DocumentRef `json:"document"`
	Address    string      `json:"address,omitempty" doc:"where the report was found"`
	Sentence   []Segment   `json:"sentence"`
	Original   string      `json:"original,omitempty" doc:"the sentence as received, where it was repaired"`
	Repairs    []Repair    `json:"repairs,omitempty"`
	SaidBy     string      `json:"said_by,omitempty" doc:"absent where the report says it itself"`
	Via        []string    `json:"via,omitempty"`
	Origin     string      `json:"origin,omitempty"`
	OriginName string      `json:"origin_name,omitempty" doc:"statements of one origin count once"`
	Copies     []string    `json:"copies,omitempty" doc:"labels of reports that are copies of this one"`
	Status     string      `json:"status"`
	Proof      []Check     `json:"proof,omitempty"`
	Extractor  string      `json:"extractor,omitempty"`
	Citation   string      `json:"citation"`
}

// Rejectable says whether a person may find that the report does not say it: an
// actor's name can only be merged or split.
func (e Evidence) Rejectable() bool {
	return e.Key != "" && !strings.HasPrefix(e.Key, string(annals.ActorKey))
}

// Evidence lays out the sentences of statements, by report, each once a statement.
func (s *Snapshot) Evidence(keys []resolve.StatementKey) []Evidence {
	out := []Evidence{}
	seen := map[resolve.StatementKey]bool{}
	for _, k := range keys {
		if !seen[k] {
			seen[k] = true
			out = append(out, s.evidence(k))
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return s.documentAt[out[i].Document.ID] < s.documentAt[out[j].Document.ID]
	})
	return out
}

// Rejected is the address of what a report told of an event that a person rejected,
// by the event's ID; "" when nobody rejected such an event.
func (s *Snapshot) Rejected(event string) string {
	for i := range s.Account.Amendments {
		x := &s.Account.Amendments[i]
		if x.Judgement.Verdict == annals.Rejected && len(x.Statements) > 0 && x.Key.Short("x") == event {
			return "/evidence/" + s.Account.Statement(x.Statements[0]).ID
		}
	}
	return ""
}

// EvidenceOf lays out the sentence of one statement.
func (s *Snapshot) EvidenceOf(k resolve.StatementKey) Evidence { return s.evidence(k) }

func (s *Snapshot) evidence(k resolve.StatementKey) Evidence {
	a := s.Account
	st, r := a.Statement(k), a.Reading(k.Reading)
	rejected := st.About == annals.AboutNothing
	if rejected { // it is shown as it was read
		r = a.Original(k.Reading)
		st = &r.Statements[k.Statement]
	}
	var c account.Citation
	if len(st.Evidence) > 0 {
		c = a.CitationOf(k.Reading, st.Evidence[0].Span)
	} else {
		c = account.Citation{Document: s.documentAt[r.Document.ID]}
	}
	out := s.sentence(c, stands(r, st))
	out.Statement, out.About, out.Href, out.Extractor = st.ID, string(st.About), "/evidence/"+st.ID, st.Extractor
	out.Key, out.States = keyOf(r, st), states(r, st)
	if rejected {
		out.Status = "rejected by a person"
	} else {
		out.Supports = s.supports(k)
	}
	if o := a.Resolution.Origin(k); o >= 0 {
		out.Origin, out.OriginName = a.Resolution.Origins[o].ID, oneLine(a.OriginName(&a.Resolution.Origins[o]))
	}
	if st.Claim != 0 {
		claim := &r.Claims[st.Claim-1]
		if claim.Speaker != 0 {
			out.SaidBy = oneLine(a.NameOf(resolve.EntityKey{Reading: k.Reading, Entity: claim.Speaker}))
		}
		if out.SaidBy == "" {
			out.SaidBy = cmp.Or(oneLine(claim.Source.In(r.Document.Text)), account.UnnamedSource)
		}
		for _, via := range claim.Via {
			out.Via = append(out.Via, oneLine(a.NameOf(resolve.EntityKey{Reading: k.Reading, Entity: via})))
		}
	}
	for field, p := range st.Proof {
		out.Proof = append(out.Proof, Check{field, string(p.Verdict), p.Step})
	}
	sort.Slice(out.Proof, func(i, j int) bool { return out.Proof[i].Field < out.Proof[j].Field })
	out.Citation = s.citation(&out)
	return out
}

// sentence lays out one sentence of one report, with the spans marked in it.
func (s *Snapshot) sentence(c account.Citation, marks []annals.Span) Evidence {
	a := s.Account
	d := &a.Documents[c.Document]
	r := a.Reading(d.Reading)
	out := Evidence{Ref: a.Ref(c), Document: s.DocumentRef(c.Document), Address: r.Document.URI, Status: d.Status,
		Sentence: Cut(r.Document.Text, c.Span, marks)}
	if c.Sentence > 0 {
		out.Document.Href += fmt.Sprintf("#s%d", c.Sentence)
	}
	out.Repairs, out.Original = repairs(r, c.Span)
	if d.Group >= 0 {
		for _, reading := range a.Resolution.Groups[d.Group].Readings {
			if reading != d.Reading {
				out.Copies = append(out.Copies, a.DocumentOf(reading).Label)
			}
		}
		sort.Strings(out.Copies)
	}
	out.Citation = s.citation(&out)
	return out
}

// DocumentRef names a report.
func (s *Snapshot) DocumentRef(i int) DocumentRef {
	d := &s.Documents[i]
	return DocumentRef{d.Label, d.ID, d.Title, d.Publisher, d.Published, d.Href}
}

// Sentences lays out sentences that stand under no statement.
func (s *Snapshot) Sentences(citations []account.Citation) []Evidence {
	out := []Evidence{}
	for _, c := range citations {
		out = append(out, s.sentence(c, nil))
	}
	return out
}

// Cut cuts a stretch of a text where marked spans begin and end.
func Cut(text string, in annals.Span, marks []annals.Span) []Segment {
	sort.Slice(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	var out []Segment
	at := in.Start
	add := func(end int, mark bool) {
		if end > at {
			out = append(out, Segment{annals.Span{Start: at, End: end}.In(text), mark})
			at = end
		}
	}
	for _, m := range marks {
		if m.Overlaps(in) {
			add(min(max(m.Start, at), in.End), false)
			add(min(m.End, in.End), true)
		}
	}
	add(in.End, false)
	return out
}

// repairs finds what intake repaired in a sentence, and the sentence as it was.
func repairs(r *annals.Reading, sentence annals.Span) (list []Repair, original string) {
	var repaired []annals.Note
	for _, notes := range [][]annals.Note{r.Document.Notes, r.Notes} {
		for _, n := range notes {
			if (n.Kind != annals.DamagedText && n.Kind != annals.RepairedText) || !n.Span.Overlaps(sentence) {
				continue
			}
			list = append(list, Repair{string(n.Kind), n.Span.In(r.Document.Text), n.Original, n.Message})
			if n.Kind == annals.RepairedText && n.Original != "" && sentence.Contains(n.Span) {
				repaired = append(repaired, n)
			}
		}
	}
	if len(repaired) == 0 {
		return list, ""
	}
	sort.Slice(repaired, func(i, j int) bool { return repaired[i].Span.Start < repaired[j].Span.Start })
	var b strings.Builder
	at := sentence.Start
	for _, n := range repaired {
		if n.Span.Start < at {
			continue
		}
		b.WriteString(annals.Span{Start: at, End: n.Span.Start}.In(r.Document.Text))
		b.WriteString(n.Original)
		at = n.Span.End
	}
	b.WriteString(annals.Span{Start: at, End: sentence.End}.In(r.Document.Text))
	return list, b.String()
}

// citation is a line to copy into a footnote.
func (s *Snapshot) citation(e *Evidence) string {
	var words strings.Builder
	for _, segment := range e.Sentence {
		words.WriteString(segment.Text)
	}
	parts := []string{}
	for _, p := range []string{e.Document.Title, e.Document.Publisher, e.Document.Published, e.Address} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	out := fmt.Sprintf("“%s” %s; report %s, reference %s.", oneLine(words.String()), strings.Join(parts, ", "), e.Document.ID, e.Ref)
	if e.Statement != "" {
		out += " Statement " + e.Statement + "."
	}
	return out
}

// KeyOf is what judgements name the element by that a statement states.
func (s *Snapshot) KeyOf(k resolve.StatementKey) string {
	return keyOf(s.Account.Reading(k.Reading), s.Account.Statement(k))
}

func keyOf(r *annals.Reading, st *annals.Statement) string {
	if st.Aim != 0 {
		return resolve.KeyOf(r, annals.AimKey, r.AimNumber(st.Ref, st.Aim)).String()
	}
	return resolve.KeyOf(r, keyKinds[st.About], st.Ref).String()
}

var keyKinds = map[annals.About]annals.KeyKind{annals.AboutEvent: annals.EventKey, annals.AboutFigure: annals.FigureKey, annals.AboutClaim: annals.ClaimKey,
	annals.AboutRelation: annals.RelationKey, annals.AboutProfile: annals.ActorKey}

// stands is where in the report the element stands that a statement states.
func stands(r *annals.Reading, st *annals.Statement) []annals.Span {
	switch st.About {
	case annals.AboutEvent:
		return []annals.Span{r.Events[st.Ref-1].Trigger}
	case annals.AboutFigure:
		return []annals.Span{r.Figures[st.Ref-1].Span, r.Figures[st.Ref-1].WhoSpan}
	case annals.AboutClaim:
		return append([]annals.Span{r.Claims[st.Ref-1].Cue}, r.Claims[st.Ref-1].Content...)
	case annals.AboutRelation:
		return []annals.Span{r.Relations[st.Ref-1].Span}
	default:
		return profileStands(r, st)
	}
}

// states says in short what a statement states.
func states(r *annals.Reading, st *annals.Statement) string {
	switch st.About {
	case annals.AboutEvent:
		e := &r.Events[st.Ref-1]
		words := []string{string(e.Status), e.Text}
		if e.PLOVER != nil {
			words = append(words, strings.ToLower(e.PLOVER.Type), e.PLOVER.Mode)
		}
		return oneLine(strings.Join(append(words, e.EDTF), " "))
	case annals.AboutFigure:
		f := &r.Figures[st.Ref-1]
		return oneLine(string(f.Measure) + " " + f.Text + " " + f.Who)
	case annals.AboutClaim:
		return strings.ReplaceAll(string(r.Claims[st.Ref-1].Kind), "_", " ")
	case annals.AboutRelation:
		x := &r.Relations[st.Ref-1]
		return oneLine(r.Entities[x.From-1].Name + " " + strings.ReplaceAll(string(x.Type), "_", " ") + " " + r.Entities[x.To-1].Name)
	default:
		return profileStates(r, st)
	}
}

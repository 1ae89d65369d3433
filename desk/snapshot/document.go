package snapshot

import (
	"fmt"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Piece is a stretch of an article with what annals reads in it.
type Piece struct {
	Text  string `json:"text"`
	Kinds string `json:"kinds,omitempty" doc:"what stands here, words such as figure, event, time, actor, place, claim, damage"`
	Title string `json:"title,omitempty" doc:"the same in words"`
	Href  string `json:"href,omitempty" doc:"what it supports"`
}

// Sentence is a sentence of an article; number 0 is text between sentences.
type Sentence struct {
	Number int     `json:"number"`
	Pieces []Piece `json:"pieces"`
}

// DocumentDetail is one report: the article with its annotations, and what
// became of it.
type DocumentDetail struct {
	Document
	Byline     []string       `json:"byline,omitempty"`
	Language   string         `json:"language,omitempty"`
	Retrieved  string         `json:"retrieved,omitempty"`
	Extractor  string         `json:"extractor"`
	Paragraphs [][]Sentence   `json:"paragraphs"`
	Notes      []Repair       `json:"notes"`
	Embeds     []annals.Embed `json:"embeds,omitempty"`
	Copies     []DocumentRef  `json:"copies,omitempty"`
	CopiesWhy  string         `json:"copies_why,omitempty"`
	Replaces   *DocumentRef   `json:"replaces,omitempty"`
	ReplacedBy *DocumentRef   `json:"replaced_by,omitempty"`
	Told       []Event        `json:"events_told"`
}

// Document gives one report with its details.
func (s *Snapshot) Document(i int) DocumentDetail {
	a := s.Account
	d := &a.Documents[i]
	r := a.Reading(d.Reading)
	doc := r.Document
	out := DocumentDetail{Document: s.Documents[i], Byline: doc.Byline, Language: doc.Language, Extractor: r.Extractor, Embeds: doc.Embeds,
		Paragraphs: s.paragraphs(d.Reading), Notes: []Repair{}, Told: []Event{}}
	if !doc.Retrieved.IsZero() {
		out.Retrieved = doc.Retrieved.UTC().Format("2006-01-02 15:04")
	}
	for _, notes := range [][]annals.Note{doc.Notes, r.Notes} {
		for _, n := range notes {
			out.Notes = append(out.Notes, Repair{string(n.Kind), n.Span.In(doc.Text), n.Original, n.Message})
		}
	}
	if d.Group >= 0 {
		out.CopiesWhy = a.Resolution.Groups[d.Group].Why
		for _, reading := range a.Resolution.Groups[d.Group].Readings {
			if reading != d.Reading {
				out.Copies = append(out.Copies, s.DocumentRef(s.documentOf(reading)))
			}
		}
	}
	if old := s.DocumentNamed(d.VersionOf); old >= 0 {
		ref := s.DocumentRef(old)
		out.Replaces = &ref
	}
	if d.Status == "superseded" {
		for n := range a.Documents {
			if a.Documents[n].VersionOf == doc.ID {
				ref := s.DocumentRef(n)
				out.ReplacedBy = &ref
			}
		}
	}
	for _, e := range s.eventsOfDocument[i] {
		out.Told = append(out.Told, s.Events[e])
	}
	return out
}

// layer is one annotation over a stretch of the text. Of several over one
// stretch, the one of the lowest rank is what a click leads to.
type layer struct {
	annals.Span
	kind, title, href string
	rank              int
}

// paragraphs lays out an article as sentences, cut where its lines end, each
// cut again where annotations begin and end.
func (s *Snapshot) paragraphs(reading int) [][]Sentence {
	r := s.Account.Reading(reading)
	text := r.Document.Text
	layers := s.layers(reading)
	var out [][]Sentence
	end := 0
	add := func(number int, span annals.Span, fresh bool) {
		if fresh || len(out) == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], Sentence{number, pieces(text, span, layers)})
	}
	for i, sentence := range r.Sentences {
		gap := annals.Span{Start: end, End: sentence.Start}
		between := gap.In(text)
		fresh := strings.Contains(between, "\n")
		if strings.TrimSpace(between) != "" {
			add(0, gap, fresh)
			fresh = false
		}
		add(i+1, sentence, fresh)
		end = sentence.End
	}
	if rest := (annals.Span{Start: end, End: len(text)}); strings.TrimSpace(rest.In(text)) != "" {
		add(0, rest, true)
	}
	return out
}

func pieces(text string, in annals.Span, layers []layer) []Piece {
	from := sort.Search(len(layers), func(i int) bool { return layers[i].Start >= in.End })
	cuts := map[int]bool{in.Start: true, in.End: true}
	var here []layer
	for _, l := range layers[:from] {
		if !l.Overlaps(in) {
			continue
		}
		here = append(here, l)
		cuts[max(l.Start, in.Start)], cuts[min(l.End, in.End)] = true, true
	}
	at := make([]int, 0, len(cuts))
	for c := range cuts {
		at = append(at, c)
	}
	sort.Ints(at)
	var out []Piece
	for i := 0; i+1 < len(at); i++ {
		span := annals.Span{Start: at[i], End: at[i+1]}
		out = append(out, piece(text, span, here))
	}
	return out
}

func piece(text string, span annals.Span, here []layer) Piece {
	p := Piece{Text: span.In(text)}
	best := len(ranks)
	var kinds, titles []string
	for _, l := range here {
		if !l.Contains(span) {
			continue
		}
		kinds, titles = appendNew(kinds, l.kind), appendNew(titles, l.title)
		if l.rank < best && l.href != "" {
			best, p.Href = l.rank, l.href
		}
	}
	p.Kinds, p.Title = strings.Join(kinds, " "), oneLine(strings.Join(titles, "; "))
	return p
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// ranks are the kinds of layer, what a click prefers first.
var ranks = []string{"figure", "event", "relation", "time", "actor", "place", "cue", "claim", "mention", "damage"}

// layers are the annotations of a reading, by where they begin.
func (s *Snapshot) layers(reading int) []layer {
	a := s.Account
	r := a.Reading(reading)
	statement := map[annals.About]map[annals.Ref]string{}
	for i := range r.Statements {
		st := &r.Statements[i]
		if statement[st.About] == nil {
			statement[st.About] = map[annals.Ref]string{}
		}
		if statement[st.About][st.Ref] == "" {
			statement[st.About][st.Ref] = "/evidence/" + st.ID
		}
	}
	var out []layer
	add := func(span annals.Span, kind, title, href string) {
		if !span.Empty() {
			rank := 0
			for ranks[rank] != kind {
				rank++
			}
			out = append(out, layer{span, kind, title, href, rank})
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		add(f.Span, "figure", "figure: "+string(f.Measure)+" "+f.Who, statement[annals.AboutFigure][annals.Ref(i+1)])
	}
	for i := range r.Events {
		add(r.Events[i].Trigger, "event", s.eventTitle(reading, annals.Ref(i+1)), statement[annals.AboutEvent][annals.Ref(i+1)])
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		add(x.Span, "relation", "relation: "+strings.ReplaceAll(string(x.Type), "_", " "), statement[annals.AboutRelation][annals.Ref(i+1)])
	}
	for i := range r.Times {
		add(r.Times[i].Span, "time", "time: "+r.Times[i].EDTF, "")
	}
	for i := range r.Mentions {
		kind, title, href := s.mentionLayer(reading, &r.Mentions[i])
		add(r.Mentions[i].Span, kind, title, href)
	}
	for i := range r.Claims {
		c, href := &r.Claims[i], statement[annals.AboutClaim][annals.Ref(i+1)]
		add(c.Cue, "cue", "cue: "+string(c.Kind), href)
		for _, content := range c.Content {
			add(content, "claim", "claim", href)
		}
	}
	for _, notes := range [][]annals.Note{r.Document.Notes, r.Notes} {
		for _, n := range notes {
			add(n.Span, "damage", strings.ReplaceAll(string(n.Kind), "_", " ")+": "+n.Message, "")
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

func (s *Snapshot) eventTitle(reading int, ref annals.Ref) string {
	e := &s.Account.Reading(reading).Events[ref-1]
	title := "event: " + string(e.Status)
	if e.PLOVER != nil {
		title += " " + strings.ToLower(e.PLOVER.Type) + " " + e.PLOVER.Mode
	}
	return title
}

func (s *Snapshot) mentionLayer(reading int, m *annals.Mention) (kind, title, href string) {
	if i := s.Account.ActorOf(resolve.EntityKey{Reading: reading, Entity: m.Entity}); m.Entity != 0 && i >= 0 {
		return "actor", "actor: " + s.Actors[i].Name, s.Actors[i].Href
	}
	if m.Place != nil {
		return "place", fmt.Sprintf("place: %s, %s (%s)", m.Place.Name, m.Place.Country, m.Place.Precision), ""
	}
	return "mention", strings.ReplaceAll(string(m.Kind), "_", " "), ""
}

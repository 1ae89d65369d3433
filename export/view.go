package export

import (
	"fmt"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// view is an account laid out for reading: lines of words, each with the
// references that lead to its sentences. The Markdown and the HTML page are
// both made of it.
type view struct {
	Title     string
	Rule      string
	Reports   []reportView
	LeftOut   []line // reports not used as of the day asked for
	Copies    []line
	Events    []eventView
	Mentioned []line      // happened, but without a date or a number, in one report
	Figures   []line      // numbers that belong to no event and no actor
	Unreal    []eventView // feared, planned, attempted, denied
	Actors    []actorView
	Relations []line
	Claims    []line
	Conflicts []line
	Damage    []line
	Sentences []sentenceView // those that a reference points to
}

// line is words and the references that bear them.
type line struct {
	Text string
	Refs []string
}

type reportView struct {
	Label, Published, Basis, Title, Publisher, URI, Status string
	Paragraphs                                             [][]sentenceView
	Embeds                                                 []annals.Embed
}

type sentenceView struct {
	Ref, Text string
	Cited     bool
}

type eventView struct {
	When, Title, Detail string
	Refs                []string
	Parties             []string
	Series              []string // what it is a part of, or its parts
	Tallies             []tallyView
}

type tallyView struct {
	Measure, Range, Computed string
	Entries                  []line
}

type actorView struct {
	Name, Kind, Aliases string
	Refs                []string
	Facts               []line
}

// viewer lays out an account and remembers which sentences it points to.
type viewer struct {
	*account.Account
	cited map[string]account.Citation
}

func newView(a *account.Account) *view {
	w := &viewer{a, map[string]account.Citation{}}
	v := &view{Title: fmt.Sprintf("Account of %s", count(len(a.Documents), "report")), Rule: a.Rule.Name + ": " + a.Rule.Definition}
	if a.AsOf != "" {
		v.Title += ", as of " + a.AsOf
	}
	for _, x := range a.LeftOut {
		name := x.Document.URI
		if x.Document.Title != "" {
			name = oneLine(x.Document.Title) + "; " + name
		}
		v.LeftOut = append(v.LeftOut, line{Text: name + ": " + x.Why})
	}
	v.Copies = w.copies()
	for i := range a.Events {
		w.event(v, &a.Events[i])
	}
	for i := range a.Actors {
		v.Actors = append(v.Actors, w.actor(&a.Actors[i]))
	}
	for _, e := range a.LooseFigures() {
		entry := w.entry(&e)
		v.Figures = append(v.Figures, line{string(e.Figure.Measure) + ": " + entry.Text, entry.Refs})
	}
	for i := range a.Relations {
		v.Relations = append(v.Relations, w.relation(&a.Relations[i]))
	}
	for i := range a.Claims {
		v.Claims = append(v.Claims, w.claim(&a.Claims[i]))
	}
	for _, c := range a.Conflicts {
		v.Conflicts = append(v.Conflicts, line{fmt.Sprintf("%s: %s", strings.ReplaceAll(string(c.Kind), "_", " "), c.Message), w.point(c.Sentences)})
	}
	v.Damage = w.damage()
	v.Reports = w.reports()
	v.Sentences = w.sentences()
	return v
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// refs points to the sentences of statements.
func (w *viewer) refs(keys []resolve.StatementKey) []string { return w.point(w.Cite(keys)) }

func (w *viewer) point(citations []account.Citation) []string {
	var out []string
	for _, c := range citations {
		ref := w.Ref(c)
		w.cited[ref] = c
		out = append(out, ref)
	}
	return out
}

func (w *viewer) copies() []line {
	var out []line
	for _, g := range w.Resolution.Groups {
		var labels []string
		for _, reading := range g.Readings {
			labels = append(labels, w.DocumentOf(reading).Label)
		}
		sort.Strings(labels)
		text := fmt.Sprintf("%s are copies of one text (%s)", strings.Join(labels, ", "), strings.ReplaceAll(g.Why, "_", " "))
		if g.Origin != "" {
			text += " from " + g.Origin
		}
		out = append(out, line{Text: text})
	}
	for i := range w.Resolution.Origins {
		if text, refs := w.sharedOrigin(&w.Resolution.Origins[i]); text != "" {
			out = append(out, line{text, refs})
		}
	}
	return out
}

// sharedOrigin tells of an origin that several reports draw on.
func (w *viewer) sharedOrigin(o *resolve.Origin) (string, []string) {
	labels := map[string]bool{}
	var names []string
	for _, k := range o.Statements {
		label := w.DocumentOf(k.Reading).Label
		if group := w.Resolution.Group(k.Reading); group >= 0 {
			label = w.DocumentOf(w.Resolution.Groups[group].Readings[0]).Label // its copies count once
		}
		if !labels[label] {
			labels[label] = true
			names = append(names, label)
		}
	}
	if len(names) < 2 {
		return "", nil
	}
	sort.Strings(names)
	text := fmt.Sprintf("%s share one source, counted once for what they take from it: %s", strings.Join(names, ", "), w.OriginName(o))
	if len(o.Why) > 0 {
		text += " (" + strings.Join(o.Why, "; ") + ")"
	}
	return text, w.refs(o.Statements)
}

func (w *viewer) relation(r *account.Relation) line {
	text := fmt.Sprintf("%s — %s — %s", r.From, strings.ReplaceAll(string(r.Type), "_", " "), r.To)
	if len(r.EDTF) > 0 {
		text += " (" + strings.Join(r.EDTF, ", ") + ")"
	}
	if len(r.Speakers) > 0 {
		text += ", says " + strings.Join(r.Speakers, ", ")
	}
	return line{text, w.refs(r.Statements)}
}

func (w *viewer) claim(c *account.Claim) line {
	speaker := c.Speaker
	for _, via := range c.Via {
		speaker += ", via " + via
	}
	kind := strings.ReplaceAll(string(c.Kind), "_", " ")
	if c.EDTF != "" {
		kind += ", " + c.EDTF
	}
	return line{fmt.Sprintf("%s (%s): %s", speaker, kind, oneLine(c.Content)), w.refs(c.Statements)}
}

func (w *viewer) damage() []line {
	var out []line
	for _, d := range w.Documents {
		r := w.Reading(d.Reading)
		for _, n := range r.Notes {
			if n.Kind == annals.DamagedText {
				out = append(out, line{n.Message + ": “" + oneLine(n.Span.In(r.Document.Text)) + "”", w.point([]account.Citation{w.CitationOf(d.Reading, n.Span)})})
			}
		}
	}
	return out
}

func (w *viewer) sentences() []sentenceView {
	out := make([]sentenceView, 0, len(w.cited))
	citations := make([]account.Citation, 0, len(w.cited))
	for _, c := range w.cited {
		citations = append(citations, c)
	}
	sort.Slice(citations, func(i, j int) bool {
		x, y := citations[i], citations[j]
		return x.Document < y.Document || x.Document == y.Document && x.Sentence < y.Sentence
	})
	for _, c := range citations {
		out = append(out, sentenceView{Ref: w.Ref(c), Text: oneLine(w.Text(c)), Cited: true})
	}
	return out
}

// oneLine puts text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

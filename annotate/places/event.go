package places

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// closeness is how a place stands to an event, closest first.
type closeness uint8

const (
	overrun    closeness = iota // what the trigger does: "stormed Karmu"
	itsOwn                      // governed by the trigger: "killed in Kabul"
	sameClause                  // of the verb the trigger belongs to: "carried out an attack in Kabul"
	sameSentence
	before   // in the sentences before, of the same paragraph
	labelled // in the words that open the paragraph: "• 4 March, Herat: …"
	nowhere
)

// ForEvent is where an event took place: the mention that says so most closely,
// and all mentions of places in its clause, that one among them. The trigger's
// head is a token of d.Text, or text.None. Places of the dateline are where the
// report was written, and are left out. 0 and nil when the text does not say.
func ForEvent(d *annotate.Document, trigger annals.Span, head int) (main annals.Ref, all []annals.Ref) {
	if d.Text == nil || len(d.Text.Tokens) == 0 {
		return 0, nil
	}
	if head < 0 || head >= len(d.Text.Tokens) {
		head = min(d.Text.TokenAt(trigger.Start), len(d.Text.Tokens)-1)
	}
	l := locator{d, head, d.Text.SentenceOf(head), d.Label(trigger.Start)}
	best, level, distance := nowhere, 0, 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if !mayHold(m) || m.Overlaps(trigger) {
			continue
		}
		c, far := l.closeness(m)
		if c == nowhere {
			continue
		}
		if c <= sameClause {
			all = append(all, annals.Ref(i+1))
		}
		if order := cmp.Or(cmp.Compare(c, best), cmp.Compare(coarseness(m), level), cmp.Compare(far, distance)); main == 0 || order < 0 {
			main, best, level, distance = annals.Ref(i+1), c, coarseness(m), far
		}
	}
	if main == 0 {
		return 0, nil
	}
	main = l.finest(main)
	if !slices.Contains(all, main) {
		all = append(all, main)
		slices.Sort(all)
	}
	return main, all
}

// mayHold says that an event can have taken place at a mention: a place or
// facility that is named, or is known by what it refers to or stands in; but not
// any "place" or "mosque".
func mayHold(m *annals.Mention) bool {
	return (m.Kind == annals.PlaceKind || m.Kind == annals.Facility) && m.Form != annals.Pronoun && (m.Form == annals.Name || m.Place != nil)
}

// coarseness orders places that stand equally close to an event: the finest one
// tells most of where. A name that is not known is taken for a village.
func coarseness(m *annals.Mention) int {
	if m.Place == nil {
		return slices.Index(finest, annals.Settlement)
	}
	return slices.Index(finest, m.Place.Precision)
}

var finest = []annals.Precision{annals.Point, annals.Settlement, annals.Admin2, annals.Admin1, annals.Country, annals.Region}

// locator looks for the place of one event.
type locator struct {
	*annotate.Document
	head     int // the trigger's token
	sentence int
	label    annals.Span // of its paragraph
}

// closeness tells how a mention stands to the event, and how far it is: arcs
// where the two are tied by syntax, else tokens.
func (l *locator) closeness(m *annals.Mention) (closeness, int) {
	first, last := l.Text.Covering(m.Start, m.End)
	if first >= last {
		return nowhere, 0
	}
	token := l.topOf(first, last)
	if l.label.Contains(m.Span) {
		return labelled, l.head - first
	}
	if l.whereOf(token) {
		return itsOwn, 1
	}
	if l.overruns(token, m) {
		return overrun, 1
	}
	if !l.tellsWhere(token) || l.actedOn(token, m) || InDateline(l.Doc.Text, m.Span) { // the dearer question last
		return nowhere, 0
	}
	switch s := l.Text.SentenceOf(first); {
	case s == l.sentence:
		if arcs, ok := l.climb(token, l.head); ok {
			return itsOwn, arcs
		}
		if arcs, ok := l.climb(token, l.clause()); ok {
			return sameClause, arcs
		}
		if apart := abs(first - l.head); apart <= maxApart && !l.ofOther(token) {
			return sameSentence, apart
		}
		return nowhere, 0
	case s < l.sentence && l.sentence-s <= maxBack && l.Text.Sentences[s].Paragraph == l.Text.Sentences[l.sentence].Paragraph:
		return before, l.head - first
	}
	return nowhere, 0
}

// whereOf says that the event is told in a clause that begins with "where" and
// hangs from a place: "in Homs, where gunmen killed two".
func (l *locator) whereOf(token int) bool {
	verb := l.head
	if l.Text.Tokens[verb].UPOS != text.VERB {
		if verb = l.clause(); verb == text.None {
			return false
		}
	}
	v := &l.Text.Tokens[verb]
	if v.Dep != "acl:relcl" || v.Head < 0 {
		return false
	}
	where := l.Text.Child(verb, "advmod")
	if where == text.None || l.Text.Tokens[where].Norm != "where" {
		return false
	}
	t := &l.Text.Tokens[token]
	return token == v.Head || partOfName[t.Dep] && t.Head == v.Head || l.Text.Tokens[v.Head].Dep == "flat" && l.Text.Tokens[v.Head].Head == token
}

// overruns says that a name is what a trigger such as "stormed" acts on.
func (l *locator) overruns(token int, m *annals.Mention) bool {
	t, trigger := &l.Text.Tokens[token], &l.Text.Tokens[l.head]
	return m.Form == annals.Name && t.Head == l.head && (t.Dep == "obj" || t.Dep == "nsubj:pass") && lexicon().term(trigger.Norm)&overrunTerm != 0
}

// tellsWhere says that a name, by the words that tie it to the rest, may be where
// something happens: "in Homs", "the village of Karmu", "captured Badme", but
// not "from Homs", "U.S. jets", or "Eritrea captured".
func (l *locator) tellsWhere(token int) bool {
	t := &l.Text.Tokens[token]
	dep, _, _ := strings.Cut(t.Dep, ":")
	if c := l.Text.Child(token, "case"); c != text.None {
		switch form := l.Text.Tokens[c].Norm; form {
		case "in", "at", "near", "outside", "inside", "around", "across", "on", "off", "along", "throughout", "within", "over", "through", "between", "toward", "towards", "into":
			return true
		case "of":
			return t.Head >= 0 && lexicon().term(l.Text.Form(t.Head))&(areaTerm|settlementTerm|directionTerm|facilityTerm|landTerm|waterTerm) != 0
		case "'s", "’s":
			return true
		default:
			return lexicon().term(form)&directionTerm != 0
		}
	}
	switch dep {
	case "conj", "appos", "list", "flat":
		return t.Head >= 0 && (t.Head == token || l.tellsWhere(t.Head))
	case "compound", "amod", "nmod":
		return t.Head >= 0 && lexicon().term(l.Text.Form(t.Head))&(areaTerm|settlementTerm|facilityTerm|landTerm|waterTerm|roadTerm) != 0
	case "nsubj":
		return t.Dep == "nsubj:pass"
	case "obj", "obl", "advmod", "root", "dep", "parataxis":
		return true
	}
	return false
}

// maxApart is how many tokens may lie between an event and a place of its
// sentence that syntax does not tie to it. Chosen on the tuning half of the
// event-location sentences.
const maxApart = 14

// maxBack is how many sentences back a place is carried.
const maxBack = 2

// ofOther says whether a place that syntax does not tie to the event belongs to
// some other noun ("the attack on the airport" beside "the withdrawal") or is
// what some other verb acts on ("humiliate the US"). An object's own place may be
// its verb's: "took place in Kabul".
func (l *locator) ofOther(token int) bool {
	t := &l.Text.Tokens[token]
	for n := 0; n < maxApart && t.Head >= 0 && partOfName[t.Dep]; n++ {
		t = &l.Text.Tokens[t.Head]
	}
	if text.DepIs(t.Dep, "nmod") {
		return t.Head < 0 || l.Text.Tokens[t.Head].Dep != "obj"
	}
	return t.Dep == "obj"
}

// partOfName are the relations by which a place stands in for the phrase above
// it: "Kabul airport", "Afghanistan and Pakistan".
var partOfName = map[string]bool{"compound": true, "conj": true, "flat": true, "appos": true}

// actedOn says whether a place is what a verb acts on and not where: what another
// verb than the event's acts on, or a country that is not entered.
func (l *locator) actedOn(token int, m *annals.Mention) bool {
	t := &l.Text.Tokens[token]
	for n := 0; n < maxApart && t.Head >= 0 && t.Dep == "conj"; n++ {
		t = &l.Text.Tokens[t.Head]
	}
	if t.Dep != "obj" {
		return false
	}
	country := m.Place != nil && (m.Place.Precision == annals.Country || m.Place.Precision == annals.Region)
	return t.Head != l.head || country && !entering[l.Text.Tokens[l.head].Lemma]
}

// entering are the verbs whose object is where they take place, be it a country.
var entering = map[string]bool{"invade": true, "enter": true, "occupy": true, "overrun": true, "leave": true, "visit": true}

// topOf is the token of a mention whose head lies outside it; of several the one
// with a preposition: the parser may tie both words of "in Andar district" to what
// governs them.
func (l *locator) topOf(first, last int) int {
	top := last - 1
	for i := last - 1; i >= first; i-- {
		if h := l.Text.Tokens[i].Head; h < first || h >= last {
			if l.Text.Child(i, "case") != text.None {
				return i
			}
			top = i
		}
	}
	return top
}

// maxArcs is how many arcs a place may hang below the word it tells of.
const maxArcs = 4

// climb goes from a place's token up to target through arcs that keep a place a
// place of what governs it. It says how many.
func (l *locator) climb(token, target int) (arcs int, ok bool) {
	if target == text.None {
		return 0, false
	}
	for i := token; arcs <= maxArcs; arcs++ {
		if i == target {
			return arcs, arcs > 0
		}
		if !carries(l.Text.Tokens[i].Dep) {
			return 0, false
		}
		if i = l.Text.Tokens[i].Head; i < 0 {
			return 0, false
		}
	}
	return 0, false
}

// carries says that a place below an arc of this relation is a place of what is
// above.
func carries(dep string) bool {
	dep, _, _ = strings.Cut(dep, ":")
	switch dep {
	case "obl", "nmod", "appos", "compound", "flat", "conj", "list", "dep", "advmod", "obj", "nsubj":
		return true
	}
	return false
}

// clause is the verb that a trigger which is no verb belongs to.
func (l *locator) clause() int {
	i := l.head
	for range maxArcs {
		t := &l.Text.Tokens[i]
		if t.Head < 0 {
			return text.None
		}
		i = t.Head
		if u := l.Text.Tokens[i].UPOS; u == text.VERB || u == text.AUX {
			return i
		}
	}
	return text.None
}

// finest follows the text from a place to the one right before it that it says
// lies in it: "Andar district, Ghazni province" is Andar.
func (l *locator) finest(main annals.Ref) annals.Ref {
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Place != nil && m.Place.Inside == main && m.End <= l.Mentions[main-1].Start && l.Mentions[main-1].Start-m.End <= maxChained {
			return annals.Ref(i + 1)
		}
	}
	return main
}

// maxChained is how far apart, in bytes, a place and what holds it may stand.
const maxChained = 40

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

package figures

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/text"
)

// times are the times that figure i may have, none among them: every one that the report
// tells, but for those to come.
func (r *reading) times(figures []draft, i int) []choice {
	var out []choice
	f := &figures[i]
	ruled := f.figure.Time
	v := &dating{reading: r, f: &f.figure, from: f.from, ruled: ruled}
	if i > 0 {
		v.before = &figures[i-1].figure
	}
	if i+1 < len(figures) {
		v.after = &figures[i+1].figure
	}
	v.own = r.t.SentenceAt(f.figure.Start)
	v.at = r.t.TokenAt(f.figure.Start)
	out = append(out, choice{ruled: ruled == 0, features: v.none()})
	for k := range r.d.Times {
		if ref := annals.Ref(k + 1); ref == ruled || r.mayDate(&r.d.Times[k]) && r.inReach(r.d.Times[k].Start, v.own) {
			out = append(out, choice{ref: ref, span: r.d.Times[k].Span, ruled: ref == ruled, features: v.features(ref)})
		}
	}
	return out
}

// What a figure's event and time are looked for in: sentences so far from its own, and
// those that open the report, which tell what it is about.
const (
	sentencesAround = 12
	sentencesOpen   = 4
)

// inReach says that a place of the text is near enough to a sentence.
func (r *reading) inReach(at, sentence int) bool {
	s := r.t.SentenceAt(at)
	return s < sentencesOpen || abs(s-sentence) <= sentencesAround
}

// mayDate says that a time can say when something was.
func (r *reading) mayDate(t *annals.Time) bool {
	return !(t.EDTF == "" && t.Value == "FUTURE_REF")
}

// dating reads the features of the times of one figure.
type dating struct {
	*reading
	f     *annals.Figure
	from  *quantity // nil for a figure without a number
	ruled annals.Ref

	before, after *annals.Figure // in the text; nil: none

	own int // sentence of the figure
	at  int // its first token
}

// features of a time: where it stands to the figure, to what befell those counted and to
// the report, alone and together.
func (v *dating) features(ref annals.Ref) []uint32 {
	t := &v.d.Times[ref-1]
	var out []uint32
	add := func(parts ...string) { out = append(out, linear.Hash(parts...)) }
	sentence, side := v.away(t), v.side(t)
	rule, event, kind := v.byRule(ref), v.byEvent(ref), kindOf(v.f)
	grain, back := grainOf(t), v.back(t)
	add("bias")
	for _, x := range [][2]string{{"away", sentence}, {"side", side}, {"rule", rule}, {"event", event}, {"grain", grain}, {"back", back}, {"tied", v.tied(t)},
		{"place", v.place(ref)}, {"often", v.often(t)}, {"said", v.saidAt(t)}, {"before", v.preposition(t)}, {"tense", v.tense()},
		{"dates", v.dates(t)}, {"neighbour", v.neighbour(ref)}, {"words", v.wording(t)}, {"again", v.again(t)}, {"over", v.over(t)}, {"reach", v.reach(t)}, {"shared", v.shared(t)}, {"stands", v.stands()}} {
		add(x[0], x[1])
		add(x[0], x[1], "away", sentence)
		add(x[0], x[1], "rule", rule)
		add(x[0], x[1], "kind", kind)
	}
	add("event", event, "away", sentence, "back", back)
	add("rule", rule, "away", sentence, "grain", grain)
	add("rule", rule, "away", sentence, "kind", kind)
	add("side", side, "tied", v.tied(t), "said", v.saidAt(t))
	add("place", v.place(ref), "away", sentence, "back", back)
	add("over", v.over(t), "stands", v.stands(), "tied", v.tied(t))
	add("stands", v.stands(), "tied", v.tied(t), "away", sentence)
	return out
}

// none are the features of a figure without a time.
func (v *dating) none() []uint32 {
	var out []uint32
	add := func(parts ...string) { out = append(out, linear.Hash(parts...)) }
	near := "far"
	for k := range v.d.Times {
		if v.t.SentenceAt(v.d.Times[k].Start) == v.own {
			near = "near"
		}
	}
	event := "none"
	if v.f.Event != 0 {
		e := &v.d.Events[v.f.Event-1]
		event = string(e.Status)
		if e.Rule == annals.PlainRule {
			event += " plain"
		}
		if e.Background {
			event += " background"
		}
	}
	ruled := strconv.FormatBool(v.ruled != 0)
	add("no time")
	for _, x := range [][2]string{{"kind", kindOf(v.f)}, {"event", event}, {"near", near}, {"tense", v.tense()}, {"per", v.f.Per}, {"cumulative", strconv.FormatBool(v.f.Cumulative)}} {
		add("no time", x[0], x[1])
		add("no time", x[0], x[1], "ruled", ruled)
	}
	add("no time", "event", event, "kind", kindOf(v.f))
	add("no time", "ruled", ruled)
	return out
}

// away is how many sentences, and whether a paragraph, part a time from the figure.
func (v *dating) away(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || v.own < 0 {
		return "?"
	}
	n := s - v.own
	if n == 0 {
		return "0"
	}
	far := strconv.Itoa(max(-4, min(3, n)))
	if v.t.Sentences[s].Paragraph == v.t.Sentences[v.own].Paragraph {
		return far + " same"
	}
	return far
}

// side says of a time of the figure's sentence on which side it stands, how near, and what
// stands between.
func (v *dating) side(t *annals.Time) string {
	if v.t.SentenceAt(t.Start) != v.own {
		return "other"
	}
	first, last := v.t.Covering(t.Start, t.End)
	side, from, to := "after", v.at, first
	if first < v.at {
		side, from, to = "before", last, v.at
	}
	verb, other, clause := false, false, false
	for i := from; i < to; i++ {
		verb = verb || v.pos(i) == text.VERB
		other = other || v.reading.at[i] != nil && v.reading.at[i] != v.from
		clause = clause || v.opensRelative(i) || v.norm(i) == ";"
	}
	for _, x := range []struct {
		is   bool
		name string
	}{{to-from > 12, " far"}, {verb, " verb"}, {other, " figure"}, {clause, " clause"}} {
		if x.is {
			side += x.name
		}
	}
	return side
}

// byRule says how a time stands to the one that the rules chose.
func (v *dating) byRule(ref annals.Ref) string {
	switch {
	case v.ruled == 0:
		return "none"
	case v.ruled == ref:
		return "this"
	case sameDay(v.d.Times[v.ruled-1].EDTF, v.d.Times[ref-1].EDTF):
		return "its day"
	}
	return "another"
}

// byEvent says how a time stands to the figure's event.
func (v *dating) byEvent(ref annals.Ref) string {
	if v.f.Event == 0 {
		return "none"
	}
	e := &v.d.Events[v.f.Event-1]
	t := &v.d.Times[ref-1]
	out := "lexicon"
	if e.Rule == annals.PlainRule {
		out = "plain"
	}
	switch {
	case e.Time == ref:
		return out + " its time"
	case sameDay(e.EDTF, t.EDTF):
		return out + " its day"
	case e.EDTF != "" && v.contradicts(v.f.Event, ref):
		return out + " another day"
	case v.t.SentenceAt(e.Trigger.Start) == v.t.SentenceAt(t.Start):
		return out + " beside"
	case slices.ContainsFunc(v.tellings(v.f.Event), func(o annals.Ref) bool {
		return v.t.SentenceAt(v.d.Events[o-1].Trigger.Start) == v.t.SentenceAt(t.Start)
	}):
		return out + " told again beside"
	}
	return out
}

// sameDay says that two dates have a day in common.
func sameDay(a, b string) bool {
	const day = len("2016-01-02")
	return len(a) >= day && len(b) >= day && a[:day] == b[:day]
}

// grainOf is how fine a time is.
func grainOf(t *annals.Time) string {
	switch {
	case t.EDTF == "":
		return t.Type + " " + strings.TrimRight(t.Value, "0123456789-")
	case strings.Contains(t.EDTF, "/"):
		return t.Type + " interval"
	}
	return t.Type + " " + strconv.Itoa(len(t.EDTF))
}

// back is how long before the report came out a time lies.
func (v *dating) back(t *annals.Time) string {
	out, err := edtf.Parse(v.reported())
	when, err2 := edtf.Parse(t.EDTF)
	if err != nil || err2 != nil {
		return "unknown"
	}
	published, known := out.Earliest()
	begun, known2 := when.Earliest()
	if !known || !known2 {
		return "unknown"
	}
	days := int(math.Round(published.Sub(begun).Hours() / (24 * time.Hour).Hours()))
	for _, upTo := range [...]int{-1, 0, 1, 7, 31, 366, 3660} {
		if days <= upTo {
			return strconv.Itoa(upTo)
		}
	}
	return "long"
}

// reported is the day a report came out, or that of its dateline; "" unknown.
func (r *reading) reported() string {
	if r.d.Doc.Published != nil {
		return r.d.Doc.Published.EDTF
	}
	for k := range r.d.Times {
		if r.d.Times[k].Dateline {
			return r.d.Times[k].EDTF
		}
	}
	return ""
}

// governing is the verb or event that governs a time; text.None for none.
func (v *dating) governing(t *annals.Time) int {
	first, last := v.t.Covering(t.Start, t.End)
	at := last - 1
	const deepest = 5
	for step := 0; step < deepest && at >= 0 && (at >= first && at < last || v.pos(at) != text.VERB && v.eventAt(at) == 0); step++ {
		at = v.t.Tokens[at].Head
	}
	if at >= first && at < last {
		return text.None
	}
	return at
}

// over says by what the figure's event hangs from the verb that governs a time: "today
// condemned the murder of six".
func (v *dating) over(t *annals.Time) string {
	verb := v.governing(t)
	if verb < 0 || v.f.Event == 0 {
		return ""
	}
	const deepest = 6
	at := v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)
	for step := 0; step < deepest && at >= 0; step++ {
		up := v.t.Tokens[at].Head
		if up == verb {
			return v.t.Tokens[at].Dep
		}
		at = up
	}
	return ""
}

// tied says what governs a time: what befell those counted, what was said, another verb.
func (v *dating) tied(t *annals.Time) string {
	at := v.governing(t)
	switch {
	case at < 0:
		return "nothing"
	case v.from != nil && at == v.from.found.trigger:
		return "trigger"
	case v.f.Event != 0 && v.d.Events[v.f.Event-1].Trigger.Contains(annals.Span{Start: v.t.Tokens[at].Start, End: v.t.Tokens[at].End}):
		return "event"
	case v.is(at, reporting):
		return "saying"
	case v.eventAt(at) != 0:
		return "another event"
	}
	return "verb"
}

// place is where in the report a time stands.
func (v *dating) place(ref annals.Ref) string {
	t := &v.d.Times[ref-1]
	switch s := v.t.SentenceAt(t.Start); {
	case t.Dateline:
		return "dateline"
	case s >= 0 && v.t.Sentences[s].Heading:
		return "heading"
	}
	n := 0
	for k := range v.d.Times[:ref-1] {
		if o := &v.d.Times[k]; !o.Dateline && v.mayDate(o) {
			n++
		}
	}
	return strconv.Itoa(min(n, 3))
}

// often is how many times the report names the day of a time.
func (v *dating) often(t *annals.Time) string {
	n := 0
	for k := range v.d.Times {
		if sameDay(v.d.Times[k].EDTF, t.EDTF) && !v.d.Times[k].Dateline {
			n++
		}
	}
	return strconv.Itoa(min(n, 3))
}

// saidAt says that a time stands beside a verb of saying.
func (v *dating) saidAt(t *annals.Time) string {
	first, last := v.t.Covering(t.Start, t.End)
	return strconv.FormatBool(v.is(first-1, reporting) || v.is(last, reporting) || v.is(first-1, preposition) && v.is(first-2, reporting))
}

// dates is how many of the events told as having happened a time is the day of.
func (v *dating) dates(t *annals.Time) string {
	n, all := 0, 0
	for k := range v.d.Events {
		e := &v.d.Events[k]
		if !v.isNews(e) || e.EDTF == "" {
			continue
		}
		all++
		if sameDay(e.EDTF, t.EDTF) || v.d.Times[max(e.Time-1, 0)].Span == t.Span {
			n++
		}
	}
	if n > 0 && n == all {
		return "all"
	}
	return strconv.Itoa(min(n, 3))
}

// reach says whether the rules let a time of the figure's sentence date it.
func (v *dating) reach(t *annals.Time) string {
	if v.from == nil || v.t.SentenceAt(t.Start) != v.own {
		return ""
	}
	first, _ := v.sentence(v.from.first)
	return strconv.FormatBool(v.reaches(t, v.from, first))
}

// neighbour says that the rules gave a time to the figure before or after.
func (v *dating) neighbour(ref annals.Ref) string {
	out := ""
	for _, o := range [...]struct {
		f    *annals.Figure
		name string
	}{{v.before, "before"}, {v.after, "after"}} {
		switch {
		case o.f == nil || v.t.SentenceAt(o.f.Start) != v.own:
		case o.f.Time == ref:
			out += o.name
		case o.f.Time != 0:
			out += " not " + o.name
		}
	}
	return out
}

// wording are the words of a time without its numbers: "last night", "# november".
func (v *dating) wording(t *annals.Time) string {
	first, last := v.t.Covering(t.Start, t.End)
	var out []string
	for i := first; i < last; i++ {
		w := v.norm(i)
		if w[0] >= '0' && w[0] <= '9' {
			w = "#"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// again says that the sentence of a time tells with the same word what befell those counted.
func (v *dating) again(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || s == v.own || v.f.Event == 0 {
		return ""
	}
	lemma := v.t.Tokens[v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)].Lemma
	for i := v.t.Sentences[s].First; i < v.t.Sentences[s].Last; i++ {
		if strings.EqualFold(v.t.Tokens[i].Lemma, lemma) {
			return "word"
		}
	}
	for k := range v.d.Events {
		e := &v.d.Events[k]
		if v.t.SentenceAt(e.Trigger.Start) == s && e.PLOVER != nil && v.d.Events[v.f.Event-1].PLOVER != nil && e.PLOVER.Type == v.d.Events[v.f.Event-1].PLOVER.Type {
			return "type"
		}
	}
	return "no"
}

// shared is how many of the names and nouns of a figure's sentence stand in that of a time.
func (v *dating) shared(t *annals.Time) string {
	s := v.t.SentenceAt(t.Start)
	if s < 0 || v.own < 0 || s == v.own {
		return ""
	}
	theirs := map[string]bool{}
	for i := v.t.Sentences[s].First; i < v.t.Sentences[s].Last; i++ {
		if v.pos(i) == text.NOUN || v.pos(i) == text.PROPN {
			theirs[strings.ToLower(v.t.Tokens[i].Lemma)] = true
		}
	}
	n := 0
	for i := v.t.Sentences[v.own].First; i < v.t.Sentences[v.own].Last; i++ {
		if (v.pos(i) == text.NOUN || v.pos(i) == text.PROPN) && theirs[strings.ToLower(v.t.Tokens[i].Lemma)] {
			n++
		}
	}
	return strconv.Itoa(min(n, 4))
}

// stands says in what sentence a figure stands, and whether a verb or a noun tells what
// befell those counted.
func (v *dating) stands() string {
	out := "text"
	if v.own >= 0 && v.t.Sentences[v.own].Heading {
		out = "heading"
	} else if v.own == 0 {
		out = "opening"
	}
	if v.f.Event != 0 {
		out += " " + v.pos(v.t.TokenAt(v.d.Events[v.f.Event-1].Trigger.Start)).String()
	}
	return out
}

// preposition is the word before a time, where it is one.
func (v *dating) preposition(t *annals.Time) string {
	first, _ := v.t.Covering(t.Start, t.End)
	if v.is(first-1, preposition) {
		return v.norm(first - 1)
	}
	return ""
}

// tense is the form of the verb that tells what befell those counted.
func (v *dating) tense() string {
	if v.from == nil || v.from.found.trigger == text.None {
		return ""
	}
	return v.t.Tokens[v.from.found.trigger].XPOS
}

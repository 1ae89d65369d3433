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
			out = append(out, choice{ref: ref, span: r.d.Times[k].Span, ruled: ref == ruled,
				doubtful: r.t.SentenceAt(r.d.Times[k].Start) != v.own, features: v.features(ref)})
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

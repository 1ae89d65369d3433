package figures

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/text"
)

// spanning are the features by which a figure sums over a stretch of time or a row of
// events: how much it counts, what, in what time and by what word. f.Cumulative is what
// the rules say.
func (r *reading) spanning(d *draft) []uint32 {
	f := &d.figure
	var out []uint32
	add := func(parts ...string) { out = append(out, linear.Hash(parts...)) }
	rule, kind, size := strconv.FormatBool(f.Cumulative), kindOf(f), sizeOf(f)
	add("spans")
	for _, x := range [][2]string{{"rule", rule}, {"kind", kind}, {"unit", f.Unit}, {"size", size}, {"when", r.spanOf(f)}, {"tense", r.tenseOf(d)}, {"event", r.eventForm(f)}, {"per", f.Per}, {"found", f.Rule}} {
		add(x[0], x[1])
		add(x[0], x[1], "rule", rule)
		add(x[0], x[1], "kind", kind)
		add(x[0], x[1], "size", size)
	}
	add("when", r.spanOf(f), "tense", r.tenseOf(d), "kind", kind)
	if s := r.t.SentenceAt(f.Start); s >= 0 {
		for i := r.t.Sentences[s].First; i < r.t.Sentences[s].Last; i++ {
			if p := r.pos(i); p == text.NOUN || p == text.ADP || p == text.ADV || p == text.ADJ {
				add("near", strings.ToLower(r.t.Tokens[i].Lemma))
			}
		}
	}
	return out
}

// sizeOf is how much a figure counts, in powers of ten.
func sizeOf(f *annals.Figure) string {
	most := 0.0
	for _, v := range [...]*float64{f.Value, f.Low, f.High} {
		if v != nil {
			most = max(most, *v)
		}
	}
	switch {
	case most < 2:
		return "one"
	case most < 10:
		return "few"
	}
	return strconv.Itoa(len(strconv.FormatFloat(most, 'f', 0, 64)))
}

// spanOf is what sort of time a figure has.
func (r *reading) spanOf(f *annals.Figure) string {
	if f.Time == 0 {
		return "none"
	}
	t := &r.d.Times[f.Time-1]
	out := grainOf(t)
	for _, x := range []struct {
		is   bool
		name string
	}{{r.lately(t), " lately"}, {r.within(t), " within"}, {r.stretch(t), " stretch"}, {r.t.SentenceAt(t.Start) != r.t.SentenceAt(f.Start), " elsewhere"}} {
		if x.is {
			out += x.name
		}
	}
	return out
}

// tenseOf is the form of the verb that tells what befell those counted, with its auxiliary.
func (r *reading) tenseOf(d *draft) string {
	if d.from == nil || d.from.found.trigger == text.None {
		return ""
	}
	at := d.from.found.trigger
	out := r.t.Tokens[at].XPOS
	for _, c := range r.t.Children(at) {
		if r.is(int(c), have) {
			out += " have"
		}
	}
	return out
}

// eventForm is the number of the word for a figure's event, and its type.
func (r *reading) eventForm(f *annals.Figure) string {
	if f.Event == 0 {
		return "none"
	}
	e := &r.d.Events[f.Event-1]
	out := r.t.Tokens[r.t.TokenAt(e.Trigger.Start)].XPOS
	if e.PLOVER != nil {
		out += " " + e.PLOVER.Type
	}
	return out
}

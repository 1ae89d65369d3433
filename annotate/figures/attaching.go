package figures

import (
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/text"
)

// tellers are the events that figure f may belong to, none among them: those of the report,
// and the words of its sentence that may tell of one.
func (r *reading) tellers(f *draft) []choice {
	v := &attaching{reading: r, f: &f.figure, from: f.from, ruled: f.figure.Event, own: r.t.SentenceAt(f.figure.Start)}
	v.head = v.headToken()
	v.path = v.above()
	out := []choice{{token: text.None, ruled: v.ruled == 0, features: v.none()}}
	held := map[int]bool{}
	for k := range r.d.Events {
		e := &r.d.Events[k]
		at := r.t.TokenAt(e.Trigger.Start)
		held[at] = true
		ref := annals.Ref(k + 1)
		if ref != v.ruled && !r.inReach(e.Trigger.Start, v.own) {
			continue
		}
		out = append(out, choice{ref: ref, token: at, span: e.Trigger, ruled: ref == v.ruled, features: v.features(at, ref)})
	}
	if v.own < 0 {
		return out
	}
	for i := r.t.Sentences[v.own].First; i < r.t.Sentences[v.own].Last; i++ {
		if !held[i] && !v.tolled() && !r.is(i, be|have|modal) && (r.pos(i) == text.VERB || r.pos(i) == text.NOUN && r.lex.is(r.singular(i), action)) {
			out = append(out, choice{token: i, span: r.span(i, i+1), doubtful: true, features: v.features(i, 0)})
		}
	}
	return out
}

// attaching reads the features of the events of one figure.
type attaching struct {
	*reading
	f     *annals.Figure
	from  *quantity // nil for a figure without a number
	ruled annals.Ref
	own   int         // sentence of the figure
	head  int         // token of those counted
	path  map[int]int // the tokens above it, by steps
}

// tolled says that those counted are told of by a toll, which tells of no event of its own.
func (v *attaching) tolled() bool { return v.from != nil && v.from.found.rule == "toll" }

// headToken is the token of the noun of those counted, or of the number.
func (v *attaching) headToken() int {
	switch {
	case v.from != nil && v.from.head != text.None:
		return v.from.head
	case v.from != nil && v.from.number.last > 0:
		return v.from.number.last - 1
	}
	return v.t.TokenAt(v.f.End - 1)
}

// above are the tokens that govern those counted.
func (v *attaching) above() map[int]int {
	out := map[int]int{}
	const deepest = 8
	for i, step := v.head, 0; i >= 0 && step < deepest; i, step = v.t.Tokens[i].Head, step+1 {
		if _, met := out[i]; met {
			break
		}
		out[i] = step
	}
	return out
}

// none are the features of a figure without an event.
func (v *attaching) none() []uint32 {
	var out []uint32
	add := func(parts ...string) { out = append(out, linear.Hash(parts...)) }
	add("no event")
	ruled := v.rule(0)
	for _, x := range [][2]string{{"ruled", ruled}, {"kind", kindOf(v.f)}, {"rule", v.f.Rule}, {"dep", v.t.Tokens[v.head].Dep}, {"top", v.top()}} {
		add("no event", x[0], x[1])
		add("no event", x[0], x[1], "ruled", ruled)
	}
	add("no event", "unit", v.f.Unit)
	return out
}

// top is the kind of word that governs those counted.
func (v *attaching) top() string {
	h := v.t.Tokens[v.head].Head
	if h < 0 {
		return "root"
	}
	return v.pos(h).String()
}

// rule says how an event stands to the one that the rules chose.
func (v *attaching) rule(ref annals.Ref) string {
	switch {
	case v.ruled == ref && ref == 0:
		return "none, as this"
	case v.ruled == 0:
		return "none"
	case v.ruled == ref:
		return "this"
	case ref != 0 && slices.Contains(v.tellings(v.ruled), ref):
		return "told again"
	}
	return "another"
}

// features of an event at a token: where it stands to those counted, what it is, and
// what it can have done to them.
func (v *attaching) features(at int, ref annals.Ref) []uint32 {
	var out []uint32
	add := func(parts ...string) { out = append(out, linear.Hash(parts...)) }
	rule, away, tree, kind := v.rule(ref), v.away(at), v.tree(at), kindOf(v.f)
	add("event")
	for _, x := range [][2]string{{"rule", rule}, {"away", away}, {"tree", tree}, {"between", v.between(at)}, {"word", v.word(at)}, {"sort", v.sort(ref)}, {"does", v.does(at)}, {"cue", v.cue(at)}, {"dep", v.t.Tokens[v.head].Dep}, {"may", v.may(ref)}} {
		add(x[0], x[1])
		add(x[0], x[1], "rule", rule)
		add(x[0], x[1], "away", away)
		add(x[0], x[1], "kind", kind)
		add(x[0], x[1], "tree", tree)
	}
	add("lemma", strings.ToLower(v.t.Tokens[at].Lemma))
	add("lemma", strings.ToLower(v.t.Tokens[at].Lemma), kind)
	add("rule", rule, "away", away, "does", v.does(at))
	add("rule", rule, "sort", v.sort(ref), "does", v.does(at), "kind", kind)
	return out
}

// away is how many sentences part an event from those counted, and on which side of them it stands.
func (v *attaching) away(at int) string {
	s := v.t.SentenceOf(at)
	switch {
	case s == v.own && at < v.head:
		return "before"
	case s == v.own:
		return "after"
	}
	return strconv.Itoa(max(-3, min(2, s-v.own)))
}

// tree says how a word governs those counted.
func (v *attaching) tree(at int) string {
	if step, met := v.path[at]; met {
		last := v.head
		for v.t.Tokens[last].Head != at && last != at {
			last = v.t.Tokens[last].Head
		}
		return strconv.Itoa(min(step, 4)) + " " + v.t.Tokens[last].Dep
	}
	if _, met := v.path[v.t.Tokens[at].Head]; met {
		return "beside " + v.t.Tokens[at].Dep
	}
	return ""
}

// farFromCounted is how many words put an event of the sentence far from those counted.
const farFromCounted = 6

// between says how near a word of the sentence is and what stands between.
func (v *attaching) between(at int) string {
	if v.t.SentenceOf(at) != v.own {
		return ""
	}
	from, to := min(at, v.head)+1, max(at, v.head)
	comma, verb, other := "", "", ""
	for i := from; i < to; i++ {
		switch {
		case v.norm(i) == "," || v.norm(i) == ";":
			comma = " comma"
		case v.pos(i) == text.VERB:
			verb = " verb"
		case v.at[i] != nil && v.at[i] != v.from:
			other = " figure"
		}
	}
	near := "near"
	if to-from > farFromCounted {
		near = "far"
	}
	return near + comma + verb + other
}

// word is the form of a word.
func (v *attaching) word(at int) string {
	k := &v.t.Tokens[at]
	out := k.XPOS
	if v.is(at, reporting) {
		out += " says"
	}
	if v.lex.is(strings.ToLower(k.Lemma), stative) || v.is(at, be|have|modal) {
		out += " is"
	}
	return out
}

// sort is what sort of event it is.
func (v *attaching) sort(ref annals.Ref) string {
	if ref == 0 || v.d.Events[ref-1].Rule == annals.PlainRule {
		return "word"
	}
	e := &v.d.Events[ref-1]
	out := "lexicon"
	if e.PLOVER != nil {
		out = e.PLOVER.Type
	}
	if e.Background {
		out += " background"
	}
	return out + " " + string(e.Status)
}

// may says whether an event of the lexicon can have brought about what is counted.
func (v *attaching) may(ref annals.Ref) string {
	if ref == 0 || v.d.Events[ref-1].Rule == annals.PlainRule {
		return ""
	}
	return strconv.FormatBool(v.mayCount(ref, v.f.Measure) && akin(&v.d.Events[ref-1], v.f.Measure))
}

// does is what a word says befell somebody.
func (v *attaching) does(at int) string {
	t, _, ok := v.trigger(at)
	switch {
	case !ok:
		return "nothing"
	case t.measure == v.f.Measure:
		return "this"
	case hurts(t.measure) && hurts(v.f.Measure):
		return "like this"
	}
	return "another"
}

// cue says whether the rules read at a word what befell those counted.
func (v *attaching) cue(at int) string {
	if v.from == nil || v.from.found.trigger == text.None {
		return "none"
	}
	return strconv.FormatBool(v.from.found.trigger == at)
}

// kindOf is what sort of thing a figure counts.
func kindOf(f *annals.Figure) string {
	switch {
	case hurts(f.Measure):
		return "hurt"
	case harms(f.Measure):
		return "harm"
	case f.Measure == annals.OtherFigure && f.Unit == "person":
		return "people"
	}
	return string(f.Measure)
}

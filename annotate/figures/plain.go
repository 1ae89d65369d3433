package figures

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/text"
)

// plainEvents gives each figure that no event of the lexicon has brought about the one
// that the word governing it tells of: "bought 45 planes", "charged two men". Such an
// event is made where it is not there yet.
func (r *reading) plainEvents(figures []draft) {
	for i := range figures {
		f := &figures[i].figure
		if f.Event != 0 || figures[i].from == nil {
			continue
		}
		at := r.teller(figures[i].from)
		if at == text.None || r.eventAt(figures[i].from.found.trigger) != 0 {
			continue
		}
		if f.Event = r.eventAt(at); f.Event != 0 && r.contradicts(f.Event, f.Time) {
			f.Event = 0
			continue
		}
		if f.Event == 0 {
			f.Event = r.plainAt(at)
		} else if f.Time == 0 {
			f.Time = r.d.Events[f.Event-1].Time // "involved in the massacre of 1989"
		}
		if f.Event == 0 {
			f.Event = r.makePlain(at)
		}
		if f.Event != 0 && f.Place == 0 {
			f.Place = r.d.Events[f.Event-1].Place
		}
	}
}

// makePlain is the plain event of token i, made where it is not there yet; 0 where the token
// tells of none.
func (r *reading) makePlain(i int) annals.Ref {
	if ref := r.plainAt(i); ref != 0 {
		return ref
	}
	if r.plain == nil {
		p := r.events.Plain(r.d)
		r.plain = &p
	}
	e, ok := r.plain.At(i)
	if !ok {
		return 0
	}
	r.d.Events = append(r.d.Events, e)
	return annals.Ref(len(r.d.Events))
}

// plainAt is the plain event of token i; 0 for none.
func (r *reading) plainAt(i int) annals.Ref {
	start := r.t.Tokens[i].Start
	return annals.Ref(slices.IndexFunc(r.d.Events, func(e annals.Event) bool { return e.Rule == events.PlainRule && e.Trigger.Start == start }) + 1)
}

// teller is the token that tells what was done with those of q or befell them: the
// trigger that was found, what is counted where that is an action to which nothing was
// done, a participle after them, else what governs them; text.None where that tells a state.
func (r *reading) teller(q *quantity) int {
	if at := q.found.trigger; at != text.None && q.found.rule == "toll" {
		return text.None // "the toll rose to 85" tells of no event of its own
	} else if at != text.None {
		return r.lastOf(at)
	}
	at := q.head
	if at == text.None {
		at = q.number.last - 1
	}
	if dep := r.t.Tokens[at].Dep; q.currency == "" && dep != "obj" && dep != "nsubj:pass" && r.lex.is(r.singular(at), action) {
		return at
	}
	if verb := r.listVerb(q); verb != text.None {
		return verb
	}
	if verb := r.participleAfter(at); verb != text.None {
		return verb
	}
	return r.governor(at)
}

// lastOf is the last word of a trigger that a preposition opens: the custody of "in
// custody"; else its first.
func (r *reading) lastOf(trigger int) int {
	if _, next, ok := r.trigger(trigger); ok && r.pos(trigger) == text.ADP {
		return next - 1
	}
	return trigger
}

// participleAfter is a verb that says of a noun what was done with it, where no verb has
// the noun itself: "with 155 planes ordered". text.None for none.
func (r *reading) participleAfter(noun int) int {
	dep := r.t.Tokens[noun].Dep
	if text.DepIs(dep, "nsubj") || text.DepIs(dep, "obj") {
		return text.None
	}
	for _, c := range r.t.Children(noun) {
		if r.t.Tokens[c].Dep == "acl" && int(c) == noun+1 {
			return r.telling(int(c))
		}
	}
	return text.None
}

// governor is the verb, or the action named by a noun with "of", that governs token i.
func (r *reading) governor(i int) int {
	const deepest = 6 // nouns between those counted and their verb
	for step := 0; step < deepest && i != text.None; step++ {
		if r.pos(i) == text.VERB {
			if verb := r.telling(i); verb != text.None || r.t.Tokens[i].Dep != "acl" {
				return verb
			}
		}
		if step > 0 && r.pos(i) == text.NOUN && r.lex.is(r.singular(i), action) {
			return i
		}
		if !r.dependsAsPart(i) {
			break
		}
		i = r.t.Tokens[i].Head
	}
	return text.None
}

// listVerb is the verb that tells of a list announced before a colon, where q stands in the
// list: "the following were seized: 3 rifles, 2 radios"; text.None for none.
func (r *reading) listVerb(q *quantity) int {
	colon := q.first - 1
	for inside := false; colon > 0 && r.norm(colon) != ":"; colon-- {
		switch n := r.norm(colon); {
		case n == "]" || n == ")":
			inside = true
		case n == "[" || n == "(":
			inside = false
		case !inside && (n == "." || n == ";" || r.pos(colon) == text.VERB):
			return text.None
		}
	}
	first, _ := r.sentence(max(colon, 0))
	for i := colon - 1; i >= first; i-- {
		if r.norm(i) == "following" || r.norm(i) == "these" {
			return r.verbAbove(i)
		}
	}
	return text.None
}

// verbAbove is the nearest verb that governs token i, or text.None.
func (r *reading) verbAbove(i int) int {
	const deepest = 6
	for step := 0; step < deepest && i != text.None; step++ {
		if i = r.t.Tokens[i].Head; i != text.None && r.pos(i) == text.VERB {
			return r.telling(i)
		}
	}
	return text.None
}

// dependsAsPart says that what governs token i may tell what was done with it: it is an
// argument of a verb, or belongs to a noun that is.
func (r *reading) dependsAsPart(i int) bool {
	dep := r.t.Tokens[i].Dep
	for _, d := range [...]string{"nsubj", "obj", "iobj", "obl", "nmod", "nummod", "conj", "compound", "appos", "acl", "dep"} {
		if text.DepIs(dep, d) {
			return true
		}
	}
	return false
}

// telling is verb i where it tells what happened, and not a state or what is said:
// text.None else. Outside headings the present tense tells what is usual.
func (r *reading) telling(i int) int {
	k := &r.t.Tokens[i]
	usual := (k.XPOS == "VBZ" || k.XPOS == "VBP") && !r.t.Sentences[r.t.SentenceOf(i)].Heading
	if usual || r.lex.is(strings.ToLower(k.Lemma), stative) || r.is(i, be|have|modal) {
		return text.None
	}
	if r.lex.is(k.Lemma, partaking) {
		for _, c := range r.t.Children(i) {
			if r.eventAt(int(c)) != 0 && r.norm(r.t.Child(int(c), "case")) == "in" {
				return int(c) // "involved in the massacre"
			}
		}
	}
	return i
}

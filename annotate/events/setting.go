package events

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/text"
)

// setting says when and where, as the sentence or those before it tell.
func (r *reading) setting(e *annals.Event, token int) {
	if when := times.ForEvent(r.doc, e.Trigger); when.Time > 0 && r.mayDate(token, when) {
		e.Time, e.EDTF = when.Time, r.dayOf(when)
		r.carriedTime[token] = when.Derived == times.Carried
	}
	e.Place, e.Places = places.ForEvent(r.doc, e.Trigger, token)
	if e.Place > 0 && r.ofGroup(e.Place, token) {
		e.Place, e.Places = 0, nil
	}
}

// dayOf is the date of a time. Of "about 6pm on Monday" the hour is uncertain and the
// day is not.
func (r *reading) dayOf(when times.Assignment) string {
	if day := strings.TrimSuffix(when.EDTF, "~"); r.doc.Times[when.Time-1].Type == "TIME" && len(day) == dayLength {
		return day
	}
	return when.EDTF
}

// mayDate says whether a time can be that of the event at a token. Events in the
// plural or the habit have only a time said of them; "since 2011" is no time of
// what happened once.
func (r *reading) mayDate(token int, when times.Assignment) bool {
	if r.ofSaying(token, when.Anchor) {
		return false
	}
	if r.generic(token) && !r.governs(token, when.Anchor) {
		return false
	}
	if !strings.HasSuffix(when.EDTF, "/..") || r.plural(token) {
		return true
	}
	return r.text.Tokens[token].UPOS == text.VERB && (r.text.Tokens[token].XPOS != "VBD" || r.participleOf(token, "have"))
}

// ofSaying says whether a time is that of a verb of saying and not of what is
// said: "he said on Friday". The trigger is not that verb.
func (r *reading) ofSaying(token int, when annals.Span) bool {
	t := r.text
	first, last := t.Covering(when.Start, when.End)
	i := first
	for i >= first && i < last {
		i = t.Tokens[i].Head
	}
	before := first - 1
	if before > 0 && t.Tokens[before].UPOS == text.ADP {
		before--
	}
	if before >= 0 && before != token && t.Tokens[before].UPOS == text.VERB && saying[t.Tokens[before].Lemma] {
		return true // "said on Friday", whatever the parser ties the day to
	}
	if i < 0 || i == token || t.Tokens[i].UPOS != text.VERB || !saying[t.Tokens[i].Lemma] {
		return false
	}
	for n, up := token, 0; n >= 0 && up < highest; n, up = t.Tokens[n].Head, up+1 {
		if h := t.Tokens[n].Head; h == i {
			return text.DepIs(t.Tokens[n].Dep, "ccomp")
		}
	}
	return t.Tokens[i].Dep == "parataxis"
}

// saying are the verbs that tell what somebody said.
var saying = map[string]bool{"say": true, "tell": true, "report": true, "announce": true, "state": true, "add": true, "declare": true}

// plural says whether a trigger tells of no one event: "attacks", "they target".
func (r *reading) plural(token int) bool {
	k := &r.text.Tokens[token]
	if k.UPOS == text.VERB {
		return k.XPOS == "VBP" || k.XPOS == "VBZ" || r.ofEvents(token)
	}
	return k.XPOS == "NNS" || strings.Contains(k.Feats, "Number=Plur")
}

// ofEvents says whether the subject of a verb is several events: "these attacks target".
func (r *reading) ofEvents(verb int) bool {
	who := r.text.Child(verb, "nsubj")
	return who != text.None && r.eventNoun(who) && r.plural(who)
}

// generic says whether a trigger in the plural or the habit comes without a count.
func (r *reading) generic(token int) bool {
	return r.plural(token) && !r.anyChild(token, func(i int) bool { return r.text.Tokens[i].UPOS == text.NUM })
}

// governs says whether words hang from a token, or from the verb it is subject
// or object of.
func (r *reading) governs(token int, words annals.Span) bool {
	t := r.text
	verb := text.None
	if k := &t.Tokens[token]; k.Head >= 0 && t.Tokens[k.Head].UPOS == text.VERB && (k.Dep == "obj" || text.DepIs(k.Dep, "nsubj")) {
		verb = k.Head
	}
	first, last := t.Covering(words.Start, words.End)
	i := first
	for i >= first && i < last {
		i = t.Tokens[i].Head
	}
	for n := 0; i >= 0 && n < climb; i, n = t.Tokens[i].Head, n+1 {
		if i == token || i == verb {
			return true
		}
	}
	return false
}

// ofGroup says whether a place belongs to the name of a group or office and not
// to what is done: "the Islamic State in South Asia".
func (r *reading) ofGroup(place annals.Ref, trigger int) bool {
	m := &r.doc.Mentions[place-1]
	first, last := r.text.Covering(m.Start, m.End)
	i := first
	for i >= first && i < last {
		if !text.DepIs(r.text.Tokens[i].Dep, "nmod") && r.text.Tokens[i].Head < first {
			return false
		}
		i = r.text.Tokens[i].Head
	}
	if i < 0 || i == trigger || r.mention[i] == 0 || locative[r.preposition(i)] { // "at the Teachers' Union in Herat"
		return false
	}
	owner := &r.doc.Mentions[r.mention[i]-1]
	return owner.Form == annals.Name && (owner.Kind == annals.ArmedGroup || owner.Kind == annals.Organisation || owner.Kind == annals.StateForce)
}

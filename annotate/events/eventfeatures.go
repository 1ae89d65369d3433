package events

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// ofEvent are the features that tell whether an event is an incident of its own
// weight: a concrete act told as news.
func (v *view) ofEvent(i int) features {
	e := &v.doc.Events[i]
	c := &v.found[i]
	t := v.text
	s := t.SentenceOf(c.token)
	trigger := v.trigger(i)
	f := make(features, 0, 96)
	f.add("bias")
	f.add("trigger", trigger, strconv.FormatBool(c.noun))
	f.add("status", string(e.Status))
	f.add("mode", e.PLOVER.Mode)
	f.add("place in text", bucket(s))
	f.add("events", bucket(v.count))
	f.add("dated", strconv.FormatBool(e.EDTF != ""), strconv.FormatBool(e.Place != 0))
	if d := v.doc.Doc.Published; d != nil && len(e.EDTF) >= 4 && len(d.EDTF) >= 4 {
		f.add("year", strconv.FormatBool(e.EDTF[:4] == d.EDTF[:4]))
		if len(e.EDTF) >= 7 && len(d.EDTF) >= 7 {
			f.add("month", strconv.FormatBool(e.EDTF[:7] == d.EDTF[:7]))
		}
	}
	k := &t.Tokens[c.token]
	f.add("form", k.XPOS, k.Dep)
	if k.Head >= 0 {
		f.add("governor", t.Tokens[k.Head].Lemma, k.Dep)
	}
	roles := ""
	for _, role := range []annals.Role{annals.Actor, annals.Victim, annals.Target, annals.WeaponRole} {
		for _, a := range ofRole(e.Arguments, role) {
			m := &v.doc.Mentions[a.Mention-1]
			roles += string(role[:1])
			f.add("argument", string(role), string(m.Kind), string(m.Form))
			f.add("argument", string(role), singular(t, v.headOf(m)))
			f.add("argument", string(role), trigger, string(m.Kind))
		}
	}
	f.add("roles", roles)
	f.add("roles", roles, trigger)
	for _, ch := range t.Children(c.token) {
		f.add("child", t.Tokens[ch].Dep, t.Tokens[ch].Lemma)
	}
	sentence := t.Sentences[s]
	for n := sentence.First; n < sentence.Last; n++ {
		if u := t.Tokens[n].UPOS; u == text.NOUN || u == text.VERB || u == text.ADJ || u == text.PROPN {
			f.add("word", strings.ToLower(t.Tokens[n].Lemma))
		}
	}
	return append(f, v.ofReport()...)
}

// ofPair are the features that tell whether two events are one.
func (v *view) ofPair(a, b int) features {
	x, y := &v.doc.Events[a], &v.doc.Events[b]
	t := v.text
	sa, sb := t.SentenceOf(v.found[a].token), t.SentenceOf(v.found[b].token)
	f := make(features, 0, 32)
	ta, tb := v.trigger(a), v.trigger(b)
	f.add("bias")
	f.add("far", bucket(sb-sa))
	f.add("paragraphs", bucket(t.Sentences[sb].Paragraph-t.Sentences[sa].Paragraph))
	f.add("between", bucket(b-a))
	f.add("events", bucket(v.count))
	f.add("words", ta, tb)
	f.add("same word", strconv.FormatBool(ta == tb), strconv.FormatBool(v.found[b].noun))
	f.add("modes", x.PLOVER.Mode, y.PLOVER.Mode)
	f.add("status", string(x.Status), string(y.Status))
	f.add("first", bucket(a))
	j := &joiner{reading: v.reading, found: v.found}
	f.add("definite", strconv.FormatBool(v.found[b].noun && j.definite(v.found[b].token)), strconv.FormatBool(j.likeMode(a, b)))
	f.add("harmed", strconv.Itoa(int(j.sharedHarmed(a, b))))
	f.add("days", dayRelation(x.EDTF, y.EDTF))
	f.add("place", j.placeRelation(x, y))
	for _, role := range []annals.Role{annals.Actor, annals.Victim, annals.Target, annals.WeaponRole} {
		f.add("share", string(role), j.roleRelation(x, y, role))
	}
	return f
}

func dayRelation(a, b string) string {
	switch {
	case a == "" && b == "":
		return "none"
	case a == "" || b == "":
		return "one"
	case a == b:
		return "same"
	case daysDiffer(a, b):
		return "differ"
	}
	return "both"
}

func (j *joiner) placeRelation(x, y *annals.Event) string {
	a, b := j.placeOf(x), j.placeOf(y)
	switch {
	case a == nil && b == nil:
		return "none"
	case a == nil || b == nil:
		return "one"
	case a.GeoNames == b.GeoNames && a.GeoNames != 0:
		return "same"
	case j.placesDiffer(x, y):
		return "differ"
	}
	return "both"
}

func (j *joiner) roleRelation(x, y *annals.Event, role annals.Role) string {
	p, q := ofRole(x.Arguments, role), ofRole(y.Arguments, role)
	switch {
	case len(p) == 0 && len(q) == 0:
		return "none"
	case len(p) == 0 || len(q) == 0:
		return "one"
	}
	for _, m := range p {
		for _, n := range q {
			if j.oneThing(m.Mention, n.Mention) {
				return "same"
			}
		}
	}
	return "differ"
}

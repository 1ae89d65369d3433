package events

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/text"
)

// features collects hashed features of one candidate.
type features []uint32

func (f *features) add(parts ...string) { *f = append(*f, linear.Hash(parts...)) }

// violent says whether an event is one the learned scorers know: an ASSAULT.
func violent(e *annals.Event) bool { return e.PLOVER != nil && e.PLOVER.Type == "ASSAULT" }

// view is what the features of a document are read from.
type view struct {
	*reading
	found    []candidate
	bySent   map[int][]int           // sentence → its violent events
	ruled    map[annals.Ref][]ruling // mention → the roles rules gave it
	byText   map[string][]annals.Ref // lower-case text → mentions
	entities map[annals.Ref][]ruling // entity → the roles rules gave its mentions
	count    int                     // violent events
	incident []float64               // by event: how likely it is an incident told as news
	report   features                // the words of the report, made when first asked for
}

type ruling struct {
	role  annals.Role
	event int
	rule  string
}

func (r *reading) view(found []candidate) *view {
	v := &view{reading: r, found: found, bySent: map[int][]int{}, ruled: map[annals.Ref][]ruling{},
		byText: map[string][]annals.Ref{}, entities: map[annals.Ref][]ruling{}}
	for i := range found {
		e := &r.doc.Events[i]
		if !violent(e) {
			continue
		}
		v.count++
		s := r.text.SentenceOf(found[i].token)
		v.bySent[s] = append(v.bySent[s], i)
		for _, a := range e.Arguments {
			x := ruling{a.Role, i, a.Rule}
			v.ruled[a.Mention] = append(v.ruled[a.Mention], x)
			if m := &r.doc.Mentions[a.Mention-1]; m.Entity > 0 {
				v.entities[m.Entity] = append(v.entities[m.Entity], x)
			}
		}
	}
	for i := range r.doc.Mentions {
		key := strings.ToLower(r.doc.Mentions[i].Text)
		v.byText[key] = append(v.byText[key], annals.Ref(i+1))
	}
	return v
}

// headOf is the token that carries a mention.
func (r *reading) headOf(m *annals.Mention) int {
	h := m.Head
	if h.Empty() {
		h = m.Span
	}
	return min(r.text.TokenAt(h.End-1), len(r.text.Tokens)-1)
}

// bucket names a small count or distance.
func bucket(n int) string {
	switch {
	case n < 6:
		return strconv.Itoa(n)
	case n < 10:
		return "6-9"
	case n < 20:
		return "10-19"
	}
	return "20+"
}

// ofReport are the words of the whole report, and those of its beginning: news of
// an incident reads otherwise than a speech that brings one up.
func (v *view) ofReport() features {
	if v.report != nil {
		return v.report
	}
	seen := map[string]bool{}
	v.report = features{}
	for s, sentence := range v.text.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			k := &v.text.Tokens[i]
			switch k.UPOS {
			case text.NOUN, text.VERB, text.ADJ, text.PRON, text.AUX, text.ADV:
			default:
				continue
			}
			w := strings.ToLower(k.Lemma)
			if !seen[w] {
				seen[w] = true
				v.report.add("report", w)
				if s < opening {
					v.report.add("opening", w)
				}
			}
		}
	}
	return v.report
}

// opening is how many sentences open a report.
const opening = 4

// nearest is the violent event of a sentence closest to a token; -1 for none.
func (v *view) nearest(sentence, token int) (event, distance int) {
	event = -1
	for _, i := range v.bySent[sentence] {
		d := v.found[i].token - token
		if d < 0 {
			d = -d
		}
		if event < 0 || d < distance {
			event, distance = i, d
		}
	}
	return event, distance
}

func (v *view) trigger(i int) string { return v.found[i].words[0] }

// ofMention are the features that tell what part a mention plays in the violence
// of its report.
func (v *view) ofMention(ref annals.Ref) features {
	m := &v.doc.Mentions[ref-1]
	h := v.headOf(m)
	t := v.text
	k := &t.Tokens[h]
	s := t.SentenceOf(h)
	head := singular(t, h)
	kind, form := string(m.Kind), string(v.form(m))
	f := make(features, 0, 64)
	f.add("bias")
	f.add("kind", kind, form)
	f.add("head", head)
	f.add("head", head, k.Dep)
	f.add("text", strings.ToLower(m.Text))
	class := v.class(h)
	for bit := human; bit <= pronoun; bit <<= 1 {
		if class&bit != 0 {
			f.add("class", strconv.Itoa(int(bit)))
		}
	}
	governor, governorOf := "root", ""
	if k.Head >= 0 {
		g := &t.Tokens[k.Head]
		governor = g.Lemma
		if g.Head >= 0 {
			governorOf = t.Tokens[g.Head].Lemma
		}
	}
	p := v.preposition(h)
	f.add("governor", governor, k.Dep, p)
	f.add("governor", governor, kind)
	f.add("above", governor, governorOf, k.Dep)
	f.add("prep", p, kind)
	for d := 1; d <= 2; d++ {
		f.add("before", strconv.Itoa(d), v.norm(m.Start, -d))
		f.add("after", strconv.Itoa(d), v.norm(m.End-1, d))
	}
	first, last := t.Covering(m.Start, m.End)
	for i := first; i < last; i++ {
		if i != h {
			f.add("inside", t.Tokens[i].Norm)
		}
	}
	v.ruledFeatures(&f, ref, m, kind, form)
	v.around(&f, s, h, kind, head, form)
	v.company(&f, s, h, kind, form)
	f.add("place in text", bucket(s/2))
	f.add("events", bucket(v.count), kind)
	same := v.byText[strings.ToLower(m.Text)]
	f.add("said", bucket(len(same)), form)
	return f
}

// form is how a mention refers; one whose entity has a name counts as named:
// "senator Juan Perez".
func (v *view) form(m *annals.Mention) annals.Form {
	if m.Form == annals.Nominal && m.Entity > 0 && int(m.Entity) <= len(v.doc.Entities) {
		for _, r := range v.doc.Entities[m.Entity-1].Mentions {
			if o := &v.doc.Mentions[r-1]; o.Form == annals.Name && m.Contains(o.Span) {
				return annals.Name
			}
		}
	}
	return m.Form
}

// norm is the word some tokens away from the one at a byte, "" outside.
func (v *view) norm(at, away int) string {
	i := v.text.TokenAt(at) + away
	if i < 0 || i >= len(v.text.Tokens) {
		return ""
	}
	return v.text.Tokens[i].Norm
}

// ruledFeatures say what the rules gave the mention, its entity and those that
// read like it.
func (v *view) ruledFeatures(f *features, ref annals.Ref, m *annals.Mention, kind, form string) {
	for _, x := range v.ruled[ref] {
		e := &v.doc.Events[x.event]
		f.add("rule", string(x.role), kind, form)
		f.add("rule", x.rule)
		f.add("rule", string(x.role), v.trigger(x.event))
		f.add("rule", string(x.role), string(e.Status))
		f.add("rule", string(x.role), e.PLOVER.Mode)
	}
	if len(v.ruled[ref]) == 0 {
		f.add("no rule", kind, form)
	}
	seen := map[annals.Role]bool{}
	for _, x := range v.entities[m.Entity] {
		if m.Entity > 0 && !seen[x.role] {
			seen[x.role] = true
			f.add("entity", string(x.role), kind, form)
		}
	}
	clear(seen)
	for _, o := range v.byText[strings.ToLower(m.Text)] {
		for _, x := range v.ruled[o] {
			if o != ref && !seen[x.role] {
				seen[x.role] = true
				f.add("alike", string(x.role), kind, form)
			}
		}
	}
	h := v.headOf(m)
	k := &v.text.Tokens[h]
	if (k.Dep == "conj" || k.Dep == "appos" || k.Dep == "flat" || k.Dep == "compound" || k.Dep == "nmod" || k.Dep == "nmod:desc") && k.Head >= 0 {
		for _, x := range v.ruled[v.mention[k.Head]] {
			f.add("joined", k.Dep, string(x.role), kind)
		}
	}
}

// around are the triggers near the mention.
func (v *view) around(f *features, s, h int, kind, head, form string) {
	e, distance := v.nearest(s, h)
	if e < 0 {
		f.add("no trigger", kind, form)
		for _, near := range [2]int{s - 1, s + 1} {
			side := "before"
			if near > s {
				side = "after"
			}
			for _, i := range v.bySent[near] {
				f.add("sentence", side, v.trigger(i), kind)
			}
			if len(v.bySent[near]) > 0 {
				f.add("sentence", side, kind, form)
			}
		}
		return
	}
	side := "before"
	if v.found[e].token < h {
		side = "after"
	}
	f.add("near", v.trigger(e), side, kind)
	f.add("near", v.trigger(e), head)
	f.add("near", side, bucket(distance), kind)
	f.add("near", string(v.doc.Events[e].Status), kind)
	f.add("near", v.doc.Events[e].PLOVER.Mode, kind, form)
	for _, i := range v.bySent[s] {
		f.add("trigger", v.trigger(i), kind, form)
	}
}

// window is how far the words stand that a mention is said to be in the company of.
const window = 8

// company are the words around a mention in its sentence, and the way through the
// syntax to the nearest trigger.
func (v *view) company(f *features, s, h int, kind, form string) {
	sentence := v.text.Sentences[s]
	for i := max(sentence.First, h-window); i < min(sentence.Last, h+window+1); i++ {
		k := &v.text.Tokens[i]
		if i == h || k.UPOS != text.NOUN && k.UPOS != text.VERB && k.UPOS != text.ADJ {
			continue
		}
		side := "before"
		if i > h {
			side = "after"
		}
		f.add("company", side, k.Lemma, kind)
	}
	if e, _ := v.nearest(s, h); e >= 0 {
		path := v.path(h, v.found[e].token)
		f.add("path", path, form)
		f.add("path", path, v.trigger(e))
		f.add("path", path, kind, v.doc.Events[e].PLOVER.Mode)
	}
}

// path spells the way through the syntax from one token to another, up and then
// down; "far" where it is long.
func (v *view) path(from, to int) string {
	up, steps := "", 0
	for a := from; a >= 0 && steps <= climb; a = v.text.Tokens[a].Head {
		down, n := "", 0
		for b := to; b >= 0 && n <= climb; b = v.text.Tokens[b].Head {
			if a == b {
				return up + "^" + down
			}
			down = v.text.Tokens[b].Dep + ">" + down
			n++
		}
		up += v.text.Tokens[a].Dep
		if p := v.preposition(a); p != "" {
			up += ":" + p
		}
		up += "<"
		steps++
	}
	return "far"
}

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
	a, b := j.place(x), j.place(y)
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

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
	likely   [][]float64             // by mention: how likely it has each role, taken by itself; nil where not asked
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
	likeHead := v.like(k.Norm)
	for n, like := range likeHead {
		level := strconv.Itoa(n)
		f.add("like head", level, like)
		f.add("like head", level, like, form)
		if k.Head >= 0 {
			f.add("like governor", level, v.like(t.Tokens[k.Head].Norm)[n], k.Dep, p)
		}
	}
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

// likenesses is how many partitions of the words are used, the finer ones.
const likenesses = 2

// like are the classes of a word among words that stand in like places, the
// coarser class first; "" for words not known.
func (v *view) like(norm string) (out [likenesses]string) {
	c := v.alike.OfWord(norm)
	for n := range out {
		if class := c[len(c)-likenesses+n]; class > 0 {
			out[n] = strconv.Itoa(int(class))
		}
	}
	return out
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

package events

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// whole is a report taken as a whole: who and what could have a part in its
// violence, and the incidents that its events make up.
type whole struct {
	*view
	parts     []participant
	byMention map[annals.Ref]int // mention → its participant
	incidents []incident
	relevance float64 // how likely the report tells of any incident as news
}

// incident is a group of events said to be one.
type incident struct {
	events []int
	chance float64 // how likely it is a specific one, told as news
}

// whole puts the mentions of a report into participants, its events into
// incidents, and asks the scorers of single mentions and of the words of the report.
func (v *view) whole(s Scorers, group []int) *whole {
	w := &whole{view: v, byMention: map[annals.Ref]int{}}
	p := make([]float64, 2)
	s.Reports.Probabilities(v.ofRelevance(), p)
	w.relevance = p[1]
	w.gather(group)
	at := map[string]int{}
	for i, likely := range v.likely {
		ref := annals.Ref(i + 1)
		if likely == nil {
			continue
		}
		key := v.identity(ref)
		n, known := at[key]
		if !known {
			n = len(w.parts)
			at[key] = n
			w.parts = append(w.parts, newParticipant())
			w.parts[n].words = key
		}
		x := &w.parts[n]
		x.mentions = append(x.mentions, ref)
		w.byMention[ref] = n
		for c := range likely {
			x.most[c] = max(x.most[c], likely[c])
			x.none[c] *= 1 - likely[c]
		}
	}
	for i := range w.parts {
		x := &w.parts[i]
		x.as = w.representative(x)
		x.at = w.headOf(x.as)
		x.head, x.form = singular(w.text, x.at), w.form(x.as)
	}
	for c := 1; c < len(scoredRoles); c++ {
		order := make([]int, len(w.parts))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(w.parts[b].most[c], w.parts[a].most[c]) })
		for n, i := range order {
			w.parts[i].rank[c] = n
		}
	}
	return w
}

// identity tells participants apart: by the words of what stands for the entity,
// so that what coreference left in two by one name is one.
func (v *view) identity(ref annals.Ref) string {
	m := &v.doc.Mentions[ref-1]
	if m.Entity > 0 && int(m.Entity) <= len(v.doc.Entities) {
		m = v.named(m)
	}
	text := m.Text
	if m.Form == annals.Nominal && !m.Head.Empty() && m.Head.Start >= m.Start && m.Head.End <= m.End {
		text = m.Text[:m.Head.End-m.Start]
	}
	words := strings.Fields(strings.ToLower(text))
	for len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// named is the first name of the entity of a mention, else its first nominal.
func (v *view) named(m *annals.Mention) *annals.Mention {
	for _, form := range []annals.Form{annals.Name, annals.Nominal} {
		for _, r := range v.doc.Entities[m.Entity-1].Mentions {
			if o := &v.doc.Mentions[r-1]; o.Form == form {
				return o
			}
		}
	}
	return m
}

// gather makes incidents of the groups of events that could be some.
func (w *whole) gather(group []int) {
	at := map[int]int{}
	for i, g := range group {
		if !newsworthy(&w.doc.Events[i]) {
			continue
		}
		n, known := at[g]
		if !known {
			n = len(w.incidents)
			at[g] = n
			w.incidents = append(w.incidents, incident{})
		}
		w.incidents[n].events = append(w.incidents[n].events, i)
	}
}

// newsworthy says whether an event may be an incident: violence, crowd control
// left out, or a strike, that is neither denied nor only thought of.
func newsworthy(e *annals.Event) bool {
	if e.PLOVER == nil || e.Status == annals.Denied || e.Status == annals.Hypothetical {
		return false
	}
	return violent(e) && e.PLOVER.Mode != "crowd-control" || e.PLOVER.Type == "PROTEST" && e.PLOVER.Mode == "strike"
}

// newsworthy says whether a report has any event that may be an incident.
func (v *view) newsworthy() bool {
	for i := range v.found {
		if newsworthy(&v.doc.Events[i]) {
			return true
		}
	}
	return false
}

// levels are the log odds a probability is compared with to make features of it.
var levels = []float64{0.018, 0.035, 0.07, 0.12, 0.18, 0.27, 0.38, 0.5, 0.62, 0.73, 0.82, 0.9, 0.95, 0.98}

// climbed adds a feature a level that a probability reaches, so that what is
// learned of it can take any rising shape.
func (f *features) climbed(p float64, parts ...string) {
	key := strings.Join(parts, "|")
	for i, l := range levels {
		if p < l {
			break
		}
		f.add(key, strconv.Itoa(i))
	}
}

// ofRelevance are the features that tell whether a report tells of any incident as news.
func (v *view) ofRelevance() features {
	f := slices.Clone(v.ofReport())
	f.add("bias")
	f.add("events", bucket(v.count))
	for i := range v.found {
		e := &v.doc.Events[i]
		if !violent(e) {
			continue
		}
		s := "later"
		if v.text.SentenceOf(v.found[i].token) < opening {
			s = "opening"
		}
		f.add("told", v.trigger(i), string(e.Status), s)
		f.add("told", string(e.Status), s)
		for _, a := range e.Arguments {
			h := v.headOf(&v.doc.Mentions[a.Mention-1])
			f.add("told", v.trigger(i), string(a.Role), singular(v.text, h))
			f.add("told", string(a.Role), string(v.doc.Mentions[a.Mention-1].Kind), s)
		}
	}
	for n, sentence := range v.text.Sentences {
		last := ""
		for i := sentence.First; i < sentence.Last; i++ {
			k := &v.text.Tokens[i]
			if k.UPOS != text.NOUN && k.UPOS != text.VERB && k.UPOS != text.ADJ && k.UPOS != text.PROPN {
				continue
			}
			if last != "" && n < 2*opening {
				f.add("pair", last, k.Lemma)
			}
			last = k.Lemma
		}
	}
	slices.Sort(f)
	return slices.Compact(f)
}

// ofIncident are the features that tell whether a group of events is an incident
// told as news, in view of the others.
func (w *whole) ofIncident(n int) features {
	in := &w.incidents[n]
	f := make(features, 0, 160)
	first := w.found[in.events[0]].token
	mode, type0 := "", w.doc.Events[in.events[0]].PLOVER.Type
	most := 0.0
	seen := map[string]bool{}
	once := func(parts ...string) {
		if key := strings.Join(parts, "|"); !seen[key] {
			seen[key] = true
			f.add(key)
		}
	}
	roles := [len(scoredRoles)]float64{}
	for _, i := range in.events {
		e := &w.doc.Events[i]
		most = max(most, w.incident[i])
		if e.PLOVER.Mode != "" {
			mode = e.PLOVER.Mode
		}
		once("trigger", w.trigger(i))
		once("status", string(e.Status))
		once("dated", strconv.FormatBool(e.EDTF != ""), strconv.FormatBool(e.Place != 0))
		if d := w.doc.Doc.Published; d != nil && len(d.EDTF) >= 7 && len(e.EDTF) >= 7 {
			once("month", strconv.FormatBool(e.EDTF[:7] == d.EDTF[:7]))
		}
		for _, a := range e.Arguments {
			if x, known := w.byMention[a.Mention]; known {
				if c := slices.Index(scoredRoles[:], a.Role); c > 0 {
					roles[c] = max(roles[c], w.parts[x].most[c])
				}
			}
		}
	}
	kind := type0 + " " + mode
	f.add("bias")
	f.add("kind", kind)
	f.climbed(most, "most")
	f.climbed(w.relevance, "relevance")
	f.climbed(w.relevance, "relevance", kind)
	f.add("size", bucket(len(in.events)))
	f.add("first", bucket(w.text.SentenceOf(first)))
	f.add("of", bucket(len(w.incidents)))
	some := 0.0
	for c := 1; c < len(scoredRoles); c++ {
		f.climbed(roles[c], "role", string(scoredRoles[c]))
		some = max(some, roles[c])
	}
	f.climbed(some, "any role")
	rank, rankLike, before := 0, 0, 0.0
	for o := range w.incidents {
		if o == n {
			continue
		}
		om := 0.0
		like := false
		for _, i := range w.incidents[o].events {
			om = max(om, w.incident[i])
			like = like || w.doc.Events[i].PLOVER.Mode == mode
		}
		if om > most || om == most && o < n {
			rank++
			if like {
				rankLike++
			}
		}
		if o < n {
			before = max(before, om)
		}
	}
	f.add("rank", bucket(rank))
	f.add("rank", bucket(rankLike), "like")
	f.add("rank", bucket(rank), bucket(rankLike))
	f.climbed(before, "before")
	return f
}

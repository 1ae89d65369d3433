package events

import (
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// participant is someone or something, with all its mentions that could have a
// part in violence.
type participant struct {
	words    string          // that tell it apart, see identity
	as       *annals.Mention // stands for it: its first name, else its first mention
	at       int             // the token that carries that mention
	head     string          // the lemma of that token
	form     annals.Form
	mentions []annals.Ref
	most     []float64 // by role: the likeliest of its mentions, taken one by one
	none     []float64 // by role: how likely none of its mentions has it
	rank     []int     // by role: how many participants are likelier
	chance   []float64 // by role: in view of the whole report
}

func newParticipant() participant {
	n := len(scoredRoles)
	x := participant{most: make([]float64, n), none: make([]float64, n), rank: make([]int, n), chance: make([]float64, n)}
	for c := range x.none {
		x.none[c] = 1
	}
	return x
}

// representative is the mention that stands for a participant: its first name, else its first.
func (w *whole) representative(x *participant) *annals.Mention {
	for _, ref := range x.mentions {
		if m := &w.doc.Mentions[ref-1]; m.Form == annals.Name {
			return m
		}
	}
	return &w.doc.Mentions[x.mentions[0]-1]
}

// ofParticipant are the features that tell what part a participant has in the
// incidents of the report.
func (w *whole) ofParticipant(x *participant) features {
	kind, form := string(x.as.Kind), string(x.form)
	f := make(features, 0, 160)
	f.add("bias")
	f.add("kind", kind, form)
	f.add("head", x.head)
	f.add("text", x.words)
	f.climbed(w.relevance, "relevance")
	best := 1
	for c := 1; c < len(scoredRoles); c++ {
		if x.most[c] > x.most[best] {
			best = c
		}
		role := string(scoredRoles[c])
		f.climbed(x.most[c], "most", role)
		f.climbed(x.most[c], "most", role, kind, form)
		f.climbed(1-x.none[c], "some", role, form)
		f.add("rank", role, bucket(x.rank[c]), form)
	}
	role := string(scoredRoles[best])
	f.add("best", role, bucket(x.rank[best]), kind, form)
	f.climbed(w.relevance, "relevance", role)
	sentence, near, all := 0.0, 0.0, 0.0
	for _, p := range w.incident {
		all = max(all, p)
	}
	for _, ref := range x.mentions {
		s := w.text.SentenceOf(w.headOf(&w.doc.Mentions[ref-1]))
		for d := -1; d <= 1; d++ {
			for _, i := range w.bySent[s+d] {
				if near = max(near, w.incident[i]); d == 0 {
					sentence = max(sentence, w.incident[i])
				}
			}
		}
	}
	f.climbed(sentence, "incident", role)
	f.climbed(near, "incident near", role)
	f.climbed(all, "incident anywhere", role)
	f.add("said", bucket(len(x.mentions)), form)
	f.add("said", bucket(len(x.mentions)), role, form)
	f.add("first", bucket(w.text.SentenceOf(w.headOf(&w.doc.Mentions[x.mentions[0]-1]))), role)
	for n, like := range w.like(w.text.Tokens[x.at].Norm) {
		f.add("like head", strconv.Itoa(n), like)
		f.add("like head", strconv.Itoa(n), like, role)
	}
	if mode, told := w.foremost(); told {
		f.add("foremost", mode, role, kind, form)
		f.add("foremost", mode, x.head)
	}
	w.ahead(&f, x, best)
	rivals := 0
	for i := range w.parts {
		if o := &w.parts[i]; o.most[best] > 0.3 {
			rivals++
		}
		if o := &w.parts[i]; o.rank[best] == 0 && x.rank[best] > 0 {
			f.add("first is", role, string(o.as.Kind), string(o.form), kind, form)
			f.climbed(o.most[best]-x.most[best], "behind", role)
		}
	}
	f.add("rivals", role, bucket(rivals))
	modes := map[string]bool{}
	for _, ref := range x.mentions {
		for _, r := range w.ruled[ref] {
			e := &w.doc.Events[r.event]
			modes[string(r.role)+" "+e.PLOVER.Mode+" "+string(e.Status)] = true
			f.climbed(w.incident[r.event], "ruled", string(r.role))
		}
	}
	for mode := range modes {
		f.add("ruled", mode)
	}
	slices.Sort(f)
	return slices.Compact(f)
}

// foremost is the mode of the event most likely an incident; false without one.
func (w *whole) foremost() (mode string, told bool) {
	most := 0.0
	for i, p := range w.incident {
		if p > most {
			mode, told, most = w.doc.Events[i].PLOVER.Mode, true, p
		}
	}
	return mode, told
}

// ahead are features of the participants likelier to have a role than x, as x
// stands to them: a report seldom has two of one sort, and calls one by many words.
func (w *whole) ahead(f *features, x *participant, best int) {
	role, form := string(scoredRoles[best]), string(x.form)
	alike, sameForm, sameKind := 0, 0, 0
	holds, held := false, false
	other := 0.0
	for i := range w.parts {
		o := &w.parts[i]
		if o.form != x.form {
			other = max(other, o.most[best])
		} else if o.as.Kind == x.as.Kind {
			sameKind++
		}
		if o.rank[best] >= x.rank[best] {
			continue
		}
		if o.form == x.form {
			sameForm++
		}
		if o.head == x.head {
			alike++
		}
		holds, held = holds || within(o.words, x.words), held || within(x.words, o.words)
		if o.rank[best] == 0 {
			apart := w.text.SentenceOf(x.at) - w.text.SentenceOf(o.at)
			f.add("first is", role, bucket(max(apart, -apart)), form)
			f.add("first is", role, o.head, x.head)
			f.add("first is", role, w.like(w.text.Tokens[o.at].Norm)[0], x.head)
			f.add("first joined", role, strconv.FormatBool(w.joined(x, o)))
		}
	}
	f.climbed(other, "other form", role, form)
	f.add("of kind", role, bucket(sameKind), string(x.as.Kind), form)
	f.add("ahead alike", role, bucket(alike), form)
	f.add("ahead in form", role, bucket(sameForm), form)
	f.add("ahead in words", role, strconv.FormatBool(holds), strconv.FormatBool(held))
}

// within says whether some words stand in others, in that order.
func within(words, others string) bool {
	return strings.Contains(" "+others+" ", " "+words+" ")
}

// joined says whether a mention of one participant is coordinated with one of the
// other.
func (w *whole) joined(x, o *participant) bool {
	for _, a := range x.mentions {
		for _, b := range o.mentions {
			h, g := w.headOf(&w.doc.Mentions[a-1]), w.headOf(&w.doc.Mentions[b-1])
			if w.text.Tokens[h].Dep == "conj" && (w.text.Tokens[h].Head == g || w.text.Tokens[g].Dep == "conj" && w.text.Tokens[g].Head == w.text.Tokens[h].Head) ||
				w.text.Tokens[g].Dep == "conj" && w.text.Tokens[g].Head == h {
				return true
			}
		}
	}
	return false
}

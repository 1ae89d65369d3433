package figures

import "github.com/annals-project/annals"

// carryPlace gives a figure of something that happened, whose sentence names no place,
// the one that its paragraph tells before it: its sentence goes on about the same.
func (r *reading) carryPlace(f *annals.Figure) {
	if f.Event == 0 || f.Measure == annals.Money || f.Place != 0 && r.isNamed(&r.d.Mentions[f.Place-1]) {
		return
	}
	s := r.t.SentenceAt(f.Start)
	if s < 0 || r.turns(s) {
		return
	}
	for k := s - 1; k >= 0 && r.t.Sentences[k].Paragraph == r.t.Sentences[s].Paragraph; k-- {
		if place, told := r.placeTold(k); told {
			if place != 0 {
				f.Place = place
			}
			return
		}
		if r.turns(k) {
			break
		}
	}
	if place := r.labelled(s); place != 0 {
		f.Place = place
	}
}

// turns says that a sentence opens by turning to something else, or to another time.
func (r *reading) turns(s int) bool {
	const opening = 3 // "In a separate"
	sentence := &r.t.Sentences[s]
	for i := sentence.First; i < sentence.Last && i < sentence.First+opening; i++ {
		switch r.norm(i) {
		case "elsewhere", "meanwhile", "separate", "separately", "another":
			return true
		}
		if r.timed[i] && r.is(sentence.First, preposition) {
			return true
		}
	}
	return false
}

// placeTold is the place of what a sentence tells to have happened: of the first event
// that has one there, else the only one it names. told says that it names any.
func (r *reading) placeTold(s int) (place annals.Ref, told bool) {
	sentence := &r.t.Sentences[s]
	whole := r.span(sentence.First, sentence.Last)
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Start >= whole.End {
			break
		}
		if !whole.Overlaps(m.Span) || !r.isNamed(m) || !r.locates(m) {
			continue
		}
		if ref := annals.Ref(i + 1); !told {
			place, told = ref, true
		} else if !r.liesIn(&r.d.Mentions[place-1], m) {
			place = 0 // several
			break
		}
	}
	for i := range r.d.Events {
		e := &r.d.Events[i]
		if whole.Overlaps(e.Trigger) && e.Place != 0 && !e.Background && whole.Overlaps(r.d.Mentions[e.Place-1].Span) && r.isNamed(&r.d.Mentions[e.Place-1]) {
			return r.finest(e.Place), true
		}
	}
	return place, told
}

// labelled is the place that labels the paragraph of a sentence: "Baidoa: A grenade …",
// "Damaturu – Sat 7 Nov: Police …"; 0 for none.
func (r *reading) labelled(s int) annals.Ref {
	const longest = 12
	first := s
	for first > 0 && r.t.Sentences[first-1].Paragraph == r.t.Sentences[s].Paragraph {
		first--
	}
	start := r.t.Sentences[first].First
	for i := start; i < len(r.t.Tokens) && i < start+longest; i++ {
		if r.norm(i) != ":" {
			continue
		}
		label := r.span(start, i)
		for k := range r.d.Mentions {
			if m := &r.d.Mentions[k]; m.Kind == annals.PlaceKind && m.Form == annals.Name && label.Contains(m.Span) {
				return annals.Ref(k + 1)
			}
		}
	}
	return 0
}

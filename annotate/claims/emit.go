package claims

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// emit turns sayings into claims, one for each of several speakers.
func (r *reading) emit() {
	made := map[*saying]annals.Ref{}
	for _, s := range r.sayings {
		heads := []int{s.source}
		if s.source != text.None && r.betweenDashes(s.source, s.cue).Empty() {
			heads = r.speakers(s.source)
		}
		first := len(r.d.Claims)
		made[s] = annals.Ref(first + 1)
		for i, head := range heads {
			if c := r.claim(s, head); i == 0 || !r.endsName(head, c.Speaker) {
				r.d.Claims = append(r.d.Claims, c)
			}
		}
		joinSources(r.d.Claims[first:])
	}
	r.resolveDocuments()
	r.inherit(made)
	r.nest()
	r.resolveFirstPerson()
	r.lendSources()
}

// endsName says that a coordinated name without an entity of its own is the end
// of the name before it: "Institute for Trade and Peace".
func (r *reading) endsName(head int, speaker annals.Ref) bool {
	form := r.t.Form(head)
	return speaker == 0 && len(r.d.Mentions) > 0 && form[0] >= 'A' && form[0] <= 'Z'
}

// joinSources gives claims of several speakers the phrase that names them all.
func joinSources(claims []annals.Claim) {
	if len(claims) < 2 {
		return
	}
	all := claims[0].Source
	for _, c := range claims[1:] {
		all.Start, all.End = min(all.Start, c.Source.Start), max(all.End, c.Source.End)
	}
	for i := range claims {
		claims[i].Source = all
	}
}

// resolveDocuments gives "the report" the speaker of the report named before.
func (r *reading) resolveDocuments() {
	last := annals.Ref(0)
	kind := ""
	for i := range r.d.Claims {
		c := &r.d.Claims[i]
		first, end := r.t.Covering(c.Source.Start, c.Source.End)
		if !r.namesDocument(first, end) {
			continue
		}
		if c.Speaker == 0 && last != 0 && r.t.Tokens[first].Norm == "the" {
			c.Speaker, c.SpeakerType = last, kind
		}
		last, kind = c.Speaker, c.SpeakerType
	}
}

// namesDocument says that the phrase first ≤ i < last is about a document.
func (r *reading) namesDocument(first, last int) bool {
	for i := first; i < last; i++ {
		if documents[r.t.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// resolveFirstPerson gives "I" and "we" inside a quotation to its speaker.
func (r *reading) resolveFirstPerson() {
	for i := range r.d.Claims {
		c := &r.d.Claims[i]
		switch c.Source.In(r.t.Source) {
		case "I", "We", "we":
		default:
			continue
		}
		if outer := r.holding(i); outer >= 0 {
			o := &r.d.Claims[outer]
			c.Speaker, c.SpeakerType, c.Via = o.Speaker, o.SpeakerType, o.Via
			if c.Time == 0 {
				c.Time = o.Time
			}
		}
	}
}

// lendSources gives a claim without a speaker the one in whose words it stands: when
// the police say that a man allegedly shot another, it is they who allege it.
func (r *reading) lendSources() {
	for i := range r.d.Claims {
		c := &r.d.Claims[i]
		if !c.Source.Empty() {
			continue
		}
		at := c.Cue
		if at.Empty() {
			at = c.Content[0]
		}
		if outer := r.sourced(at); outer != nil {
			c.Source, c.Speaker, c.SpeakerType, c.Via = outer.Source, outer.Speaker, outer.SpeakerType, outer.Via
		}
	}
}

// sourced is the innermost claim that has a speaker and asserts what stands in the
// span; nil for none.
func (r *reading) sourced(at annals.Span) *annals.Claim {
	var named []annals.Claim
	for i := range r.d.Claims {
		if !r.d.Claims[i].Source.Empty() {
			named = append(named, r.d.Claims[i])
		}
	}
	if ref := Around(named, at); ref != 0 {
		return &named[ref-1]
	}
	return nil
}

// claim makes the claim of one speaker.
func (r *reading) claim(s *saying, head int) annals.Claim {
	c := annals.Claim{Source: r.sourceSpan(head, s.cue), Cue: r.cueSpan(s), Content: s.content, Presupposed: s.given, Kind: s.kind, Rule: s.rule}
	for _, piece := range s.content {
		if c.Source.Start < piece.Start && piece.Start < c.Source.End {
			c.Source.End = r.untilContent(c.Source.Start, piece.Start)
		}
	}
	c.Speaker = r.speaker(head, c.Source)
	if before := r.meant(s, head); before != 0 {
		c.Speaker = before
	}
	c.SpeakerType = r.speakerType(head, c.Source, c.Speaker)
	if c.SpeakerType == other && s.direct && r.tellsOfSeeing(s) {
		c.SpeakerType = "witness"
	}
	c.Via = r.via(s, c.Speaker)
	c.Medium = r.medium(s)
	c.Time = r.timeOf(s)
	if c.Time == 0 {
		c.Time = r.timeIn(c.Medium)
	}
	c.Confidence = r.sureOf(s, &c)
	return c
}

// untilContent is where the words from one byte on end before what is said starts.
func (r *reading) untilContent(from, content int) int {
	first, last := r.t.Covering(from, content)
	return r.trim(first, last).End
}

// presupposed is the phrase with a head word that a saying judges; the empty span
// where the speaker's own words, in quotation marks, name it.
func (r *reading) presupposed(head int) annals.Span {
	first, last := r.t.Subtree(head)
	start, end := r.t.Bytes(first, last)
	span := annals.Span{Start: start, End: end}
	if slices.ContainsFunc(r.quotations, func(q quotation.Quotation) bool { return q.Overlaps(span) }) {
		return annals.Span{}
	}
	return span
}

// speakers are the speaker and those coordinated with it by "and".
func (r *reading) speakers(head int) []int {
	out := []int{head}
	for _, c := range r.t.Children(head) {
		if e := r.entity(int(c)); e != 0 && e == r.entity(head) || r.oneName(head, int(c)) {
			continue
		}
		if t := &r.t.Tokens[c]; t.Dep == "conj" && (t.UPOS == text.NOUN || t.UPOS == text.PROPN || t.UPOS == text.PRON) {
			out = append(out, int(c))
		}
	}
	return out
}

// oneName says that two words stand in one mention: "Institute for Economics and Peace".
func (r *reading) oneName(a, b int) bool {
	first, last := &r.t.Tokens[min(a, b)], &r.t.Tokens[max(a, b)]
	return slices.ContainsFunc(r.d.Mentions, func(m annals.Mention) bool { return m.Start <= first.Start && last.End <= m.End })
}

// inherit gives claims that go on with another's speech its time and way, and
// a claim without a time the one that the same speaker's claim right before it
// in the paragraph has.
func (r *reading) inherit(made map[*saying]annals.Ref) {
	claims := r.d.Claims
	for s, ref := range made {
		if s.from == nil || made[s.from] == 0 {
			continue
		}
		c, from := &claims[ref-1], &claims[made[s.from]-1]
		if c.Time == 0 {
			c.Time = from.Time
		}
		if len(c.Via) == 0 {
			c.Via = from.Via
		}
		if c.Medium.Empty() {
			c.Medium = from.Medium
		}
	}
	for i := 1; i < len(claims); i++ {
		c, before := &claims[i], &claims[i-1]
		if c.Speaker == 0 || c.Speaker != before.Speaker || r.paragraph(c) != r.paragraph(before) {
			continue
		}
		if c.Time == 0 {
			c.Time = before.Time
		}
		if len(c.Via) == 0 {
			c.Via = before.Via
		}
		if c.Medium.Empty() {
			c.Medium = before.Medium
		}
	}
}

func (r *reading) paragraph(c *annals.Claim) int {
	if s := r.t.SentenceAt(c.Content[0].Start); s >= 0 {
		return r.t.Sentences[s].Paragraph
	}
	return -1
}

// nest adds the speaker of an outer claim to the way of the claims inside it:
// nearest to the report first.
func (r *reading) nest() {
	claims := r.d.Claims
	for i := range claims {
		outer := r.holding(i)
		if outer < 0 || Around(claims[i:i+1], claims[outer].Cue) != 0 || claims[outer].Speaker == 0 || claims[outer].Speaker == claims[i].Speaker {
			continue
		}
		way := append([]annals.Ref{}, claims[outer].Via...)
		way = append(way, claims[outer].Speaker)
		for _, v := range claims[i].Via {
			if !contains(way, v) {
				way = append(way, v)
			}
		}
		claims[i].Via = way
	}
}

// holding is the innermost claim in whose content the cue of claim i stands, or -1.
func (r *reading) holding(i int) int {
	if r.d.Claims[i].Cue.Empty() {
		return -1
	}
	ref := Around(r.d.Claims, r.d.Claims[i].Cue)
	if ref == 0 || int(ref-1) == i {
		return -1
	}
	return int(ref - 1)
}

func contains(refs []annals.Ref, ref annals.Ref) bool {
	for _, r := range refs {
		if r == ref {
			return true
		}
	}
	return false
}

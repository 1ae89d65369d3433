package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// findTrailing finds attributions set off by commas after what is said or in
// the middle of it: "…, police said.", "…, said the mayor, …". The order of the
// words shows them where the tree does not.
func (r *reading) findTrailing() {
	for i := range r.t.Tokens {
		t := &r.t.Tokens[i]
		c, ok := r.lexicon.verbs[t.Lemma]
		if !ok || r.t.Child(i, "aux:pass") != text.None || t.UPOS != text.VERB || t.XPOS == "VBG" || t.XPOS == "VB" || !c.takes('c') && !c.takes('q') {
			continue
		}
		if s := r.trailing(i, c); s != nil {
			r.byCue[i] = s
		}
	}
	for k := range r.t.Sentences {
		if s := r.closing(k); s != nil {
			r.cutAt(s.content[0])
			r.byCue[s.cue] = s
		}
	}
	r.gather()
}

// closings are the forms by which a report names its source at the end of a
// sentence, with the lemma of each; taggers take them for plural nouns.
var closings = map[string]string{"reports": "report", "reported": "report", "says": "say", "said": "say", "writes": "write", "wrote": "write"}

// closing is the saying of a sentence that ends in ", NAME reports."; nil when
// it does not.
func (r *reading) closing(sentence int) *saying {
	span := &r.t.Sentences[sentence]
	verb := span.Last - 1
	for verb > span.First && r.t.Tokens[verb].UPOS == text.PUNCT {
		verb--
	}
	lemma, ok := closings[r.t.Tokens[verb].Norm]
	if !ok || r.byCue[verb] != nil || verb-1 <= span.First {
		return nil
	}
	m := r.view.Mention(verb - 1)
	if m == 0 || r.d.Mentions[m-1].Form != annals.Name {
		return nil
	}
	first, last := r.t.Covering(r.d.Mentions[m-1].Start, r.d.Mentions[m-1].End)
	if first > span.First && r.t.Tokens[first-1].UPOS == text.DET {
		first--
	}
	if last != verb || first <= span.First || !r.comma(first-1) {
		return nil
	}
	before := r.trim(span.First, first-1)
	if before.Empty() {
		return nil
	}
	return &saying{cue: verb, tail: text.None, source: r.headOf(m), via: text.None, kind: r.lexicon.verbs[lemma].kind, rule: "closing",
		way: aside, content: []annals.Span{before}}
}

// cutAt ends what others say in a sentence where what its closing source reports
// ends.
func (r *reading) cutAt(reported annals.Span) {
	for _, s := range r.byCue {
		for i := range s.content {
			if piece := &s.content[i]; piece.Start >= reported.Start && piece.Start < reported.End {
				piece.End = min(piece.End, reported.End)
			}
		}
	}
}

// headOf is the word by which a mention hangs, its last where none stands out.
func (r *reading) headOf(m annals.Ref) int {
	first, last := r.t.Covering(r.d.Mentions[m-1].Start, r.d.Mentions[m-1].End)
	for i := first; i < last; i++ {
		if r.view.Headed(i) == m {
			return i
		}
	}
	return last - 1
}

// trailing is the saying of a verb that stands set off after its content; nil
// when it does not.
func (r *reading) trailing(verb int, c cue) *saying {
	s := &saying{cue: verb, tail: text.None, source: r.t.Child(verb, "nsubj"), via: text.None, kind: c.kind, rule: "trailing", way: aside}
	if before := r.cueFrom(verb) - 1; s.source == text.None && (r.endsQuote(before) || r.comma(before)) {
		if found, ok := r.outside(before+1, verb); ok && (r.endsQuote(before) || found.first > verb) {
			r.setSource(s, found)
		}
	}
	if found, ok := r.subjectBefore(verb); ok && s.source == text.None && r.comma(verb+1) {
		r.setSource(s, found)
	}
	if s.source == text.None || r.subordinate(verb) || r.thatBehind(s) != text.None {
		return nil
	}
	r.mendSource(s)
	first, last := r.group(s)
	sentence := &r.t.Sentences[r.t.SentenceOf(verb)]
	if c.takes('d') {
		last = r.pastAddressee(last, sentence.Last)
	}
	if first <= sentence.First+1 || !r.setsOff(first-1) || !r.closes(last, sentence.Last) {
		return nil
	}
	from := r.opening(sentence)
	before := r.trim(from, first-1)
	if r.isQuote(first - 1) {
		before = r.trim(from, first)
	}
	whole, goesOn := r.hasVerb(from, first-1), r.resumes(first, last, sentence.Last)
	if before.Empty() || !whole && !(goesOn && (r.opensNoun(from) || r.t.Tokens[from].UPOS == text.ADP)) {
		return nil
	}
	if quoted := r.quotedBefore(first); quoted != nil {
		before = quoted.Span
	}
	s.content = []annals.Span{before}
	if goesOn {
		s.content = append(s.content, r.after(last)...)
	}
	return s
}

// pastAddressee is the end of the words behind an attribution that tell whom it was told
// to, "police told the paper", where nothing but a stop or a circumstance follows them; else
// i.
func (r *reading) pastAddressee(i, end int) int {
	last := i
	for last < end && r.inPhrase(last) && r.t.Tokens[last].Norm != "that" {
		last++
	}
	if last == i || last < end && r.t.Tokens[last].UPOS != text.PUNCT && r.t.Tokens[last].UPOS != text.ADP || r.hasVerb(last, end) {
		return i
	}
	if head := &r.t.Tokens[last-1]; head.UPOS == text.PROPN || head.UPOS == text.PRON || r.lexicon.speakers[head.Lemma].kind != "" || media[head.Lemma] {
		return last
	}
	return i
}

// subordinate says that a conjunction of time or cause opens the clause of a verb:
// what stands before it is no part of what is said then.
func (r *reading) subordinate(verb int) bool {
	mark := r.t.Child(verb, "mark", "advmod")
	if mark == text.None || mark > verb {
		return false
	}
	switch r.t.Tokens[mark].Norm {
	case "when", "while", "because", "if", "until", "before", "after", "since", "where":
		return true
	}
	return false
}

// quotedBefore is the quotation that ends right before token i and that a dash or
// colon parts from the words before it; nil for others.
func (r *reading) quotedBefore(i int) *quotation.Quotation {
	for k := range r.quotations {
		q := &r.quotations[k]
		first, last := r.t.Covering(q.Start, q.End)
		if last == i && first > 0 && (dashes[r.t.Form(first-1)] || r.t.Tokens[first-1].Norm == ":") {
			return q
		}
	}
	return nil
}

// isQuote says that a token is a double quotation mark.
func (r *reading) isQuote(i int) bool {
	n := r.t.Tokens[i].Norm
	return n == `"` || n == "''"
}

// resumes says that what is said goes on behind an attribution first ≤ i < last
// that breaks it: after a quotation only with a quotation, else with a clause
// that tells nothing about the speaker or his saying.
func (r *reading) resumes(first, last, end int) bool {
	if last+1 >= end || !r.comma(last) {
		return false
	}
	if r.isQuote(first - 1) {
		return r.isQuote(last + 1)
	}
	switch r.t.Tokens[last+1].XPOS {
	case "WP", "WDT", "WP$", "VBG", "WRB":
		return false
	}
	return r.hasVerb(last, end)
}

// opensNoun says that a noun phrase may start with token i: "The plan, he said, is …".
func (r *reading) opensNoun(i int) bool {
	switch r.t.Tokens[i].UPOS {
	case text.NOUN, text.PROPN, text.PRON, text.DET, text.ADJ, text.NUM:
		return true
	}
	return false
}

// group is the run of words that the verb, its auxiliaries and its subject make.
func (r *reading) group(s *saying) (first, last int) {
	w := r.words(r.t.SentenceOf(s.cue))
	source := r.sourceSpan(s.source, s.cue)
	from, to := r.t.Covering(source.Start, source.End)
	for i := from; i < to; i++ {
		w.set(i, true)
	}
	cue := r.cueSpan(s)
	from, to = r.t.Covering(cue.Start, cue.End)
	for i := from; i < to; i++ {
		w.set(i, true)
	}
	for _, c := range r.t.Children(s.cue) {
		if r.t.Tokens[c].Dep == "advmod" && (w.has(int(c)+1) || w.has(int(c)-1)) {
			w.set(int(c), true)
		}
	}
	first, last = s.cue, s.cue+1
	for w.has(first-1) || r.comma(first-1) && w.has(first-2) {
		first--
	}
	for w.has(last) || r.comma(last) && w.has(last+1) {
		last++
	}
	if first <= s.source && s.source < last {
		return first, last
	}
	return 0, 0
}

// comma says that token i is a comma, as after an apposition to the subject.
func (r *reading) comma(i int) bool {
	return i >= 0 && i < len(r.t.Tokens) && r.t.Tokens[i].Norm == ","
}

// setsOff says that a token parts what is said from who says it.
func (r *reading) setsOff(i int) bool {
	switch r.t.Tokens[i].Norm {
	case ",", `"`, "--", "-", "?", "!":
		return true
	}
	return false
}

// closes says that what follows the attribution is not what is said: the end,
// punctuation, or a circumstance of the saying.
func (r *reading) closes(i, end int) bool {
	if i >= end {
		return true
	}
	switch r.t.Tokens[i].UPOS {
	case text.PUNCT, text.ADP, text.SCONJ, text.ADV:
		return !opensContent[r.t.Tokens[i].Norm]
	case text.PROPN, text.NOUN:
		return r.t.Tokens[i].Dep == "obl:tmod" || r.t.Tokens[i].Dep == "obl:unmarked" || weekdays[r.t.Tokens[i].Norm]
	}
	return r.t.Tokens[i].XPOS == "VBG" || r.t.Tokens[i].XPOS == "WP"
}

// opensContent are words after a cue that begin what is said.
var opensContent = map[string]bool{"that": true, ":": true, "about": true, "of": true, "against": true, "whether": true, "if": true}

// hasVerb says that a finite verb stands among tokens first ≤ i < last.
func (r *reading) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.t.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

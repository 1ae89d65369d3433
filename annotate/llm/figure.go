package llm

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/proof"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

// figure judges a count of people. Its number is read again from the words
// cited, and a word that says what befell them must be tied to them.
func (j *judge) figure(quote annals.Span, p *figureProposal) Outcome {
	if !oneOfThem(measures, string(p.Measure)) {
		return UnknownValue
	}
	at, ok := j.one(quote, p.Text)
	if !ok || !j.sameSentence(at) {
		return NoWords
	}
	value, number, ok := proof.Number(j.d, at)
	if !ok {
		return NoNumber
	}
	if value != p.Value {
		return WrongNumber
	}
	if j.partOfOther(number) {
		return PartOfOther
	}
	cue, outcome := j.befell(quote, at, p)
	if outcome != "" {
		return outcome
	}
	f := annals.Figure{Measure: p.Measure, Value: &value, Unit: "person", Confidence: Confidence, Rule: j.rule}
	if f.Qualifier, ok = j.bound(&f, at, number); !ok {
		return WrongNumber
	}
	if f.WhoSpan, ok = j.counted(annals.Span{Start: number.End, End: at.End}, cue); !ok {
		return NoPeople
	}
	f.Who = f.WhoSpan.In(j.d.Doc.Text)
	f.Span = annals.Span{Start: number.Start, End: max(number.End, f.WhoSpan.End)}
	if f.Qualifier != "" {
		f.Start = strings.LastIndex(j.d.Doc.Text[:number.Start], f.Qualifier)
	}
	f.Text = f.In(j.d.Doc.Text)
	for i := range j.d.Figures {
		if j.d.Figures[i].Overlaps(f.Span) {
			return Known
		}
	}
	f.Claim = claims.Around(j.d.Claims, f.Span)
	return keep(&j.d.Figures, f, func(r annals.Ref) proof.Fields { return proof.Figure(j.d, r) })
}

// befell is the word that says what befell those counted: it can say so, the
// syntax ties it to them, and it is told as a fact.
func (j *judge) befell(quote, at annals.Span, p *figureProposal) (int, Outcome) {
	words, ok := j.one(quote, p.Cue)
	if !ok {
		return text.None, NoWords
	}
	cue := j.cue(words, string(p.Measure))
	switch {
	case cue == text.None:
		return cue, NoCue
	case !j.sameSentence(at, words) || !j.tied(at, cue):
		return cue, NotTied
	case !j.happened(j.token(cue)):
		return cue, OtherStanding
	}
	return cue, ""
}

// tied says that a word stands among those that count, governs them or hangs from them.
func (j *judge) tied(at annals.Span, cue int) bool {
	if at.Contains(j.token(cue)) {
		return true
	}
	first, last := j.d.Text.Covering(at.Start, at.End)
	inside := func(i int) bool { return i >= first && i < last }
	root := j.first(j.root(at))
	return root == cue || root != text.None && j.d.Text.Tokens[root].Head == cue || inside(j.d.Text.Tokens[cue].Head)
}

// partOfOther says that a number belongs to a date, a range, a longer number, a
// sum of money or an age.
func (j *judge) partOfOther(number annals.Span) bool {
	for i := range j.d.Times {
		if j.d.Times[i].Overlaps(number) {
			return true
		}
	}
	if !j.whole(number) {
		return true
	}
	first, last := j.d.Text.Covering(number.Start, number.End)
	return j.joins(first-1, first-2) || j.joins(last, last+1) || j.norm(first-1) == "aged" ||
		strings.HasPrefix(j.norm(last), "year") || j.norm(last) == "-" && strings.HasPrefix(j.norm(last+1), "year") || j.norm(last) == "%" || strings.HasPrefix(j.norm(last), "percent") || j.norm(last) == "per"
}

// joins says that a word beside a number makes it go on: it is a number or a
// sign of money itself, or ties the number to one beyond.
func (j *judge) joins(beside, beyond int) bool {
	switch j.norm(beside) {
	case "to", "or", "and", "-", "–", "—", ",", ".", "/", "between":
		return j.isNumber(beyond)
	case "$", "€", "£":
		return true
	}
	return j.isNumber(beside)
}

func (j *judge) isNumber(i int) bool {
	n := j.norm(i)
	return n != "" && (n[0] >= '0' && n[0] <= '9' || j.d.Text.Tokens[i].UPOS == text.NUM)
}

func (j *judge) norm(i int) string {
	if i < 0 || i >= len(j.d.Text.Tokens) {
		return ""
	}
	return j.d.Text.Tokens[i].Norm
}

// bound reads the words before a number, cited or not, and sets the bound they
// make; false when words were cited there that are no known qualifier.
func (j *judge) bound(f *annals.Figure, at, number annals.Span) (string, bool) {
	before := strings.TrimRight(j.d.Doc.Text[:number.Start], " \t\n")
	qualifier := ""
	for q := range j.tables.qualifiers {
		start := len(before) - len(q)
		if start >= 0 && len(q) > len(qualifier) && strings.EqualFold(before[start:], q) && j.whole(annals.Span{Start: start, End: len(before)}) {
			qualifier = before[start:]
		}
	}
	if at.Start < number.Start && !strings.EqualFold(strings.TrimSpace(j.d.Doc.Text[at.Start:number.Start]), qualifier) {
		return "", false
	}
	switch j.tables.qualifiers[strings.ToLower(qualifier)] {
	case "low":
		f.Low = f.Value
	case "high":
		f.High = f.Value
	case "none":
		return "", true
	}
	return qualifier, true
}

// counted is who is counted: the words after the number, up to the one that says
// what befell them. Their last noun before a preposition or verb must be one of
// people; no words at all are people too ("13 dead").
func (j *judge) counted(after annals.Span, cue int) (annals.Span, bool) {
	first, last := j.d.Text.Covering(after.Start, after.End)
	if cue >= first && cue < last {
		last = cue
	}
	head := text.None
	for i := first; i < last; i++ {
		t := &j.d.Text.Tokens[i]
		if head != text.None && (t.UPOS == text.ADP || t.UPOS == text.VERB || t.UPOS == text.AUX || t.UPOS == text.PUNCT) {
			break
		}
		if t.UPOS == text.NOUN || t.UPOS == text.PROPN {
			head = i
		}
	}
	if first >= last {
		return annals.Span{}, true
	}
	start, end := j.d.Text.Bytes(first, last)
	return annals.Span{Start: start, End: end}, head != text.None && j.people(head)
}

// people says that a token is a noun of people.
func (j *judge) people(i int) bool {
	for _, word := range [2]string{j.d.Text.Tokens[i].Norm, strings.ToLower(j.d.Text.Tokens[i].Lemma)} {
		switch j.nouns.Noun(word) {
		case actors.Person, actors.Civilian, actors.Force, actors.Armed, actors.People:
			return true
		}
	}
	return false
}

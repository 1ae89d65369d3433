package damage

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/text"
)

// ofSentence are the rules that look at a sentence as a whole.
var ofSentence = []func(*reader, text.Sentence) (loss, bool){headless, verbless, afterThat}

// shortest is the fewest tokens a sentence has, its full stop among them, for its
// lack of a verb to tell anything.
const shortest = 3

// headless: a sentence in lower case that begins with a preposition and has no
// finite verb. "by former members of the Pakistani Taliban …", "of ONU."
func headless(r *reader, s text.Sentence) (loss, bool) {
	first, _ := utf8.DecodeRuneInString(r.Source[s.Start:s.End])
	n := s.Last - s.First
	if !unicode.IsLower(first) || n < shortest || r.upos(s.First) != text.ADP || r.norm(s.Last-1) != "." ||
		!in("by of from with", r.norm(s.First)) || !r.opens(s) {
		return loss{}, false
	}
	for i := s.First; i < s.Last; i++ {
		if r.finite(i) {
			return loss{}, false
		}
	}
	return loss{s.First, s.Last, "the sentence has lost its beginning"}, true
}

// opens says whether what stands before a sentence is itself complete: the start
// of the text, another paragraph, or a full stop that ends more than initials.
func (r *reader) opens(s text.Sentence) bool {
	if s.First == 0 {
		return true
	}
	before := r.Sentences[r.SentenceOf(s.First-1)]
	return before.Paragraph != s.Paragraph || before.Last-before.First > shortest && in(". ? ! \"", r.norm(s.First-1))
}

// verbless: a name, a preposition, and a relative clause, but nothing said of the
// name. "ISIS-K for the coordinated assault, which came just days after …"
func verbless(r *reader, s text.Sentence) (loss, bool) {
	if s.Last-s.First < shortest || r.norm(s.Last-1) != "." && r.norm(s.Last-1) != "\"" {
		return loss{}, false
	}
	i := s.First
	for i < s.Last && (in("the a an -", r.norm(i)) || r.upos(i) == text.PROPN || r.upos(i) == text.NOUN && i > s.First || r.upos(i) == text.ADJ) {
		i++
	}
	if i == s.First || i >= s.Last || r.norm(i) != "for" || r.upos(i-1) != text.PROPN && r.upos(i-1) != text.NOUN {
		return loss{}, false
	}
	for ; i+1 < s.Last && r.norm(i) != ","; i++ {
		if r.finite(i) || r.upos(i) == text.AUX || r.norm(i) == "to" {
			return loss{}, false
		}
	}
	if r.norm(i) != "," || !in("which who", r.norm(i+1)) {
		return loss{}, false
	}
	for n := i + 2; n+1 < s.Last; n++ {
		if r.norm(n) == "," && (r.finite(n+1) || r.upos(n+1) == text.AUX) {
			return loss{}, false // the main verb comes after the relative clause
		}
	}
	return loss{s.First, i, "the verb is missing: what is said of “" + r.Form(s.First) + "” is not known"}, true
}

// afterThat: "just days after that the group … was seeking": the verb of saying
// between "after" and "that" is gone.
func afterThat(r *reader, s text.Sentence) (loss, bool) {
	for i := s.First + 1; i+2 < s.Last; i++ {
		if r.upos(i-1) == text.NOUN && in("after before", r.norm(i)) && r.norm(i+1) == "that" && in("the a an", r.norm(i+2)) &&
			in("day days hour hours week weeks month months minutes year years", r.norm(i-1)) {
			return loss{i, i + 2, "who said what after “" + r.Form(i) + "” is missing"}, true
		}
	}
	return loss{}, false
}

package mentions

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readProper adds runs of proper nouns with capitals, joined over "of", "for"
// and the like, that no model and no list took for a name.
func (r *reading) readProper() {
	for s := range r.t.Sentences {
		if r.t.Sentences[s].Heading {
			continue // titles have capitals throughout
		}
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			end := r.properEnd(i, last)
			if end == i {
				continue
			}
			if n, ok := r.trim(r.whole(chain.Span{First: i, Last: end, Type: corpus.Other})); ok && r.free(n.First, n.Last) {
				r.take(n)
			}
			i = end - 1
		}
	}
}

// properEnd is where the run of proper nouns that starts at i ends.
func (r *reading) properEnd(i, last int) int {
	end := i
	for at := i; at < last; at++ {
		if r.capitalised(at) {
			end = at + 1
			continue
		}
		if end == i || !joiners[r.t.Tokens[at].Norm] {
			break
		}
	}
	return end
}

// capitalised says whether token i is a proper noun in no name and no date,
// written with a capital where that means something.
func (r *reading) capitalised(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	k := &r.t.Tokens[i]
	if !unicode.IsUpper(first) || len(k.Norm) < 2 || r.inName[i] != noName || calendar[k.Norm] || r.shouted(i) {
		return false
	}
	return k.UPOS == text.PROPN || r.acronym(i)
}

// acronym says whether token i is written in two to six capitals among words
// that are not, and is no common noun ("IED").
func (r *reading) acronym(i int) bool {
	form := r.t.Form(i)
	if len(form) < 2 || len(form) > 6 || r.class(i) != actors.NoClass {
		return false
	}
	for j := range len(form) {
		if form[j] < 'A' || form[j] > 'Z' {
			return false
		}
	}
	s := &r.t.Sentences[r.t.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		if f := r.t.Form(j); len(f) > 2 && !capitals(f) {
			return true
		}
	}
	return false
}

var joiners = map[string]bool{"of": true, "for": true, "the": true, "and": true, "&": true, "de": true, "al": true, "-": true}

// calendar are proper nouns that are parts of dates.
var calendar = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true, "jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true, "gmt": true, "est": true}

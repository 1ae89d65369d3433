package mentions

import (
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// owners are those in whose name a body fights, works or strikes: "the People's
// Defence Front".
var owners = map[string]bool{"people": true, "peoples": true, "workers": true, "worker": true, "peasants": true, "farmers": true, "women": true,
	"students": true, "soldiers": true, "citizens": true, "lord": true, "men": true, "youth": true, "teachers": true, "citizen": true, "villagers": true}

// kin are nouns in the plural that begin the names of bands: "Sons of Kandara".
var kin = map[string]bool{"sons": true, "daughters": true, "brothers": true, "lions": true, "knights": true, "guardians": true, "hawks": true,
	"falcons": true, "eagles": true, "tigers": true, "wolves": true, "partisans": true, "martyrs": true, "heirs": true, "soldiers": true,
	"supporters": true, "companions": true, "followers": true, "defenders": true, "protectors": true, "grandsons": true, "children": true, "fighters": true}

// readBodies takes names that the model cuts at an apostrophe or an "of":
// "the Kandara People's Liberation Front", "the Sons of Kandara".
func (r *reading) readBodies() {
	for s := range r.t.Sentences {
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			first, end := r.owned(i, r.t.Sentences[s].First, last)
			if end == i {
				first, end = i, r.band(i, last)
			}
			if end > i && r.free(first, end) {
				r.take(chain.Span{First: first, Last: end, Type: corpus.Organisation, Score: listedMargin})
			}
		}
	}
}

// owned is the name of a body around the owner at token i; it ends at i when
// there is none.
func (r *reading) owned(i, from, last int) (first, end int) {
	if !owners[r.t.Tokens[i].Norm] || !r.upper(i) || i+2 >= last || r.t.Tokens[i+1].UPOS != text.PART && r.t.Form(i+1) != "'" && r.t.Form(i+1) != "’" {
		return i, i
	}
	end = i
	for at := i + 2; at < last && r.nameWord(at); at++ {
		if _, body := bodies[r.t.Tokens[at].Norm]; body {
			end = at + 1
		}
	}
	first = i
	for end > i && first > from && r.nameWord(first-1) && r.upper(first-1) && !r.inCapitals(i) {
		first--
	}
	return first, end
}

// band is where the name ends of a band that begins at token i with a word of
// kinship or of beasts, which has a capital although no sentence starts there.
func (r *reading) band(i, last int) int {
	k := &r.t.Tokens[i]
	if !kin[k.Norm] || !r.upper(i) || r.inCapitals(i) || i == r.t.Sentences[r.t.SentenceOf(i)].First || i+2 >= last || r.t.Tokens[i+1].Norm != "of" {
		return i
	}
	at := i + 2
	if r.t.Tokens[at].Norm == "the" {
		at++
	}
	end := at
	for end < last && r.upper(end) {
		end++
	}
	if end == at {
		return i
	}
	return end
}

// body joins a name of one word to the word after it that has a
// capital and that the syntax makes one phrase with it, where no list or model
// has a name of that word: "Cartel" and "Unido" are one.
func (r *reading) body(n chain.Span) chain.Span {
	end := r.t.Sentences[r.t.SentenceOf(n.First)].Last
	if n.Type != corpus.Other || n.Last != n.First+1 || n.Last >= end || r.inCapitals(n.First) {
		return n
	}
	next, k := &r.t.Tokens[n.Last], &r.t.Tokens[n.First]
	joined := k.Head == n.Last && text.DepIs(k.Dep, "compound") || next.Head == n.First && text.DepIs(next.Dep, "flat")
	if joined && next.UPOS == text.PROPN && r.capitalised(n.Last) {
		n.Last++
	}
	return n
}

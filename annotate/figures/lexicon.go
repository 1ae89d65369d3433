package figures

import (
	"embed"
	"sync"

	"github.com/annals-project/annals"
)

//go:embed data/*.tsv data/vague/*.tsv
var data embed.FS

// lexicon is everything known of a word, under its lower-case form.
type lexicon map[string]*entry

// entry is what a word may be, or may begin.
type entry struct {
	classes    classes
	numeral    *numeral
	unit       unitKind
	label      bool
	sort       nounSort
	currency   *currency
	head       *head
	qualifiers []qualifier // longest first
	triggers   []trigger   // longest first
	traits     []trait     // longest first
	cues       []cue
	vagues     []vague // longest first
}

// classes is a set of the classes of data/words.tsv.
type classes uint64

const (
	determiner classes = 1 << iota
	article
	possessive
	preposition
	conjunction
	clause
	be
	get
	have
	modal
	negative
	pronoun
	adverb
	reporting
	irrealis
	strength
	force
	include
	toll
	rise
	people
	collective
	wound
	hospital
	body
	attacker
	degree // how badly someone is hurt
	mortal // so badly that he died
	sequel // what is told comes after what was told
	ordinal
	sentencing // a court's verb, whose "to death" is not yet a death
	ensuing    // what it describes came after what was told
	objective  // a pronoun that is no subject
	remain     // a verb that tells a state as "be" does
	action     // a noun that names what happened or was done
	limb       // a part of the body that can be lost
	partaking  // the dictionary form of a verb that only tells who had a part in what "in" names
	stative    // the dictionary form of a verb that tells how things are, and not what happened
	fight      // a verb of what fighters do
	deployment // a verb or noun of sending forces somewhere
	flight     // the dictionary form of a verb of going away, after "to"
	flown      // a verb of having gone away, before what was left
	impel      // a verb of making people go
	habitation // a noun of where people live
	settled    // people who live somewhere
	arrived    // a verb of having come somewhere
	refuge     // a noun of where people who fled stay
	kindred    // a noun that says whose relative someone is
)

var classNames = map[string]classes{"determiner": determiner, "article": article, "possessive": possessive,
	"preposition": preposition, "conjunction": conjunction, "clause": clause, "be": be, "get": get, "have": have,
	"modal": modal, "negative": negative, "pronoun": pronoun, "adverb": adverb, "reporting": reporting,
	"irrealis": irrealis, "strength": strength, "force": force, "include": include, "toll": toll, "rise": rise,
	"people": people, "collective": collective, "wound": wound, "hospital": hospital, "body": body,
	"attacker": attacker, "degree": degree, "mortal": mortal, "sequel": sequel, "ordinal": ordinal,
	"sentencing": sentencing, "ensuing": ensuing, "objective": objective, "remain": remain, "action": action, "limb": limb, "partaking": partaking, "stative": stative,
	"fight": fight, "deployment": deployment, "flight": flight, "flown": flown, "impel": impel, "habitation": habitation, "settled": settled, "arrived": arrived, "refuge": refuge, "kin": kindred}

// numeral is a word of a number.
type numeral struct {
	kind  string // unit ten hundred scale dozen half
	value float64
}

// unitKind is why a number before a word is no count; "" when it may be one.
type unitKind string

const (
	timeUnit   unitKind = "time"
	weightUnit unitKind = "weight" // and volume
	streetUnit unitKind = "street"
)

// nounSort is the sort of thing a noun names; "" not known.
type nounSort string

const (
	person nounSort = "person"
	thing  nounSort = "thing"
)

// currency is a sign or word of money.
type currency struct {
	code          string
	before, after bool // of the number
}

// head is a noun that says what is counted.
type head struct {
	measure annals.Measure
	unit    string
}

// vague is words that count without a number.
type vague struct {
	rest phrase
	weak bool // a figure only where the table gives a number
}

// phrase is the words after the first of an entry of several words.
type phrase []string

// qualifier bounds or blurs a number.
type qualifier struct {
	rest  phrase
	bound bound
	after bool // stands after the number
}

type bound string

const (
	atLeast bound = "low"
	atMost  bound = "high"
	roughly bound = "about"
	exactly bound = "exact"
)

// trigger is one form of a word that says what befell those counted.
type trigger struct {
	rest    phrase
	measure annals.Measure
	kind    triggerKind
	form    verbForm
}

type triggerKind string

const (
	onObject  triggerKind = "object"
	onThing   triggerKind = "thing" // as onObject, of things only
	onSubject triggerKind = "subject"
	adjective triggerKind = "adjective"
	ofNoun    triggerKind = "of"
	ofPeople  triggerKind = "ofpeople" // as ofNoun, of people only
	sufferer  triggerKind = "sufferer" // as onSubject, with a wound named after the verb
	patient   triggerKind = "patient"  // as onObject, with a hospital or a wound
	struck    triggerKind = "struck"   // as onObject, with a part of the body or a bullet
	bereft    triggerKind = "bereft"   // as onSubject, of a limb named after the verb
)

// needs is the class of word that a kind of trigger must have after it; 0 none.
func (k triggerKind) needs() classes {
	switch k {
	case sufferer:
		return wound
	case patient:
		return hospital | wound
	case struck:
		return body
	case bereft:
		return limb
	}
	return 0
}

// reach is how many tokens after a trigger what it needs may stand.
func (k triggerKind) reach() int {
	if k == bereft {
		return 3 // "lost both his legs"
	}
	return 9
}

// takesObject says that those counted are the object of the verb.
func (k triggerKind) takesObject() bool {
	return k == onObject || k == onThing || k == patient || k == struck
}

// verbForm is a set: one word may be several forms of its verb.
type verbForm uint8

const (
	baseForm verbForm = 1 << iota
	thirdForm
	pastForm
	participle
	ingForm
	finiteForm = thirdForm | pastForm
)

// shot is a hit whose outcome the sentence has to say.
const shot annals.Measure = "shot"

// trait is what a word among those counted says of them.
type trait struct {
	rest         phrase
	field, value string
}

// cue says that a number covers a time or is a rate.
type cue struct {
	rest phrase
	what string
}

// english is the one lexicon, read on first use.
var english = sync.OnceValues(readLexicon)

func readLexicon() (lexicon, error) {
	l := lexicon{}
	for _, file := range []struct {
		name    string
		columns int
		add     func(l lexicon, f []string) error
	}{
		{"words", 2, addWords}, {"numbers", 3, addNumber}, {"units", 2, addUnit}, {"labels", 1, addLabel},
		{"currencies", 3, addCurrency}, {"heads", 3, addHead}, {"qualifiers", 3, addQualifier},
		{"triggers", 3, addTrigger}, {"victims", 3, addTrait}, {"cues", 2, addCue}, {"nouns", 2, addNoun}, {"persons", 2, addNoun}, {"vagues", 2, addVague},
	} {
		err := readTable("data/"+file.name+".tsv", file.columns, func(f []string) error { return file.add(l, f) })
		if err != nil {
			return nil, err
		}
	}
	return l, nil
}

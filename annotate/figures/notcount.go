package figures

import (
	"math"
	"strings"

	"github.com/annals-project/annals/text"
)

// isCount says that a number may count something: it is no date, age, distance,
// address, name of a road or flight, share, score or number in a list.
func (r *reading) isCount(q *quantity) bool {
	if q.currency != "" {
		return true
	}
	if q.vague != "" {
		return !r.unitAfter(q)
	}
	switch {
	case r.norm(q.first-1) == "of" && parents[r.norm(q.first-2)]:
		return false // "a father of two"
	case r.norm(q.first-1) == "of" && r.ofAge(q):
		return false // "a boy of 10"
	case r.isCompound(q), r.unitAfter(q), r.isShare(q), r.isDate(q), r.isPartOfName(q), r.isListed(q), r.isScore(q):
		return false
	case q.value != math.Trunc(q.value):
		return q.scaled || r.isAmount(q.last)
	}
	return q.value >= 1
}

// parents are told how many children they have.
var parents = map[string]bool{"father": true, "mother": true, "parent": true, "dad": true, "mom": true, "mum": true, "grandfather": true, "grandmother": true}

// ofAge says that a number is the age of whom the word before "of" calls by age or sex:
// "a girl of seven", but not "a group of seven" or "a woman of two minds".
func (r *reading) ofAge(q *quantity) bool {
	i := q.first - 2
	if i < 0 || q.value > oldest || r.isPlural(i) || r.nounAfter(q.last) {
		return false
	}
	for _, t := range r.words[i].traits {
		if t.field == "age" || t.field == "sex" {
			return true
		}
	}
	return false
}

// unitAfter says that a unit of time, length, weight or the like follows.
func (r *reading) unitAfter(q *quantity) bool {
	at := q.last
	for r.norm(at) == "-" || r.is(at, adverb) && r.norm(at) != "may" || strings.HasSuffix(r.norm(at), "ous") {
		at++ // "5-year", "2 full days", "4 continuous days"
	}
	if at >= len(r.words) || at == q.last && r.keepsHours(at) || r.isRank(q, at) || r.isAmount(at) {
		return false
	}
	if u := r.words[at].unit; u != "" && u != streetUnit && !(r.norm(at+1) == "-" && r.glued(at+1) && u != timeUnit) {
		return at > q.last || !(r.norm(at) == "am" || r.norm(at) == "may" && r.caseless)
	}
	return r.streetAfter(at) || r.isWord(at) && (r.norm(at+1) == "away" || r.norm(at+1) == "apart")
}

// keepsHours says that the time at token i only tells which people are counted: "five
// night watchmen", "two day labourers".
func (r *reading) keepsHours(i int) bool {
	if r.words[i].unit != timeUnit || r.pos(i) != text.NOUN || r.isPlural(i) || r.timed[i] || r.norm(i+1) == "old" {
		return false
	}
	_, head, _ := r.nounPhrase(i + 1)
	return head != text.None && r.isPlural(head) && r.sortOf(head) == person
}

// isAmount says that the weight or volume at token i is one of something: "40 grams of
// heroin", but not "a man of 90 kilos".
func (r *reading) isAmount(i int) bool {
	return i < len(r.words) && r.words[i].unit == weightUnit && r.norm(i+1) == "of" && r.nounAfter(i+2)
}

// isRank says that "second" at token i belongs to what is counted, and is no time: "two
// second lieutenants".
func (r *reading) isRank(q *quantity, i int) bool {
	return r.norm(i) == "second" && (q.value > 1 || r.sortOf(i+1) == person)
}

// isCompound says that the number is tied to a noun that it only describes: "a
// six-vehicle convoy". A force's strength is told so: "3,000-strong".
func (r *reading) isCompound(q *quantity) bool {
	return r.norm(q.last) == "-" && r.glued(q.last) && r.glued(q.last+1) && r.isWord(q.last+1) && r.norm(q.last+1) != "strong" && q.upper == nil
}

// streetAfter says that a street's name follows: "4014 Chapman Highway".
func (r *reading) streetAfter(at int) bool {
	const longestName = 4
	for i := at; i < len(r.words) && i <= at+longestName; i++ {
		if r.words[i].unit == streetUnit && (i > at || r.norm(i) == "block" || r.norm(i) == "blocks") {
			return r.capital(i) || r.norm(i) == "block" || r.caseless && r.norm(i) != "place"
		}
		if !r.capital(i) && !(r.caseless && r.isWord(i)) || r.is(i, preposition|be|conjunction) {
			return r.norm(i) == "block"
		}
	}
	return false
}

// isShare says that the number is a part of a whole: "2/3", "one third", "3 in 10".
func (r *reading) isShare(q *quantity) bool {
	at := q.last
	if r.norm(at) == "-" {
		at++
	}
	switch r.norm(at) {
	case "third", "thirds", "quarter", "quarters", "half", "fifth", "fifths", "tenth", "tenths", "/":
		return true
	case "in", "out":
		if n, ok := r.readNumber(at + 1); ok && n.value <= 10 && r.norm(n.last) != "-" && q.value < n.value && q.value < 4 {
			return true
		}
	}
	return r.norm(q.first-1) == "/" || r.norm(q.first-1) == "half" && !q.scaled
}

// Years of the common era that a bare number of four digits is taken for.
const (
	firstYear = 1800
	lastYear  = 2100
)

func (r *reading) isDate(q *quantity) bool {
	for i := q.number.first; i < q.number.last; i++ {
		if r.timed[i] && q.vague == "" {
			return true
		}
	}
	if !q.digits {
		return false
	}
	form := r.norm(q.number.first)
	if len(form) == 4 && allDigits(form) && q.value >= firstYear && q.value <= lastYear && q.qualifier == "" {
		return true
	}
	if isMonth(r.norm(q.first-1)) || isMonth(r.norm(q.last)) || r.besideDate(q) {
		return true
	}
	// a clock time of four digits: "AT 2200", "FROM 0400"
	return len(form) == 4 && allDigits(form) && q.value < 2400 && math.Mod(q.value, 100) < 60 && r.clockBefore(q.first-1) && !r.isPlural(q.last)
}

// besideDate says that a number is the day before or after another: "on 14 and 15 July",
// "July 14 to 16".
func (r *reading) besideDate(q *quantity) bool {
	const longestMonth = 31
	if q.value > longestMonth {
		return false
	}
	joins := func(i int) bool {
		return r.is(i, conjunction) || r.norm(i) == "to" || r.norm(i) == "-" || r.norm(i) == "–"
	}
	if joins(q.last) && allDigits(r.norm(q.last+1)) && isMonth(r.norm(q.last+2)) {
		return true
	}
	return joins(q.first-1) && allDigits(r.norm(q.first-2)) && isMonth(r.norm(q.first-3)) && !r.nounAfter(q.last)
}

func (r *reading) clockBefore(i int) bool {
	switch r.norm(i) {
	case "at", "from", "until", "between", "approximately", "till", "of", "by":
		return true
	}
	return false
}

var months = strings.Fields("january february march april may june july august september october november december " +
	"jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.")

func isMonth(word string) bool {
	for _, m := range months {
		if m == word {
			return true
		}
	}
	return false
}

// isPartOfName says that the number belongs to a name, a type or an address:
// "Flight 447", "A-37", "Boeing 787".
func (r *reading) isPartOfName(q *quantity) bool {
	if !q.digits {
		return q.first > 0 && r.labelBefore(q) && !r.isPlural(q.last)
	}
	if r.glued(q.number.first) && q.number.first == q.first {
		switch r.norm(q.first - 1) {
		case "-", "–", "/", "#", ".", ":", "+", "=", "_", "*":
			return true
		}
	}
	if q.number.first == q.first && r.typeSign(q.first-1) {
		return true
	}
	if r.glued(q.last) && strings.ContainsAny(r.norm(q.last), "/:#=&_*+") {
		return true
	}
	if q.first == q.number.first && r.labelBefore(q) {
		return true
	}
	return r.capital(q.first-1) && q.first == q.number.first && !r.startsClause(q.first-1) &&
		!(r.isWord(q.last) && !r.capital(q.last)) && !r.nounFollows(q.last)
}

// isType says that the number belongs to a type named in capitals: "six AK 47
// rifles".
func (r *reading) isType(q *quantity) bool {
	i := q.first - 1
	return q.digits && q.first == q.number.first && r.capital(i) && len(r.norm(i)) <= longestType && r.isWord(i) &&
		r.t.Form(i) == strings.ToUpper(r.t.Form(i)) && r.isPlural(q.head) && r.sortOf(q.head) == thing
}

// isModel says that the number is the name of one thing that the noun after it calls:
// "its 990 airliner".
func (r *reading) isModel(q *quantity) bool {
	return q.digits && q.value > 1 && !q.scaled && q.first == q.number.first && q.head != text.None && r.is(q.first-1, determiner) &&
		strings.Contains(r.t.Tokens[q.head].Feats, "Number=Sing") && r.sortOf(q.head) == thing && !r.is(q.head, collective)
}

// longestType is the most letters before the number of a type: "AK", "RPG".
const longestType = 3

// typeSign says that the hyphen at token i, with spaces about it, ties capitals to the
// number of a type: "UH - 1", "AK - 47".
func (r *reading) typeSign(i int) bool {
	return r.norm(i) == "-" && i > 0 && r.spacedSign(i, "-") && len(r.norm(i-1)) <= longestType && r.capital(i-1) && r.isWord(i-1) &&
		r.t.Form(i-1) == strings.ToUpper(r.t.Form(i-1)) && r.norm(i + 1)[0] >= '0' && r.norm(i + 1)[0] <= '9'
}

// labelBefore says that a word that takes a number for its name stands before.
func (r *reading) labelBefore(q *quantity) bool {
	i := q.first - 1
	if r.norm(i) == "." && r.glued(i) && r.t.SentenceOf(i) == r.t.SentenceOf(q.first) {
		i-- // "Apt. 11"
	}
	if i < 0 || !r.words[i].label || r.isWord(q.last) && r.isPlural(q.last) && !r.is(q.last, be) && r.norm(i) != "no." {
		return false
	}
	return r.norm(i) != "group" && r.norm(i) != "us" && r.norm(i) != "document" || r.capital(i)
}

// startsClause says that token i opens its sentence.
func (r *reading) startsClause(i int) bool {
	first, _ := r.sentence(i)
	return i == first
}

// nounFollows says that a plural noun comes within a few capitalised words.
func (r *reading) nounFollows(i int) bool {
	const near = 4
	for j := i; j < i+near && r.isWord(j) && !r.is(j, preposition|be|have|conjunction); j++ {
		if r.isPlural(j) {
			return true
		}
	}
	return false
}

// isListed says that the number opens a line as the number of an item.
func (r *reading) isListed(q *quantity) bool {
	first, _ := r.sentence(q.first)
	if q.first != first || !q.digits {
		return false
	}
	switch r.norm(q.last) {
	case ".", ")", ":", "-":
		return true
	}
	return strings.HasSuffix(r.norm(first), ".")
}

// isScore says that the number is one of several tied by signs: "3-2",
// "555-1234", "1:30", and no range.
func (r *reading) isScore(q *quantity) bool {
	if !q.digits || q.upper != nil {
		return false
	}
	tied := r.norm(q.last) == "-" || r.norm(q.last) == "–" || r.norm(q.last) == "/" || r.norm(q.last) == ":"
	_, number := r.readDigits(q.last + 1)
	return tied && number || r.norm(q.last) == "x" || r.norm(q.last) == "@"
}

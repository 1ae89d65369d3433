package times

import "strings"

// The words below mean a time only in some company. What decides is the case of
// the word and its neighbours, so that text without tags is read alike.

// preposition says whether item i is a word that leads to a time.
func (r *reader) preposition(i int) bool {
	if i < 0 || i >= len(r.m.items) {
		return false
	}
	it := &r.m.items[i]
	return it.end-it.start < longestWord && isCue("leading", strings.ToLower(it.text(r.text)))
}

func (r *reader) flags(i int) flag {
	if i < 0 || i >= len(r.m.items) {
		return 0
	}
	return r.m.items[i].flags
}

func (r *reader) maskAt(i int) mask {
	if i < 0 || i >= len(r.m.items) {
		return 0
	}
	return r.m.items[i].mask
}

// isName says whether a capital inside a sentence makes item i part of a name:
// "the Daily Telegraph".
func (r *reader) isName(i int) bool {
	f := r.flags(i)
	return f&upper != 0 && f&(breaks|allUpper) == 0 && (r.flags(i+1)&upper != 0 || r.flags(i-1)&(upper|breaks) == upper)
}

// isMonth refuses the verbs "may" and "march", and first names.
func (r *reader) isMonth(m *match) bool {
	i := m.item(monthWord)
	it := &r.m.items[i]
	lone := !m.has(dayNumber) && !m.has(yearNumber) && !m.has(shortYear) && !m.has(ordWord)
	doubtful := r.isOne(i, "may", "march", "mar", "jan", "dec", "sep")
	if !it.is(upper) {
		return !doubtful && !(lone && r.isOne(i, "august")) || !lone && (m.has(yearNumber) || m.has(dayNumber) && !r.isOne(i, "may", "march"))
	}
	if !lone {
		return true
	}
	led := r.preposition(i-1) || m.has(dirWord) || m.has(partWord) && !it.is(allUpper) || m.has(nearWord)
	if doubtful && (it.is(breaks) || it.is(allUpper)) || it.is(breaks) && r.isOne(i, "april", "june", "august") {
		return led
	}
	named := r.flags(i+1)&(upper|breaks) == upper && !it.is(allUpper) && r.isOne(i, "april", "june", "august", "jan", "may")
	return led || !named
}

// isYear says whether the lone number at item i is a year and no count.
func (r *reader) isYear(i int) bool {
	it := &r.m.items[i]
	if !it.mask.has(yearNumber) && !it.mask.has(shortYear) {
		return false
	}
	if it.value < 1500 || it.value > 2100 || r.isUnit(i+1) || r.afterNumberSign(i) {
		return false
	}
	if r.counts(i) || r.endsPhone(i) {
		return false
	}
	if it.value < 1900 && !r.isOne(i-1, "in", "of", "since", "by", "during", "until", "between", "(", "circa", "about", "around", "and") {
		return false
	}
	if r.preposition(i-1) || r.isOne(i-1, "(", "-", ",", "/", "'") || r.maskAt(i-1).has(monthWord) {
		return true
	}
	return it.value >= 1900 && !r.maskAt(i-1).has(number) && !r.maskAt(i+1).has(number)
}

// endsPhone says whether the number at item i ends a telephone number: "555-1913".
func (r *reader) endsPhone(i int) bool {
	const before = 3 // digits of the group before the last
	return i > 1 && r.m.items[i-1].mark == '-' && r.m.items[i-1].flags&spaced == 0 && r.m.items[i-2].digits == before && r.maskAt(i-2).has(number)
}

// isUnit says whether item i is a measure, a currency or a scale.
func (r *reader) isUnit(i int) bool {
	return r.maskAt(i)&maskOf(unitsWord, unitWord, scaleWord) != 0 ||
		r.isOne(i, "%", "percent", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "tons", "tonnes", "dollars",
			"euros", "pounds", "block", "people", "men", "women", "points", "troops", "soldiers", "acres", "hectares", "million", "billion")
}

func (r *reader) afterNumberSign(i int) bool {
	return r.isOne(i-1, "$", "#", "no", "no.", "number", "flight", "room", "route", "about", "copyright", "©") && !r.isOne(i-1, "about") || r.flags(i)&money != 0
}

// counts says whether a lower-case plural after the number is what it counts:
// "in 1500 villages", not "in 2016 when".
func (r *reader) counts(i int) bool {
	if i+1 >= len(r.m.items) || r.flags(i+1)&(upper|breaks) != 0 {
		return false
	}
	it := &r.m.items[i+1]
	n := it.end - it.start
	if it.mark != 0 || it.word != nil || n < 4 || r.isOne(i-1, "the", "its", "their", "his", "of") {
		return false
	}
	return r.text[it.end-1] == 's' && r.text[it.end-2] != 's' && !r.isOne(i+1, "has", "was", "is", "thus", "across", "includes", "as")
}

// isSeason refuses the verbs "fall" and "spring".
func (r *reader) isSeason(m *match) bool {
	i := m.item(seasonWord)
	if !r.isOne(i, "fall", "spring") || m.has(yearNumber) || m.has(shortYear) || m.has(dirWord) || m.has(nearWord) {
		return !r.isName(i)
	}
	return m.has(partWord) || r.isWord(i-1, "the") && !r.isOne(m.last, "in", "of", "from") || r.isOne(i-1, "in", "since", "by", "during", "until")
}

// isAge says whether a duration is somebody's age: "the 10-year-old", "aged 20
// years", "20 years old".
func (r *reader) isAge(m *match) bool {
	return r.isOne(m.last, "old", "olds") || r.isOne(m.last+1, "old", "olds") && r.m.items[m.last].mark == '-' || r.isOne(m.first-1, "aged", "age") || r.isWord(m.last, "of") && r.isWord(m.last+1, "age")
}

// isTitle says whether every word of a match begins with a capital, as in the
// name of a programme: "This Week".
func (r *reader) isTitle(m *match) bool {
	for i := m.first; i < m.last; i++ {
		if f := r.flags(i); f&upper == 0 || f&allUpper != 0 {
			return false
		}
	}
	return m.last-m.first > 1
}

// isDecade refuses ages in tens: "a man in his mid-30s".
func (r *reader) isDecade(m *match) bool {
	if r.isOne(m.first-1, "his", "her", "their", "my", "our") || r.isOne(m.first, "his", "her", "their", "my", "our") {
		return false
	}
	it := &r.m.items[m.item(decadeWord)]
	return it.word == nil && (it.digits == 4 || r.text[it.start] == '\'' || it.start+len("’") < it.end && it.text(r.text)[0] >= 0x80) ||
		r.isWord(m.first, "the") || r.isWord(m.first-1, "the")
}

// isRate says whether "a day" tells how often: "30 barrels a day".
func (r *reader) isRate(m *match) bool {
	if m.last-m.first != 2 || !r.isOne(m.first, "a", "an") {
		return false
	}
	for back := m.first - 1; back >= 0 && back >= m.first-3; back-- {
		if r.m.items[back].mark != 0 && r.m.items[back].mark != '%' || r.preposition(back) {
			return false
		}
		if r.m.items[back].mask.has(number) || r.isOne(back, "times", "once", "twice") {
			return true
		}
	}
	return false
}

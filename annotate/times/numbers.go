package times

// mergeNumbers puts numbers written in words together, in place: "twenty-one",
// "two hundred", "nineteen ninety-seven", "two and a half", "a hundred".
func mergeNumbers(items []item) []item {
	out := items[:0]
	for i := 0; i < len(items); {
		n, it := spelled(items, i)
		if n == 0 {
			n, it = 1, items[i]
		}
		out = append(out, it)
		i += n
	}
	return out
}

// spelled reads a number in words at item i and how many items it takes; 0 when
// none stands there.
func spelled(items []item, i int) (int, item) {
	first := items[i]
	var value float64
	var n int
	switch {
	case first.mask.has(numWord):
		value, n = below100(items, i)
	case first.mask.has(scaleWord) && (i == 0 || !items[i-1].mask.has(unitWord)):
		value, n = float64(first.word.value(scaleWord)), 1
	case first.mask.has(number) && first.digits > 0 && first.digits < 4 && i+1 < len(items) && items[i+1].mask.has(scaleWord):
		value, n = first.value, 1
	default:
		return 0, item{}
	}
	it := first
	it.mask = 1 << number
	if year, more := spelledYear(items, i+n, value); more > 0 {
		it.value, it.digits, it.mask = year, 4, 1<<yearNumber|1<<number
		it.end = items[i+n+more-1].end
		return n + more, it
	}
	thousand := false
	for i+n < len(items) && !items[i+n].is(breaks) && items[i+n].mask.has(scaleWord) {
		scale := float64(items[i+n].word.value(scaleWord))
		thousand = scale == 1000
		value *= scale
		n++
		if v, m := below100(items, i+n); m > 0 {
			value += v
			n += m
		} else if i+n+1 < len(items) && isWordAnd(items, i+n) {
			if v, m := below100(items, i+n+1); m > 0 {
				value += v
				n += 1 + m
			}
		}
	}
	n += andAHalf(items, i+n, &value)
	it.value = value
	it.end = items[i+n-1].end
	if thousand && value >= 2000 && value <= lastYear {
		it.mask |= 1 << yearNumber
	}
	it.word = nil
	return n, it
}

// below100 reads "seven", "twenty", "twenty-one".
func below100(items []item, i int) (float64, int) {
	if i >= len(items) || !items[i].mask.has(numWord) {
		return 0, 0
	}
	value := items[i].word.value(numWord)
	if value < 20 || value%10 != 0 {
		return float64(value), 1
	}
	next := i + 1
	if next < len(items) && items[next].mark == '-' {
		next++
	}
	if next < len(items) && items[next].mask.has(numWord) && !items[next].is(breaks) {
		if unit := items[next].word.value(numWord); unit > 0 && unit < 10 {
			return float64(value + unit), next - i + 1
		}
	}
	return float64(value), 1
}

// spelledYear reads what follows "nineteen" in "nineteen ninety-seven".
func spelledYear(items []item, i int, century float64) (float64, int) {
	if century < 13 || century > 20 || i >= len(items) || items[i].mark == '-' {
		return 0, 0
	}
	if v, n := below100(items, i); n > 0 && v >= 10 {
		return century*100 + v, n
	}
	return 0, 0
}

// andAHalf reads "and a half" and how many items it takes.
func andAHalf(items []item, i int, value *float64) int {
	if i+2 < len(items) && isWordAnd(items, i) && items[i+2].word != nil && items[i+2].word.mask.has(halfWord) {
		*value += 0.5
		return 3
	}
	return 0
}

func isWordAnd(items []item, i int) bool {
	return items[i].word != nil && items[i].word.mask.has(andWord)
}

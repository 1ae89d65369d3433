package edtf

import "time"

// Overlaps says whether the two values may stand for a moment in common.
func (v Value) Overlaps(o Value) bool {
	for _, a := range v.parts {
		for _, b := range o.parts {
			if a.overlaps(b) {
				return true
			}
		}
	}
	return false
}

// Contains says whether every moment o may stand for is one v stands for.
// "2021-08" contains "2021-08-26"; nothing contains the zero Value.
func (v Value) Contains(o Value) bool {
	for _, b := range o.parts {
		inside := false
		for _, a := range v.parts {
			inside = inside || a.contains(b)
		}
		if !inside {
			return false
		}
	}
	return len(o.parts) > 0
}

func (a span) overlaps(b span) bool {
	from, to := max(a.from, b.from), min(a.to, b.to)
	switch {
	case from > to:
		return false
	case a.pattern != nil && b.pattern != nil:
		return a.pattern.compatible(*b.pattern)
	case a.pattern != nil:
		return a.pattern.between(from, to)
	case b.pattern != nil:
		return b.pattern.between(from, to)
	}
	return true
}

func (a span) contains(b span) bool {
	if b.from < a.from || b.to > a.to {
		return false
	}
	if a.pattern == nil {
		return true
	}
	if b.pattern != nil {
		return a.pattern.covers(*b.pattern)
	}
	return a.pattern.coversDays(b.from, b.to)
}

// compatible says whether a day may fit both patterns.
func (p pattern) compatible(o pattern) bool {
	for i := range p {
		if p[i] != o[i] && p[i] != 'X' && o[i] != 'X' {
			return false
		}
	}
	return true
}

// covers says whether every day that fits o fits p.
func (p pattern) covers(o pattern) bool {
	for i := range p {
		if p[i] != o[i] && p[i] != 'X' {
			return false
		}
	}
	return true
}

func (p pattern) fits(t time.Time) bool {
	year, month, day := t.Date()
	return year >= 0 && fits(string(p[:4]), year) && fits(string(p[4:6]), int(month)) && fits(string(p[6:]), day)
}

// between says whether a day that fits p lies in the seconds from..to, both of
// which lie in the years 0 to 9999.
func (p pattern) between(from, to int64) bool {
	first, last := time.Unix(from, 0).UTC(), time.Unix(to, 0).UTC()
	for year := first.Year(); year <= last.Year(); year++ {
		if !fits(string(p[:4]), year) {
			continue
		}
		start := max(from, seconds(year, 1, 1))
		end := min(to, seconds(year+1, 1, 1)-1)
		for t := start; t <= end; t += secondsPerDay {
			if p.fits(time.Unix(t, 0).UTC()) {
				return true
			}
		}
		if p.fits(time.Unix(end, 0).UTC()) {
			return true
		}
	}
	return false
}

const secondsPerDay = 24 * 60 * 60

// coversDays says whether every day from..to fits p. No pattern with a hole
// fits more than ten years on end, so the walk is short.
func (p pattern) coversDays(from, to int64) bool {
	for t := from; t <= to; t += secondsPerDay {
		if !p.fits(time.Unix(t, 0).UTC()) {
			return false
		}
	}
	return p.fits(time.Unix(to, 0).UTC())
}

package times

import "strconv"

// Years written with four digits count as years between these.
const (
	firstYear = 1000
	lastYear  = 2199
)

// digitsAt reads what starts with a digit: a full date, a clock time, a decade,
// an ordinal, or a number.
func (s *scanner) digitsAt(i int) int {
	end := s.digitRun(i)
	if next := s.fullDateAt(i, end); next > 0 {
		return next
	}
	if next := s.clockAt(i, end); next > 0 {
		return next
	}
	it := item{start: i, end: end, digits: int8(min(end-i, 9))}
	value, _ := strconv.Atoi(s.text[i:min(end, i+9)])
	it.value = float64(value)
	it.mask = 1 << number
	if next := s.groups(i, end); next > end {
		return s.grouped(it, next)
	}
	if next := s.fraction(end); next > end {
		it.end = next
		it.value += s.fractionValue(end, next)
		s.emit(it)
		return next
	}
	letters := end
	for isLetter(s.at(letters)) {
		letters++
	}
	switch suffix := s.text[end:letters]; {
	case suffix == "s" || suffix == "S":
		if s.decade(&it, value) {
			return it.end
		}
	case isOrdinal(suffix):
		it.end = letters
		it.mask = 1 << ordWord
		if value >= 1 && value <= 31 {
			it.mask |= 1 << dayNumber
		}
	case suffix != "" && !isAMPM(suffix):
		// "3kg", "5th-century" aside: no number of time
		it.mask = 0
		it.end = letters
	default:
		it.mask |= s.shape(it, value)
	}
	s.emit(it)
	return it.end
}

// shape says what a plain number of so many digits may be.
func (s *scanner) shape(it item, value int) (m mask) {
	if s.flags&money != 0 || s.at(it.end) == '%' {
		return 0
	}
	if it.digits <= 2 && value >= 1 && value <= 31 {
		m |= 1 << dayNumber
	}
	if it.digits == 2 {
		m |= 1 << twoDigits
	}
	if it.digits == 4 && value < firstYear {
		m |= 1 << hourMinute
	}
	if it.digits == 4 && value >= firstYear && value <= lastYear {
		m |= 1 << yearNumber
	}
	return m
}

func (s *scanner) digitRun(i int) int {
	for isDigit(s.at(i)) {
		i++
	}
	return i
}

// groups is the end of a number with thousands separated: 1,500.
func (s *scanner) groups(i, end int) int {
	if end-i > 3 {
		return end
	}
	for s.at(end) == ',' && isDigit(s.at(end+1)) && isDigit(s.at(end+2)) && isDigit(s.at(end+3)) && !isDigit(s.at(end+4)) {
		end += 4
	}
	return end
}

func (s *scanner) grouped(it item, end int) int {
	value := 0
	for _, c := range []byte(s.text[it.start:min(end, it.start+12)]) {
		if isDigit(c) {
			value = value*10 + int(c-'0')
		}
	}
	it.value, it.end, it.digits = float64(value), end, 9
	s.emit(it)
	return end
}

// fraction is the end of ".5" or " 1/2" after a number that ends at end.
func (s *scanner) fraction(end int) int {
	if s.at(end) == '.' && isDigit(s.at(end+1)) {
		return s.digitRun(end + 1)
	}
	if (s.at(end) == ' ' || s.at(end) == '-') && isDigit(s.at(end+1)) && s.at(end+2) == '/' && isDigit(s.at(end+3)) && !isDigit(s.at(end+4)) && s.at(end+4) != '/' {
		return end + 4
	}
	return end
}

func (s *scanner) fractionValue(start, end int) float64 {
	if s.text[start] == '.' {
		v, _ := strconv.ParseFloat("0"+s.text[start:end], 64)
		return v
	}
	if s.text[start+3] == '0' {
		return 0
	}
	return float64(s.text[start+1]-'0') / float64(s.text[start+3]-'0')
}

// decade makes it 1990s or 90s; false when it is neither.
func (s *scanner) decade(it *item, value int) bool {
	switch {
	case it.digits == 4 && value%10 == 0 && value >= firstYear && value <= lastYear:
	case it.digits == 2 && value%10 == 0 && value >= 20:
		value += 1900
	default:
		return false
	}
	it.value, it.mask = float64(value), 1<<decadeWord
	it.end++
	s.emit(*it)
	return true
}

func isOrdinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return true
	}
	return false
}

func isAMPM(s string) bool {
	switch s {
	case "am", "pm", "AM", "PM", "a", "p":
		return true
	}
	return false
}

// clockAt reads 10:35 and 22:15:30, with the zone "Z"; 0 when none stands there.
func (s *scanner) clockAt(i, end int) int {
	if end-i > 2 || s.at(end) != ':' || !isDigit(s.at(end+1)) || !isDigit(s.at(end+2)) || isDigit(s.at(end+3)) {
		return 0
	}
	hour, _ := strconv.Atoi(s.text[i:end])
	minute, _ := strconv.Atoi(s.text[end+1 : end+3])
	if hour > 24 || minute > 59 {
		return 0
	}
	end += 3
	if s.at(end) == ':' && isDigit(s.at(end+1)) && isDigit(s.at(end+2)) && !isDigit(s.at(end+3)) {
		end += 3
	}
	s.emit(item{start: i, end: end, mask: 1 << clockTime, value: float64(hour*60 + minute), digits: 4})
	return end
}

// fullDateAt reads a date in digits: 2021-08-26, 26/08/2021, 08/26/21, 26.08.2021;
// 0 when none stands there. Where day and month could be either (05/06/2021) the
// day is taken to stand first when the separator is a full stop, and nothing is
// read otherwise.
func (s *scanner) fullDateAt(i, end int) int {
	sep := s.at(end)
	if sep != '-' && sep != '/' && sep != '.' {
		return 0
	}
	second := s.digitRun(end + 1)
	if s.at(second) != sep || second == end+1 {
		return 0
	}
	third := s.digitRun(second + 1)
	a, b, c := s.text[i:end], s.text[end+1:second], s.text[second+1:third]
	if len(b) > 2 || isDigit(s.at(third)) || (s.at(third) == sep && isDigit(s.at(third+1))) {
		return 0
	}
	date := ymd(a, b, c, sep)
	if date == 0 {
		return 0
	}
	s.emit(item{start: i, end: third, mask: 1 << fullDate, value: float64(date), digits: 8})
	if s.at(third) == 'T' && isDigit(s.at(third+1)) {
		return third + 1
	}
	return third
}

// ymd puts three numbers of a date in the order yyyymmdd; 0 when they are none.
func ymd(a, b, c string, sep byte) int {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	z, _ := strconv.Atoi(c)
	switch {
	case len(a) == 4 && len(c) <= 2 && len(c) > 0:
		return packDate(x, y, z)
	case len(a) > 2 || len(c) != 4 && (len(c) != 2 || sep == '-' || sep == '.'):
		return 0
	}
	if len(c) == 2 {
		z += 1900
		if z < 1930 {
			z += 100
		}
	}
	switch {
	case x > 12 || sep == '.' || x == y:
		return packDate(z, y, x)
	case y > 12:
		return packDate(z, x, y)
	}
	return 0
}

func packDate(year, month, day int) int {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0
	}
	return year*10000 + month*100 + day
}

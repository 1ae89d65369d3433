package times

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"
)

//go:embed parts.tsv
var partsTSV string

// partTable is parts.tsv: first and last of a unit's smaller units, by grain
// and part (1 early, 2 mid, 3 late).
type partTable map[grain][4][2]int

func newPartTable() (partTable, error) {
	grains := map[string]grain{"year": year, "month": month, "decade": decade, "week": week}
	numbers := map[string]int{"early": 1, "mid": 2, "late": 3}
	t := partTable{}
	for n, line := range strings.Split(partsTSV, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 || grains[f[0]] == 0 || numbers[f[1]] == 0 {
			return nil, fmt.Errorf("times: parts.tsv line %d: want unit, part, from, to", n+1)
		}
		from, err1 := strconv.Atoi(f[2])
		to, err2 := strconv.Atoi(f[3])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("times: parts.tsv line %d: from and to are numbers", n+1)
		}
		row := t[grains[f[0]]]
		row[numbers[f[1]]] = [2]int{from, to}
		t[grains[f[0]]] = row
	}
	return t, nil
}

// edtf is p in EDTF: a date where EDTF has one of that grain, else the interval
// of the days or months it covers.
func (t partTable) edtf(p point) string {
	y := fmt.Sprintf("%04d", p.year)
	if p.undated {
		y = "XXXX"
	}
	if p.part > 0 && !p.undated {
		if row, ok := t[p.grain]; ok {
			return p.partly(y, row[p.part])
		}
	}
	var s string
	switch p.grain {
	case century:
		s = fmt.Sprintf("%02dXX", p.n-1)
	case decade:
		s = y[:3] + "X"
	case year:
		s = y
	case half:
		return fmt.Sprintf("%s-%02d/%s-%02d", y, p.n*6-5, y, p.n*6)
	case quarter:
		return fmt.Sprintf("%s-%02d/%s-%02d", y, p.n*3-2, y, p.n*3)
	case season:
		s = fmt.Sprintf("%s-%d", y, 20+p.n)
	case month:
		s = fmt.Sprintf("%s-%02d", y, p.month)
	case week:
		return interval(p.date(), p.date().AddDate(0, 0, 6))
	case weekend:
		return interval(p.date().AddDate(0, 0, 5), p.date().AddDate(0, 0, 6))
	default:
		s = fmt.Sprintf("%s-%02d-%02d", y, p.month, p.day)
	}
	if p.approx {
		s += "~"
	}
	return s
}

func interval(from, to time.Time) string {
	return from.Format(time.DateOnly) + "/" + to.Format(time.DateOnly)
}

// partly is the interval of p that its part names.
func (p point) partly(y string, row [2]int) string {
	switch p.grain {
	case decade:
		return fmt.Sprintf("%04d/%04d", p.year+row[0], p.year+row[1])
	case week:
		return interval(p.date().AddDate(0, 0, row[0]-1), p.date().AddDate(0, 0, row[1]-1))
	case month:
		last := min(row[1], daysIn(p.year, p.month))
		return fmt.Sprintf("%s-%02d-%02d/%s-%02d-%02d", y, p.month, row[0], y, p.month, last)
	}
	return fmt.Sprintf("%s-%02d/%s-%02d", y, row[0], y, row[1])
}

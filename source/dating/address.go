package dating

import (
	"regexp"
	"strconv"
)

// inPath is a date in the path of an address: /2021/08/30/, /2021-08-30-, /20210830.
var inPath = regexp.MustCompile(`[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\d|3[01])(?:[/_.-]|$)`)

// InAddress is the date an address carries in its path.
func InAddress(url string) (Date, bool) {
	m := inPath.FindStringSubmatch(url)
	if m == nil {
		return Date{}, false
	}
	var d Date
	d.Year, _ = strconv.Atoi(m[1])
	d.Month, _ = strconv.Atoi(m[2])
	d.Day, _ = strconv.Atoi(m[3])
	return d, d.valid()
}

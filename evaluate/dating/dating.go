// Package dating measures how often the year of a report that names only its
// day is worked out right from its content.
package dating

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/source/dating"
)

// Tasks lists the tasks of this package.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "years", Run: years}} }

var (
	created = regexp.MustCompile(`<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>|<TIMEX3[^>]*tid="t0"[^>]*>`)
	value   = regexp.MustCompile(`value="(\d{4}-\d\d-\d\d|\d{8})`)
	body    = regexp.MustCompile(`(?s)<TEXT>(.*?)</TEXT>`)
	markup  = regexp.MustCompile(`<[^>]*>`)
)

// crawlAfter is how long after publication the page is taken to have been
// fetched: what bounds the year from above.
const crawlAfter = 2

// years hides the year of each article's date, gives the reader a fetch date
// two years on, and asks for the year.
func years(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Year of a report that names only its day, from its content"}
	for _, set := range []string{"TimeBank", "AQUAINT"} {
		files, err := filepath.Glob(filepath.Join(env.Data, "data", "temporal", set, "*.tml"))
		if err != nil {
			return report, err
		}
		var n, given, first, one, oneRight int
		for _, file := range files {
			packed, err := os.ReadFile(file)
			if err != nil {
				return report, err
			}
			date, text := article(string(packed))
			if date == (dating.Date{}) {
				continue
			}
			n++
			day := dating.Date{Month: date.Month, Day: date.Day}
			fits := dating.Years(text, day, "", dating.Date{Year: date.Year + crawlAfter, Month: date.Month, Day: date.Day})
			if len(fits) > 0 {
				given++
				if fits[0] == date.Year {
					first++
				} else {
					report.Detail = append(report.Detail, filepath.Base(file)+" "+date.EDTF())
				}
			}
			if len(fits) == 1 {
				one++
				if fits[0] == date.Year {
					oneRight++
				}
			}
		}
		report.Rows = append(report.Rows,
			evaluate.Row{Set: set, Part: "all", Measure: "year right, of those given", Value: share(first, given), N: given},
			evaluate.Row{Set: set, Part: "all", Measure: "year right, where only one fits", Value: share(oneRight, one), N: one},
			evaluate.Row{Set: set, Part: "all", Measure: "year given", Value: share(given, n), N: n})
	}
	return report, nil
}

func article(tml string) (dating.Date, string) {
	m := value.FindStringSubmatch(created.FindString(tml))
	b := body.FindStringSubmatch(tml)
	if m == nil || b == nil {
		return dating.Date{}, ""
	}
	digits := strings.ReplaceAll(m[1], "-", "")
	number := func(s string) (n int) {
		for _, c := range s {
			n = n*10 + int(c-'0')
		}
		return n
	}
	return dating.Date{Year: number(digits[:4]), Month: number(digits[4:6]), Day: number(digits[6:8])}, markup.ReplaceAllString(b[1], "")
}

func share(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(part) / float64(of)
}

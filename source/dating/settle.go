package dating

import (
	"slices"

	"github.com/annals-project/annals"
)

// Evidence is one date somebody gives for a report.
type Evidence struct {
	Date
	Basis string // dateline header metadata url given
	// Crawl says that the date may be the day the page was fetched rather than
	// the day it came out: a bare date above the article.
	Crawl bool
	Span  annals.Span // in the text as it stands when the evidence is read
	Raw   annals.Span
}

// lag is how many days a page's date may lie after the dateline of its report:
// copy is printed, mailed and posted late, hardly ever later than this. early allows for
// time zones.
const (
	lag   = 21
	early = -1
)

// Settle decides when a report came out. What the giver says holds; then the
// dateline, its year taken from a date near it; then header, metadata and address.
// A date that lies too far from the dateline to be the same publication loses to it:
// the page was fetched then. years works out a missing year from the text, given
// the crawl date as the latest possible (zero when there is none); it returns
// the years that fit, likeliest first.
func Settle(evidence []Evidence, years func(dateline, latest Date) []int) *annals.Published {
	line, hasLine := pick(evidence, "dateline")
	if given, ok := pick(evidence, "given"); ok {
		return published(given, agreeing(evidence, given))
	}
	rest := ordered(evidence)
	if !hasLine {
		if len(rest) == 0 {
			return nil
		}
		return published(rest[0], agreeing(evidence, rest[0]))
	}
	if line.Full() {
		return published(line, agreeing(evidence, line))
	}
	if line.Day == 0 { // "Aug." alone: no better than what the page says
		if len(rest) > 0 {
			return published(rest[0], agreeing(evidence, rest[0]))
		}
		return published(line, []string{"dateline"})
	}
	for _, e := range rest {
		if year, ok := near(line.Date, e.Date); ok {
			line.Date = line.In(year)
			return published(line, agreeing(evidence, line))
		}
	}
	return undatedYear(line, rest, years)
}

// undatedYear is a dateline whose year no other date gives.
func undatedYear(line Evidence, rest []Evidence, years func(dateline, latest Date) []int) *annals.Published {
	var latest Date
	for _, e := range rest {
		if e.Full() && (latest == Date{} || latest.daysAfter(e.Date) > 0) {
			latest = e.Date
		}
	}
	fits := years(line.Date, latest)
	if len(fits) == 1 || latest.Full() && len(fits) > 0 && len(fits) <= mostYears {
		line.Date = line.In(fits[0])
		p := published(line, []string{"dateline", "inferred"})
		if len(fits) > 1 {
			p.Years = fits
		}
		return p
	}
	p := published(line, []string{"dateline"})
	p.Years = fits
	return p
}

// mostYears is how many years may fit for the likeliest to be inferred. It is
// right less often than a written year (annals evaluate years tells how often),
// so it is always marked, with the other years beside it.
const mostYears = 3

func published(e Evidence, basis []string) *annals.Published {
	return &annals.Published{EDTF: e.EDTF(), Basis: basis, Span: e.Span, Raw: e.Raw}
}

// near gives a dateline the year that puts it shortly before a full date.
func near(line, full Date) (int, bool) {
	if !full.Full() {
		return 0, false
	}
	for _, year := range []int{full.Year, full.Year - 1} {
		if d := line.In(year); d.valid() {
			if days := full.daysAfter(d); days >= early && days <= lag {
				return year, true
			}
		}
	}
	return 0, false
}

// agreeing lists the bases that give the same publication as e, e's own first.
func agreeing(evidence []Evidence, e Evidence) []string {
	basis := []string{e.Basis}
	for _, o := range evidence {
		if slices.Contains(basis, o.Basis) {
			continue
		}
		if o.agrees(e) {
			basis = append(basis, o.Basis)
		}
	}
	return basis
}

// agrees says whether two dates may be of one publication.
func (d Evidence) agrees(e Evidence) bool {
	switch {
	case !e.Full() || d.Day == 0:
		return false
	case d.Year == 0:
		_, ok := near(d.Date, e.Date)
		return ok
	}
	return d.Full() && abs(d.daysAfter(e.Date)) <= lag
}

// ordered are the dates of the page, the most trusted first.
func ordered(evidence []Evidence) []Evidence {
	var out []Evidence
	for _, crawl := range []bool{false, true} {
		for _, basis := range []string{"header", "metadata", "url"} {
			for _, e := range evidence {
				if e.Basis == basis && e.Crawl == crawl && e.Year != 0 {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

func pick(evidence []Evidence, basis string) (Evidence, bool) {
	i := slices.IndexFunc(evidence, func(e Evidence) bool { return e.Basis == basis })
	if i < 0 {
		return Evidence{}, false
	}
	return evidence[i], true
}

func abs(n int) int { return max(n, -n) }

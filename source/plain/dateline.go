package plain

import (
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/traced"
)

// datelineWithin is how many paragraphs from the top a dateline may stand: below
// the lines of the issuer, the headline and a summary or two.
const datelineWithin = 8

// monitored are the remarks a monitoring service puts behind a dateline:
// "[REPORT] [ARMED FORCES PRESS COMMITTEE] [TEXT]".
var monitored = regexp.MustCompile(`^(?:\s*\[[\p{Lu}\d][^\]\n]{2,120}\])+`)

// dateline reads the dateline of the report. It stays in the text, in a
// paragraph of its own, so that the first sentence starts with its own words.
func (a *Article) dateline() {
	text := a.Text.String
	pars := paragraphs(text)
	for i, p := range pars[:min(len(pars), datelineWithin)] {
		line, ok := dating.ReadDateline(p.In(text))
		if !ok || isChronicle(line, text, slices.Concat(pars[:i], pars[i+1:])) {
			continue
		}
		end := p.Start + line.End
		if m := monitored.FindString(text[end:p.End]); m != "" && upper(m) {
			end += len(m)
		}
		a.readDateline(line, p.Start)
		gap := annals.Span{Start: end, End: end + len(text[end:p.End]) - len(strings.TrimLeft(text[end:p.End], " "))}
		if gap.End < p.End {
			a.Text = a.Text.Apply([]traced.Edit{{Span: gap, With: "\n\n"}})
		}
		if i == 0 && a.Title == text[p.Start:p.End] {
			a.Title = ""
		}
		return
	}
}

// isChronicle says that a dateline is a date alone and other paragraphs start with
// one too: then each is the day of what its paragraph tells.
func isChronicle(line dating.Dateline, text string, others []annals.Span) bool {
	return line.Place == "" && line.Agency == "" && slices.ContainsFunc(others, func(p annals.Span) bool {
		other, ok := dating.ReadDateline(p.In(text))
		return ok && other.Place == "" && other.Agency == ""
	})
}

func upper(s string) bool { return s == strings.ToUpper(s) }

// readDateline takes over the date and the agency.
func (a *Article) readDateline(line dating.Dateline, at int) {
	a.Weekday = line.Weekday
	if line.Date != (dating.Date{}) {
		s := annals.Span{Start: at + line.DateSpan.Start, End: at + line.DateSpan.End}
		a.Dates = append(a.Dates, dating.Evidence{Date: line.Date, Basis: "dateline", Raw: a.Text.Raw(s)})
	}
	a.agency(line.Agency)
}

// agency names an agency as author, and as publisher where no other is known.
func (a *Article) agency(name string) {
	if name == "" {
		return
	}
	if a.Publisher == "" {
		a.Publisher = name
	}
	a.byline(name)
}

func (a *Article) byline(name string) {
	for _, n := range a.Byline {
		if n == name {
			return
		}
	}
	a.Byline = append(a.Byline, name)
}

// credit is an agency's mark behind the last words of a paragraph: "… conquered. (ANI)".
var credit = regexp.MustCompile(`[.!?”"’']\s*(\(([\p{L}][\p{L}. -]{1,30})\))$`)

// creditWords stand before the agency in a line of its own: "Source: AFP".
var creditWords = regexp.MustCompile(`^(?i:sources?|agency|courtesy(?: of)?)\s*[:/]\s*(?:[Tt]he )?`)

// credits takes agencies' marks off the ends of paragraphs.
func (a *Article) credits() {
	text := a.Text.String
	var out []removal
	for i, p := range paragraphs(text) {
		line := creditWords.ReplaceAllString(strings.Trim(p.In(text), " -—–().*_"), "")
		if name, ok := dating.Agency(line); ok && i > 0 {
			a.agency(name)
			out = append(out, removal{withGap(text, p), "an agency's credit"})
			continue
		}
		if !strings.HasSuffix(p.In(text), ")") {
			continue
		}
		loc := credit.FindStringSubmatchIndex(p.In(text))
		if loc == nil {
			continue
		}
		name, ok := dating.Agency(text[p.Start+loc[4] : p.Start+loc[5]])
		if !ok {
			continue
		}
		a.agency(name)
		start := p.Start + len(strings.TrimRight(text[p.Start:p.Start+loc[2]], " "))
		out = append(out, removal{annals.Span{Start: start, End: p.End}, "an agency's credit"})
	}
	a.drop(out)
}

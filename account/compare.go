package account

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
)

// Fit is how two counts stand to each other.
type Fit string

// Fits. Only a conflict is one: an update is a later count of the same thing,
// a part counts some of those whom the other counts, and counts of others, or
// within each other's bounds, are compatible.
const (
	Compatible Fit = "compatible"
	Update     Fit = "update"
	PartTotal  Fit = "part–total"
	Conflicts  Fit = "conflict"
)

const (
	// overtaken is from how much more on that a count has overtaken an "at least".
	overtaken = 1.25
	// tooFarApart is the ratio from which two counts are taken to be of different
	// events where nothing says that they are of one.
	tooFarApart = 10
)

// Compare says how two counts of one measure stand to each other, and why.
func (a *Account) Compare(x, y *Entry) (Fit, string) {
	for _, step := range []func(*counted, *counted) (Fit, string){statedPart, apart, otherEvent, corrected, addends, oneOfThem, otherPeople, someOfThem, withinBounds, laterCount, twoOfOneStory} {
		if fit, why := step(a.counted(x), a.counted(y)); fit != "" {
			return fit, why
		}
	}
	return Conflicts, "both count the same, and no number is in the bounds of both"
}

// statedPart is a part that the report itself counts in the other.
func statedPart(x, y *counted) (Fit, string) {
	if x.Reading != y.Reading {
		return "", ""
	}
	if partOf(x, y) || partOf(y, x) {
		return PartTotal, "the report counts one in the other"
	}
	return "", ""
}

func partOf(part, total *counted) bool {
	if part.Figure.PartOf != 0 && part.Figure.PartOf == total.Ref {
		return true
	}
	// "15 soldiers, 4 of them seriously"
	return part.sentence == total.sentence && part.Figure.Start > total.Figure.Start && ofThem.MatchString(part.text)
}

var ofThem = regexp.MustCompile(`\bof (them|whom|these|those)\b`)

// apart are counts that one sentence tells beside each other, or that a report
// counts as others.
func apart(x, y *counted) (Fit, string) {
	if x.Reading != y.Reading {
		return "", ""
	}
	if x.sentence == y.sentence && spelledOut(x, y) {
		return PartTotal, "one counts some of those whom the other counts"
	}
	if x.addedTo(y) || y.addedTo(x) {
		return PartTotal, "the toll has risen by those whom the other counts"
	}
	if x.others() || y.others() {
		return Compatible, "one counts others than those counted before"
	}
	if x.sentence != y.sentence {
		return "", ""
	}
	return Compatible, "one sentence counts both, apart"
}

// spelledOut says whether a sentence tells after one count who some of those
// are: "nine people, including two nurses", "three civilians, a nurse and a cook".
func spelledOut(x, y *counted) bool {
	first, second := x, y
	if y.Figure.Start < x.Figure.Start {
		first, second = y, x
	}
	between := strings.Join(strings.Fields(strings.ToLower(annals.Span{Start: first.Figure.End, End: second.Figure.Start}.In(x.report))), " ")
	return included.MatchString(between) && !anotherClause.MatchString(between) || someOf.MatchString(second.text+" ") ||
		brokenDown.MatchString(between+"¦") && size(second.Figure) < size(first.Figure) ||
		appositive.MatchString(between+"¦") && size(second.Figure) < size(first.Figure) && !pronoun[second.text]
}

var (
	anotherClause = regexp.MustCompile(`\b(and|while|whereas|but)\b`)
	alsoHarmed    = regexp.MustCompile(`^\s*(was|were|had been) also `)
	other         = regexp.MustCompile(`\b(another|others?|more)\b`)
	included      = regexp.MustCompile(`\b(includ\w+|among (them|whom|the)|of whom|of them|one of)\b`)
	someOf        = regexp.MustCompile(`^(one|two|three|four|five|\d+) of (them|whom|the) `)
	brokenDown    = regexp.MustCompile(`^(-|–|—|:|\() ?((a|one|two|three|four|five|\d+) [^.;)¦]*(,|and) ?)?¦`) // "six people - one with burns, 5 …"
	appositive    = regexp.MustCompile(`^(,|-|–|\() ?((a|one|two|three|\d+) \S+ and)?¦`)
)

// others says whether a count is of others than a report has told of.
func (c *counted) others() bool {
	return other.MatchString(strings.ReplaceAll(c.text, "more than", "over")) || alsoHarmed.MatchString(c.after())
}

// after is what follows the figure in its sentence.
func (c *counted) after() string {
	return strings.ToLower(annals.Span{Start: c.Figure.End, End: c.sentence.End}.In(c.report))
}

var pronoun = map[string]bool{"he": true, "she": true, "they": true, "him": true, "her": true, "them": true}

// otherEvent are counts of two events: told apart by time, place, or one as
// history and one as news.
func otherEvent(x, y *counted) (Fit, string) {
	if x.cluster >= 0 && x.cluster == y.cluster {
		return "", ""
	}
	switch {
	case timesApart(x, y):
		return Compatible, "they are of different times"
	case x.aside() != y.aside() && x.time() != y.time():
		return Compatible, "one is told as of a time of its own"
	case size(x.Figure) == 0 || size(y.Figure) == 0:
		return Compatible, "that nobody was harmed is said of another event"
	case placesApart(x.place, y.place):
		return Compatible, "they are of different places"
	case x.quiet() != y.quiet() && (x.violent() || y.violent()):
		return Compatible, "one is a natural death, the other violence"
	case x.turnsFrom(y) || y.turnsFrom(x):
		return Compatible, "the report turns to another event between them"
	case x.event != nil && y.event != nil && lawful(x.event) != lawful(y.event) && x.Figure.Measure == annals.Captured:
		return Compatible, "one counts an arrest, the other a capture against the law"
	case x.event != nil && y.event != nil && x.event.Background != y.event.Background && !individual(x) && !individual(y):
		return Compatible, "one is told as history"
	case size(x.Figure) > 1 && size(y.Figure) > 1 && ratio(x, y) >= tooFarApart:
		return Compatible, "they are too far apart to be of one event"
	}
	return "", ""
}

// aside says whether a sentence turns to another time: "In February, …".
func (c *counted) aside() bool { return turns.MatchString(c.around) }

var turns = regexp.MustCompile(`^(in|last|early|late|since)? ?(january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|(last )?(year|month))\b|^(earlier|later) (this|that) (year|month)|\b(years|decades|months) ago\b`)

// time is when a count's event was, else the time that the count's own sentence
// tells; one that the reader took from elsewhere in the report sets no two counts apart.
func (c *counted) time() string {
	if c.event != nil && c.event.EDTF != "" {
		return c.event.EDTF
	}
	if c.dated {
		return c.EDTF
	}
	return ""
}

func ratio(x, y *counted) float64 {
	least, most := min(size(x.Figure), size(y.Figure)), max(size(x.Figure), size(y.Figure))
	if least <= 0 {
		return tooFarApart
	}
	return most / least
}

// individual says whether a count is one person, told of and not counted.
func individual(c *counted) bool {
	return c.Figure.Value != nil && *c.Figure.Value == 1 && c.Figure.Low == nil && c.Figure.High == nil &&
		!strings.HasPrefix(c.text, "one") && !strings.HasPrefix(c.text, "1")
}

// oneOfThem is one person beside a count of several in one event.
func oneOfThem(x, y *counted) (Fit, string) {
	one, several := x, y
	if size(y.Figure) == 1 {
		one, several = y, x
	}
	if !individual(one) || size(several.Figure) <= 1 || disjoint(one.Figure.Victims, several.Figure.Victims) {
		return "", ""
	}
	if swept.MatchString(one.around) && swept.MatchString(several.around) && one.Figure.Measure == annals.Captured {
		return PartTotal, "one of those whom one sweep took"
	}
	if size(several.Figure) >= tooFarApart && (one.cluster != several.cluster || one.Reading == several.Reading && one.Figure.Event != several.Figure.Event) {
		return Compatible, "nothing says that the one is among the many"
	}
	if one.Reading == several.Reading && one.cluster != several.cluster && one.Figure.Event != 0 && several.trade() && one.ofCalling() && namesNone(one, several) {
		return Compatible, "one report tells them at two events, and the many are of a calling of their own"
	}
	return PartTotal, "one of those whom the other counts"
}

// otherPeople are counts of people of different sorts.
func otherPeople(x, y *counted) (Fit, string) {
	if x.joined() != y.joined() && x.Figure.Victims.Status == y.Figure.Victims.Status {
		return "", ""
	}
	if disjoint(x.Figure.Victims, y.Figure.Victims) ||
		x.cluster != y.cluster && x.trade() && y.trade() && namesNone(x, y) {
		return Compatible, "they count different people"
	}
	return "", ""
}

func disjoint(x, y annals.Victims) bool {
	differ := func(a, b string) bool {
		return a != "" && b != "" && a != b && a != "mixed" && b != "mixed" && a != "not_stated" && b != "not_stated"
	}
	return differ(x.Status, y.Status) || differ(x.Sex, y.Sex) || differ(x.Age, y.Age) || differ(strings.ToLower(x.Side), strings.ToLower(y.Side))
}

// someOfThem is a smaller count of a sort of people beside one of people in
// general, or of more words for the same.
func someOfThem(x, y *counted) (Fit, string) {
	small, large := x, y
	if size(y.Figure) < size(x.Figure) {
		small, large = y, x
	}
	if size(small.Figure) < size(large.Figure) && (small.Figure.PartOf != 0 || small.others()) {
		return PartTotal, "one counts some of those whom its report has"
	}
	if size(small.Figure) < size(large.Figure) && (small.narrower(large) || large.joined() && !small.joined()) {
		return PartTotal, "one counts a sort of those whom the other counts"
	}
	if size(small.Figure) < size(large.Figure) && small.takenIn() && !large.takenIn() {
		return PartTotal, "one counts those whom one place took in"
	}
	return "", ""
}

// withinBounds are counts that can both be right as they are bounded. A count
// well above an "at least" has overtaken it.
func withinBounds(x, y *counted) (Fit, string) {
	lowX, highX := limits(x.Figure)
	lowY, highY := limits(y.Figure)
	if !rangesMeet(lowX, highX, lowY, highY) {
		return "", ""
	}
	if atLeast(x, y) || atLeast(y, x) {
		return Update, "a later count has overtaken an \"at least\""
	}
	return Compatible, "they are within each other's bounds"
}

func atLeast(low, higher *counted) bool {
	return low.Figure.Low != nil && low.Figure.High == nil && size(higher.Figure) >= overtaken**low.Figure.Low && size(higher.Figure) > size(low.Figure)
}

// laterCount is a count that says, or whose date says, that it replaces another.
func laterCount(x, y *counted) (Fit, string) {
	switch {
	case x.Reported != "" && y.Reported != "" && x.Reported != y.Reported:
		return Update, "reported on different days"
	case replaces.MatchString(x.around) || replaces.MatchString(y.around):
		return Update, "one says that it replaces an earlier count"
	}
	return "", ""
}

var replaces = regexp.MustCompile(`\b(toll (rose|has risen|climbed|rises)|rose to|risen to|climbed to|revised|earlier (count|toll|report|figure)\w*|initial(ly)?|previous(ly)? (reported|put)|new (death )?toll|official figures|final (count|toll))\b`)

// twoOfOneStory are two counts of one report that nothing else tells apart: a
// report seldom contradicts itself, and tells of parts by other events.
func twoOfOneStory(x, y *counted) (Fit, string) {
	switch {
	case x.Reading != y.Reading:
	case x.event != nil && y.event != nil && x.cluster != y.cluster:
		return PartTotal, "one report counts both, at two events"
	case ratio(x, y) >= tooFarApart:
		return PartTotal, "one report counts both, and one is far more"
	}
	return "", ""
}

package account

import (
	"regexp"
	"slices"

	"github.com/annals-project/annals"
)

// street is a place whose name says that it is a part of a town, so that it stands
// apart from no other.
var street = regexp.MustCompile(`(?i)\b(street|avenue|boulevard|road|lane|square|highway)$`)

// corrected are counts of which one is told as what was said before it was known
// better.
func corrected(x, y *counted) (Fit, string) {
	if x.superseded() != y.superseded() && size(x.Figure) != size(y.Figure) && !(x.Reading == y.Reading && x.cluster != y.cluster) {
		return Update, "one is told as what was reported at first"
	}
	return "", ""
}

func (c *counted) superseded() bool { return atFirst.MatchString(c.around) }

var atFirst = regexp.MustCompile(`\b((originally|initially|at first|earlier|previously) (been )?(said|reported|put|stated|announced|believed|thought)|(first|initial|early|earlier|preliminary) (reports?|accounts?|counts?|tolls?|figures?) (\S+ ){0,3}(said|put|spoke|told|gave|had))\b`)

// addedTo says whether a count is of those by whom the toll that the other gives
// has risen: "the toll rose to 12 after three more bodies were found".
func (c *counted) addedTo(toll *counted) bool {
	return c.others() && size(c.Figure) < size(toll.Figure) && risen.MatchString(toll.before())
}

var risen = regexp.MustCompile(`\b((toll|total|number)\b.*\b(rose|rises|rising|risen|climb\w*|went up|increas\w*|raised|brought|now stands?|stands?)\b.*|(bring|brought|rais)\w* (\S+ ){0,3}(toll|total|number)\b.*)\b(to|at) (at least |about |some |over |more than )?$`)

// addends are counts that one sentence tells beside each other and that add up to
// what the other counts: "five cooks and four drivers" of nine.
func addends(x, y *counted) (Fit, string) {
	if x.adds(y) || y.adds(x) {
		return PartTotal, "what one sentence counts adds up to the other"
	}
	return "", ""
}

func (c *counted) adds(total *counted) bool {
	sum := 0.0
	for _, f := range c.beside {
		if f.PartOf != 0 {
			return false
		}
		sum += size(f)
	}
	return c.sentence != total.sentence && len(c.beside) > 1 && sum == size(total.Figure)
}

// turnsFrom says whether the report turns, with a count's sentence, from another
// that it told before to something else.
func (c *counted) turnsFrom(o *counted) bool {
	return c.Reading == o.Reading && o.sentence.Span.Start < c.sentence.Span.Start && elsewhere.MatchString(c.around)
}

var elsewhere = regexp.MustCompile(`^(in (another|a separate|a different|a second|an unrelated)|separately|elsewhere|meanwhile)\b`)

// lawful says whether an event is an arrest, which no kidnapper makes.
func lawful(e *annals.Event) bool { return e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" }

// joined says whether a count is of two sorts of people together: "90 settlers
// and herders were killed".
func (c *counted) joined() bool { return andMore.MatchString(c.after()) }

var andMore = regexp.MustCompile(`^\s+and\s+[a-z]+(men|s)\s+(was|were|had|have|has|are|died|killed|dead)\b`)

// ofCalling says whether one person is told by a calling or a pronoun: not as
// anybody ("a man"), nor by a name, which tells nothing of the calling.
func (c *counted) ofCalling() bool {
	return !c.named && !slices.ContainsFunc(c.heads, func(w string) bool { return somebody[w] })
}

var somebody = map[string]bool{"man": true, "woman": true, "person": true, "citizen": true, "boy": true, "girl": true, "child": true,
	"victim": true, "civilian": true, "resident": true, "member": true, "one": true, "mother": true, "father": true, "son": true, "daughter": true}

// swept are the words for one operation in which many are arrested.
var swept = regexp.MustCompile(`\b(sweeps?|raids?|raided|blitz|crackdown|round-?up|dragnet)\b`)

// quiet says whether a sentence tells a death by age or illness.
func (c *counted) quiet() bool {
	return c.Figure.Measure == annals.Killed && ofAge.MatchString(c.around) && (c.event == nil || dying.MatchString(c.event.Text))
}

var dying = regexp.MustCompile(`(?i)^(dies|died|death|dying)$`)

var ofAge = regexp.MustCompile(`\b(dies|died|death)\b.*\b(aged \d\d|at the age of \d\d|at \d\d|natural causes|in (his|her) sleep|in (jail|prison))\b|\b(heart (disease|attack|failure)|cancer|pneumonia|a stroke|illness)\b.*\b(dies|died|death)\b`)

// violent says whether the event of a count is an attack.
func (c *counted) violent() bool {
	return c.event != nil && c.event.PLOVER != nil && c.event.PLOVER.Type == "ASSAULT"
}

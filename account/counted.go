package account

import (
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// counted is a count with what its comparison looks at.
type counted struct {
	*Entry
	text     string // the figure as written, in small letters
	report   string // the report's text
	sentence Citation
	around   string           // the sentence, in small letters
	beside   []*annals.Figure // what its sentence counts of the same measure, itself with them
	event    *annals.Event
	cluster  int // index into Resolution.Events; -1 none
	place    *annals.Place
	heads    []string // the words for those counted
	named    bool     // one of those counted is called by a name
	dated    bool     // its sentence tells its time
}

func (a *Account) counted(e *Entry) *counted {
	r := a.Reading(e.Reading)
	c := &counted{Entry: e, text: strings.ToLower(e.Figure.Text), report: r.Document.Text, cluster: -1, sentence: a.CitationOf(e.Reading, e.Figure.Span)}
	c.around = strings.ToLower(strings.Join(strings.Fields(a.Text(c.sentence)), " "))
	c.dated = e.Figure.Time != 0 && c.sentence.Contains(r.Times[e.Figure.Time-1].Span)
	if e.Figure.Event != 0 && r.Events[e.Figure.Event-1].Rule != annals.PlainRule { // what one word tells parts no counts
		c.event = &r.Events[e.Figure.Event-1]
		c.cluster = a.Resolution.Event(resolve.EventKey{Reading: e.Reading, Event: e.Figure.Event})
		if c.event.Place != 0 {
			if m := &r.Mentions[c.event.Place-1]; !street.MatchString(m.Text) {
				c.place = m.Place
			}
		}
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Measure == e.Figure.Measure && !f.Told() && f.Start >= c.sentence.Start && f.End <= c.sentence.End {
			c.beside = append(c.beside, f)
		}
	}
	c.named = slices.ContainsFunc(r.Mentions, func(m annals.Mention) bool { return m.Form == annals.Name && m.Overlaps(e.Figure.Span) })
	for _, w := range strings.Fields(strings.ToLower(e.Figure.Who)) {
		if w = strings.Trim(w, ",.;:'\"()"); w != "" && !empty[w] {
			c.heads = append(c.heads, w)
		}
	}
	return c
}

// empty are words of those counted that tell nothing of who they are.
var empty = map[string]bool{"the": true, "a": true, "an": true, "of": true, "them": true, "whom": true, "his": true, "her": true,
	"their": true, "at": true, "least": true, "about": true, "more": true, "than": true, "over": true, "other": true, "others": true,
	"another": true, "two": true, "three": true, "killed": true, "dead": true, "injured": true, "wounded": true, "hurt": true,
	"arrested": true, "shot": true, "die": true, "died": true}

// narrower says whether a count's words are of a sort where the other's are
// general.
func (c *counted) narrower(o *counted) bool {
	if c.sort() && !o.sort() {
		return true
	}
	if v, w := c.Figure.Victims, o.Figure.Victims; v.Sex != "" && w.Sex == "" || v.Age != "" && w.Age == "" {
		return true // "two women" among "three bank workers"
	}
	// "two Blue Army soldiers" among "nine soldiers"
	return len(o.heads) > 0 && len(c.heads) > len(o.heads) && containsAll(c.heads, o.heads)
}

// sort says whether a count is of people of a sort, not of people in general.
func (c *counted) sort() bool {
	v := c.Figure.Victims
	return v.Sex != "" || v.Age != "" || v.Group != "" || v.Side != "" || slices.ContainsFunc(c.heads, func(w string) bool { return !anyone[w] })
}

// takenIn says whether a count is of those who came to one place: "the clinic
// received 60 wounded". It is no count of all.
func (c *counted) takenIn() bool {
	return takesIn.MatchString(c.before()) || tookIn.MatchString(c.after())
}

var (
	takesIn = regexp.MustCompile(`\b(receiv|treat|admit|assist)\w*( (at least|about|some|over|nearly|more than))? *$`)
	tookIn  = regexp.MustCompile(`^ *(people |persons |patients )?(was|were|had been|have been|are) (being )?(treated|admitted|brought|taken) (in|at|to) `)
)

// before is what precedes the figure in its sentence.
func (c *counted) before() string {
	return strings.ToLower(annals.Span{Start: c.sentence.Start, End: c.Figure.Start}.In(c.report))
}

// trade says whether a count is of people of one calling or side, told by a noun
// and not by sex or age alone.
func (c *counted) trade() bool {
	return c.Figure.Victims.Sex == "" && c.Figure.Victims.Age == "" && slices.ContainsFunc(c.heads, func(w string) bool { return !anyone[w] })
}

// namesNone says whether no word of one count stands in the other, in whatever
// number.
func namesNone(x, y *counted) bool {
	for _, v := range x.heads {
		for _, w := range y.heads {
			if stem(v) == stem(w) {
				return false
			}
		}
	}
	return true
}

// stem is a word without the ending of the plural.
func stem(w string) string {
	if strings.HasSuffix(w, "men") {
		return strings.TrimSuffix(w, "men") + "man"
	}
	return strings.TrimSuffix(w, "s")
}

func containsAll(list, part []string) bool {
	for _, w := range part {
		if !slices.Contains(list, w) {
			return false
		}
	}
	return true
}

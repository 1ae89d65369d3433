package muc

import (
	"strings"

	"github.com/annals-project/annals"
)

// dropped are words the keys leave out before a filler.
var dropped = words(`the a an some several his her their its our all other these those this that two three four five six seven eight nine ten
	another about approximately least more than one many dozen hundreds of first second third same so-called self-styled alleged yesterday destroyed`)

// titles are words the keys leave out before the name of a person.
var titles = words(`mr mrs miss dr msgr monsignor comrade citizen engineer magistrate judge lawyer professor priest father sergeant corporal lieutenant
	captain major colonel general private policeman officer agent deputy senator mayor councilman governor lt col capt sgt maj gen`)

// bare are heads that say so little that the keys keep their number: "two men".
var bare = words(`man men woman women individual individuals person persons people suspects youths`)

// whole are heads that tell nothing without what they are of: "group of armed men".
var whole = words(`group groups branch branches office offices headquarters members number charge charges stick sticks kg kilograms kilos`)

var articles = words(`the a an`)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// Filler is a mention the way the keys spell fillers: up to its head, in lower
// case, without article, quantity, possessive or title, and without the group
// that its members are of.
func Filler(a *annals.Annotations, m *annals.Mention) string {
	text := m.Text
	if m.Form == annals.Nominal && !m.Head.Empty() && m.Head.End <= m.End && m.Head.End > m.Start {
		end := m.Head.End - m.Start
		if !whole[strings.ToLower(m.Text[m.Head.Start-m.Start:end])] {
			text = m.Text[group(a, m):end]
		}
	}
	left := strings.Fields(strings.ToLower(text))
	counted := len(left) > 0 && bare[left[len(left)-1]]
	for len(left) > 1 && (articles[left[0]] || !counted && (dropped[left[0]] || left[0][0] >= '0' && left[0][0] <= '9') ||
		m.Kind == annals.Person && titles[strings.Trim(left[0], ".")]) {
		left = left[1:]
	}
	return strings.Join(left, " ")
}

// group is where the name of an armed group ends with which a mention of its
// members begins: "FARC guerrillas"; 0 without one.
func group(a *annals.Annotations, m *annals.Mention) int {
	if m.Kind != annals.ArmedGroup {
		return 0
	}
	for i := range a.Mentions {
		if o := &a.Mentions[i]; o.Form == annals.Name && o.Kind == annals.ArmedGroup && o.Start == m.Start && o.End < m.Head.Start {
			return o.End - m.Start
		}
	}
	return 0
}

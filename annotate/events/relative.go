package events

import (
	"strconv"
	"strings"
	"time"

	"github.com/annals-project/annals/text"
)

// order are the words that put an event before or after another: the two are
// never one. The number is what is added to the date of the main clause for that
// of the event they introduce: "came three days after the bombing".
var order = map[string]int{"before": 1, "after": -1, "since": 0, "until": 0, "following": 0}

// link is an event told as coming before or after another one.
type link struct {
	event int // introduced by the word
	main  int // of the clause it belongs to, -1 none
	days  int // from main to event; 0 unknown
}

// ordered finds the events introduced by a word of order.
func (j *joiner) ordered() []link {
	var out []link
	for i := range j.found {
		at := j.found[i].token
		for _, c := range j.text.Children(at) {
			k := &j.text.Tokens[c]
			sign, isOrder := order[k.Norm]
			if !isOrder || k.Dep != "mark" && k.Dep != "case" {
				continue
			}
			l := link{event: i, main: j.mainEvent(at)}
			if l.main >= 0 {
				l.days = sign * j.daysBefore(int(c))
			}
			out = append(out, l)
		}
	}
	return out
}

// mainEvent is the event of the clause a token hangs from, or its subject: "the
// strike came". -1 for none.
func (j *joiner) mainEvent(token int) int {
	h := j.text.Tokens[token].Head
	if h < 0 {
		return -1
	}
	if o, isEvent := j.at[h]; isEvent {
		return o
	}
	if s := j.text.Child(h, "nsubj"); s != text.None {
		if o, isEvent := j.at[s]; isEvent {
			return o
		}
	}
	return -1
}

// units are the lengths of days and weeks, in days.
var units = map[string]int{"day": 1, "days": 1, "week": 7, "weeks": 7}

var smallNumbers = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

// daysBefore reads "three days" right before a token; 0 where that is not said.
func (j *joiner) daysBefore(i int) int {
	if i < 2 {
		return 0
	}
	n, known := smallNumbers[j.text.Tokens[i-2].Norm]
	if !known {
		n, _ = strconv.Atoi(j.text.Tokens[i-2].Norm)
	}
	return n * units[j.text.Tokens[i-1].Norm]
}

// forget takes back the time an earlier sentence lent to an event whose own says
// how many days it was before or after another; one the text points back to keeps it.
func (j *joiner) forget() {
	for _, l := range j.links {
		for _, i := range [2]int{l.event, l.main} {
			if l.days != 0 && j.carriedTime[j.found[i].token] && !(j.found[i].noun && j.definite(j.found[i].token)) {
				j.event(i).Time, j.event(i).EDTF = 0, ""
			}
		}
	}
}

// separate says whether the text puts two events one after the other.
func (j *joiner) separate(a, b int) bool {
	for _, l := range j.links {
		if l.event == a && j.outside(b, a) || l.event == b && j.outside(a, b) {
			return true
		}
	}
	return false
}

// outside says whether event a stands in the sentence of b and does not hang from it.
func (j *joiner) outside(a, b int) bool {
	if j.text.SentenceOf(j.found[a].token) != j.text.SentenceOf(j.found[b].token) {
		return false
	}
	for i := j.found[a].token; i >= 0; i = j.text.Tokens[i].Head {
		if i == j.found[b].token {
			return false
		}
	}
	return true
}

// reckon dates events by those they are told to come days before or after.
func (j *joiner) reckon() {
	for _, l := range j.links {
		if l.days == 0 {
			continue
		}
		j.shift(l.event, l.main, l.days)
		j.shift(l.main, l.event, -l.days)
	}
}

// shift gives an event without a date that of another, some days on.
func (j *joiner) shift(to, from, days int) {
	if j.event(to).EDTF != "" {
		return
	}
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(j.event(from).EDTF))
	if err != nil {
		return
	}
	date := day.AddDate(0, 0, days).Format(time.DateOnly)
	for i := range j.found {
		if e := j.event(i); j.group[i] == j.group[to] && e.EDTF == "" {
			e.EDTF = date
		}
	}
}

package resolve

import (
	_ "embed"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve/scorer"
)

//go:embed tellings.tsv
var tellingsTable string

// tellingWeights are what each reason counts for two tellings being one event.
var tellingWeights = sync.OnceValue(func() scorer.Weights {
	w, err := scorer.Parse(tellingsTable)
	if err != nil {
		panic("tellings.tsv: " + err.Error()) // the table is part of the program; a test reads it
	}
	return w
})

// fit is how two reports' accounts go together.
type fit int

const (
	unlike  fit = iota // different events, or nobody knows
	one                // one event
	part               // one event of the several that the other is of
	undated            // one event, were the day of both known and the same
)

// compareTellings scores two reports' accounts, with the reasons. From 0 on they
// belong together; contradicting ones never do.
func compareTellings(a, b *telling) (score float64, why string, is fit) {
	if contradict(a, b) != "" {
		return 0, "", unlike
	}
	reasons := tellingReasons(a, b)
	w := tellingWeights()
	score, why = w.Score(reasons), w.Why(reasons)
	switch {
	case score < -roundOff && (a.when.empty() || b.when.empty()) && score+w["same day"] >= -roundOff:
		return score, why, undated
	case score < -roundOff:
		return score, why, unlike
	case manyAgainstOne(a.several, b.several, a.killed, b.killed):
		return score, why, part
	}
	return score, why, one
}

// roundOff is what adding weights in another order may change.
const roundOff = 1e-9

// tellingReasons names what speaks for and against two tellings that do not
// contradict each other being one event.
func tellingReasons(a, b *telling) []scorer.Reason {
	var out []scorer.Reason
	give := func(name string) { out = append(out, scorer.Reason{Name: name, Value: 1}) }
	switch {
	case a.when.empty() || b.when.empty():
	case a.when.days() <= 2 && b.when.days() <= 2 && a.when.meets(b.when):
		give("same day")
	case a.when.days() <= 2 && b.when.days() <= 2:
		give("a day apart")
	default:
		give("times overlap")
	}
	if reason := placeLikeness(a, b); reason != "" {
		give(reason)
	}
	switch {
	case intersects(a.actors, b.actors):
		give("same actor")
	case len(a.actors) > 0 && len(b.actors) > 0:
		give("other actor")
	}
	switch {
	case a.site == "" || b.site == "":
	case oneSite(a.site, b.site):
		give("like site")
	default:
		give("other site")
	}
	if intersects(a.victims, b.victims) {
		give("same victim or target")
	}
	if intersects(a.modes, b.modes) {
		give("same means")
	}
	if a.killed != nil && b.killed != nil && ratio(*a.killed, *b.killed) <= likeTollRatio {
		give("like toll")
	}
	return out
}

const likeTollRatio = 1.5 // tolls of one event within days mostly stay within this

// placeLikeness names what two tellings' places share; "" nothing.
func placeLikeness(a, b *telling) string {
	if a.facility != "" && a.facility == b.facility {
		return "same facility"
	}
	if a.place == nil || b.place == nil || a.place.Country != b.place.Country {
		return ""
	}
	fineA, fineB := fineness(a.place.Precision), fineness(b.place.Precision)
	town := fineness(annals.Settlement)
	switch {
	case fineA <= town && fineB <= town && a.place.Name == b.place.Name:
		return "same town"
	case a.place.Admin1 != "" && a.place.Admin1 == b.place.Admin1:
		return "same province"
	case a.place.Country != "":
		return "same country"
	}
	return ""
}

// manyAgainstOne says whether one of two tellings is of several events and the
// other of one, and their dead are not as many: the one may be a part of the others.
func manyAgainstOne(severalA, severalB bool, killedA, killedB *float64) bool {
	return severalA != severalB && killedA != nil && killedB != nil && ratio(*killedA, *killedB) > sameTollRatio
}

// sameTollRatio is how far two counts of the same dead of several events mostly lie
// apart at most; the dead of one of the events are fewer.
const sameTollRatio = 1.25

// contradict says why two tellings cannot be one event; "" when they can.
func contradict(a, b *telling) string {
	switch {
	case a.typ != b.typ:
		return "other kind of event"
	case factual(a.status) != factual(b.status):
		return "one is not said to have happened"
	case !a.when.empty() && !b.when.empty() && !a.when.overlaps(b.when):
		return "other time"
	case !modesAgree(a.modes, b.modes):
		return "other means"
	case a.place != nil && b.place != nil && apart(a.place, b.place):
		return "other place"
	}
	return ""
}

func factual(s annals.Status) bool {
	return s == annals.Happened || s == annals.Attempted || s == annals.Denied
}

// modesAgree says whether two sets of modes can describe one act. An air strike
// is no suicide attack; explosives and gunfire may be one attack told twice.
func modesAgree(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 || intersects(a, b) {
		return true
	}
	return fromAir(a) == fromAir(b)
}

func fromAir(modes map[string]bool) bool { return modes["aerial"] || modes["drone"] }

// apart says whether two places cannot be one: neither holds the other.
func apart(a, b *annals.Place) bool {
	if a.Precision == annals.Region || b.Precision == annals.Region {
		return false
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return true
	}
	if a.Admin1 != "" && b.Admin1 != "" && a.Admin1 != b.Admin1 {
		return true
	}
	town := fineness(annals.Settlement)
	return fineness(a.Precision) <= town && fineness(b.Precision) <= town && a.Name != b.Name
}

func intersects[K comparable](a, b map[K]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

func ratio(a, b float64) float64 {
	if min(a, b) <= 0 {
		return max(a, b) + 1
	}
	return max(a, b) / min(a, b)
}

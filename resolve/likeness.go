package resolve

import (
	"strings"

	"github.com/annals-project/annals"
)

// What speaks for two tellings being one event. The weights were set by hand so
// that a shared day and settlement suffice together, and neither does alone.
const (
	sameDay      = 1.5
	nextDay      = 0.8
	overlapTime  = 0.5
	sameTown     = 1.5
	sameFacility = 1.5
	sameAdmin1   = 0.8
	sameCountry  = 0.3
	sharedActor  = 1.0
	otherActor   = -0.8
	sharedVictim = 0.5
	sharedMode   = 0.5
	likeToll     = 0.5
	sameEvent    = 2.8
)

// compareTellings scores two reports' accounts, with the reasons. Below
// sameEvent they are two events.
func compareTellings(a, b *telling) (float64, string) {
	if reason := contradict(a, b); reason != "" {
		return 0, reason
	}
	score := 0.0
	var why []string
	add := func(weight float64, reason string) {
		score += weight
		why = append(why, reason)
	}
	switch {
	case a.when.empty() || b.when.empty():
	case a.when.days() <= 2 && b.when.days() <= 2 && a.when.meets(b.when):
		add(sameDay, "same day")
	case a.when.days() <= 2 && b.when.days() <= 2:
		add(nextDay, "a day apart")
	default:
		add(overlapTime, "times overlap")
	}
	if weight, reason := placeLikeness(a, b); weight > 0 {
		add(weight, reason)
	}
	switch {
	case intersects(a.actors, b.actors):
		add(sharedActor, "same actor")
	case len(a.actors) > 0 && len(b.actors) > 0:
		add(otherActor, "other actor")
	}
	if intersects(a.victims, b.victims) {
		add(sharedVictim, "same victim or target")
	}
	if intersects(a.modes, b.modes) {
		add(sharedMode, "same means")
	}
	if a.killed != nil && b.killed != nil && ratio(*a.killed, *b.killed) <= likeTollRatio {
		add(likeToll, "like toll")
	}
	return score, strings.Join(why, ", ")
}

const likeTollRatio = 1.5 // tolls of one event within days mostly stay within this

func placeLikeness(a, b *telling) (float64, string) {
	if a.facility != "" && a.facility == b.facility {
		return sameFacility, "same facility"
	}
	if a.place == nil || b.place == nil || a.place.Country != b.place.Country {
		return 0, ""
	}
	fineA, fineB := fineness(a.place.Precision), fineness(b.place.Precision)
	town := fineness(annals.Settlement)
	switch {
	case fineA <= town && fineB <= town && a.place.Name == b.place.Name:
		return sameTown, "same town"
	case a.place.Admin1 != "" && a.place.Admin1 == b.place.Admin1:
		return sameAdmin1, "same province"
	case a.place.Country != "":
		return sameCountry, "same country"
	}
	return 0, ""
}

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

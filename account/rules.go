package account

// Rules are the rules by which low, best and high can be worked out, the
// default first. Those that carry the name of a data project follow what its
// codebook says about several sources; they are not that project's figures.
func Rules() []Rule { return []Rule{IndependentLatest, ACLEDConservative, UCDP, AirwarsRange} }

// RuleNamed finds a rule; false when there is none of that name.
func RuleNamed(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.Name == name {
			return r, true
		}
	}
	return Rule{}, false
}

// ACLEDConservative gives one number, the most conservative.
var ACLEDConservative = Rule{
	Name: "acled-conservative",
	Definition: "One count an origin, its latest. Low, best and high are one number: the least count of any origin; " +
		"of a range its lower end, of \"at least\" the number given.",
	Tally: func(observations []Observation) (low, best, high *float64) {
		var number *float64
		for _, o := range observations {
			number = least(number, firstKnown(o.Low, o.Best, o.High))
		}
		return number, number, number
	},
}

// UCDP prefers the better witness and, where none is better, the lower count.
var UCDP = Rule{
	Name: "ucdp",
	Definition: "One count an origin, its latest. Best is the count of the most reliable witness: the latest report, a stated total before " +
		"a computed sum of the same date, and the lower count where two are as good; low is the least and high the greatest bound that any origin gives.",
	Tally: func(observations []Observation) (low, best, high *float64) {
		chosen := observations[0]
		for _, o := range observations {
			low = least(low, firstKnown(o.Low, o.Best, o.High))
			high = greatest(high, firstKnown(o.High, o.Best, o.Low))
			if later(o, chosen) || !later(chosen, o) && *o.Best < *chosen.Best {
				chosen = o
			}
		}
		return low, chosen.Best, high
	},
}

// AirwarsRange gives a range and no best.
var AirwarsRange = Rule{
	Name: "airwars-range",
	Definition: "One count an origin, its latest. Low is the least and high the greatest number that any origin gives; " +
		"there is no best: the range is the finding.",
	Tally: func(observations []Observation) (low, best, high *float64) {
		for _, o := range observations {
			low = least(low, firstKnown(o.Low, o.Best, o.High))
			high = greatest(high, firstKnown(o.High, o.Best, o.Low))
		}
		return low, nil, high
	},
}

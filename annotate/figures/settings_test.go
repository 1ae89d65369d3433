package figures_test

import "testing"

// TestSettings checks numbers by what stands around them: lists, some of many, types,
// and those told of in headlines and beside names.
func TestSettings(t *testing.T) {
	for source, want := range map[string][]string{
		"The rebels lost 148 men (93 dead and 55 wounded).": {
			"148 men: other 148 person", "93 dead: killed 93 person of 148 men", "55 wounded: injured 55 person of 148 men"},
		"Six monks (five Italians and one Pole) were killed.": {
			"Six monks: killed 6 person", "five Italians: killed 5 person of Six monks", "one Pole: killed 1 person of Six monks"},
		"Three of the four guards were wounded.": {
			"Three of the four guards: injured 3 person of four guards", "four guards: other 4 person"},
		"He saw 30 of the 80 wounded.": {
			"30 of the 80 wounded: injured 30 person of 80 wounded", "80 wounded: injured 80 person"},
		"Quake kills 10; 80 Hurt and 7 Villages Damaged": {
			"10: killed 10 person", "80 Hurt: injured 80 person", "7 Villages: other 7 village"},
		"His death was one of seven killings.": {"seven killings: killed 7 person"},
		"One of the injured died.":             {"One of the injured died: killed 1 person"},
		"Ten people were killed. Two clerks were among those killed.": {
			"Ten people: killed 10 person", "Two clerks: killed 2 person of Ten people"},
		"They found 20 pistols, six of which were stolen.": {
			"20 pistols: other 20 pistol", "six of which: other 6 pistol of 20 pistols"},
		"They seized six AK 47 rifles.":                           {"six AK 47 rifles: other 6 rifle"},
		"The company cut 1,600 and 400 jobs.":                     {"1,600: other 1600 job", "400 jobs: other 400 job"},
		"The firm reported a loss of 3,700 jobs.":                 {"3,700 jobs: other 3700 job"},
		"They mourned the loss of 12 sailors.":                    {"12 sailors: killed 12 person"},
		"They paid US$ 3 billion.":                                {"US$ 3 billion: money 3000000000 USD"},
		"Forty 6 people were injured.":                            {"Forty 6 people: injured 46 person"},
		"Police opened 17 kidnap cases.":                          {"17 kidnap cases: other 17 case"},
		"He held them to blame for the \"murder\" of 19 men.":     {"19 men: killed 19 person"},
		"Policeman killed in fall.":                               {"Policeman: killed 1 person"},
		"Bomb kills policeman.":                                   {"policeman: killed 1 person"},
		"A man was struck and has been injured.":                  {"A man: injured 1 person"},
		"Raiders killed John Smith, a teacher, and left.":         {"John Smith: killed 1 person"},
		"He was sentenced for three attempted murders.":           {"He: other 1 person", "three attempted murders: other 3 person"},
		"The army reported losses without mentioning casualties.": nil,
		"The blast went off without causing casualties.": {
			"without causing casualties: killed 0[0,0] person", "without causing casualties: injured 0[0,0] person"},
		"Some 678 weapons have been seized since Friday.": {"Some 678 weapons: other 678 weapon cumulative"},
		"There are 678 weapons in the camp.":              {"678 weapons: other 678 weapon"},
		"A man was found at Apt. 11, police said.":        nil,
	} {
		check(t, source, want...)
	}
}

package resolve

import "github.com/annals-project/annals"

// sharedNameScore is the score of two actors that share a name which one of
// them goes by only rarely; unsureScore that of two which a person could not
// tell apart.
const (
	sharedNameScore = 0.5
	unsureScore     = 0.5
)

// findPossiblySame notes actors who share a name that one of them goes by only
// rarely, and those that a person is unsure of: shown, left open, not joined.
// What is known to be two is not noted.
func (f *actorFinder) findPossiblySame() {
	seen := map[[2]int]bool{}
	for _, x := range f.rulings {
		a, b := f.actorOf[f.candidates[x.left].key], f.actorOf[f.candidates[x.right].key]
		if a != b && !seen[[2]int{a, b}] {
			seen[[2]int{a, b}], seen[[2]int{b, a}] = true, true
			if x.Verdict == annals.Unsure {
				f.note(a, b, unsureScore, x.By+" is unsure: "+x.Why)
				f.note(b, a, unsureScore, x.By+" is unsure: "+x.Why)
			}
		}
	}
	byName := f.actorsByName()
	for _, k := range sortedKeys(byName) {
		for _, i := range byName[k] {
			for _, j := range byName[k] {
				a, b := f.actorOf[f.candidates[i].key], f.actorOf[f.candidates[j].key]
				if a == b || seen[[2]int{a, b}] || !kindsAgree(f.Actors[a].Kind, f.Actors[b].Kind) || f.same.forbidden(i, j) {
					continue
				}
				seen[[2]int{a, b}] = true
				why := "both are called " + k
				f.note(a, b, sharedNameScore, why)
				if a < b {
					f.decideOn(i, j, annals.Unsure, "shared name, which one of them goes by only rarely: "+why)
				}
			}
		}
	}
}

func (f *actorFinder) note(actor, other int, score float64, why string) {
	f.Actors[actor].PossiblySame = append(f.Actors[actor].PossiblySame, Likeness{Actor: other, Score: score, Why: []string{why}})
}

// actorsByName lists under each name one candidate of every actor that bears it.
func (f *actorFinder) actorsByName() map[string][]int {
	byName := map[string][]int{}
	last := map[string]int{}
	for i, c := range f.candidates {
		actor := f.actorOf[c.key]
		for _, k := range sortedKeys(c.names) {
			if before, met := last[k]; !met || before != actor {
				byName[k], last[k] = append(byName[k], i), actor
			}
		}
	}
	return byName
}

package events

// frame says what part each function around a trigger plays.
type frame struct {
	name  string
	roles map[string]string // function → actor, victim, target, weapon, recipient or hit
}

// locative are prepositions that say where unless what follows can be hit.
var locative = map[string]bool{"in": true, "at": true, "inside": true, "outside": true, "near": true, "into": true,
	"under": true, "beneath": true, "aboard": true, "toward": true, "of": false}

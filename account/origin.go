package account

import "github.com/annals-project/annals/resolve"

// OriginName says in words where statements come from: the work, the actor, the
// words by which a report names an unnamed source, or the report itself.
func (a *Account) OriginName(o *resolve.Origin) string {
	switch {
	case o.Work != "":
		return o.Work
	case o.Actor >= 0:
		return a.Resolution.Actors[o.Actor].Name
	}
	for _, k := range o.Statements {
		if c := a.Statement(k).Claim; c != 0 {
			if words := a.speaker(k.Reading, &a.Reading(k.Reading).Claims[c-1]); words != "" {
				return words
			}
		}
	}
	if o.Reading >= 0 {
		return "report " + a.DocumentOf(o.Reading).Label + " itself"
	}
	return UnnamedSource
}

package account

import (
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Claim is one thing that someone says in one report.
type Claim struct {
	Reading     int
	Ref         annals.Ref // into the reading's Claims
	Speaker     string     // the actor's name, else the words of the report, or that nobody is named
	Actor       int        // index into Actors; -1 none
	SpeakerType string
	Via         []string // through whom, nearest first
	Kind        annals.ClaimKind
	EDTF        string // when it was said; "" unknown
	Content     string
	Statements  []resolve.StatementKey
}

func (a *Account) deriveClaims() {
	for _, d := range a.Documents {
		r := a.Reading(d.Reading)
		for i := range r.Claims {
			a.Claims = append(a.Claims, a.newClaim(d.Reading, annals.Ref(i+1)))
		}
	}
	sort.SliceStable(a.Claims, func(i, j int) bool {
		x, y := &a.Claims[i], &a.Claims[j]
		return a.documentAt[x.Reading] < a.documentAt[y.Reading]
	})
}

func (a *Account) newClaim(reading int, ref annals.Ref) Claim {
	r := a.Reading(reading)
	c := &r.Claims[ref-1]
	claim := Claim{Reading: reading, Ref: ref, Speaker: a.speaker(reading, c), Actor: -1, SpeakerType: c.SpeakerType,
		Kind: c.Kind, Statements: a.statements(reading, annals.AboutClaim, ref)}
	if c.Speaker != 0 {
		claim.Actor = a.ActorOf(resolve.EntityKey{Reading: reading, Entity: c.Speaker})
	}
	for _, via := range c.Via {
		if name := a.NameOf(resolve.EntityKey{Reading: reading, Entity: via}); name != "" {
			claim.Via = append(claim.Via, name)
		}
	}
	if c.Time != 0 {
		claim.EDTF = r.Times[c.Time-1].EDTF
	}
	if n := len(c.Content); n > 0 {
		claim.Content = annals.Span{Start: c.Content[0].Start, End: c.Content[n-1].End}.In(r.Document.Text)
	}
	return claim
}

// UnnamedSource is what the account calls those whom a report does not name: what
// they say is not the report's own word.
const UnnamedSource = "an unnamed source"

// speaker is what the account calls whoever makes a claim.
func (a *Account) speaker(reading int, c *annals.Claim) string {
	if c.Speaker != 0 {
		if name := a.NameOf(resolve.EntityKey{Reading: reading, Entity: c.Speaker}); name != "" {
			return name
		}
	}
	if words := c.Source.In(a.Reading(reading).Document.Text); words != "" {
		return words
	}
	return UnnamedSource
}

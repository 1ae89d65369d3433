package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// Origin is where statements really come from: the person or body that is
// quoted, a work that several reports draw on, or, for what a report says
// itself, the report with its copies.
type Origin struct {
	ID         string
	Actor      int    // index into Actors; -1 none
	Work       string // "UN monitoring report", as written; "" none
	Reading    int    // index into Readings when the report itself says it; -1 otherwise
	Statements []StatementKey
	Why        []string // why sources that reports call otherwise, or what they do not attribute, are this one
}

// findOrigins gives each statement its origin. A quoted origin outranks the
// outlet; what nobody is quoted for counts once a group of copies; of two
// statements that share wording, the one that names its source tells the
// source of the other.
func (r *Resolution) findOrigins() {
	r.whys = map[string]map[string]bool{}
	voices := r.voices()
	r.joinVoices(voices)
	keys, open := map[StatementKey]string{}, map[StatementKey]bool{}
	for _, v := range voices {
		for _, k := range v.statements {
			keys[k], open[k] = v.key, v.points
		}
	}
	r.borrow(keys, open)
	r.solely(voices, keys)
	r.heard = map[Passage][]string{}
	for _, v := range voices {
		for _, p := range v.passages {
			r.heard[p] = append(r.heard[p], v.key)
		}
	}
	r.originOf = map[StatementKey]int{}
	index := map[string]int{}
	for i, reading := range r.Readings {
		for s := range reading.Statements {
			k := StatementKey{i, s}
			key, ok := keys[k]
			if !ok {
				continue
			}
			n, met := index[key]
			if !met {
				n = len(r.Origins)
				index[key] = n
				sum := sha256.Sum256([]byte(key))
				r.originKeys = append(r.originKeys, key)
				r.Origins = append(r.Origins, Origin{ID: "o" + hex.EncodeToString(sum[:])[:12], Actor: -1, Reading: -1, Why: sortedKeys(r.whys[key])})
			}
			r.originOf[k] = n
			r.Origins[n].Statements = append(r.Origins[n].Statements, k)
		}
	}
	r.tellOrigins()
}

// because notes why different sources are the origin that has a key.
func (r *Resolution) because(key, why string) {
	if r.whys[key] == nil {
		r.whys[key] = map[string]bool{}
	}
	r.whys[key][why] = true
}

// Kinds of origin, best first; a key begins with one.
const (
	workOrigin    = "1work "
	actorOrigin   = "2actor "
	unnamedOrigin = "3unnamed "
	outletOrigin  = "4report "
)

// attributed says whether an origin's key is of somebody who is quoted.
func attributed(key string) bool { return !strings.HasPrefix(key, outletOrigin) }

// outlet is the document, or the group of copies it belongs to.
func (r *Resolution) outlet(reading int) string {
	if g := r.Group(reading); g >= 0 {
		return r.Groups[g].ID
	}
	return r.Readings[reading].Document.ID
}

func claimOf(reading *annals.Reading, statement int) *annals.Claim {
	if c := reading.Statements[statement].Claim; c != 0 {
		return &reading.Claims[c-1]
	}
	return nil
}

// citesWork says whether the words of a source name a written work, "the UN
// monitoring report", not a person or body. As part of a name some words are
// none: the Geological Survey is a body.
func citesWork(source string) bool {
	return slices.ContainsFunc(callingWords(beforeComma(source)), func(w callingWord) bool {
		return voiceWords()[singular(w.lower)] == workWord && (!w.name || titleOfWork[w.lower])
	})
}

// titleOfWork are words of works that are so in their titles too.
var titleOfWork = map[string]bool{"report": true, "index": true, "database": true, "assessment": true}

// tellOrigins says of each origin whose it is: the work, the actor, or the
// report itself.
func (r *Resolution) tellOrigins() {
	actors := map[string]int{}
	for i := range r.Actors {
		actors[actorOrigin+r.Actors[i].ID] = i
	}
	for i := range r.Origins {
		o := &r.Origins[i]
		if actor, named := actors[r.originKeys[i]]; named {
			o.Actor = actor
		}
		if !attributed(r.originKeys[i]) {
			o.Reading = o.Statements[0].Reading
		}
		for _, k := range o.Statements {
			if c := claimOf(r.Readings[k.Reading], k.Statement); c != nil {
				source := c.Source.In(r.Readings[k.Reading].Document.Text)
				if citesWork(source) && len(source) > len(o.Work) {
					o.Work = stripArticle(source)
				}
			}
		}
	}
}

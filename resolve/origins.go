package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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
}

// findOrigins gives each statement its origin. A quoted origin outranks the
// outlet; what nobody is quoted for counts once a group of copies; of two
// statements that share wording, the one that names its source tells the
// source of the other.
func (r *Resolution) findOrigins() {
	keys := map[StatementKey]string{}
	var order []StatementKey
	for i, reading := range r.Readings {
		for s := range reading.Statements {
			k := StatementKey{i, s}
			if reading.Statements[s].About == annals.AboutNothing {
				continue
			}
			keys[k] = r.ownOrigin(k)
			order = append(order, k)
		}
	}
	for _, reuse := range r.Reuses {
		r.shareOrigin(reuse, keys)
	}
	r.originOf = map[StatementKey]int{}
	index := map[string]int{}
	for _, k := range order {
		n, ok := index[keys[k]]
		if !ok {
			n = len(r.Origins)
			index[keys[k]] = n
			sum := sha256.Sum256([]byte(keys[k]))
			r.Origins = append(r.Origins, Origin{ID: "o" + hex.EncodeToString(sum[:])[:12], Actor: -1, Reading: -1})
		}
		r.originOf[k] = n
		r.Origins[n].add(r, k)
	}
}

// Kinds of origin, best first; a key begins with one.
const (
	workOrigin    = "1work "
	actorOrigin   = "2actor "
	unnamedOrigin = "3unnamed "
	outletOrigin  = "4report "
)

// ownOrigin is the key of the origin that a statement itself points to.
func (r *Resolution) ownOrigin(k StatementKey) string {
	reading := r.Readings[k.Reading]
	c := claimOf(reading, k.Statement)
	if c == nil {
		return outletOrigin + r.outlet(k.Reading)
	}
	source := c.Source.In(reading.Document.Text)
	if words := nameWords(source); citesWork(words) {
		if len(words) > 1 {
			return workOrigin + strings.Join(words, " ")
		}
		return unnamedOrigin + words[0] + " in " + r.outlet(k.Reading)
	}
	if actor := r.Actor(EntityKey{k.Reading, c.Speaker}); c.Speaker != 0 && actor >= 0 {
		return actorOrigin + r.Actors[actor].ID
	}
	return fmt.Sprintf("%s%s in %s", unnamedOrigin, nameKey(source), r.outlet(k.Reading))
}

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

// citesWork says whether a source's words name a written work, "the UN
// monitoring report", not a person or body.
func citesWork(words []string) bool {
	for _, w := range words {
		if isWork[w] {
			return true
		}
	}
	return false
}

var isWork = map[string]bool{"report": true, "study": true, "survey": true, "assessment": true, "index": true,
	"database": true, "communique": true, "dossier": true, "paper": true, "review": true}

// shareOrigin gives the statements on both sides of a reuse the better origin
// of the two. Alike wording without any named source shares nothing: such
// texts are copies or chance.
func (r *Resolution) shareOrigin(reuse Reuse, keys map[StatementKey]string) {
	for _, a := range r.statementsIn(reuse.Left) {
		for _, b := range r.statementsIn(reuse.Right) {
			if !r.sameSubject(a, b) {
				continue
			}
			best := min(keys[a], keys[b])
			if !strings.HasPrefix(best, outletOrigin) {
				keys[a], keys[b] = best, best
			}
		}
	}
}

func (o *Origin) add(r *Resolution, k StatementKey) {
	o.Statements = append(o.Statements, k)
	c := claimOf(r.Readings[k.Reading], k.Statement)
	if c == nil {
		if o.Actor < 0 && o.Work == "" {
			o.Reading = k.Reading
		}
		return
	}
	source := c.Source.In(r.Readings[k.Reading].Document.Text)
	if citesWork(nameWords(source)) && len(source) > len(o.Work) {
		o.Work = stripArticle(source)
	}
	if actor := r.Actor(EntityKey{k.Reading, c.Speaker}); c.Speaker != 0 && o.Actor < 0 {
		o.Actor = actor
	}
	if o.Actor >= 0 || o.Work != "" {
		o.Reading = -1
	}
}

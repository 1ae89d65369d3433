package mentions

import (
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
)

// settling are words that begin the names of places, which a hyphen ties to a
// person's or a thing's name after them: "Saint-Marc" is no Marc.
var settling = map[string]bool{"saint": true, "sainte": true, "saints": true, "san": true, "santa": true, "santo": true, "são": true, "sant": true,
	"port": true, "puerto": true, "porto": true, "fort": true, "mont": true, "monte": true, "ville": true, "villa": true, "camp": true, "pont": true,
	"cap": true, "château": true, "bourg": true, "kafr": true, "kfar": true, "tell": true, "tel": true, "deir": true, "bir": true, "wadi": true}

// hyphened is the whole name of a place of which the model has the first word or
// what follows its hyphen.
func (r *reading) hyphened(n chain.Span) chain.Span {
	s := &r.t.Sentences[r.t.SentenceOf(n.First)]
	whole := n
	if at := n.First - 1; at > s.First && r.t.Form(at) == "-" && r.joined(at) {
		whole.First -= 2
	}
	for whole.Last+1 < s.Last && r.t.Form(whole.Last) == "-" && r.joined(whole.Last) && r.upper(whole.Last+1) {
		whole.Last += 2
	}
	if whole == n || !settling[r.t.Tokens[whole.First].Norm] || !r.upper(whole.First) {
		return n
	}
	whole.Type = corpus.Place
	return whole
}

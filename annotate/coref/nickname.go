package coref

import "github.com/annals-project/annals"

// nickname is where the quotation marks stand around a nickname inside a
// person's name, "Paul \"Lefty\" Reed"; 0, 0 when there is none.
func (x *reading) nickname(mention int) (open, shut int) {
	m, v := &x.d.Mentions[mention], &x.views[mention]
	if m.Form != annals.Name || m.Kind != annals.Person {
		return 0, 0
	}
	for i := v.first + 1; i < v.last-1; i++ {
		if !quotes[x.t.Form(i)] {
			continue
		}
		if open > 0 {
			return open, i
		}
		open = i
	}
	return 0, 0
}

var quotes = map[string]bool{"\"": true, "“": true, "”": true, "'": true, "‘": true, "’": true, "``": true, "''": true, "«": true, "»": true}

// listNicknames adds the nicknames that stand inside names to the names of their
// bearers.
func (x *reading) listNicknames() {
	for i := range x.d.Mentions {
		open, shut := x.nickname(i)
		if ref := x.d.Mentions[i].Entity; ref != 0 && shut > open+1 {
			start, end := x.t.Bytes(open+1, shut)
			x.addName(ref, annals.Alias{Name: plainName(x.t.Source[start:end]), Span: x.d.Mentions[i].Span, Kind: "other"})
		}
	}
}

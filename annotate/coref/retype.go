package coref

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// retype corrects the kind of names that the model takes for those of persons or
// of nothing in particular where the report says what they are of: "Dorvan, a
// clan militia", "Dorvan district", or the name of a place or a body elsewhere.
func (x *reading) retype() {
	for _, mentions := range x.namedAlike() {
		kind := x.statedKind(mentions)
		if kind == annals.OtherKind {
			continue
		}
		for _, i := range mentions {
			if m := &x.d.Mentions[i]; m.Kind == annals.Person || m.Kind == annals.OtherKind {
				m.Kind = kind
			}
		}
	}
}

// namedAlike are the names of the document by their text, in the order of the
// text, without those that are, or may be, part of a person's fuller name.
func (x *reading) namedAlike() [][]int {
	index, personal := map[string]int{}, map[string]bool{}
	var out [][]int
	for i := range x.d.Mentions {
		m, v := &x.d.Mentions[i], &x.views[i]
		if m.Form != annals.Name {
			continue
		}
		if m.Kind == annals.Person && v.last > v.first+1 {
			for _, w := range pieces(m.Text) {
				personal[w] = true
			}
		}
		at, known := index[m.Text]
		if !known {
			at = len(out)
			index[m.Text] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], i)
	}
	kept := out[:0]
	for _, mentions := range out {
		if !personal[strings.ToLower(x.d.Mentions[mentions[0]].Text)] {
			kept = append(kept, mentions)
		}
	}
	return kept
}

// statedKind is the kind of body or place that the report shows some mentions of
// one name to be of; other where it shows none, or one of them has a title.
func (x *reading) statedKind(mentions []int) annals.Kind {
	kind, unsure := annals.OtherKind, false
	for _, i := range mentions {
		m := &x.d.Mentions[i]
		if m.Kind != annals.Person && m.Kind != annals.OtherKind {
			if m.Kind != annals.Population && x.views[i].last == x.views[i].first+1 {
				kind = m.Kind
			}
			continue
		}
		unsure = true
		if x.titled(i) {
			return annals.OtherKind
		}
		if k := x.describedAs(i); k != annals.OtherKind {
			kind = k
		}
	}
	if !unsure {
		return annals.OtherKind
	}
	return kind
}

// titled says whether a title, or a word for a person, stands right before name i.
func (x *reading) titled(i int) bool {
	at := x.views[i].first - 1
	if at < 0 {
		return false
	}
	n, _ := x.lexicon.Honorific(x.t, at, at+1)
	return n > 0 || x.personNoun(at)
}

// describedAs is what an apposition or the noun after name i says it is of.
func (x *reading) describedAs(i int) annals.Kind {
	v := &x.views[i]
	for j := i + 1; j < len(x.d.Mentions) && x.views[j].sentence == v.sentence; j++ {
		if m := &x.d.Mentions[j]; m.Form == annals.Nominal && body(m.Kind) && x.saysWhat(i, j) {
			return m.Kind
		}
	}
	k := &x.t.Tokens[v.head]
	if v.last < len(x.t.Tokens) && k.Head >= v.last && text.DepIs(k.Dep, "compound") && settlements[x.t.Tokens[v.last].Norm] {
		return annals.PlaceKind
	}
	return annals.OtherKind
}

// body says that a kind is of bodies of people that act as one.
func body(k annals.Kind) bool {
	return k == annals.ArmedGroup || k == annals.StateForce || k == annals.Organisation
}

func (x *reading) indefinite(first int) bool {
	return first > 0 && (x.t.Tokens[first-1].Norm == "a" || x.t.Tokens[first-1].Norm == "an")
}

// settlements are nouns of places that follow the place's own name.
var settlements = map[string]bool{"district": true, "districts": true, "province": true, "provinces": true, "village": true, "villages": true, "town": true,
	"towns": true, "city": true, "region": true, "county": true, "counties": true, "area": true, "areas": true, "municipality": true, "governorate": true,
	"subdistrict": true, "sub-district": true, "upazila": true, "tehsil": true, "taluk": true, "commune": true, "neighborhood": true, "neighbourhood": true,
	"suburb": true, "locality": true, "prefecture": true, "department": true, "barangay": true, "valley": true, "island": true, "islands": true, "lga": true}

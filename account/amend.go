package account

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Amendment is one thing in which a person set the reader right.
type Amendment struct {
	Key        annals.Key
	Reading    int    // index into Resolution.Readings
	Text       string // the words of the report
	Was        string // of a corrected field: what annals read
	Judgement  annals.Judgement
	Statements []resolve.StatementKey
}

// amended is readings with what persons say of them laid over. Readings that
// nobody touched are the ones given; nothing given is changed.
type amended struct {
	readings   []*annals.Reading
	originals  map[string]*annals.Reading // by document: those that were touched
	irrelevant map[string]*annals.Judgement
	amendments []Amendment // Reading is not yet set
}

// verdicts is what persons say of one element of a reading.
type verdicts struct {
	standing *annals.Judgement            // accepted or rejected, whichever is the later
	fields   map[string]*annals.Judgement // the latest correction of each field
}

// amend lays the standing judgements of persons over the readings: rejected
// elements are gone, corrected fields read what a person says, irrelevant
// reports state nothing.
func amend(readings []*annals.Reading, judgements []annals.Judgement) *amended {
	a := &amended{readings: slices.Clone(readings), originals: map[string]*annals.Reading{}, irrelevant: map[string]*annals.Judgement{}}
	byDocument := a.sortOut(annals.Standing(judgements))
	if len(byDocument) == 0 && len(a.irrelevant) == 0 {
		return a
	}
	places := &placeNames{readings: readings}
	for i, r := range readings {
		judged, id := byDocument[r.Document.ID], r.Document.ID
		switch {
		case a.irrelevant[id] != nil:
			a.originals[id], a.readings[i] = r, silenced(r)
		case len(judged) > 0:
			o := &overlay{was: r, now: copied(r), places: places, gone: map[annals.KeyKind]map[annals.Ref]bool{}}
			o.apply(judged)
			a.originals[id], a.readings[i] = r, o.now
			a.amendments = append(a.amendments, o.amendments...)
		}
	}
	return a
}

// sortOut sorts the judgements about elements by document, and sets irrelevant.
func (a *amended) sortOut(standing []annals.Judgement) map[string][]annals.Judgement {
	relevance := map[string]*annals.Judgement{}
	out := map[string][]annals.Judgement{}
	for i := range standing {
		j := &standing[i]
		key, err := annals.ParseKey(j.Left)
		if err != nil {
			continue
		}
		switch j.Verdict {
		case annals.Accepted, annals.Rejected, annals.Corrected:
			out[key.Document] = append(out[key.Document], *j)
		case annals.Relevant, annals.Irrelevant:
			if before := relevance[key.Document]; before == nil || j.Newer(before) {
				relevance[key.Document] = j
			}
		}
	}
	for document, j := range relevance {
		if j.Verdict == annals.Irrelevant {
			a.irrelevant[document] = j
		}
	}
	return out
}

// silenced is a reading in which nothing is stated.
func silenced(r *annals.Reading) *annals.Reading {
	out := &annals.Reading{Document: r.Document, Sentences: r.Sentences, Extractor: r.Extractor, Statements: slices.Clone(r.Statements)}
	for i := range out.Statements {
		silence(&out.Statements[i])
	}
	return out
}

// silence leaves of a statement only what names it.
func silence(s *annals.Statement) {
	*s = annals.Statement{ID: s.ID, Document: s.Document, About: annals.AboutNothing, Reported: s.Reported, Recorded: s.Recorded, Extractor: s.Extractor}
}

// copied is a reading whose lists of elements may be changed.
func copied(r *annals.Reading) *annals.Reading {
	out := *r
	out.Mentions, out.Events, out.Figures = slices.Clone(r.Mentions), slices.Clone(r.Events), slices.Clone(r.Figures)
	out.Claims, out.Relations, out.Statements = slices.Clone(r.Claims), slices.Clone(r.Relations), slices.Clone(r.Statements)
	out.Entities = slices.Clone(r.Entities)
	for i := range out.Entities {
		out.Entities[i].Aims = slices.Clone(r.Entities[i].Aims)
	}
	return &out
}

// Original is a reading as it was read, without what persons amended. Elements
// may be numbered otherwise than in Reading; statements are not.
func (a *Account) Original(reading int) *annals.Reading {
	r := a.Reading(reading)
	if was, ok := a.originals[r.Document.ID]; ok {
		return was
	}
	return r
}

func (a *Account) listAmendments(from *amended) {
	at := map[string]int{}
	for i, r := range a.Resolution.Readings {
		at[r.Document.ID] = i
		a.Documents[a.documentAt[i]].Irrelevant = from.irrelevant[r.Document.ID]
	}
	a.Amendments = from.amendments
	for i := range a.Amendments {
		x := &a.Amendments[i]
		x.Reading = at[x.Key.Document]
		for s := range x.Statements {
			x.Statements[s].Reading = x.Reading
		}
	}
	slices.SortFunc(a.Amendments, func(x, y Amendment) int {
		return cmp.Or(cmp.Compare(a.documentAt[x.Reading], a.documentAt[y.Reading]), cmp.Compare(x.Key.At, y.Key.At),
			cmp.Compare(x.Key.String(), y.Key.String()), cmp.Compare(x.Judgement.Field, y.Judgement.Field))
	})
}

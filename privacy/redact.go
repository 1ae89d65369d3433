package privacy

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/mask"
	"github.com/annals-project/annals/resolve"
)

// Redact gives the readings of an account out of which a person's name was
// taken, for a record to put in the place of what it holds: whole or in part, in
// text, title, address, bytes as received and all that was read. Every name that
// the reports give that person goes. Lengths stay, so that every place in a text
// is still where it was; a document keeps its ID, which from then on is a name
// and no longer the hash of its bytes.
func Redact(a *account.Account, person string) []*annals.Reading {
	names := goesBy(a, person)
	var whole mask.Names
	for name := range names {
		whole.Add(name, false)
	}
	if whole.Empty() { // one word: wherever it is written as a name
		whole.Add(person, true)
	}
	var out []*annals.Reading
	for i, r := range a.Resolution.Readings {
		m := &readingMask{exact: map[string]bool{}, open: map[string]bool{}, hidden: map[annals.Ref]bool{}, strict: true}
		m.take(a, i, names)
		if len(m.hidden) == 0 && !holds(&whole, r.Document) {
			continue
		}
		for name := range names {
			m.names.Add(name, true)
			m.exact[name] = true
		}
		m.spans = append(m.spans, m.names.Find(r.Document.Text, nil)...)
		out = append(out, m.reading(r))
	}
	return out
}

// goesBy are the names that reports give to whoever is called so.
func goesBy(a *account.Account, person string) map[string]bool {
	names := map[string]bool{person: true}
	for i := range a.Resolution.Actors {
		if actor := &a.Resolution.Actors[i]; actor.Kind == annals.Person && called(actor, person) {
			for _, n := range actor.Names {
				names[n.Name] = true
			}
		}
	}
	return names
}

func called(actor *resolve.Actor, person string) bool {
	for _, n := range actor.Names {
		if strings.EqualFold(n.Name, person) {
			return true
		}
	}
	return false
}

// take notes where a report names whoever goes by the names.
func (m *readingMask) take(a *account.Account, reading int, names map[string]bool) {
	r := a.Resolution.Readings[reading]
	for _, x := range r.Mentions {
		actor := a.Resolution.Actor(resolve.EntityKey{Reading: reading, Entity: x.Entity})
		if x.Form == annals.Name && x.Entity != 0 && actor >= 0 && names[a.Resolution.Actors[actor].Name] && a.Resolution.Actors[actor].Kind == annals.Person {
			m.hidden[x.Entity] = true
			m.spans = append(m.spans, x.Span)
		}
	}
}

// holds says whether a document has one of the names anywhere.
func holds(names *mask.Names, d *annals.Document) bool {
	all := append([]string{d.Text, d.Title, d.URI, d.GivenID, string(d.Raw)}, d.Byline...)
	for _, e := range d.Embeds {
		all = append(all, e.Text, e.Author, e.URI)
	}
	for _, n := range d.Notes {
		all = append(all, n.Original, n.Message)
	}
	for _, s := range all {
		for _, form := range append(forms(s), s) {
			if len(names.Find(form, nil)) > 0 {
				return true
			}
		}
	}
	return false
}

// Names says whether some words hold a name, in whatever spelling.
func Names(person, words string) bool {
	var n mask.Names
	n.Add(person, true)
	return len(n.Find(words, nil)) > 0
}

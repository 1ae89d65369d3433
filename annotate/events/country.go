package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/places"
)

// inCountry places what no words place in the country of the report: the one in
// which lies everything else it tells of. It runs after mentions are joined, so that
// a country that is only inferred keeps no two mentions apart.
func (r *reading) inCountry() {
	where := r.country()
	if where == 0 {
		return
	}
	for i := range r.doc.Events {
		if e := &r.doc.Events[i]; e.Place == 0 && tookPlace(e) && !r.abroad(e, r.doc.Mentions[where-1].Place.Country) {
			e.Place = where
		}
	}
}

// tookPlace says that an event is violence or protest that happened: what is feared or
// planned may be meant for another country, and words are spoken anywhere.
func tookPlace(e *annals.Event) bool {
	return e.Status == annals.Happened && e.PLOVER != nil && (e.PLOVER.Type == "ASSAULT" || e.PLOVER.Type == "PROTEST")
}

// abroad says that the sentence of an event names a place of another country as well.
func (r *reading) abroad(e *annals.Event, country string) bool {
	s := r.text.SentenceAt(e.Trigger.Start)
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if m.Place != nil && m.Place.Country != "" && m.Place.Country != country && r.text.SentenceAt(m.Start) == s {
			return true
		}
	}
	return false
}

// enoughPlaced is how many events of a report must be placed before their country is
// taken for that of the others.
const enoughPlaced = 3

// country is the mention of the one country in which all placed events lie; 0 where
// there are several, too few events are placed, or its name is not told.
func (r *reading) country() annals.Ref {
	country, placed := "", 0
	for i := range r.doc.Events {
		p := r.placeOf(&r.doc.Events[i])
		switch {
		case p == nil || p.Country == "":
		case country != "" && p.Country != country:
			return 0
		default:
			country = p.Country
			placed++
		}
	}
	if placed < enoughPlaced {
		return 0
	}
	return r.named(country)
}

// named is the first mention of a country by its name, one of the dateline only
// where no other is.
func (r *reading) named(country string) annals.Ref {
	dateline := annals.Ref(0)
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if m.Kind != annals.PlaceKind || m.Form != annals.Name || m.Place == nil || m.Place.Precision != annals.Country || m.Place.Country != country {
			continue
		}
		if !places.InDateline(r.doc.Doc.Text, m.Span) {
			return annals.Ref(i + 1)
		}
		if dateline == 0 {
			dateline = annals.Ref(i + 1)
		}
	}
	return dateline
}

func (r *reading) placeOf(e *annals.Event) *annals.Place {
	if e.Place == 0 {
		return nil
	}
	return r.doc.Mentions[e.Place-1].Place
}

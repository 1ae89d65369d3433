package export

import (
	"encoding/json"
	"io"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

type featureCollection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *geometry      `json:"geometry"` // null where no point is known
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// GeoJSON writes the events of an account as features. What is known to a point
// or settlement has a point; an area has none, since a point in it would say
// where in it: its name, country and precision stand in the properties, with a
// point to label it by, marked as such.
func GeoJSON(w io.Writer, a *account.Account) error {
	out := featureCollection{Type: "FeatureCollection", Features: []feature{}}
	for i := range a.Events {
		out.Features = append(out.Features, featureOf(a, &a.Events[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func featureOf(a *account.Account, e *account.Event) feature {
	p := map[string]any{"title": e.Title, "status": e.Status, "alleged": e.Alleged, "grade": e.Grade, "reports": len(e.Documents),
		"independent_sources": e.Sources, "key": e.Mentions[0].String()}
	if e.EDTF != "" {
		p["edtf"] = e.EDTF
	}
	if e.PLOVER != nil {
		p["type"], p["mode"] = e.PLOVER.Type, e.PLOVER.Mode
	}
	for _, t := range e.Tallies {
		p[string(t.Measure)] = map[string]any{"low": t.Low, "best": t.Best, "high": t.High, "rule": t.Rule}
	}
	var refs []string
	for _, c := range a.Cite(e.Statements) {
		refs = append(refs, a.Ref(c))
	}
	p["refs"] = refs
	f := feature{Type: "Feature", ID: e.ID, Properties: p}
	if e.Place == nil {
		return f
	}
	p["place"], p["country"], p["admin1"], p["precision"] = e.Place.Name, e.Place.Country, e.Place.Admin1Nm, e.Place.Precision
	if e.Place.Relation != "" && e.Place.Relation != "in" {
		p["relation"] = e.Place.Relation
	}
	area := e.Place.Precision != annals.Point && e.Place.Precision != annals.Settlement
	p["area"] = area
	switch at := [2]float64{e.Place.Lon, e.Place.Lat}; {
	case e.Place.Located && area:
		p["label_at"] = at
	case e.Place.Located:
		f.Geometry = &geometry{"Point", at}
	}
	return f
}

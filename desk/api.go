package desk

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/annals-project/annals/desk/snapshot"
)

// mostItems is how many items one answer of the API may hold.
const mostItems = 1000

// Paging is which part of a list is asked for.
type Paging struct {
	Page  int `query:"page" minimum:"1" default:"1" doc:"which page, from 1"`
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"items a page"`
}

// selection is a filter with a page of what it chooses.
type selection struct {
	snapshot.Filter
	Paging
}

// named is what is asked for by its ID.
type named struct {
	ID string `path:"id" doc:"an ID as lists give it; the ID of a part that was merged leads to the whole"`
}

// items is a page of a list.
type items[T any] struct {
	Body struct {
		Revision int64 `json:"revision" doc:"of the record"`
		Total    int   `json:"total"`
		Page     int   `json:"page"`
		Pages    int   `json:"pages"`
		Items    []T   `json:"items"`
	}
}

// value is one thing.
type value[T any] struct{ Body T }

// api puts the values of the pages under /api/v1, described in OpenAPI.
func (d *Desk) api(mux *http.ServeMux) {
	config := huma.DefaultConfig("annals", "1")
	config.Info.Description = "The reconciled account of a record of reports about armed conflict. The same values as on the pages; a session's cookie lets in. " +
		"Answers carry an ETag of the record's revision: send it back as If-None-Match."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/v1/openapi", "", "/api/v1/schemas"
	config.CreateHooks = nil // no address of a schema in every answer
	a := humago.New(mux, config)
	listed(d, a, "events", "Events, by time", (*snapshot.Snapshot).EventsBy, func(s *snapshot.Snapshot, page []int) []snapshot.Event { return pick(s.Events, page) })
	listed(d, a, "actors", "Actors, the most mentioned first", (*snapshot.Snapshot).ActorsBy, func(s *snapshot.Snapshot, page []int) []snapshot.Actor { return pick(s.Actors, page) })
	listed(d, a, "documents", "Reports, by date of publication", (*snapshot.Snapshot).DocumentsBy, func(s *snapshot.Snapshot, page []int) []snapshot.Document { return pick(s.Documents, page) })
	listed(d, a, "claims", "Who says what", (*snapshot.Snapshot).ClaimsBy, (*snapshot.Snapshot).Claims)
	listed(d, a, "relations", "How actors stand to one another", (*snapshot.Snapshot).RelationsBy, (*snapshot.Snapshot).Relations)
	listed(d, a, "conflicts", "Where reports disagree", (*snapshot.Snapshot).ConflictsBy, func(s *snapshot.Snapshot, page []int) []snapshot.Conflict {
		out := []snapshot.Conflict{}
		for _, i := range page {
			out = append(out, s.Conflict(i))
		}
		return out
	})
	listed(d, a, "figures", "Every number that reports give", (*snapshot.Snapshot).FiguresBy, (*snapshot.Snapshot).Figures)
	one(d, a, "events/{id}", "One event with all that is known of it", (*snapshot.Snapshot).EventNamed, (*snapshot.Snapshot).Event)
	one(d, a, "events/{id}/ledger", "Every number that reports give for an event", (*snapshot.Snapshot).EventNamed, (*snapshot.Snapshot).EventLedger)
	one(d, a, "actors/{id}", "One actor with all that reports tell of it", (*snapshot.Snapshot).ActorNamed, (*snapshot.Snapshot).Actor)
	one(d, a, "actors/{id}/strength", "Every number that reports give of an actor itself", (*snapshot.Snapshot).ActorNamed, (*snapshot.Snapshot).ActorLedger)
	one(d, a, "conflicts/{id}", "One conflict", (*snapshot.Snapshot).ConflictNamed, (*snapshot.Snapshot).Conflict)
	one(d, a, "documents/{id}", "One report: the article with its annotations", (*snapshot.Snapshot).DocumentNamed, (*snapshot.Snapshot).Document)
	d.pictures(a)
	d.lookups(a)
	mux.HandleFunc("GET /api/v1/docs", func(w http.ResponseWriter, r *http.Request) {
		d.show(w, r, http.StatusOK, "api", page{Title: "API", Section: "api", Data: operations(a.OpenAPI())})
	})
}

// described is what OpenAPI says of an operation.
func described(path, summary string) huma.Operation {
	return huma.Operation{OperationID: strings.NewReplacer("/", "-", "{", "", "}", "").Replace(path), Method: http.MethodGet, Path: "/api/v1/" + path, Summary: summary,
		Errors: []int{http.StatusUnauthorized, http.StatusNotFound, http.StatusUnprocessableEntity}}
}

// listed registers a list with a filter.
func listed[T any](d *Desk, a huma.API, path, summary string, choose func(*snapshot.Snapshot, snapshot.Filter) []int, lay func(*snapshot.Snapshot, []int) []T) {
	huma.Register(a, described(path, summary), func(ctx context.Context, in *selection) (*items[T], error) {
		if err := in.Check(); err != nil {
			return nil, huma.Error422UnprocessableEntity(err.Error())
		}
		s := d.snapshotIn(ctx)
		all := choose(s, in.Filter)
		limit := min(max(in.Limit, 1), mostItems)
		from := min((max(in.Page, 1)-1)*limit, len(all))
		out := &items[T]{}
		out.Body.Revision, out.Body.Total, out.Body.Page = s.Revision, len(all), max(in.Page, 1)
		out.Body.Pages = max(1, (len(all)+limit-1)/limit)
		out.Body.Items = lay(s, all[from:min(from+limit, len(all))])
		return out, nil
	})
}

// one registers one thing by its ID.
func one[T any](d *Desk, a huma.API, path, summary string, find func(*snapshot.Snapshot, string) int, lay func(*snapshot.Snapshot, int) T) {
	huma.Register(a, described(path, summary), func(ctx context.Context, in *named) (*value[T], error) {
		s := d.snapshotIn(ctx)
		i := find(s, in.ID)
		if i < 0 {
			return nil, huma.Error404NotFound("nothing goes by " + in.ID)
		}
		return &value[T]{lay(s, i)}, nil
	})
}

// pictures registers what pictures are fed with.
func (d *Desk) pictures(a huma.API) {
	type filtered struct{ snapshot.Filter }
	huma.Register(a, described("map", "The events of a selection that have a place, as GeoJSON"), func(ctx context.Context, in *filtered) (*value[snapshot.Map], error) {
		return &value[snapshot.Map]{d.snapshotIn(ctx).Map(in.Filter)}, nil
	})
	huma.Register(a, described("timeline", "The dated events of a selection"), func(ctx context.Context, in *filtered) (*value[snapshot.Timeline], error) {
		return &value[snapshot.Timeline]{d.snapshotIn(ctx).Timeline(in.Filter)}, nil
	})
	huma.Register(a, described("series", "Events of a selection counted by something"), func(ctx context.Context, in *struct {
		snapshot.Filter
		By      string `query:"by" enum:"year,month,country,type,actor" default:"year"`
		Measure string `query:"measure" default:"events" doc:"events, or a measure whose sums are wanted: killed, injured …"`
	}) (*value[snapshot.Series], error) {
		return &value[snapshot.Series]{d.snapshotIn(ctx).Series(in.Filter, in.By, in.Measure)}, nil
	})
	huma.Register(a, described("network", "Actors and what ties them"), func(ctx context.Context, in *struct {
		snapshot.Filter
		Depth int `query:"depth" minimum:"1" maximum:"4" default:"1" doc:"steps away from the actor, where one is named"`
	}) (*value[snapshot.Network], error) {
		return &value[snapshot.Network]{d.snapshotIn(ctx).Network(in.Filter, in.Depth)}, nil
	})
}

// found is what a search finds.
type found struct {
	snapshot.Found
	Reports []foundReport `json:"reports"`
	More    bool          `json:"more"`
}

type foundReport struct {
	snapshot.Document
	Snippets [][]snapshot.Segment `json:"snippets"`
}

// lookups registers search, statements and sources.
func (d *Desk) lookups(a huma.API) {
	huma.Register(a, described("search", "Reports, actors, events, numbers, claims and sources by their words"), func(ctx context.Context, in *struct {
		Query string `query:"q" required:"true" doc:"words; those in double quotes stand together"`
		Page  int    `query:"page" minimum:"1" default:"1"`
	}) (*value[found], error) {
		s := d.snapshotIn(ctx)
		hits, more, err := d.hits(ctx, s, in.Query, (in.Page-1)*rowsAPage)
		if err != nil {
			return nil, err
		}
		out := &value[found]{found{Found: s.Find(in.Query, mostValues), Reports: []foundReport{}, More: more}}
		for _, h := range hits {
			out.Body.Reports = append(out.Body.Reports, foundReport(h))
		}
		return out, nil
	})
	huma.Register(a, described("statements/{id}", "One statement with its sentence"), func(ctx context.Context, in *named) (*value[snapshot.Evidence], error) {
		s := d.snapshotIn(ctx)
		k, ok := s.StatementNamed(in.ID)
		if !ok {
			return nil, huma.Error404NotFound("no statement goes by " + in.ID)
		}
		return &value[snapshot.Evidence]{s.EvidenceOf(k)}, nil
	})
	huma.Register(a, described("sources", "Outlets and origins, with the reliability that a person set"), func(ctx context.Context, _ *struct{}) (*value[[]snapshot.Source], error) {
		return &value[[]snapshot.Source]{d.snapshotIn(ctx).Sources}, nil
	})
}

// tagged gives every answer of the API an ETag of what it was made from, and
// spares the work when the asker has it.
func (d *Desk) tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/v1/") && r.Method == http.MethodGet && r.URL.Path != "/api/v1/docs" {
			v := d.visitor(r)
			tag := fmt.Sprintf(`W/"%d-%s-%s"`, d.snapshot(r).Revision, v.role, d.boot)
			w.Header().Set("ETag", tag)
			w.Header().Set("Cache-Control", "private, no-cache")
			w.Header().Set("Vary", "Cookie")
			if strings.Contains(r.Header.Get("If-None-Match"), tag) {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// operation is one entry of the API's own page.
type operation struct {
	Path, Summary string
	Parameters    []*huma.Param
}

// operations lists what OpenAPI describes, in the order of the addresses.
func operations(o *huma.OpenAPI) []operation {
	var out []operation
	for path, item := range o.Paths {
		if item.Get != nil {
			out = append(out, operation{path, item.Get.Summary, item.Get.Parameters})
		}
	}
	sortBy(out, func(x operation) string { return x.Path })
	return out
}

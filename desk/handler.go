package desk

import (
	"maps"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// Handler is the whole desk.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	routes := map[string]http.HandlerFunc{
		"GET /{$}":                                d.overview,
		"GET /events":                             d.events,
		"GET /events/{id}":                        d.event,
		"GET /actors":                             d.actors,
		"GET /actors/{id}":                        d.actor,
		"GET /network":                            d.network,
		"GET /claims":                             d.claims,
		"GET /conflicts":                          d.conflicts,
		"GET /conflicts/{id}":                     d.conflict,
		"GET /documents":                          d.documents,
		"GET /documents/{id}":                     d.document,
		"GET /search":                             d.search,
		"GET /evidence/{id}":                      d.statementEvidence,
		"GET /evidence/event/{id}":                d.eventEvidence,
		"GET /evidence/event/{id}/{field}":        d.eventEvidence,
		"GET /evidence/event/{id}/{field}/{name}": d.eventEvidence,
		"GET /evidence/relation/{id}":             d.relationEvidence,
		"GET /evidence/actor/{id}/{field}/{n}":    d.actorEvidence,
		"POST /judge":                             d.judge,
		"GET /merge":                              d.coders(d.merge),
		"GET /split":                              d.coders(d.split),
		"GET /review":                             d.coders(d.review),
		"GET /review/next":                        d.coders(d.nextDoubtful),
		"GET /audit":                              d.audit,
		"GET /sources":                            d.sources,
		"GET /help": func(w http.ResponseWriter, r *http.Request) {
			d.show(w, r, http.StatusOK, "help", page{Title: "Help and keys", Section: "help"})
		},
		"GET /add":                d.coders(d.addPage),
		"POST /add":               d.add,
		"GET /add/{id}":           d.coders(d.batch),
		"GET /add/{id}/events":    d.coders(d.batchEvents),
		"GET /inbox":              d.coders(d.inbox),
		"GET /adjudicate":         d.coders(d.adjudicate),
		"POST /adjudicate":        d.settle,
		"GET /export/record.json": d.exportRecord,
		"GET /login":              d.loginPage,
		"POST /login":             d.login,
		"POST /logout":            d.logout,
		"GET /assets/":            assetsHandler(),
		"GET /favicon.ico":        func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) },
		"/":                       func(w http.ResponseWriter, r *http.Request) { d.missing(w, r, "there is no page at this address") },
	}
	maps.Copy(routes, d.codingRoutes())
	for pattern, handle := range routes {
		mux.HandleFunc(pattern, handle)
	}
	d.api(mux)
	pack, err := gzhttp.NewWrapper(gzhttp.ContentTypes([]string{"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"}))
	if err != nil {
		return d.guard(d.tagged(mux)) // its options are constants: it never fails
	}
	return pack(d.guard(d.tagged(mux)))
}

// coders lets only those in who may judge and add.
func (d *Desk) coders(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !d.visitor(r).codes() {
			d.show(w, r, http.StatusForbidden, "missing", page{Title: "For coders", Data: "this page is for those who code the record"})
			return
		}
		next(w, r)
	}
}

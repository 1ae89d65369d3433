package desk

import "net/http"

// codingRoutes are the pages on which reports are coded, and sheets go out and
// come back.
func (d *Desk) codingRoutes() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
		"GET /coding":                  d.coders(d.coding),
		"GET /coding/next":             d.coders(d.next),
		"GET /coding/losses":           d.coders(d.exportLosses),
		"POST /coding/cell":            d.codeCell,
		"POST /coding/done":            d.codeDone,
		"POST /coding/sheet":           d.takeSheet,
		"GET /export/{codebook}/sheet": d.exportSheet,
	}
}

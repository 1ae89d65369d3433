package desk

import (
	"bytes"
	"fmt"
	"net/http"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/privacy"
)

func give(w http.ResponseWriter, kind, name string, body []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	w.Header().Set("Cache-Control", "private, no-store")
	_, _ = w.Write(body) // who went away needs no file
}

// exportRecord gives the whole account. It needs the reports as received, which
// the desk does not keep in memory.
func (d *Desk) exportRecord(w http.ResponseWriter, r *http.Request) {
	in, err := d.keeper.whole(r.Context())
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	a := privacy.Mask(account.Derive(in)) // what leaves the desk leaves it masked, whoever asks
	var out bytes.Buffer
	if err := export.Record(&out, a, d.options.Now()); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	give(w, "application/json", "record.json", out.Bytes())
}

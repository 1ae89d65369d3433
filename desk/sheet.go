package desk

import (
	"bytes"
	"fmt"
	"net/http"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/codebook"
)

// exportSheet gives the rows of a codebook as a sheet that comes back as
// corrections. What leaves the desk leaves it masked, whoever asks.
func (d *Desk) exportSheet(w http.ResponseWriter, r *http.Request) {
	r.Form = map[string][]string{"codebook": {r.PathValue("codebook")}}
	book, err := bookOf(r)
	if err != nil {
		d.missing(w, r, err.Error())
		return
	}
	var out bytes.Buffer
	if err := book.WriteCSV(&out, d.keeper.current.Load().reader().Account); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	give(w, "text/csv; charset=utf-8", book.Name+".csv", out.Bytes())
}

// exportLosses tells what a codebook cannot hold.
func (d *Desk) exportLosses(w http.ResponseWriter, r *http.Request) {
	book, err := bookOf(r)
	if err != nil {
		d.missing(w, r, err.Error())
		return
	}
	s := d.snapshot(r)
	losses := book.Losses(s.Account)
	all := make([]int, len(losses))
	for i := range all {
		all[i] = i
	}
	rows, p := paged(r, all)
	d.show(w, r, http.StatusOK, "losses", page{Title: "What " + book.Name + " leaves out", Section: "coding", Snapshot: s,
		Data: map[string]any{"Codebook": book, "Losses": pick(losses, rows), "Pager": p, "Codebooks": codebook.Names()}})
}

// takeSheet takes a sheet back: each cell that was changed becomes a judgement.
func (d *Desk) takeSheet(w http.ResponseWriter, r *http.Request) {
	file, _, err := r.FormFile("sheet")
	if err != nil {
		d.wrong(w, r, "choose the sheet as it was saved, as CSV")
		return
	}
	defer file.Close()
	sheet, err := codebook.ReadSheet(file)
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	book, err := codebook.Load(sheet.Codebook())
	if err != nil || sheet.Codebook() == "" {
		d.wrong(w, r, "the sheet's columns are those of no codebook")
		return
	}
	changes, refused := book.Changes(d.keeper.current.Load().reader().Account, sheet) // as it went out: masked
	var judgements []annals.Judgement
	if r.PostFormValue("act") == "keep" {
		for _, c := range changes {
			for _, j := range c.Judgements {
				j.Why = fmt.Sprintf("%s, was %s", draftWhy, c.Was)
				judgements = append(judgements, j)
			}
		}
		if len(judgements) > 0 {
			if err := d.record(r, judgements...); err != nil {
				d.wrong(w, r, err.Error())
				return
			}
		}
	}
	d.show(w, r, http.StatusOK, "sheet", page{Title: "Sheet", Section: "coding", Data: map[string]any{"Changes": changes, "Refused": refused, "Kept": len(judgements), "Codebook": book}})
}

package figures

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/proof"
)

func TestSeeds(t *testing.T) {
	rd1 := chainOf(t)
	fs, _ := filepath.Glob("/work/shared/seeds/*.txt")
	pubs := []string{"2021-08-30","2021-08-27","2021-08-30","2021-08-25"}
	for k, f := range fs {
		raw, _ := os.ReadFile(f)
		d := rd1("", string(raw), pubs[k])
		fmt.Println("=====", filepath.Base(f))
		for i, f := range d.Figures {
			v := ""
			for _, p := range []*float64{f.Value, f.Low, f.High} { if p == nil { v += "-," } else { v += fmt.Sprint(*p) + "," } }
			ev, tm, pl, sub, sp := "", "", "", "", ""
			if f.Event != 0 { ev = d.Events[f.Event-1].Text }
			if f.Time != 0 { tm = d.Times[f.Time-1].Text + "=" + d.Times[f.Time-1].EDTF }
			if f.Place != 0 { pl = d.Mentions[f.Place-1].Text; if p := d.Mentions[f.Place-1].Place; p != nil { pl += "=" + p.Name } }
			if f.Subject != 0 { sub = d.Entities[f.Subject-1].Name }
			if f.Claim != 0 { sp = d.Claims[f.Claim-1].Source.In(d.Doc.Text) }
			fmt.Printf("%d %q %s %s %s | side=%s part=%d cum=%v | ev=%s t=%s pl=%s sub=%s sp=%s | %s\n", i+1, f.Text, f.Measure, v, f.Unit, f.Victims.Side, f.PartOf, f.Cumulative, ev, tm, pl, sub, sp, f.Rule)
			for n, r := range proof.Figure(d, annals.Ref(i+1)) { if r.Verdict != annals.Stated { fmt.Println("      ", n, r.Verdict, r.Step) } }
		}
	}
}

package events

import (
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// history is how long before its report an event must be over to be told as
// history and not as news. Follow-ups of an attack run for weeks.
const history = 45 * 24 * time.Hour

// background marks the events that were over long before the report came out.
func background(d *annals.Document, events []annals.Event) {
	if d.Published == nil {
		return
	}
	published, err := edtf.Parse(d.Published.EDTF)
	if err != nil {
		return
	}
	out, known := published.Earliest()
	if !known {
		return
	}
	for i := range events {
		if v, err := edtf.Parse(events[i].EDTF); err == nil {
			over, ended := v.Latest()
			events[i].Background = ended && out.Sub(over) > history
		}
	}
}

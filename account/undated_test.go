package account_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
)

// TestUndated holds what becomes of a follow-up report of which nobody knows when
// it came out: it is joined by what it tells itself, or kept apart with the reason, stands after
// the dated ones, and is never known as of a day.
func TestUndated(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check := func(name, followUp string, events int, keptApart bool, best float64) {
		t.Helper()
		in := account.Input{Readings: []*annals.Reading{
			p.Read(&annals.Document{ID: "follow-up", URI: "a", Text: followUp, Language: "en"}),
			p.Read(&annals.Document{ID: "first", URI: "b", Language: "en", Text: "A suicide bomber killed 20 people at a market in Herat on Wednesday.",
				Published: &annals.Published{EDTF: "2021-03-04", Basis: []string{"given"}}}),
		}}
		a := account.Derive(in)
		dated := a.Documents[0].Reading
		told := map[int]bool{}
		for _, w := range []at{{0, "killed"}, {1, "killed"}} {
			told[event(a, w)] = true
		}
		resolved := &a.Resolution.Events[event(a, at{dated, "killed"})]
		if kept := len(resolved.Undated) > 0; kept != keptApart || kept && !strings.Contains(resolved.Undated[0].Why, "no day is told") {
			t.Errorf("%s: kept apart for want of a day: %v, want %v", name, resolved.Undated, keptApart)
		}
		if len(told) != events || told[-1] {
			t.Errorf("%s: %d events %v, want %d", name, len(told), told, events)
		}
		if last := a.Documents[1]; a.Reading(last.Reading).Document.ID != "follow-up" {
			t.Errorf("%s: the undated report does not stand last", name)
		}
		then, err := in.AsOf("2021-03-31")
		if err != nil {
			t.Fatal(err)
		}
		if len(then.Readings) != 1 || len(then.LeftOut) != 1 || then.LeftOut[0].Document.ID != "follow-up" || then.LeftOut[0].Why != "its date of publication is not known" {
			t.Errorf("%s: as of a day %d reports, left out %v", name, len(then.Readings), then.LeftOut)
		}
		if tally, ok := a.Events[a.EventOf(event(a, at{dated, "killed"}))].Tally(annals.Killed); !ok || *tally.Best != best {
			t.Errorf("%s: best %s, want %v: an undated count never outranks a dated one", name, fmt.Sprint(tally.Best), best)
		}
	}
	check("it names the day and the town", "A suicide bomber killed 26 people at a market in Herat on March 3, 2021. Relatives have buried the dead.", 1, false, 20)
	check("a weekday without a date", "A suicide bomber killed 26 people at a market in Herat on Wednesday. Relatives have buried the dead.", 2, true, 20)
	check("another town", "A suicide bomber killed 26 people at a market in Kabul on March 3, 2021. Relatives have buried the dead.", 2, false, 20)
}

package desk

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/annals-project/annals/desk/snapshot"
)

// TestOnlyWhatBearsDerives judges in ways that the account depends on and in ways
// that are only kept.
func TestOnlyWhatBearsDerives(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	event, document := s.Events[0].Key, snapshot.DocumentKey(s.Documents[0].ID)
	for _, step := range []struct {
		form    url.Values
		derives bool
	}{
		{url.Values{"verdict": {"accepted"}, "left": {event}}, false},
		{url.Values{"verdict": {"assigned"}, "left": {document}, "value": {"ada"}}, false},
		{url.Values{"verdict": {"relevant"}, "left": {document}}, false},
		{url.Values{"verdict": {"rejected"}, "left": {event}}, true},
		{url.Values{"verdict": {"accepted"}, "left": {event}}, true}, // it takes the rejection back
		{url.Values{"verdict": {"rated"}, "left": {"ANI"}, "value": {"B"}}, true},
		{url.Values{"verdict": {"irrelevant"}, "left": {document}, "why": {"sports"}}, true},
	} {
		before := d.keeper.current.Load()
		answer, _ := b.post("/judge", step.form)
		what := step.form.Get("verdict")
		check(t, what, answer.StatusCode, http.StatusSeeOther)
		now := d.keeper.current.Load()
		check(t, what+": the log shows it", len(now.coder.Log), len(before.coder.Log)+1)
		check(t, what+": the account is derived", now.coder.Made != before.coder.Made, step.derives)
		check(t, what+": the account is right for it", now.derived, now.coder.Revision)
	}
	i := d.keeper.current.Load().coder.DocumentNamed(s.Documents[0].ID)
	x := d.keeper.current.Load().coder.Documents[i]
	check(t, "assigned to", x.Assigned, "ada")
	check(t, "relevance", x.Relevance, "irrelevant")
}

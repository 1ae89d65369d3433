package desk

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source"
)

// TestReaderSeesNoPrivateName looks for the name of a witness everywhere that a
// reader can look.
func TestReaderSeesNoPrivateName(t *testing.T) {
	const private = "Zarghuna Yaftali"
	p, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	lines := `{"id":"1","url":"https://example.org/1","title":"Shopkeeper ` + private + ` lost her son","published":"2021-08-27","text":"Taliban gunmen killed 5 people in Herat on Thursday. ` +
		private + `, a shopkeeper who saw the attack, said the gunmen came in two cars. ` + private + ` lost her son."}` + "\n"
	var in []*annals.Reading
	err = source.Walk(t.Context(), []string{"-"}, source.Options{Stdin: strings.NewReader(lines)}, func(x source.Item) bool {
		in = append(in, p.Read(x.Doc))
		return true
	})
	if err != nil || len(in) != 1 {
		t.Fatalf("%d reports read: %v", len(in), err)
	}
	d, b := open(t, in, Options{Users: users(t)})
	pages := []string{"/api/v1/documents", "/api/v1/claims", "/api/v1/events", "/api/v1/actors", "/api/v1/figures", "/export/acled/sheet", "/export/record.json"}
	s := d.keeper.current.Load().coder
	for address := range addresses(s) {
		if !strings.HasPrefix(address, "/coding") {
			pages = append(pages, address)
		}
	}
	for _, x := range s.Account.Reading(0).Statements {
		pages = append(pages, "/evidence/"+x.ID, "/api/v1/statements/"+x.ID)
	}
	event := s.Events[0].Key
	coder := visit(t, d)
	coder.login("ada")
	b.login("rosa")
	for _, verdict := range []string{"accepted", "rejected"} { // the first changes nothing but the log, the second the account
		answer, _ := coder.post("/judge", url.Values{"verdict": {verdict}, "left": {event}, "why": {"Zarghuna Yaftali says so"}})
		check(t, verdict, answer.StatusCode, http.StatusSeeOther)
		answer, body := b.get(s.Events[0].Href)
		if leads := answer.Header.Get("Location"); leads != "" {
			_, body = b.get(leads)
		}
		check(t, "the event's address leads on", strings.Contains(body, "rejected by a person"), verdict == "rejected")
		_, body = b.get("/audit")
		check(t, "the reason is shown", strings.Contains(body, verdict) && strings.Contains(body, "says so"), true)
		check(t, "the name in the reason", strings.Contains(body, "Zarghuna") || strings.Contains(body, "Yaftali"), false)
	}
	for _, address := range pages {
		_, body := b.get(address)
		check(t, "the name in "+address, strings.Contains(body, "Zarghuna") || strings.Contains(body, "Yaftali"), false)
	}
	_, body := b.get("/search?q=" + url.QueryEscape("gunmen"))
	check(t, "a reader finds other words", strings.Contains(body, "<mark>"), true)
	_, body = b.get("/search?q=Zarghuna")
	check(t, "a search confirms no name", strings.Contains(body, "No report holds all these words"), true)
	_, body = coder.get("/search?q=Zarghuna")
	check(t, "a coder finds it", strings.Contains(body, "<mark>Zarghuna</mark>"), true)
	_, body = coder.get("/export/record.json")
	check(t, "what leaves the desk is masked for coders too", strings.Contains(body, "Zarghuna"), false)
}

package desk

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/annals-project/annals/desk/snapshot"
)

func TestMergeAndUndo(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	x, y := s.Actors[0], s.Actors[1]
	_, body := b.get("/merge?left=" + url.QueryEscape(x.Key) + "&with=" + y.ID)
	check(t, "the preview shows both", strings.Contains(body, x.Name) && strings.Contains(body, y.Name), true)
	check(t, "the preview changes nothing", len(d.keeper.current.Load().coder.Log), 0)

	answer, _ := b.post("/judge", url.Values{"verdict": {"same"}, "left": {x.Key}, "right": {y.Key}, "why": {"a test"}, "back": {"/audit"}})
	check(t, "merging leads to", answer.Header.Get("Location"), "/audit")
	s = d.keeper.current.Load().coder
	check(t, "the coder sees it at once", s.ActorNamed(x.ID) == s.ActorNamed(y.ID), true)
	_, body = b.get("/audit")
	check(t, "the log tells who and why", strings.Contains(body, "ada") && strings.Contains(body, "a test"), true)

	answer, _ = b.post("/judge", url.Values{"verdict": {"withdrawn"}, "left": {s.Log[0].ID}})
	check(t, "undoing", answer.StatusCode, http.StatusSeeOther)
	s = d.keeper.current.Load().coder
	check(t, "they are two again", s.ActorNamed(x.ID) != s.ActorNamed(y.ID), true)
	check(t, "and the log keeps both", len(s.Log), 2)
}

// TestMisread: whoever looks at the evidence can say that the report does not say it.
func TestMisread(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	for i := range s.Events {
		for _, e := range s.Event(i).Evidence {
			if !e.Rejectable() {
				continue
			}
			_, body := b.get(e.Href)
			check(t, "the evidence offers it", strings.Contains(body, `value="`+e.Key+`"`) && strings.Contains(body, `value="rejected"`), true)
			answer, _ := b.post("/judge", url.Values{"verdict": {"rejected"}, "left": {e.Key}, "why": {"another event"}})
			check(t, "rejecting", answer.StatusCode, http.StatusSeeOther)
			check(t, "the log has it", d.keeper.current.Load().coder.Log[0].Left, e.Key)
			return
		}
	}
	t.Fatal("nothing to reject")
}

func TestJudgementsThatMakeNoSense(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	event, actor, document := s.Events[0].Key, s.Actors[0].Key, snapshot.DocumentKey(s.Documents[0].ID)
	for what, form := range map[string]url.Values{
		"unknown verdict":        {"verdict": {"maybe"}, "left": {event}},
		"an event and an actor":  {"verdict": {"same"}, "left": {event}, "right": {actor}},
		"a thing and itself":     {"verdict": {"same"}, "left": {actor}, "right": {actor}},
		"no such letter":         {"verdict": {"rated"}, "left": {"ANI"}, "value": {"Z"}},
		"no such judgement":      {"verdict": {"withdrawn"}, "left": {"sha256:0"}},
		"a report not held":      {"verdict": {"rejected"}, "left": {"event:sha256:0@1"}},
		"a correction to naught": {"verdict": {"corrected"}, "left": {event}, "field": {"type"}},
		"irrelevant, no reason":  {"verdict": {"irrelevant"}, "left": {document}},
		"too long":               {"verdict": {"accepted"}, "left": {event}, "why": {strings.Repeat("x", longestText+1)}},
	} {
		answer, _ := b.post("/judge", form)
		check(t, what, answer.StatusCode, http.StatusBadRequest)
	}
	check(t, "nothing was kept", len(d.keeper.current.Load().coder.Log), 0)
	for back, want := range map[string]string{"/events": "/events", "//evil.example": "/", "https://evil.example": "/", `/\evil.example`: "/", "": "/"} {
		answer, _ := b.post("/judge", url.Values{"verdict": {"accepted"}, "left": {event}, "back": {back}})
		check(t, "back to "+back, answer.Header.Get("Location"), want)
	}
}

func TestAdding(t *testing.T) {
	d, b := open(t, nil, Options{})
	follow := func(href string) []item {
		_, body := b.get(href + "/events")
		lines := strings.Split(strings.TrimSpace(body), "\n\n")
		var state struct {
			Items []item
			Done  bool
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(lines[len(lines)-1], "data: ")), &state); err != nil {
			t.Fatalf("the events end with %q: %v", lines[len(lines)-1], err)
		}
		check(t, "the last event says that all is done", state.Done, true)
		return state.Items
	}
	report := "KABUL, Aug 27, 2021 - Gunmen killed five people in Herat on Thursday, police said.\n"
	answer, _ := b.upload("/add", "files", "../../etc/passwd.txt", report, url.Values{"addresses": {"http://127.0.0.1:9/ http://[::1]/ http://169.254.169.254/latest"}})
	items := follow(answer.Header.Get("Location"))
	check(t, "lines", len(items), 4)
	check(t, "the file", items[0].Name+" "+items[0].State, "passwd.txt added")
	for _, x := range items[1:] {
		check(t, x.Name+": "+x.Message, x.State == "failed" && strings.Contains(x.Message, "private address"), true)
	}
	check(t, "the account has the report", len(d.keeper.current.Load().coder.Documents) <= 1, true)
	_, body := b.get(items[0].Href)
	for range 50 {
		if strings.Contains(body, "Herat") {
			break
		}
		_, body = b.get(items[0].Href)
		d.keeper.wake()
	}
	check(t, "no path of this machine is kept", strings.Contains(body, os.TempDir()), false)

	answer, _ = b.upload("/add", "files", "picture.html", "\x7fELF\x00\x01\x02", url.Values{})
	items = follow(answer.Header.Get("Location"))
	check(t, "an error stands beside the file", items[0].State == "failed" && strings.HasPrefix(items[0].Message, "picture.html: "), true)
	answer, _ = b.post("/add", url.Values{"addresses": {"file:///etc/passwd"}})
	check(t, "an address of no page", answer.StatusCode, http.StatusBadRequest)
	answer, _ = b.post("/add", url.Values{})
	check(t, "nothing", answer.StatusCode, http.StatusBadRequest)
}

func TestAPI(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	for _, path := range []string{"events", "events/" + s.Events[0].ID, "events/" + s.Events[0].ID + "/ledger", "actors", "actors/" + s.Actors[0].ID,
		"actors/" + s.Actors[0].ID + "/strength", "documents", "documents/" + s.Documents[0].ID, "claims", "relations", "conflicts", "figures", "search?q=airport",
		"statements/" + s.Account.Reading(0).Statements[0].ID, "network", "series?by=month&measure=killed", "map", "timeline", "sources", "openapi.json"} {
		answer, body := b.get("/api/v1/" + path)
		check(t, path, answer.StatusCode, http.StatusOK)
		check(t, path+" is JSON", json.Valid([]byte(body)), true)
		r := httptest.NewRequest(http.MethodGet, "/api/v1/"+path, nil)
		r.Header.Set("If-None-Match", answer.Header.Get("ETag"))
		again, _ := b.do(r)
		check(t, path+" again", again.StatusCode, http.StatusNotModified)
	}
	found := s.Find("killed", 3)
	check(t, "numbers are found, as many as are wanted", len(found.Figures) == 3 && found.AllFigures > 3, true)
	check(t, "and lead to their sentences", strings.HasPrefix(found.Figures[0].Href, "/evidence/"), true)
	check(t, "claims are found by their words", s.Find("responsibility", 3).AllClaims+s.Find("said", 3).AllClaims > 0, true)
	check(t, "nothing is found by no words", s.Find(` "" `, 3).AllFigures, 0)
	for path, want := range map[string]int{"events/x0": 404, "events?since=never": 422, "events?limit=100000": 422, "search": 422, "statements/s0": 404, "nothing": 404} {
		answer, _ := b.get("/api/v1/" + path)
		check(t, path, answer.StatusCode, want)
	}
	_, body := b.get("/api/v1/events?limit=2&page=2")
	var page struct {
		Total, Page int
		Items       []snapshot.Event
	}
	if err := json.Unmarshal([]byte(body), &page); err != nil {
		t.Fatal(err)
	}
	check(t, "total", page.Total, len(s.Events))
	check(t, "the third is first of the second page", page.Items[0].ID, s.Events[2].ID)

	answer, _ := b.get("/api/v1/events")
	b.post("/judge", url.Values{"verdict": {"accepted"}, "left": {s.Events[0].Key}})
	after, _ := b.get("/api/v1/events")
	check(t, "a change changes the tag", after.Header.Get("ETag") != answer.Header.Get("ETag"), true)
}

func TestFilters(t *testing.T) {
	d, _ := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	for _, f := range []snapshot.Filter{{Since: "2021-08-26", Until: "2021-08-26"}, {Country: "AF"}, {Type: "ASSAULT"}, {Status: "happened"}, {Place: "kabul"}, {Grade: "weak"}} {
		chosen := s.EventsBy(f)
		check(t, f.Query().Encode()+" chooses some", len(chosen) > 0 && len(chosen) < len(s.Events), true)
		for _, i := range chosen {
			e := s.Events[i]
			fits := (f.Country == "" || e.Country == f.Country) && (f.Type == "" || e.Type == f.Type) && (f.Status == "" || e.Status == f.Status) &&
				(f.Grade == "" || e.Grade == f.Grade) && (f.Conflict == "" || e.Conflicts > 0) && (f.Since == "" || e.Start != "" || e.End != "")
			check(t, f.Query().Encode()+" chooses "+e.Title, fits, true)
		}
	}
	check(t, "a filter survives its address", snapshot.FilterFrom(snapshot.Filter{Since: "2021", Words: "a b"}.Query()), snapshot.Filter{Since: "2021", Words: "a b"})
}

package desk

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// TestOutcome wants a preview to say of each verdict what the account then is: it
// is worked out, the verdict is given, and the two are compared; and an undo
// brings back what was.
func TestOutcome(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	s := d.keeper.current.Load().coder
	joined := joinedEvent(t, s)
	tests := []struct {
		what, left, right, verdict string
	}{
		{"two actors merged", s.Actors[0].Key, s.Actors[1].Key, annals.Same},
		{"two actors kept apart", s.Actors[0].Key, s.Actors[1].Key, annals.Different},
		{"two events merged", s.Events[0].Key, s.Events[1].Key, annals.Same},
		{"an event split", joined[0].Key, joined[len(joined)-1].Key, annals.Different},
		{"an event left whole", joined[0].Key, joined[len(joined)-1].Key, annals.Same},
	}
	for _, test := range tests {
		before := d.keeper.current.Load().coder
		j := annals.Judgement{Left: test.left, Right: test.right, Verdict: test.verdict, By: "ada", At: d.options.Now()}
		o, err := d.supposed.of(t.Context(), before, j)
		if err != nil {
			t.Fatal(err)
		}
		b.post("/judge", url.Values{"left": {test.left}, "right": {test.right}, "verdict": {test.verdict}})
		after := d.keeper.current.Load().coder
		want := compare(before, after, j)
		check(t, test.what+": what holds the two", words(o.Then), words(want.Then))
		check(t, test.what+": what else", o.AllOthers, want.AllOthers)
		more := len(after.Events) - len(before.Events)
		if strings.HasPrefix(test.left, "actor:") {
			more = len(after.Actors) - len(before.Actors)
		}
		check(t, test.what+": as many more as it says", len(o.Then)-len(o.Now), more)
		undo := after.Log[len(after.Log)-1]
		b.post("/judge", url.Values{"left": {undo.ID}, "verdict": {annals.Withdrawn}})
		back := compare(before, d.keeper.current.Load().coder, j)
		check(t, test.what+": undone", back.Same(), true)
	}
}

func words(list []whole) string {
	var out []string
	for _, x := range list {
		out = append(out, x.Name+" "+strings.Join(keysOf(x), " "))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func joinedEvent(t *testing.T, s *snapshot.Snapshot) []snapshot.Telling {
	t.Helper()
	for i := range s.Events {
		if all := s.Event(i).Tellings; len(all) > 2 {
			return all
		}
	}
	t.Fatal("no event is told more than twice")
	return nil
}

// TestSplitMoves wants the tellings that go to another event to be marked.
func TestSplitMoves(t *testing.T) {
	part := func(keys ...string) whole {
		var x whole
		for _, k := range keys {
			x.Tellings = append(x.Tellings, telling{Telling: snapshot.Telling{Key: k}})
		}
		return x
	}
	tests := []struct {
		what      string
		now, then []whole
		moves     string
	}{
		{"a split", []whole{part("a", "b", "c")}, []whole{part("a", "b"), part("c")}, "c"},
		{"a merge", []whole{part("a"), part("b", "c")}, []whole{part("a", "b", "c")}, "a"},
		{"nothing", []whole{part("a"), part("b")}, []whole{part("a"), part("b")}, ""},
		{"across", []whole{part("a", "b"), part("c", "d", "e")}, []whole{part("a", "b", "c"), part("d", "e")}, "c"},
	}
	for _, test := range tests {
		o := outcome{Now: test.now, Then: test.then}
		o.mark()
		moves := ""
		for _, x := range o.Then {
			for _, y := range x.Tellings {
				if y.Moves {
					moves += y.Key
				}
			}
		}
		check(t, test.what, moves, test.moves)
	}
}

// TestDoubtful walks the queue on the desk: in its order, across reports, on past
// what is skipped, and without what has been judged.
func TestDoubtful(t *testing.T) {
	d, b := open(t, readings(t), Options{})
	queue := d.keeper.current.Load().queue()
	if len(queue) < 3 {
		t.Fatalf("%d items wait; the test needs three", len(queue))
	}
	next := "/review/next"
	var seen []string
	for range queue {
		answer, _ := b.get(next)
		check(t, "led on", answer.StatusCode, http.StatusSeeOther)
		at, err := url.Parse(answer.Header.Get("Location"))
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, at.Query().Get("item"))
		page, body := b.get(at.RequestURI())
		check(t, at.Path, page.StatusCode, http.StatusOK)
		next = "/review/next?" + url.Values{"after": {at.Query().Get("item")}}.Encode()
		check(t, "the way on stands on "+at.Path, strings.Contains(strings.ReplaceAll(body, "&#43;", "+"), next), true)
	}
	for i, x := range queue {
		check(t, "in the order of the queue", seen[i], x.Place().String())
	}
	_, body := b.get(next)
	check(t, "the end is said", strings.Contains(body, "the last"), true)

	var keys []string
	for _, k := range queue[1].Keys {
		keys = append(keys, k.String())
	}
	form := url.Values{"left": keys, "verdict": {annals.Accepted}, "back": {"/review/next"}}
	if queue[1].Pair() {
		form = url.Values{"left": keys[:1], "right": keys[1:], "verdict": {annals.Same}}
	}
	b.post("/judge", form)
	answer, _ := b.get("/review/next?" + url.Values{"after": {queue[0].Place().String()}}.Encode())
	at, _ := url.Parse(answer.Header.Get("Location"))
	check(t, "what is judged is passed over", at.Query().Get("item"), queue[2].Place().String())
	answer, _ = b.get("/review/next?" + url.Values{"after": {queue[1].Place().String()}}.Encode())
	at, _ = url.Parse(answer.Header.Get("Location"))
	check(t, "and leads on", at.Query().Get("item"), queue[2].Place().String())
	answer, _ = b.post("/judge", url.Values{"verdict": {annals.Accepted}})
	check(t, "nothing chosen", answer.StatusCode, http.StatusBadRequest)
}

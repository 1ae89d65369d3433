package account

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// amendable is two reports of one attack: each tells of it and denies nothing,
// counts the dead in a claim, and names Kabul.
func amendable() []*annals.Reading {
	var out []*annals.Reading
	for i := range 2 {
		r := reading(i, told{"2021-08-27", "a doctor", []toll{"40 people", ">9 children"}})
		r.Statements = append(r.Statements,
			annals.Statement{ID: fmt.Sprint("event ", i), About: annals.AboutEvent, Ref: 1, Claim: 1, Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 1}}}},
			annals.Statement{ID: fmt.Sprint("claim ", i), About: annals.AboutClaim, Ref: 1, Claim: 1, Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 1}}}})
		r.Events[0].Claim = 1
		out = append(out, r)
	}
	return out
}

// judgements reads "VERDICT key [field value]", each later than the one before.
func judgements(t testing.TB, lines ...string) []annals.Judgement {
	t.Helper()
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	var out []annals.Judgement
	for _, line := range lines {
		at = at.Add(time.Minute)
		verdict, rest, _ := strings.Cut(line, " ")
		j := annals.Judgement{Verdict: verdict, Left: rest, By: "Maryam", At: at}
		if key, change, ok := strings.Cut(rest, " | "); ok {
			j.Left = key
			j.Field, j.Value, _ = strings.Cut(change, "=")
		}
		if verdict == annals.Withdrawn {
			var n int
			fmt.Sscan(rest, &n)
			j.Left = out[n].ID
		}
		out = append(out, annals.NewJudgement(j))
	}
	return out
}

// summary is what of an account a correction may change.
func summary(a *Account) string {
	var out []string
	for i := range a.Events {
		e := &a.Events[i]
		kind := ""
		if e.PLOVER != nil {
			kind = e.PLOVER.Type + e.PLOVER.Mode
		}
		s := fmt.Sprintf("%s %s %s %s in %d", kind, e.Status, e.EDTF, e.PlaceName, len(e.Documents))
		for _, x := range e.Tallies {
			s += fmt.Sprintf(", %s %s", x.Measure, word(x.Best))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ") + fmt.Sprintf("; %d claims, %d loose", len(a.Claims), len(a.LooseFigures()))
}

func TestAmend(t *testing.T) {
	const untouched = "ASSAULT happened 2021-08-26 Kabul in 2, killed 40; 2 claims, 0 loose"
	tests := []struct {
		name       string
		log        []string
		want       string
		amendments int
	}{
		{"nothing", nil, untouched, 0},
		{"a figure rejected", []string{"rejected figure:report 0@0", "rejected figure:report 1@0"}, "ASSAULT happened 2021-08-26 Kabul in 2, killed 9; 2 claims, 0 loose", 2},
		{"an event rejected", []string{"rejected event:report 0@0"}, "ASSAULT happened 2021-08-26 Kabul in 1, killed 40; 2 claims, 2 loose", 1},
		{"a claim rejected", []string{"rejected claim:report 0@0"}, "ASSAULT happened 2021-08-26 Kabul in 2, killed 40; 1 claims, 0 loose", 1},
		{"rejected, then accepted", []string{"rejected event:report 0@0", "accepted event:report 0@0"}, untouched, 0},
		{"rejected, then undone", []string{"rejected event:report 0@0", "withdrawn 0"}, untouched, 0},
		{"a number", []string{"corrected figure:report 0@0 | value=14", "corrected figure:report 1@0 | value=14"}, "ASSAULT happened 2021-08-26 Kabul in 2, killed 14; 2 claims, 0 loose", 2},
		{"a number twice", []string{"corrected figure:report 0@0 | value=14", "corrected figure:report 1@0 | value=14", "corrected figure:report 0@0 | value=15", "corrected figure:report 1@0 | value=15"},
			"ASSAULT happened 2021-08-26 Kabul in 2, killed 15; 2 claims, 0 loose", 2},
		{"a date", []string{"corrected event:report 0@0 | edtf=2021-08-27", "corrected event:report 1@0 | edtf=2021-08-27"}, "ASSAULT happened 2021-08-27 Kabul in 2, killed 40; 2 claims, 0 loose", 2},
		{"a date taken away", []string{"corrected event:report 0@0 | edtf="}, "ASSAULT happened  Kabul in 1, killed 40; ASSAULT happened 2021-08-26 Kabul in 1, killed 40; 2 claims, 0 loose", 1},
		{"a place by name", []string{"corrected event:report 0@0 | place=Herat"}, "ASSAULT happened 2021-08-26 Herat in 1, killed 40; ASSAULT happened 2021-08-26 Kabul in 1, killed 40; 2 claims, 0 loose", 1},
		{"a place in full", []string{`corrected event:report 0@0 | place={"name":"Herat","country":"AF","precision":"settlement"}`},
			"ASSAULT happened 2021-08-26 Herat in 1, killed 40; ASSAULT happened 2021-08-26 Kabul in 1, killed 40; 2 claims, 0 loose", 1},
		{"a status", []string{"corrected event:report 0@0 | status=feared", "corrected event:report 1@0 | status=feared"}, "ASSAULT feared 2021-08-26 Kabul in 2, killed 40; 2 claims, 0 loose", 2},
		{"a type", []string{"corrected event:report 0@0 | type=PROTEST", "corrected event:report 1@0 | type=PROTEST"}, "PROTEST happened 2021-08-26 Kabul in 2, killed 40; 2 claims, 0 loose", 2},
		{"no such field", []string{"corrected event:report 0@0 | colour=red"}, untouched, 0},
		{"no such value", []string{"corrected event:report 0@0 | edtf=soon"}, untouched, 0},
		{"no such place in the text", []string{"rejected event:report 0@999"}, untouched, 0},
		{"irrelevant", []string{"irrelevant document:report 0"}, "ASSAULT happened 2021-08-26 Kabul in 1, killed 40; 1 claims, 0 loose", 0},
		{"irrelevant, then relevant", []string{"irrelevant document:report 0", "relevant document:report 0"}, untouched, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			readings := amendable()
			before := dump(t, readings)
			a := Derive(Input{Readings: readings, Judgements: judgements(t, test.log...)})
			got := summary(a)
			if parts := strings.Split(got, "; "); len(parts) == 3 && parts[0] > parts[1] {
				parts[0], parts[1] = parts[1], parts[0] // events of one time go by ID
				got = strings.Join(parts, "; ")
			}
			if got != test.want || len(a.Amendments) != test.amendments {
				t.Errorf("%s; %d amendments\nwant %s; %d", got, len(a.Amendments), test.want, test.amendments)
			}
			if !bytes.Equal(before, dump(t, readings)) {
				t.Error("what was stored has changed")
			}
		})
	}
}

func dump(t *testing.T, readings []*annals.Reading) []byte {
	t.Helper()
	b, err := json.Marshal(readings)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestRejectedStaysListed wants a rejected statement to be found and to say what
// it said, though nothing is derived from it.
func TestRejectedStaysListed(t *testing.T) {
	a := Derive(Input{Readings: amendable(), Judgements: judgements(t, "rejected figure:report 0@0")})
	x := a.Amendments[0]
	if x.Judgement.Verdict != annals.Rejected || len(x.Statements) != 1 {
		t.Fatalf("amendment %+v", x)
	}
	k := x.Statements[0]
	if was := a.Original(k.Reading).Statements[k.Statement]; was.About != annals.AboutFigure || was.ID != a.Statement(k).ID {
		t.Errorf("the original statement is %+v", was)
	}
	if a.Statement(k).About != annals.AboutNothing || a.Resolution.Origin(k) != -1 {
		t.Error("the rejected statement still says something")
	}
	for _, e := range a.Events {
		for _, line := range e.Ledger {
			if line.Statements[0] == (resolve.StatementKey{Reading: k.Reading, Statement: k.Statement}) {
				t.Error("the rejected figure stands in a ledger")
			}
		}
	}
}

func TestCheckCorrection(t *testing.T) {
	tests := []struct {
		kind         annals.KeyKind
		field, value string
		want         string // in the error; "" none
	}{
		{annals.EventKey, "edtf", "2021-08", ""},
		{annals.EventKey, "edtf", "", ""},
		{annals.EventKey, "edtf", "soon", "no date"},
		{annals.EventKey, "status", "maybe", "none of happened"},
		{annals.EventKey, "who", "x", "it has edtf, mode, place, status, type"},
		{annals.EventKey, "place", `{"country":"AF"}`, "no place"},
		{annals.FigureKey, "value", "dozens", "no number"},
		{annals.RelationKey, "type", "friend_of", "none of"},
		{annals.ClaimKey, "kind", "said", "nothing of a claim can be corrected"},
	}
	for _, test := range tests {
		err := CheckCorrection(test.kind, test.field, test.value)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s=%q: %v, want %q", test.kind, test.field, test.value, err, test.want)
		}
	}
}

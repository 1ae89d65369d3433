package proof_test

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/proof"
)

// at is the span of the k-th time (from 1) that words stand in a text.
func at(text, words string, k int) annals.Span {
	start := 0
	for ; k > 1; k-- {
		start += strings.Index(text[start:], words) + 1
	}
	start += strings.Index(text[start:], words)
	return annals.Span{Start: start, End: start + len(words)}
}

func ptr(v float64) *float64 { return &v }

func check(t *testing.T, got proof.Result, verdict annals.Verdict, step string) {
	t.Helper()
	if got.Verdict != verdict || got.Step != step {
		t.Errorf("got %s %q, want %s %q", got.Verdict, got.Step, verdict, step)
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		text             string
		value, low, high *float64
		verdict          annals.Verdict
		step             string
	}{
		{"at least 60 people", ptr(60), ptr(60), nil, annals.Stated, ""},
		{"1,500 to 2,200 fighters", nil, ptr(1500), ptr(2200), annals.Stated, ""},
		{"$1.2 billion", ptr(1.2e9), nil, nil, annals.Stated, ""},
		{"2 . 6 million", ptr(2.6e6), nil, nil, annals.Stated, ""},
		{"120 , 000 people", ptr(120000), nil, nil, annals.Stated, ""},
		{"two hundred and fifty men", ptr(250), nil, nil, annals.Stated, ""},
		{"twenty-five men", ptr(25), nil, nil, annals.Stated, ""},
		{"half a million people", ptr(5e5), nil, nil, annals.DerivedFrom, "collective number"},
		{"a dozen Marines", ptr(12), nil, nil, annals.DerivedFrom, "collective number"},
		{"dozens of troops", nil, ptr(24), nil, annals.DerivedFrom, "vague count by table"},
		{"no casualties", ptr(0), ptr(0), ptr(0), annals.DerivedFrom, "none told of"},
		{"A policeman", ptr(1), nil, nil, annals.DerivedFrom, "one person told of"},
		{"13 soldiers", ptr(31), nil, nil, annals.Unsupported, ""},
		{"at least 60 people", ptr(60), ptr(61), nil, annals.Unsupported, ""},
		{"13 soldiers", ptr(1), nil, nil, annals.Unsupported, ""},
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: c.text}}
		d.Figures = []annals.Figure{{Span: annals.Span{End: len(c.text)}, Text: c.text, Value: c.value, Low: c.low, High: c.high, Unit: "person"}}
		t.Run(c.text, func(t *testing.T) { check(t, proof.Figure(d, 1)["number"], c.verdict, c.step) })
	}
}

func TestMovedSpan(t *testing.T) {
	d := &annotate.Document{Doc: &annals.Document{Text: "13 soldiers died"}}
	d.Figures = []annals.Figure{{Span: annals.Span{Start: 1, End: 11}, Text: "13 soldiers", Value: ptr(13), Who: "soldiers", WhoSpan: annals.Span{Start: 2, End: 9}}}
	check(t, proof.Figure(d, 1)["number"], annals.Unsupported, "")
	check(t, proof.Figure(d, 1)["who"], annals.Unsupported, "")
}

func TestDate(t *testing.T) {
	text := "It happened on 26 August 2021. Last Thursday it rained. In late 2019, since January 2017 or in summer 2018."
	full, last := at(text, "26 August 2021", 1), at(text, "Last Thursday", 1)
	for _, c := range []struct {
		time    annals.Time
		verdict annals.Verdict
		step    string
	}{
		{annals.Time{Span: full, Text: "26 August 2021", EDTF: "2021-08-26"}, annals.Stated, ""},
		{annals.Time{Span: full, Text: "26 August 2021", EDTF: "2021-08-27"}, annals.Unsupported, ""},
		{annals.Time{Span: last, Text: "Last Thursday", EDTF: "2021-08-26", Derived: "weekday before publication", Anchor: full}, annals.DerivedFrom, "weekday before publication"},
		{annals.Time{Span: last, Text: "Last Thursday", EDTF: "2021-08-26", Derived: "weekday before publication"}, annals.Unsupported, ""},
		{annals.Time{Span: at(text, "January 2017", 1), Text: "January 2017", EDTF: "2017-01/.."}, annals.Stated, ""},
		{annals.Time{Span: at(text, "summer 2018", 1), Text: "summer 2018", EDTF: "2018-22"}, annals.Stated, ""},
		{annals.Time{Span: at(text, "summer 2018", 1), Text: "summer 2018", EDTF: "2018-23"}, annals.Unsupported, ""},
		{annals.Time{Span: at(text, "late 2019", 1), Text: "late 2019", EDTF: "2019-10/2019-12"}, annals.DerivedFrom, "part of a year"},
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: text}}
		d.Times = []annals.Time{c.time}
		d.Events = []annals.Event{{Trigger: at(text, "happened", 1), Text: "happened", Time: 1}}
		check(t, proof.Event(d, 1)["date"], c.verdict, c.step)
	}
}

func TestActor(t *testing.T) {
	text := "ISIS-K grew. It had 90 fighters."
	d := &annotate.Document{Doc: &annals.Document{Text: text}}
	d.Mentions = []annals.Mention{
		{Span: at(text, "ISIS-K", 1), Text: "ISIS-K", Form: annals.Name, Entity: 1},
		{Span: at(text, "It", 1), Text: "It", Form: annals.Pronoun, Entity: 1},
	}
	d.Entities = []annals.Entity{{Name: "ISIS-K", Mentions: []annals.Ref{1, 2}}, {Name: "Elsewhere"}}
	d.Figures = []annals.Figure{{Span: at(text, "90 fighters", 1), Text: "90 fighters", Value: ptr(90), Subject: 1}}
	d.Relations = []annals.Relation{{Span: annals.Span{End: 6}, Text: "ISIS-K", From: 1, To: 2}}
	check(t, proof.Relation(d, 1)["from"], annals.Stated, "")
	check(t, proof.Relation(d, 1)["to"], annals.Unsupported, "")
	d.Events = []annals.Event{{Trigger: at(text, "had", 1), Text: "had", Arguments: []annals.Argument{{Role: annals.Actor, Mention: 2}}}}
	got := proof.Event(d, 1)["actor"]
	check(t, got, annals.DerivedFrom, "pronoun to its antecedent")
	if len(got.Spans) != 2 || got.Spans[1] != d.Mentions[0].Span {
		t.Errorf("the antecedent is not cited: %v", got.Spans)
	}
}

func TestClaim(t *testing.T) {
	text := "Police said 5 people died."
	d := &annotate.Document{Doc: &annals.Document{Text: text}}
	d.Claims = []annals.Claim{{Source: at(text, "Police", 1), Cue: at(text, "said", 1), Content: []annals.Span{at(text, "5 people died", 1)}}}
	d.Figures = []annals.Figure{{Span: at(text, "5 people", 1), Text: "5 people", Value: ptr(5), Claim: 1}}
	check(t, proof.Figure(d, 1)["speaker"], annals.Stated, "")
	check(t, proof.Claim(d, 1)["content"], annals.Stated, "")
	d.Claims[0].Content = nil
	check(t, proof.Figure(d, 1)["speaker"], annals.Unsupported, "")
}

func TestOutOfRange(t *testing.T) {
	d := &annotate.Document{Doc: &annals.Document{Text: "x"}}
	d.Figures = []annals.Figure{{Span: annals.Span{Start: 5, End: 9}, Text: "5", Value: ptr(5), Time: 9, Place: 9, Subject: 9, Event: 9, Claim: 9, PartOf: 9}}
	for field, r := range proof.Figure(d, 1) {
		if r.Verdict != annals.Unsupported {
			t.Errorf("%s: %v", field, r)
		}
	}
	if proof.Figure(d, 2) != nil || proof.Event(d, 1) != nil || proof.Relation(d, 0) != nil || proof.Claim(d, -1) != nil {
		t.Error("a reference to nothing was checked")
	}
}

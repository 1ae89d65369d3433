package attribution

import (
	"reflect"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
)

func TestReadStandoff(t *testing.T) {
	a := article{Text: "Zoë said it.\nAll of it, he added."}
	a.readStandoff("T1\tSource 0 3\tZoë\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;13 22\tit.\ngoes on here\nT4\tAttribution 4 8\tsaid\nT5\tDiscuss 0 3\tZoë\n" +
		"E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n")
	want := []span{{annals.Span{Start: 0, End: 4}, tagger.Source}, {annals.Span{Start: 5, End: 9}, tagger.Cue},
		{annals.Span{Start: 10, End: 13}, tagger.Content}, {annals.Span{Start: 14, End: 23}, tagger.Content}}
	if !reflect.DeepEqual(a.Gold, want) {
		t.Errorf("got %v, want %v", a.Gold, want)
	}
	if len(a.Triples) != 1 || len(a.Triples[0][tagger.Content]) != 2 {
		t.Errorf("triples %v, want one with two pieces of content", a.Triples)
	}
}

func TestCutAtParagraphs(t *testing.T) {
	const text = "one two \n\n three"
	got := cut(text, annals.Span{Start: 0, End: len(text)})
	if want := []annals.Span{{Start: 0, End: 7}, {Start: 11, End: 16}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestJoined(t *testing.T) {
	a := joined([]string{"``", "Go", "''", "said", "he", "."}, []string{"B-content", "I-content", "I-content", "B-cue", "B-source", "O"})
	var got []string
	for _, g := range a.Gold {
		got = append(got, g.Type.String()+" "+g.In(a.Text))
	}
	if want := []string{"content “ Go ”", "cue said", "source he"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTally(t *testing.T) {
	const text = `"No," he said.`
	at := func(start, end int) span { return span{annals.Span{Start: start, End: end}, tagger.Content} }
	for _, c := range []struct {
		name                  string
		predicted             []span
		exact, loose, overlap int
	}{
		{"equal", []span{at(0, 5)}, 1, 1, 1},
		{"without marks", []span{at(1, 3)}, 0, 1, 1},
		{"too long", []span{at(0, 8)}, 0, 0, 1},
		{"twice counts once", []span{at(0, 5), at(0, 5)}, 1, 1, 1},
		{"elsewhere", []span{at(9, 13)}, 0, 0, 0},
	} {
		var ta tally
		ta.add(text, []span{at(0, 5)}, c.predicted)
		k := tagger.Content
		if g := [3]int{ta.exact[k].right, ta.loose[k].right, ta.overlap[k].right}; g != [3]int{c.exact, c.loose, c.overlap} {
			t.Errorf("%s: got %v", c.name, g)
		}
	}
}

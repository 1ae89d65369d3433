package places

import (
	"testing"

	"github.com/annals-project/annals/annotate/places"
)

func TestLocate(t *testing.T) {
	text := "Né à Paris, près de Paris."
	offsets := byteOffsets(text)
	for start, want := range map[int]int{5: 7, 6: 7, 4: 7, 20: 23} {
		if got, ok := locate(text, offsets, start, "Paris"); !ok || got.Start != want {
			t.Errorf("Paris at code point %d is located at byte %d, %v; want %d", start, got.Start, ok, want)
		}
	}
	for _, start := range []int{-1, 400} {
		if _, ok := locate(text, offsets, start, "Paris"); ok {
			t.Errorf("Paris was located at code point %d", start)
		}
	}
}

// TestTally counts a text of two gold places, one of them missed on purpose.
func TestTally(t *testing.T) {
	find, err := component()
	if err != nil {
		t.Fatal(err)
	}
	d := document{id: "x", text: "Fighting went on in Kabul and in xyz.", toponyms: []toponym{
		{Span: span{Start: 20, End: 25}, lat: 34.5, lon: 69.2, located: true},
		{Span: span{Start: 33, End: 36}, lat: 1, lon: 1, located: true},
	}}
	tl := tally{errors: map[string][]string{}}
	tl.add(find, d, false)
	if tl.gold != 2 || tl.found != 1 || tl.matched != 1 || tl.points != 2 || tl.right != 1 || tl.given != 1 {
		t.Errorf("tally %+v", tl)
	}
	if f1(50, 100) != 2*50*100/150.0 || f1(0, 0) != 0 || ratio(1, 0) != 0 {
		t.Error("F1 or ratio of nothing")
	}
}

func TestDistance(t *testing.T) {
	if d := places.Distance(34.5, 69.2, 34.5, 69.2); d != 0 {
		t.Errorf("a place lies %f km from itself", d)
	}
	if d := places.Distance(0, 0, 0, 180); d < 20000 || d > 20030 {
		t.Errorf("half the equator is %f km", d)
	}
}

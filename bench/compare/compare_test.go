package main

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                             0,
		"Kabul":                        1,
		"U.S. officials":               3,
		"a 30-year-old man’s £600m":    7,
		"Übung in Köln, Łódź\n– 1,200": 6,
	} {
		if got := words(text); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

func TestGatherRepeatsSamples(t *testing.T) {
	in, err := gather(t.Context(), "no such folder", "../../examples/kabul-2021", 20)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(in.lines), "\n"); got != 20 || in.articles != 20 {
		t.Errorf("%d lines for %d articles, want 20", got, in.articles)
	}
	if !strings.HasPrefix(in.what, "sample") {
		t.Errorf("read %s", in.what)
	}
}

func TestMedian(t *testing.T) {
	samples := []sample{{rate: 9}, {rate: 1}, {rate: 5}}
	if got := median(samples, func(s sample) float64 { return s.rate }); got != 5 {
		t.Errorf("median %v, want 5", got)
	}
}

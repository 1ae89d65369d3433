package export

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestCodePoints holds the promise of the contract: cutting the text that JSON
// carries at the code points printed gives what the bytes gave.
func TestCodePoints(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"a", "é", "e\u0301", "😀", "👩‍👩‍👧", "عربي", "\u202b", "\xff", "\xc3", "\xe2\x80", "’", "\n", "漢字"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(pieces, 0, 300).Draw(t, "pieces") {
			text += p
		}
		wire := decoded(t, text)
		points := newCodePoints(text)
		from := boundary(text, rapid.IntRange(0, len(text)).Draw(t, "from"))
		to := boundary(text, rapid.IntRange(0, len(text)).Draw(t, "to"))
		if from > to {
			from, to = to, from
		}
		got := string(wire[points.at(from):points.at(to)])
		if want := string(decoded(t, text[from:to])); got != want {
			t.Fatalf("text %q bytes %d:%d: wire cut %q, want %q", text, from, to, got, want)
		}
	})
}

// decoded is the text as a reader of the JSON sees it.
func decoded(t *rapid.T, text string) []rune {
	b, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	return []rune(s)
}

// boundary moves i back to where a code point starts.
func boundary(s string, i int) int {
	at := 0
	for at < i {
		_, size := utf8.DecodeRuneInString(s[at:])
		if at+size > i {
			break
		}
		at += size
	}
	return at
}

package text

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// pieces are the stuff of hard texts.
var pieces = []string{"the", "Mr.", "U.S.", "don't", "we’re", "'s", "\"", "“", "”", "'", ".", "...", "?!", ",", "-", "--", "—", "(", "]", "1.", "3,500", "$", "%",
	"a@b.com", "http://x.org/?q=1,", "e.g.", "cannot", "ISIS-K", "قال", "cafe\u0301", "👍🏽", "👩‍👩‍👧", "\u200d", "\u00ad", "\ufeff", "\xff", "\xe2\x80", "\n", "\n\n", "   ", "\t", "\r\n", " ", " ", "EXPAND", "No. 4", ":)", "5:30pm", "'90s", "&", "#tag", "@who", "..22"}

func source(t *rapid.T) string {
	var s string
	for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces") {
		s += p
	}
	return s
}

// verifyTokens holds what every list of tokens owes its source.
func verifyTokens(t interface{ Fatalf(string, ...any) }, source string, tokens []Token) {
	at := 0
	for i, k := range tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(source) {
			t.Fatalf("token %d is %d-%d after %d in %q", i, k.Start, k.End, at, source)
		}
		onlySpace(t, source, at, k.Start)
		at = k.End
	}
	onlySpace(t, source, at, len(source))
}

func onlySpace(t interface{ Fatalf(string, ...any) }, source string, from, to int) {
	for i := from; i < to; {
		_, c, w := next(source, i)
		if c != classSpace {
			t.Fatalf("%q at %d of %q is in no token", source[i:i+w], i, source)
		}
		i += w
	}
}

func verifyText(t interface{ Fatalf(string, ...any) }, r *Reader, source string) {
	got := r.Read(source)
	verifyTokens(t, source, got.Tokens)
	first := 0
	for i, s := range got.Sentences {
		if s.First != first || s.Last <= s.First || s.Last > len(got.Tokens) {
			t.Fatalf("sentence %d holds tokens %d-%d after %d of %q", i, s.First, s.Last, first, source)
		}
		if s.Start != got.Tokens[s.First].Start || s.End != got.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d is %d-%d, its tokens are not, in %q", i, s.Start, s.End, source)
		}
		first = s.Last
		roots := 0
		for k := s.First; k < s.Last; k++ {
			steps := 0
			for h := k; h != None; h = got.Tokens[h].Head {
				if steps++; steps > s.Last-s.First {
					t.Fatalf("the heads of sentence %d run in a circle in %q", i, source)
				}
			}
			if got.Tokens[k].Head == None {
				roots++
			}
		}
		if roots == 0 {
			t.Fatalf("sentence %d has no root in %q", i, source)
		}
	}
	if first != len(got.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences of %q", first, len(got.Tokens), source)
	}
}

func TestTokensCoverTheSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := source(t)
		verifyTokens(t, s, Tokenize(s))
	})
}

func TestReadKeepsItsPromises(t *testing.T) {
	r := reader(t)
	rapid.Check(t, func(t *rapid.T) { verifyText(t, r, source(t)) })
}

func FuzzRead(f *testing.F) {
	for _, p := range pieces {
		f.Add(p + " and " + p)
	}
	r, err := NewReader()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) < 1<<12 {
			verifyText(t, r, source)
		}
		if utf8.ValidString(source) && len(source) > 0 {
			r.Read(source[:len(source)/2])
		}
	})
}

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

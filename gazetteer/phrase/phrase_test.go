package phrase

import (
	"testing"

	"github.com/annals-project/annals/text"
)

// tokens makes a text of the words of s, parted at single spaces.
func tokens(s string) *text.Text {
	t := &text.Text{Source: s}
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' {
			if i > start {
				t.Tokens = append(t.Tokens, text.Token{Start: start, End: i, Head: text.None})
			}
			start = i + 1
		}
	}
	return t
}

func TestLongest(t *testing.T) {
	table := NewTable(4)
	table.Add("al qaida", 1)
	table.Add("al-qaida in iraq", 2)
	table.Add("u.s.", 4)
	table.Add("Médecins Sans Frontières", 8)
	check := func(in string, wantN int, want uint32) {
		t.Helper()
		tx := tokens(in)
		if n, v := table.Longest(tx, 0, len(tx.Tokens)); n != wantN || v != want {
			t.Errorf("%q: %d tokens, value %d; want %d, %d", in, n, v, wantN, want)
		}
	}
	check("al-Qaida fighters", 1, 1)
	check("AL - QAIDA fighters", 3, 1)
	check("al-Qa'ida in Iraq said", 3, 2)
	check("al-Qaida in Yemen", 1, 1)
	check("US troops", 1, 4)
	check("MEDECINS SANS FRONTIERES", 3, 8)
	check("- al Qaida", 0, 0)
	check("al", 0, 0)
	check("", 0, 0)
}

func TestLongestAllocatesNothing(t *testing.T) {
	table := NewTable(1)
	table.Add("al qaida in iraq", 2)
	tx := tokens("al-Qaida in Iraq said")
	if n := testing.AllocsPerRun(100, func() { table.Longest(tx, 0, 4) }); n != 0 {
		t.Errorf("%v allocations a lookup", n)
	}
}

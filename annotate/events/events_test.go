package events

import "testing"

func TestLexiconLoads(t *testing.T) {
	if _, err := New(); err != nil {
		t.Fatal(err)
	}
}

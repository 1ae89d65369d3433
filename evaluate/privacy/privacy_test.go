package privacy

import "testing"

// TestLabels wants the labels whole, and both halves to hold all that matters.
func TestLabels(t *testing.T) {
	persons, err := read(labelled)
	if err != nil {
		t.Fatal(err)
	}
	if len(persons) < 200 {
		t.Errorf("%d persons, want 200 or more", len(persons))
	}
	for _, held := range []bool{false, true} {
		count := map[string]int{}
		for _, p := range persons {
			if heldOut(p.text) == held {
				count[p.label]++
			}
		}
		for _, label := range append(grave, public, "suspect", "prisoner", "rank-and-file") {
			if count[label] == 0 {
				t.Errorf("held out %v: nobody is labelled %s", held, label)
			}
		}
	}
	for _, bad := range []string{"x\tvictim", "x\tvictim\t9-3", "x\tvictim\ta-b"} {
		if _, err := read(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestCovered(t *testing.T) {
	for _, c := range []struct {
		name string
		want bool
	}{{"**** ******", true}, {"**×*", true}, {"█**", true}, {"**** Haddad", false}, {"Li", false}} {
		if got := c.name == covered(c.name); got != c.want {
			t.Errorf("%s: covered %v, want %v", c.name, got, c.want)
		}
	}
}

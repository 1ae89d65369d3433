package cluster

import "testing"

func TestExchange(t *testing.T) {
	// determiners, nouns and verbs in every order a small grammar allows
	var text [][]string
	for _, n := range []string{"dog", "cat", "cow"} {
		for _, v := range []string{"runs", "sleeps", "eats"} {
			for _, d := range []string{"the", "a", "this"} {
				text = append(text, []string{d, n, v})
			}
		}
	}
	v := Count(text, 1)
	classes := v.Exchange(3, 20)
	class := map[string]uint16{}
	for i, w := range v.Words {
		class[w] = classes[i]
	}
	same := func(a, b string, want bool) {
		t.Helper()
		if (class[a] == class[b]) != want {
			t.Errorf("%s and %s in one class: %v", a, b, !want)
		}
	}
	same("dog", "cat", true)
	same("dog", "cow", true)
	same("runs", "eats", true)
	same("the", "this", true)
	same("dog", "runs", false)
	same("dog", "the", false)
}

package tagger

import (
	"strings"
	"testing"

	"github.com/annals-project/annals/text"
)

// TestTurns reads what stands beside quotations; words in verbs are verbs.
func TestTurns(t *testing.T) {
	none := func(string) string { return "" }
	check := func(source, verbs string, want ...string) {
		t.Helper()
		x := &text.Text{Source: source, Tokens: text.Tokenize(source)}
		for i := range x.Tokens {
			x.Tokens[i].Head = text.None
			x.Tokens[i].Norm, x.Tokens[i].Lemma = strings.ToLower(x.Form(i)), x.Form(i)
			if strings.Contains(verbs, x.Form(i)) {
				x.Tokens[i].UPOS = text.VERB
			}
		}
		x.Sentences = []text.Sentence{{Start: 0, End: len(source), First: 0, Last: len(x.Tokens)}}
		x.Index()
		d := newDocument(x, &Knowledge{Frames: none, Speaker: none}, nil)
		var got []string
		for _, q := range d.talk.turn {
			got = append(got, q.lead+"|"+q.word+"|"+q.trail)
		}
		if g, w := strings.Join(got, " "), strings.Join(want, " "); g != w {
			t.Errorf("%s: got %s, want %s", source, g, w)
		}
	}
	check("“ Bring the lamp ” murmured the porter", "murmured", "|edge|murmured")
	check("The porter sang : “ Bring the lamp ” and left", "sang left", "sang|:|left")
	check("“ One ” she counted “ two ”", "counted", "|edge|counted counted|counted|")
	check("He sat . “ Bring the lamp ”", "sat", "|.|")
	check("No speech at all", "all")
}

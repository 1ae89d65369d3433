package attribution

import (
	"bufio"
	"compress/gzip"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
	"github.com/annals-project/annals/text"
	"os"
	"strings"
)

func fake(read func(string) *text.Text, k *tagger.Knowledge) func(string) *text.Text {
	irr := map[string]string{}
	f, _ := os.Open("/work/shared/data/wordnet/oewn_forms.tsv.gz")
	z, _ := gzip.NewReader(f)
	s := bufio.NewScanner(z)
	for s.Scan() {
		p := strings.Split(s.Text(), "\t")
		if len(p) >= 3 {
			irr[p[1]+p[2]] = p[0]
		}
	}
	return func(src string) *text.Text {
		t := read(src)
		for i := range t.Tokens {
			w := &t.Tokens[i]
			if w.UPOS == text.VERB || w.UPOS == text.AUX {
				n := w.Norm
				if l, ok := irr["v"+n]; ok {
					w.Lemma = l
					continue
				}
				for _, c := range []string{n, strings.TrimSuffix(n, "s"), strings.TrimSuffix(n, "es"), strings.TrimSuffix(n, "d"), strings.TrimSuffix(n, "ed"), strings.TrimSuffix(n, "ing"), strings.TrimSuffix(n, "ing") + "e", strings.TrimSuffix(n, "ied") + "y", strings.TrimSuffix(n, "ies") + "y", dbl(strings.TrimSuffix(n, "ed")), dbl(strings.TrimSuffix(n, "ing"))} {
					if k.Verb[c] != "" {
						w.Lemma = c
						break
					}
				}
			}
			if w.XPOS == "NNS" {
				n := w.Norm
				if l, ok := irr["n"+n]; ok {
					w.Lemma = l
					continue
				}
				for _, c := range []string{strings.TrimSuffix(n, "s"), strings.TrimSuffix(n, "es"), strings.TrimSuffix(n, "ies") + "y"} {
					if k.Noun[c] != "" {
						w.Lemma = c
						break
					}
				}
			}
		}
		return t
	}
}
func dbl(s string) string {
	if len(s) > 2 && s[len(s)-1] == s[len(s)-2] {
		return s[:len(s)-1]
	}
	return s
}

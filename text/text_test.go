package text

import (
	"strings"
	"testing"
)

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// forms joins the tokens of source with a bar.
func forms(source string) string {
	var out []string
	for _, k := range Tokenize(source) {
		out = append(out, source[k.Start:k.End])
	}
	return strings.Join(out, "|")
}

func TestTokenize(t *testing.T) {
	for source, want := range map[string]string{
		"I don't think so.":                     "I|do|n't|think|so|.",
		"They’re gonna go, can't they?":         "They|’re|gon|na|go|,|ca|n't|they|?",
		"We cannot.":                            "We|can|not|.",
		"THE COUNTRY'S ARMY":                    "THE|COUNTRY|'S|ARMY",
		"the terrorists' camp":                  "the|terrorists|'|camp",
		"Mr. Smith of Acme Inc. said":           "Mr.|Smith|of|Acme|Inc.|said",
		"Seth G. Jones and Colin P. Clarke":     "Seth|G.|Jones|and|Colin|P.|Clarke",
		"led by ISIS-K. The group":              "led|by|ISIS|-|K|.|The|group",
		"a U.S.-led force in the U.S.":          "a|U.S.|-|led|force|in|the|U.S.",
		"an anti-tank Pul-e-Chakri 2-year":      "an|anti-tank|Pul|-|e|-|Chakri|2|-|year",
		"on 11/28/2000 at 5:30pm, 713-853-3989": "on|11/28/2000|at|5:30|pm|,|713-853-3989",
		"$1,400 or US$100 million (5.5%)":       "$|1,400|or|US$|100|million|(|5.5|%|)",
		"war from 2014-2018":                    "war|from|2014|-|2018",
		`arisen." "While`:                       `arisen|.|"|"|While`,
		`the Taliban."According to`:             `the|Taliban|.|"|According|to`,
		"a 9mm gun, 20km off, 3m high":          "a|9|mm|gun|,|20|km|off|,|3|m|high",
		"guns etc. were found, etc. The end":    "guns|etc.|were|found|,|etc|.|The|end",
		"th- the two-":                          "th-|the|two|-",
		"1. Who is it?":                         "1.|Who|is|it|?",
		"https://a.org/x?y=1, and b@c.com.":     "https://a.org/x?y=1|,|and|b@c.com|.",
		"see pic.twitter.com/B84F2UrtEA":        "see|pic.twitter.com|/|B84F2UrtEA",
		"wait ... no -- yes!!":                  "wait|...|no|--|yes|!!",
		"of 3 killed.22 hurt":                   "of|3|killed|.|22|hurt",
		"O'Brien's d'etat":                      "O'Brien|'s|d'etat",
		"قال الجيش.":                            "قال|الجيش|.",
		"cafe\u0301 👍🏽 ok":                      "cafe\u0301|👍🏽|ok",
		"a\xff\xfeb":                            "a|\xff\xfe|b",
	} {
		check(t, source, forms(source), want)
	}
}

package coref

import (
	"strings"

	"github.com/annals-project/annals"
)

// cues introduce another name for the name before them, after any of the words
// of manner.
var cues = [][]string{{"known", "as"}, {"known", "by"}, {"known", "to"}, {"called"}, {"aka"}, {"a.k.a."}, {"a.k.a"}, {"alias"},
	{"nicknamed"}, {"dubbed"}, {"codenamed"}, {"code-named"}, {"renamed"}, {"rebranded", "as"}, {"styled"}, {"referred", "to", "as"}, {"abbreviated", "as"}, {"abbreviated", "to"}, {"or"},
	{"whose", "real", "name", "is"}, {"whose", "real", "name", "was"}, {"real", "name"}, {"whose", "nom", "de", "guerre", "is"}, {"nom", "de", "guerre"}, {"who", "goes", "by"}, {"goes", "by"}}

// manner are words before "known" and after it, and before other cues, that say
// how, when or to whom a thing is known so.
var manner = map[string]bool{"also": true, "better": true, "formerly": true, "previously": true, "originally": true, "now": true, "then": true, "once": true, "initially": true, "later": true, "sometimes": true, "often": true,
	"commonly": true, "popularly": true, "widely": true, "locally": true, "collectively": true, "officially": true, "formally": true, "informally": true, "simply": true, "variously": true, "otherwise": true, "more": true, "best": true,
	"in": true, "full": true, "short": true, "english": true, "arabic": true, "french": true, "spanish": true, "portuguese": true, "russian": true, "turkish": true, "persian": true, "generally": true, "usually": true, "mostly": true}

// former are words of manner that introduce an earlier name by themselves.
var former = map[string]bool{"formerly": true, "previously": true, "originally": true, "otherwise": true}

// skipped stand between a cue and the names.
var skipped = map[string]bool{"the": true, "by": true, "its": true, "their": true, "his": true, "her": true, "acronym": true, "acronyms": true, "initials": true, "name": true, "names": true,
	"nickname": true, "nom": true, "guerre": true, "pseudonym": true, "french": true, "english": true, "arabic": true, "spanish": true, "portuguese": true, "as": true,
	"\"": true, "“": true, "”": true, "'": true, "‘": true, "’": true, "`": true, "``": true, "''": true}

// alsoKnown reads a cue after name i, past a comma or bracket and "which is",
// and the names that follow it.
func (x *reading) alsoKnown(i int) {
	at := x.views[i].last
	sentence := x.t.Sentences[x.views[i].sentence].Last
	comma := false
	for at < sentence {
		n := x.t.Tokens[at].Norm
		if n == "," || n == "(" || n == "[" || n == "-" || n == "--" || n == "–" || n == "—" {
			comma = true
		} else if !copular[n] {
			break
		}
		at++
	}
	length := x.cue(at, sentence)
	if length == 0 || !comma {
		return
	}
	x.namesAfter(i, at+length, sentence)
}

// copular are the words between a name and the cue of another one.
var copular = map[string]bool{"which": true, "who": true, "that": true, "is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "been": true}

// namesAfter reads the names from token at on as other names of name i.
func (x *reading) namesAfter(i, at, sentence int) {
	for at < sentence {
		if skipped[x.t.Tokens[at].Norm] {
			at++
			continue
		}
		title, _ := x.lexicon.Honorific(x.t, at, sentence)
		m := x.nameAt(at, i+1)
		if m == noName && title > 0 && x.d.Mentions[i].Kind == annals.Person {
			m = x.nameAt(at+title, i+1)
		}
		if m == noName || !alike(x.d.Mentions[i].Kind, x.d.Mentions[m].Kind) && acronym(x.d.Mentions[m].Text) == "" {
			return
		}
		x.introduce(i, m)
		x.keepTitle(at, m)
		at = x.views[m].last
		if at < sentence && (x.t.Form(at) == "," || x.t.Tokens[at].Norm == "and" || x.t.Tokens[at].Norm == "or") {
			at++
		} else {
			return
		}
	}
}

// keepTitle keeps the title from token at on as part of the name just
// introduced, as a fighter's other name has one.
func (x *reading) keepTitle(at, m int) {
	if at < x.views[m].first {
		start, end := x.t.Bytes(at, x.views[m].last)
		x.aliases[len(x.aliases)-1].titled = plainName(x.t.Source[start:end])
	}
}

// cue is the number of tokens of the cue at a token; 0 for none.
func (x *reading) cue(at, end int) int {
	first := at
	for at < end && manner[x.t.Tokens[at].Norm] {
		at++
	}
	for _, c := range cues {
		if n := x.matches(c, at, end); n > 0 {
			if c[0] == "called" && at == first || c[0] == "or" && (at > first || !x.orAcronym(at+n, end)) {
				return 0
			}
			return at + n - first
		}
	}
	if at > first && former[x.t.Tokens[at-1].Norm] {
		return at - first
	}
	return 0
}

// matches is how many tokens from at on a cue takes, with words of manner after
// its first; 0 when it does not stand there.
func (x *reading) matches(cue []string, at, end int) int {
	i := at
	for k, w := range cue {
		for k > 0 && cue[0] == "known" && i < end && x.t.Tokens[i].Norm != w && manner[x.t.Tokens[i].Norm] {
			i++
		}
		if i >= end || x.t.Tokens[i].Norm != w {
			return 0
		}
		i++
	}
	return i - at
}

// orAcronym says whether an acronym stands at a token, and a comma after it:
// "the Konda Rescue Army, or KRA, fled".
func (x *reading) orAcronym(at, end int) bool {
	for at < end && x.t.Tokens[at].Norm == "the" {
		at++
	}
	return at+1 < end && acronym(x.t.Form(at)) != "" && strings.Contains(",.)];", x.t.Form(at+1))
}

// callers are the verbs with which somebody gives a thing a name of his own.
var callers = map[string]bool{"call": true, "dub": true, "label": true, "brand": true, "nickname": true, "term": true, "rename": true}

// longestCaller is how many words those who call a thing so may take.
const longestCaller = 6

// calledBy reads "X, which the state calls Y": a relative clause whose subject
// is somebody else and whose verb gives the name that follows.
func (x *reading) calledBy(i int) {
	at := x.views[i].last
	sentence := x.t.Sentences[x.views[i].sentence].Last
	if at+2 < sentence && (x.t.Form(at) == "(" || x.t.Form(at) == "[") {
		at += 3
	}
	if at < sentence && x.t.Form(at) == "," {
		at++
	}
	if at+1 >= sentence || !relative[x.t.Tokens[at].Norm] {
		return
	}
	for n := at + 1; n < min(at+1+longestCaller, sentence); n++ {
		if k := &x.t.Tokens[n]; callers[k.Lemma] {
			if n > at+1 && n+1 < sentence {
				x.namesAfter(i, n+1, min(n+1+longestCaller, sentence))
			}
			return
		}
	}
}

var relative = map[string]bool{"which": true, "whom": true, "that": true}

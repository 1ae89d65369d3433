package crossdoc

import (
	"fmt"

	"github.com/annals-project/annals/evaluate/wordnet"
	"github.com/annals-project/annals/resolve/scorer"
)

// compare names what speaks for and against two mentions being of one event.
func compare(a, b *mention, net *wordnet.Net) []scorer.Reason {
	var out []scorer.Reason
	give := func(name string, value float64) { out = append(out, scorer.Reason{Name: name, Value: value}) }
	how := triggers(a, b, net)
	give(how, 1)
	if how == sameWord || how == sharedWord {
		give(a.rare+" "+how, 1)
		if a.document != b.document {
			give(a.rare+" "+how+" in reports "+grade(a.report.cosine(b.report)), 1)
		}
	} else {
		give(min(a.lemma, b.lemma)+" and "+max(a.lemma, b.lemma), 1)
		if a.document != b.document && a.incident == b.incident {
			give(min(a.lemma, b.lemma)+" and "+max(a.lemma, b.lemma)+" in reports of one incident", 1)
		}
	}
	if how == sameWord {
		give("both "+a.lemma, 1)
	}
	if a.kind == b.kind {
		give(how+" of class "+a.kind, 1)
	}
	same := a.document == b.document
	reports := a.report.cosine(b.report)
	contexts := a.context.cosine(b.context)
	if same {
		give("one report", 1)
		give(how+" in one report", 1)
	} else {
		give(how+" in reports "+grade(reports), 1)
		incident := "two incidents"
		if a.incident == b.incident {
			incident = "one incident"
		}
		give("reports of "+incident, 1)
		give(how+" in reports of "+incident, 1)
	}
	give("reports "+grade(reports), 1)
	give("sentences "+grade(contexts), 1)
	give(how+" in sentences "+grade(contexts), 1)
	give("like reports", reports)
	give("like sentences", contexts)
	if a.kind == b.kind {
		give("same class of event", 1)
	} else {
		give("classes "+min(a.kind, b.kind)+" and "+max(a.kind, b.kind), 1)
	}
	parts := []struct {
		name string
		a, b map[string]bool
	}{{"participants", a.who, b.who}, {"who before", a.left, b.left}, {"who after", a.right, b.right}, {"places", a.where, b.where}, {"times", a.when, b.when}, {"numbers", a.numbers, b.numbers}}
	for _, p := range parts {
		if agreement := agree(p.a, p.b); agreement != "" {
			give(agreement+" "+p.name, 1)
			if how == sameWord {
				give(sameWord+" with "+agreement+" "+p.name, 1)
			}
		}
	}
	return out
}

// commensurable says whether two mentions are alike enough to be worth scoring.
func commensurable(a, b *mention, net *wordnet.Net) bool {
	return triggers(a, b, net) != otherWord || a.context.cosine(b.context) >= leastContext
}

// leastContext is how alike the sentences of mentions of different words must be
// for the mentions to be compared at all.
const leastContext = 0.1

const otherWord = "other word"
const (
	sameWord   = "same word"
	sharedWord = "shared word"
)

// triggers says how the words of two mentions are alike.
func triggers(a, b *mention, net *wordnet.Net) string {
	if a.lemma == b.lemma {
		return sameWord
	}
	best := otherWord
	for _, x := range a.words {
		for _, y := range b.words {
			switch {
			case empty[x] || empty[y]:
			case x == y:
				return sharedWord
			case stem(x) == stem(y):
				best = "word of one stem"
			case best == otherWord && net.Synonymous(x, y):
				best = "synonym"
			}
		}
	}
	return best
}

// stem is the beginning of a word: enough to hold "explosion" and "explode"
// together.
func stem(word string) string {
	const letters = 5
	return word[:min(letters, len(word))]
}

// grade names how alike two texts are.
func grade(cosine float64) string {
	steps := []float64{0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7}
	for _, s := range steps {
		if cosine < s {
			return fmt.Sprintf("alike below %.2f", s)
		}
	}
	return "nearly equal"
}

// agree says whether two sets of words share one; "" when either is empty.
func agree(a, b map[string]bool) string {
	if len(a) == 0 || len(b) == 0 {
		return ""
	}
	for w := range a {
		if b[w] {
			return "same"
		}
	}
	return "other"
}

// Package lemma gives the dictionary form of English words: by the rules of
// regular inflection, and a table of the forms the rules get wrong.
package lemma

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed lemmas.tsv
var table string

// exceptions maps a class and form, "v went", to the lemma.
var exceptions = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 8192)
	for line := range strings.Lines(table) {
		if line[0] == '#' {
			continue
		}
		if at := strings.LastIndexByte(line, '\t'); at > 0 {
			m[line[:at]] = strings.TrimSuffix(line[at+1:], "\n")
		}
	}
	return m
})

// Class is the part of the exception table that words of a Penn tag look up:
// "n" plural nouns, "v" inflected verbs, "a" and "r" comparatives and superlatives
// of adjectives and adverbs; the tag itself for all others.
func Class(xpos string) string {
	switch xpos {
	case "NNS", "NNPS":
		return "n"
	case "VBZ", "VBD", "VBG", "VBN":
		return "v"
	case "JJR", "JJS":
		return "a"
	case "RBR", "RBS":
		return "r"
	}
	return xpos
}

// Of is the lemma of a word. norm is its form in lower case with plain quotes,
// written as it stands; a proper noun keeps its capitals.
func Of(norm, written, upos, xpos string) string {
	if upos == "PROPN" {
		if stem := singular(norm); xpos == "NNPS" && len(norm) == len(written) && strings.HasPrefix(norm, stem) {
			return written[:len(stem)]
		}
		return written
	}
	var buf [48]byte
	key := append(append(append(buf[:0], Class(xpos)...), '\t'), norm...)
	if l, ok := exceptions()[string(key)]; ok {
		return l
	}
	return Regular(norm, xpos)
}

// Regular is the lemma of norm by rule alone.
func Regular(norm, xpos string) string {
	switch xpos {
	case "NNS", "NNPS":
		if stem, ok := strings.CutSuffix(norm, "men"); ok {
			return stem + "man"
		}
		return singular(norm)
	case "VBZ":
		return singular(norm)
	case "VBG":
		if stem, ok := strings.CutSuffix(norm, "ing"); ok && len(stem) > 1 {
			return restore(stem)
		}
	case "VBD", "VBN":
		if stem, ok := strings.CutSuffix(norm, "ied"); ok && len(stem) > 1 {
			return stem + "y"
		}
		if stem, ok := strings.CutSuffix(norm, "ed"); ok && len(stem) > 1 {
			return restore(stem)
		}
	case "JJR", "RBR":
		return positive(norm, "er")
	case "JJS", "RBS":
		return positive(norm, "est")
	}
	return norm
}

// singular strips the s of plurals and of third persons.
func singular(w string) string {
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's':
		return w
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "zzes") ||
		strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "oes"):
		return w[:n-2]
	case strings.HasSuffix(w, "ss"):
		return w
	}
	return strings.TrimSuffix(w[:n-1], "'")
}

func positive(w, ending string) string {
	stem, ok := strings.CutSuffix(w, ending)
	if !ok || len(stem) < 3 {
		return w
	}
	if s, ok := strings.CutSuffix(stem, "i"); ok {
		return s + "y"
	}
	return restore(stem)
}

// restore undoes what -ed, -ing and -er do to a stem: doubled consonants and
// the lost e.
func restore(stem string) string {
	n := len(stem)
	last := stem[n-1]
	if n > 3 && last == stem[n-2] && strings.IndexByte("bdgmnprt", last) >= 0 {
		return stem[:n-1]
	}
	if losesE(stem) {
		return stem + "e"
	}
	return stem
}

// losesE guesses whether a bare stem once ended in e: "mak", "achiev", "handl".
func losesE(stem string) bool {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch last {
	case 'v', 'c', 'u', 'z':
		return !(last == 'z' && before == 'z')
	case 's':
		return before != 's'
	case 'g':
		return before == 'd' || before == 'r' || before == 'a' && n > 3
	case 'l':
		return strings.IndexByte("bcdfgkptz", before) >= 0
	case 't':
		return before == 'a' && n > 3 && !isVowel(stem[n-3]) || before == 'u' && n > 3
	}
	return n <= 4 && !isVowel(last) && last != 'w' && last != 'x' && last != 'y' && isVowel(before) && (n < 3 || !isVowel(stem[n-3]))
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

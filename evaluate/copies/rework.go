package copies

import (
	"math/rand/v2"
	"strings"

	"github.com/annals-project/annals/evaluate/wordnet"
)

// rework is a way in which an outlet changes a text that it takes over.
type rework struct {
	name  string
	whole bool // keeps the words and, but for the headline, the sentences
	apply func(*maker, []string) []string
}

var reworks = []rework{
	{"cut to half", false, (*maker).cut},
	{"reordered", true, (*maker).reorder},
	{"new headline and furniture", true, (*maker).furnish},
	{"30 % of the words replaced", false, (*maker).reword},
	{"30 % of the sentences dropped or rewritten", false, (*maker).redo},
	{"cut, reordered, furnished and 30 % of the words replaced", false, (*maker).all},
}

// maker changes texts; the same seed makes the same changes.
type maker struct {
	random *rand.Rand
	net    *wordnet.Net

	words, replaced int // how many words stood in what was to be reworded, and how many were replaced
}

// rewritten is the share of words or sentences that a rewriter changes.
const rewritten = 0.3

func (m *maker) cut(s []string) []string {
	keep := max(2, len(s)/2)
	from := m.random.IntN(len(s) - keep + 1)
	return append([]string(nil), s[from:from+keep]...)
}

func (m *maker) reorder(s []string) []string {
	out := append([]string(nil), s...)
	m.random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Furniture of pages, in words of our own.
var (
	heads = []string{"UPDATED: what we know so far", "World news in brief", "By our foreign desk", "Morning edition", "Latest from the wires"}
	feet  = []string{
		"Sign up for our newsletter and get the day's most important stories each morning. You can cancel at any time.",
		"All rights reserved. No part of this page may be republished without written permission from the editors.",
		"Have you seen something that we should report? Write to our newsroom or send a picture to our desk.",
		"Read more: ten things to watch this week. Follow us for live coverage, photographs and video from our correspondents.",
	}
)

func (m *maker) furnish(s []string) []string {
	out := []string{heads[m.random.IntN(len(heads))]}
	out = append(out, s[1:]...) // the old headline or lead goes
	return append(out, feet[m.random.IntN(len(feet))])
}

func (m *maker) reword(s []string) []string {
	out := make([]string, len(s))
	for i := range s {
		out[i] = m.rewordSentence(s[i], rewritten)
	}
	return out
}

func (m *maker) redo(s []string) []string {
	var out []string
	for _, sentence := range s {
		switch chance := m.random.Float64(); {
		case chance < rewritten/2 && len(s) > 2:
		case chance < rewritten:
			out = append(out, m.rewordSentence(sentence, 1))
		default:
			out = append(out, sentence)
		}
	}
	return out
}

func (m *maker) all(s []string) []string {
	return m.furnish(m.reword(m.reorder(m.cut(s))))
}

// rewordSentence replaces a share of a sentence's words by synonyms; where too
// few have any, further words go.
func (m *maker) rewordSentence(s string, share float64) string {
	words := strings.Fields(s)
	wanted := int(share*float64(len(words)) + m.random.Float64())
	done := 0
	for _, i := range m.random.Perm(len(words)) {
		if done == wanted {
			break
		}
		if synonyms := m.synonyms(words[i]); len(synonyms) > 0 {
			words[i] = synonyms[m.random.IntN(len(synonyms))]
			done++
		}
	}
	m.words += len(words)
	m.replaced += done
	for range (wanted - done) / 2 {
		if len(words) > 3 {
			i := m.random.IntN(len(words))
			words = append(words[:i], words[i+1:]...)
			m.replaced++
		}
	}
	return strings.Join(words, " ")
}

func (m *maker) synonyms(word string) []string {
	word = strings.ToLower(strings.Trim(word, `.,;:"'()`))
	if found := m.net.Synonyms(word); len(found) > 0 {
		return found
	}
	return m.net.Synonyms(m.net.Base(word))
}

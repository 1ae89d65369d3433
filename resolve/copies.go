package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"strings"
	"unicode"
)

// Group is documents that are copies of one text.
type Group struct {
	ID       string
	Readings []int
	Why      string // identical, near_duplicate, syndicated
	Origin   string // the agency that a credit line names, where one does
}

// How alike two texts must be to be copies. Syndicated copies keep most
// sentences of the wire text; two reports of one event written apart share few
// runs of shingleWords words.
const (
	shingleWords  = 5
	nearDuplicate = 0.6 // containment of the shorter text's shingles in the longer's
	minShingles   = 12  // texts shorter than this are copies only when identical
)

// findCopies groups documents whose texts are copies. Candidates share a
// sampled shingle, so that texts without any overlap are never compared.
func (r *Resolution) findCopies() {
	n := len(r.Readings)
	prints := make([]map[uint64]bool, n)
	sampled := map[uint64][]int{}
	for i, reading := range r.Readings {
		prints[i] = shingles(reading.Document.Text)
		for h := range prints[i] {
			if h%sampleOneIn == 0 || len(prints[i]) < sampleAllBelow {
				sampled[h] = append(sampled[h], i)
			}
		}
	}
	copies := newSets(n)
	why := map[[2]int]string{}
	for pair := range candidatePairs(sampled) {
		i, j := pair[0], pair[1]
		if verdict := copyOf(r.Readings[i].Document.Text, r.Readings[j].Document.Text, prints[i], prints[j]); verdict != "" {
			copies.join(i, j)
			why[pair] = verdict
		}
	}
	r.groupOf = make([]int, n)
	for i := range r.groupOf {
		r.groupOf[i] = -1
	}
	for _, members := range copies.members() {
		if len(members) < 2 {
			continue
		}
		group := Group{Readings: members, Why: "identical"}
		sum := sha256.New()
		for a, i := range members {
			r.groupOf[i] = len(r.Groups)
			sum.Write([]byte(r.Readings[i].Document.ID))
			for _, j := range members[a+1:] {
				if why[[2]int{i, j}] == "near_duplicate" {
					group.Why = "near_duplicate"
				}
			}
		}
		if agency := r.creditedAgency(members); agency != "" {
			group.Why, group.Origin = "syndicated", agency
		}
		group.ID = "g" + hex.EncodeToString(sum.Sum(nil))[:12]
		r.Groups = append(r.Groups, group)
	}
}

// Long texts are indexed by a sample of their shingles; copies share most
// shingles, so a sample finds them all the same.
const (
	sampleOneIn    = 8
	sampleAllBelow = 400
	// a shingle in more texts than this is a formula of the trade, not a copy
	commonShingle = 200
)

// candidatePairs lists each pair of indices that stand under one hash, once.
func candidatePairs(index map[uint64][]int) map[[2]int]bool {
	pairs := map[[2]int]bool{}
	for _, at := range index {
		if len(at) > commonShingle {
			continue
		}
		for a, i := range at {
			for _, j := range at[a+1:] {
				if i != j {
					pairs[[2]int{min(i, j), max(i, j)}] = true
				}
			}
		}
	}
	return pairs
}

func copyOf(a, b string, sa, sb map[uint64]bool) string {
	if strings.TrimSpace(a) == strings.TrimSpace(b) {
		return "identical"
	}
	if len(sa) > len(sb) {
		sa, sb = sb, sa
	}
	if len(sa) < minShingles {
		return ""
	}
	shared := 0
	for h := range sa {
		if sb[h] {
			shared++
		}
	}
	if float64(shared) >= nearDuplicate*float64(len(sa)) {
		return "near_duplicate"
	}
	return ""
}

// shingles hashes every run of shingleWords words, letter case and punctuation
// left aside.
func shingles(text string) map[uint64]bool {
	words := wordsOf(text)
	out := make(map[uint64]bool, len(words))
	for i := 0; i+shingleWords <= len(words); i++ {
		out[hashWords(words[i:i+shingleWords])] = true
	}
	return out
}

func hashWords(words []string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// wordsOf is the maximal runs of letters and digits of a text, lower-cased.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// creditedAgency is the agency that the members' bylines or publishers agree
// on, when they come from more than one outlet.
func (r *Resolution) creditedAgency(members []int) string {
	outlets, credits := map[string]bool{}, map[string]int{}
	for _, i := range members {
		d := r.Readings[i].Document
		outlets[d.Publisher] = true
		seen := map[string]bool{}
		for _, name := range append([]string{d.Publisher}, d.Byline...) {
			if name != "" && !seen[name] {
				seen[name] = true
				credits[name]++
			}
		}
	}
	if len(outlets) < 2 {
		return ""
	}
	best := ""
	for name, n := range credits {
		if n > 1 && (best == "" || n > credits[best] || n == credits[best] && name < best) {
			best = name
		}
	}
	return best
}

package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Group is documents that are copies of one text.
type Group struct {
	ID       string
	Readings []int
	Why      string // identical, near_duplicate, syndicated
	Origin   string // the agency that a credit line names, where one does
}

// CopySet is texts that are copies of one another.
type CopySet struct {
	Texts     []int // indices, ascending
	Identical bool  // letter for letter, white space at the ends aside
}

// Copies finds the texts that are copies of one another, whole or in part,
// reordered or rewritten. It takes time and memory about in proportion to the
// number of words. Sets come by their first text.
func Copies(texts []string) []CopySet {
	same := newSets(len(texts))
	firstOf := map[string]int{}
	var distinct []int
	prints := make([]fingerprint, len(texts))
	for i, text := range texts {
		text = strings.TrimSpace(text)
		if first, met := firstOf[text]; met {
			same.join(first, i)
			continue
		}
		firstOf[text] = i
		distinct = append(distinct, i)
		prints[i] = newFingerprint(text)
	}
	dropFormulas(prints)
	reworked := map[int]bool{}
	for pair := range alikePairs(prints, distinct) {
		if i, j := pair[0], pair[1]; copied(&prints[i], &prints[j]) {
			same.join(i, j)
			reworked[i], reworked[j] = true, true
		}
	}
	var out []CopySet
	for _, members := range same.members() {
		if len(members) < 2 {
			continue
		}
		set := CopySet{Texts: members, Identical: true}
		for _, m := range members {
			set.Identical = set.Identical && !reworked[m]
		}
		out = append(out, set)
	}
	return out
}

// findCopies groups the documents whose texts are copies.
func (r *Resolution) findCopies() {
	texts := make([]string, len(r.Readings))
	r.groupOf = make([]int, len(r.Readings))
	for i, reading := range r.Readings {
		texts[i] = reading.Document.Text
		r.groupOf[i] = -1
	}
	for _, set := range Copies(texts) {
		group := Group{Readings: set.Texts, Why: "near_duplicate"}
		if set.Identical {
			group.Why = "identical"
		}
		sum := sha256.New()
		for _, i := range set.Texts {
			r.groupOf[i] = len(r.Groups)
			sum.Write([]byte(r.Readings[i].Document.ID))
		}
		if agency := r.creditedAgency(set.Texts); agency != "" {
			group.Why, group.Origin = "syndicated", agency
		}
		group.ID = "g" + hex.EncodeToString(sum.Sum(nil))[:12]
		r.Groups = append(r.Groups, group)
	}
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

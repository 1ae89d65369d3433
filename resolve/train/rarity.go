// Package train counts, in corpora, how many reports use a word: what package
// resolve knows of how much it tells that two reports share it.
package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/muc"
)

const (
	// lastTuning is the last topic of ECB+ that may be looked at.
	lastTuning = 20
	// leastCorpora is in how many of the corpora a word must be used: what only
	// one topic or one decade speaks of is not common.
	leastCorpora = 2
	// leastShare is the share of reports from which a word is listed.
	leastShare = 0.01
)

// Rarity writes the words that many reports use, a line each with how many of
// a thousand reports do: the mean of MUC-4 DEV, MEANTIME and ECB+ topics 1-20,
// each counted alike. data is the folder of the corpora.
func Rarity(data, path string) error {
	corpora, err := open(data)
	if err != nil {
		return err
	}
	total, held := map[string]float64{}, map[string]int{}
	for _, texts := range corpora {
		for word, share := range shares(texts) {
			total[word] += share / float64(len(corpora))
			held[word]++
		}
	}
	var lines []string
	for word, share := range total {
		if held[word] >= leastCorpora && share >= leastShare {
			lines = append(lines, fmt.Sprintf("%s\t%d\n", word, int(1000*share)))
		}
	}
	slices.Sort(lines)
	return os.WriteFile(path, []byte(heading+strings.Join(lines, "")), 0o644)
}

const heading = `# Words that many reports use, with how many of a thousand do: the mean over MUC-4 DEV, MEANTIME and topics 1-20 of ECB+.
# Made by: annals train rarity
`

func open(data string) ([][]string, error) {
	documents, err := cat.ECBPlus(data)
	if err != nil {
		return nil, err
	}
	var press, european, latin []string
	for i := range documents {
		if n, err := strconv.Atoi(documents[i].Topic); err == nil && n <= lastTuning {
			press = append(press, documents[i].Text)
		}
	}
	if documents, err = cat.MEANTIME(data); err != nil {
		return nil, err
	}
	for i := range documents {
		european = append(european, documents[i].Text)
	}
	texts, err := muc.Load(filepath.Join(data, "data"), muc.DEV)
	for i := range texts {
		latin = append(latin, texts[i].Body)
	}
	return [][]string{press, european, latin}, err
}

// shares gives each word the share of texts that use it.
func shares(texts []string) map[string]float64 {
	out := map[string]float64{}
	for _, text := range texts {
		words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) })
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			out[w] += 1 / float64(len(texts))
		}
	}
	return out
}

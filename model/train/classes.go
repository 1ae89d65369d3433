package train

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals/model/syntax"
)

// mostClasses is the number of WordNet classes kept of one word, those of its
// first senses; rarer senses mislead more than they help.
const mostClasses = 4

// WordClasses makes the table of WordNet classes of words.
func WordClasses(dataDir string) (*syntax.Classes, error) {
	senses, err := tsv(filepath.Join(dataDir, "wordnet", "oewn_senses.tsv.gz"))
	if err != nil {
		return nil, err
	}
	forms, err := tsv(filepath.Join(dataDir, "wordnet", "oewn_forms.tsv.gz"))
	if err != nil {
		return nil, err
	}
	byWord := map[string][]string{} // "n dog" to its classes
	slices.SortStableFunc(senses, func(a, b []string) int { return strings.Compare(a[3], b[3]) })
	for _, f := range senses {
		word, pos, class := strings.ToLower(f[0]), f[1], f[6]
		if strings.ContainsAny(word, " ") || len(word) < 2 {
			continue
		}
		if pos == "s" {
			pos = "a"
		}
		if key := pos + word; len(byWord[key]) < mostClasses && !slices.Contains(byWord[key], class) {
			byWord[key] = append(byWord[key], class)
		}
	}
	byForm := map[string]map[string]bool{}
	add := func(form, inflection string, classes []string) {
		if byForm[form] == nil {
			byForm[form] = map[string]bool{}
		}
		for _, c := range classes {
			byForm[form][c+inflection] = true
		}
	}
	for key, classes := range byWord {
		pos, word := key[:1], key[1:]
		add(word, "", classes)
		for _, xpos := range wordNetTags[pos] {
			if len(word) > 2 && xpos[0] != 'J' && xpos[0] != 'R' {
				add(inflect(word, xpos), " "+xpos, classes)
			}
		}
	}
	for _, f := range forms {
		if classes := byWord[f[1]+strings.ToLower(f[0])]; classes != nil {
			add(strings.ToLower(f[2]), " "+f[1], classes)
		}
	}
	return packClasses(byForm), nil
}

func packClasses(byForm map[string]map[string]bool) *syntax.Classes {
	bySet := map[string]uint16{}
	var sets [][]uint32
	byKey := map[uint32]uint16{}
	for _, form := range slices.Sorted(maps.Keys(byForm)) {
		names := slices.Sorted(maps.Keys(byForm[form]))
		joined := strings.Join(names, " ")
		id, ok := bySet[joined]
		if !ok {
			if len(sets) == 1<<16-1 {
				continue
			}
			id = uint16(len(sets))
			bySet[joined] = id
			var set []uint32
			for _, n := range names {
				set = append(set, syntax.ClassFeature(n))
			}
			sets = append(sets, set)
		}
		byKey[syntax.WordFeature(form)] = id
	}
	keys := slices.Sorted(maps.Keys(byKey))
	set := make([]uint16, len(keys))
	for i, k := range keys {
		set[i] = byKey[k]
	}
	return syntax.NewClasses(keys, set, sets)
}

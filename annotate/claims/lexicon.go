package claims

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/pattern"
)

//go:embed cues.tsv
var cueTable string

//go:embed speakers.tsv
var speakerTable string

//go:embed media.tsv
var mediaTable string

//go:embed institutions.tsv
var institutionTable string

//go:embed labels.tsv
var labelTable string

// lexicon holds the word lists of the component.
type lexicon struct {
	verbs, nouns map[string]cue
	attitudes    map[string]cue // adjectives
	speakers     map[string]speakerWord
	medium       map[string]string // sorts of what something is said in
	media        map[string]bool
	institutions map[string]string
	labels       map[string]string // words of labels in brackets and of texts printed whole
	sure         sureness
}

// cue is what the lexicon says of a word of saying.
type cue struct {
	kind   annals.ClaimKind
	frames string
}

// takes says whether the cue has the frame.
func (c cue) takes(frame byte) bool { return strings.IndexByte(c.frames, frame) >= 0 }

// speakerWord is the type of speaker a word makes, and whether it does so
// anywhere in the phrase or only as its head.
type speakerWord struct {
	kind     string
	anywhere bool
}

func newLexicon() (*lexicon, error) {
	sure, err := newSureness()
	if err != nil {
		return nil, err
	}
	l := &lexicon{map[string]cue{}, map[string]cue{}, map[string]cue{}, map[string]speakerWord{}, map[string]string{}, map[string]bool{}, map[string]string{}, map[string]string{}, sure}
	if err := rows("cues.tsv", cueTable, 4, func(f []string) {
		map[string]map[string]cue{"v": l.verbs, "n": l.nouns, "a": l.attitudes}[f[1]][f[0]] = cue{annals.ClaimKind(f[2]), f[3]}
	}); err != nil {
		return nil, err
	}
	if err := rows("speakers.tsv", speakerTable, 3, func(f []string) {
		l.speakers[f[0]] = speakerWord{f[1], f[2] == "any"}
	}); err != nil {
		return nil, err
	}
	if err := rows("media.tsv", mediaTable, 1, func(f []string) { l.media[f[0]] = true }); err != nil {
		return nil, err
	}
	if err := rows("medium.tsv", mediumTable, 2, func(f []string) { l.medium[f[0]] = f[1] }); err != nil {
		return nil, err
	}
	if err := rows("institutions.tsv", institutionTable, 2, func(f []string) { l.institutions[f[0]] = f[1] }); err != nil {
		return nil, err
	}
	return l, rows("labels.tsv", labelTable, 2, func(f []string) { l.labels[f[0]] = f[1] })
}

// rows calls each with the columns of every row of a table.
func rows(name, table string, columns int, each func([]string)) error {
	number := 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return fmt.Errorf("claims: %s:%d: %d columns where %d belong: separate them by tabs", name, number, len(f), columns)
		}
		each(f)
	}
	return nil
}

// lists are the word lists that rules refer to: the verbs by frame, the nouns.
func (l *lexicon) lists() pattern.Lists {
	names := map[byte]string{'c': "clause_verbs", 'q': "quote_verbs", 'o': "object_verbs", 'p': "passive_verbs", 'd': "addressee_verbs", 'l': "leading_verbs",
		'j': "judging_verbs", 'u': "urging_verbs", 'x': "infinitive_verbs", 'f': "for_verbs", 'w': "about_verbs", 'a': "as_verbs", 'n': "naming_verbs", 'g': "adding_verbs"}
	out := pattern.Lists{}
	for lemma, c := range l.verbs {
		for i := range len(c.frames) {
			name := names[c.frames[i]]
			out[name] = append(out[name], lemma)
		}
		out["say_verbs"] = append(out["say_verbs"], lemma)
	}
	for lemma := range l.nouns {
		out["say_nouns"] = append(out["say_nouns"], lemma)
	}
	for lemma := range l.attitudes {
		out["attitudes"] = append(out["attitudes"], lemma)
	}
	return out
}

// Frames are the frames in which a verb of that lemma says something, as
// cues.tsv gives them; "" for other verbs.
func (c *Claims) Frames(lemma string) string { return c.lexicon.verbs[lemma].frames }

// SpeakerType is what sort of speaker a noun names; "" when none in particular.
func (c *Claims) SpeakerType(lemma string) string { return c.lexicon.speakers[lemma].kind }

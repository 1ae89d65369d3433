package events

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/annals-project/annals/model/names"
	"github.com/annals-project/annals/text"
)

//go:embed lexicon/*.tsv
var files embed.FS

// entry is one line of triggers.tsv: words that tell of a kind of event.
type entry struct {
	words  []string // lemmas; the first is the head
	noun   bool
	plover string // "" when PLOVER has no type for it
	mode   string
	frame  *frame
	needs  []condition
	line   int
}

// lexicon holds all tables. It is not changed once loaded.
type lexicon struct {
	verbs, nouns map[string][]*entry // by first word, in the order of the file
	frames       map[string]*frame
	classes      map[string]class
	light        map[string]string // verb → what its subject is
	status       map[string][]embedder
	ontology     *ontology
	alike        *names.Clusters // words that stand in like places
}

// rows gives the fields of each line of an embedded table, comments left out.
func rows(name string, columns int, use func(line int, c []string) error) error {
	raw, err := files.ReadFile("lexicon/" + name)
	if err != nil {
		return err
	}
	for i, l := range strings.Split(string(raw), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		c := strings.Split(l, "\t")
		if len(c) < columns {
			return fmt.Errorf("events: lexicon %s line %d has %d columns, not %d", name, i+1, len(c), columns)
		}
		if err := use(i+1, c); err != nil {
			return fmt.Errorf("events: lexicon %s line %d: %w", name, i+1, err)
		}
	}
	return nil
}

// english is the one lexicon, read on first use.
var english = sync.OnceValues(loadLexicon)

func loadLexicon() (*lexicon, error) {
	l := &lexicon{verbs: map[string][]*entry{}, nouns: map[string][]*entry{}, frames: map[string]*frame{},
		classes: map[string]class{}, light: map[string]string{}, status: map[string][]embedder{}}
	for _, load := range []func() error{l.loadFrames, l.loadTriggers, l.loadClasses, l.loadLight, l.loadStatus} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	finder, err := names.Default()
	if err != nil {
		return nil, err
	}
	l.alike = finder.Resources().Clusters
	l.ontology, err = loadOntology()
	return l, err
}

func (l *lexicon) loadFrames() error {
	return rows("frames.tsv", 3, func(_ int, c []string) error {
		f := l.frames[c[0]]
		if f == nil {
			f = &frame{name: c[0], roles: map[string]string{}}
			l.frames[c[0]] = f
		}
		for _, function := range strings.Fields(c[2]) {
			if f.roles[function] == "" {
				f.roles[function] = c[1]
			}
		}
		return nil
	})
}

func (l *lexicon) loadTriggers() error {
	return rows("triggers.tsv", 4, func(line int, c []string) error {
		f := l.frames[c[3]]
		if f == nil {
			return fmt.Errorf("no frame %q", c[3])
		}
		var needs []condition
		if len(c) > 4 {
			for _, s := range strings.Fields(c[4]) {
				n, err := parseCondition(s)
				if err != nil {
					return err
				}
				needs = append(needs, n)
			}
		}
		plover, mode, _ := strings.Cut(c[2], "/")
		if plover == "-" {
			plover = ""
		}
		for _, phrase := range strings.Split(c[0], ",") {
			e := &entry{words: strings.Split(phrase, "_"), noun: c[1] == "n", plover: plover, mode: mode, frame: f, needs: needs, line: line}
			index := l.verbs
			key := e.words[0]
			if e.noun {
				index, key = l.nouns, e.words[len(e.words)-1] // the head of a compound is its last word
			}
			index[key] = append(index[key], e)
		}
		return nil
	})
}

func (l *lexicon) loadLight() error {
	return rows("light.tsv", 2, func(_ int, c []string) error {
		l.light[c[0]] = c[1]
		return nil
	})
}

// class is a set of the things a noun can name.
type class uint16

const (
	human class = 1 << iota
	armed
	explosive
	weapon
	vehicle
	facility
	territory
	organisation
	crowd
	state
	proper  // a name of unknown kind
	pronoun // stands for people or things
)

var classNames = map[string]class{"human": human, "armed": armed | human, "explosive": explosive, "weapon": weapon,
	"vehicle": vehicle, "facility": facility, "territory": territory, "organisation": organisation, "crowd": crowd | human, "state": state,
	"force": armed, "hit": facility | vehicle,
	"violent": armed | explosive | weapon | proper | pronoun,
	"actor":   human | armed | organisation | state | proper | pronoun,
	"proper":  proper,
	"any":     ^class(0)}

func (l *lexicon) loadClasses() error {
	nouns := map[string]class{}
	err := rows("nouns.tsv", 2, func(_ int, c []string) error {
		nouns[c[0]] = classNames[c[1]]
		return nil
	})
	if err != nil {
		return err
	}
	err = rows("classes.tsv", 2, func(_ int, c []string) error {
		for _, n := range strings.Split(c[1], ",") {
			l.classes[n] |= classNames[c[0]]
		}
		return nil
	})
	for n, c := range nouns {
		if own := l.classes[n]; own == 0 || c == human && own&(explosive|facility|vehicle|weapon) == 0 {
			l.classes[n] |= c // a judge acts for a state and is a person
		}
	}
	return err
}

// singular is the lemma of a noun, or of its form when the tagger took it for a name.
func singular(t *text.Text, i int) string {
	k := &t.Tokens[i]
	if k.UPOS != text.PROPN && k.Lemma != "" {
		return k.Lemma
	}
	s := k.Norm
	switch {
	case strings.HasSuffix(s, "men"):
		return s[:len(s)-3] + "man"
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 3:
		return s[:len(s)-1]
	}
	return s
}

package figures

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// readTable gives each row of a table to add.
func readTable(path string, columns int, add func(fields []string) error) error {
	raw, err := data.ReadFile(path)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			return fmt.Errorf("%s:%d: %d columns, want %d", path, n+1, len(fields), columns)
		}
		if err := add(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n+1, err)
		}
	}
	return nil
}

// at is the entry of a word, made when there is none.
func (l lexicon) at(word string) *entry {
	if l[word] == nil {
		l[word] = &entry{}
	}
	return l[word]
}

// is says whether a word is of a class.
func (l lexicon) is(word string, c classes) bool { return l[word] != nil && l[word].classes&c != 0 }

// begin is the entry of the first of words, and the words after it.
func (l lexicon) begin(words string) (*entry, phrase) {
	f := strings.Fields(words)
	return l.at(f[0]), phrase(f[1:])
}

func addWords(l lexicon, f []string) error {
	class, ok := classNames[f[0]]
	if !ok {
		return fmt.Errorf("no class %q", f[0])
	}
	for _, w := range strings.Split(f[1], "/") {
		l.at(w).classes |= class
	}
	return nil
}

func addNumber(l lexicon, f []string) error {
	v, err := strconv.ParseFloat(f[2], 64)
	l.at(f[0]).numeral = &numeral{f[1], v}
	return err
}

func addUnit(l lexicon, f []string) error {
	l.at(f[0]).unit = unitKind(f[1])
	return nil
}

func addLabel(l lexicon, f []string) error {
	l.at(f[0]).label = true
	return nil
}

func addNoun(l lexicon, f []string) error {
	l.at(f[0]).sort = nounSort(f[1])
	return nil
}

func addCurrency(l lexicon, f []string) error {
	l.at(f[0]).currency = &currency{f[1], f[2] != "after", f[2] != "before"}
	return nil
}

func addHead(l lexicon, f []string) error {
	for _, w := range strings.Split(f[2], "/") {
		l.at(w).head = &head{annals.Measure(f[0]), f[1]}
	}
	return nil
}

func addQualifier(l lexicon, f []string) error {
	e, rest := l.begin(f[0])
	e.qualifiers = longestFirst(append(e.qualifiers, qualifier{rest, bound(f[1]), f[2] == "after"}),
		func(q qualifier) int { return len(q.rest) })
	return nil
}

func addTrigger(l lexicon, f []string) error {
	kind := triggerKind(f[1])
	for i, w := range strings.Split(f[2], "/") {
		form := verbForm(0)
		if kind != adjective && kind != ofNoun && kind != ofPeople {
			form = 1 << i
		}
		e, rest := l.begin(w)
		e.addTrigger(trigger{rest, annals.Measure(f[0]), kind, form})
	}
	return nil
}

// addTrigger joins the forms that one word is of one verb.
func (e *entry) addTrigger(t trigger) {
	for i := range e.triggers {
		o := &e.triggers[i]
		if o.measure == t.measure && o.kind == t.kind && strings.Join(o.rest, " ") == strings.Join(t.rest, " ") {
			o.form |= t.form
			return
		}
	}
	e.triggers = longestFirst(append(e.triggers, t), func(t trigger) int { return len(t.rest) })
}

func addTrait(l lexicon, f []string) error {
	for _, w := range strings.Split(f[2], "/") {
		e, rest := l.begin(w)
		e.traits = longestFirst(append(e.traits, trait{rest, f[0], f[1]}), func(t trait) int { return len(t.rest) })
	}
	return nil
}

func addCue(l lexicon, f []string) error {
	for _, w := range strings.Split(f[1], "/") {
		e, rest := l.begin(w)
		e.cues = append(e.cues, cue{rest, f[0]})
	}
	return nil
}

func addVague(l lexicon, f []string) error {
	e, rest := l.begin(f[0])
	e.vagues = longestFirst(append(e.vagues, vague{rest, f[1] == "weak"}), func(v vague) int { return len(v.rest) })
	return nil
}

// longestFirst moves the last of s up to where no shorter one stands before it.
func longestFirst[T any](s []T, length func(T) int) []T {
	for i := len(s) - 1; i > 0 && length(s[i-1]) < length(s[i]); i-- {
		s[i-1], s[i] = s[i], s[i-1]
	}
	return s
}

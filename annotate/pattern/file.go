package pattern

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Lists are named word lists that tests refer to as @name.
type Lists map[string][]string

// Below is the folder of that name in own, where a component keeps its own
// rules; nil when own is nil.
func Below(own fs.FS, name string) fs.FS {
	if own == nil {
		return nil
	}
	sub, err := fs.Sub(own, name)
	if err != nil {
		return nil
	}
	return sub
}

// Load reads every *.rules file at the top of each file system, in the order of
// their names. A rule of a later file system replaces one of the same name; a
// nil file system is passed over. given are lists the files may use.
func Load(given Lists, systems ...fs.FS) (*Set, error) {
	f := files{lists: maps.Clone(given), byName: map[string]int{}}
	if f.lists == nil {
		f.lists = Lists{}
	}
	for _, system := range systems {
		if system == nil {
			continue
		}
		names, err := fs.Glob(system, "*.rules")
		if err != nil {
			return nil, fmt.Errorf("rules: %w", err)
		}
		for _, name := range names {
			source, err := fs.ReadFile(system, name)
			if err != nil {
				return nil, fmt.Errorf("rules: %w", err)
			}
			if err := f.read(name, string(source)); err != nil {
				return nil, err
			}
		}
		clear(f.byName)
		for i, r := range f.rules {
			f.byName[r.Name] = -1 - i
		}
	}
	return newSet(f.rules), nil
}

// Parse reads one rule file.
func Parse(name, source string, given Lists) (*Set, error) {
	f := files{lists: maps.Clone(given), byName: map[string]int{}}
	if f.lists == nil {
		f.lists = Lists{}
	}
	if err := f.read(name, source); err != nil {
		return nil, err
	}
	return newSet(f.rules), nil
}

// files gathers rules and lists. byName holds the place of each rule: i for one
// of this file system, -1-i for one that may be replaced.
type files struct {
	lists  Lists
	rules  []*Rule
	byName map[string]int
}

// line is a line of a rule file with its number, from 1.
type line struct {
	text   string
	number int
}

// read takes a file apart into blocks: each starts at a line that is not
// indented, and holds the indented lines after it.
func (f *files) read(name, source string) error {
	var block []line
	number := 0
	for raw := range strings.Lines(source) {
		number++
		raw = strings.TrimRightFunc(raw, unicode.IsSpace)
		trimmed := strings.TrimLeftFunc(raw, unicode.IsSpace)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if len(trimmed) == len(raw) && len(block) > 0 && !isExample(trimmed) {
			if err := f.block(name, block); err != nil {
				return err
			}
			block = block[:0]
		}
		block = append(block, line{trimmed, number})
	}
	if len(block) == 0 {
		return nil
	}
	return f.block(name, block)
}

func isExample(s string) bool { return strings.HasPrefix(s, "+ ") || strings.HasPrefix(s, "- ") }

func (f *files) block(file string, block []line) error {
	head := strings.Fields(block[0].text)
	switch head[0] {
	case "list":
		return f.list(file, block)
	case "rule":
		return f.rule(file, block, head[1:])
	}
	return &Error{file, block[0].number, fmt.Sprintf("a block starts with list or rule, not %q: indent the line if it goes on", head[0])}
}

// list reads  list NAME = words  or  list NAME += words.
func (f *files) list(file string, block []line) error {
	fields := strings.Fields(block[0].text)
	if len(fields) < 3 || fields[2] != "=" && fields[2] != "+=" {
		return &Error{file, block[0].number, "a list is written  list NAME = word word"}
	}
	words := slices.Clone(fields[3:])
	for _, l := range block[1:] {
		words = append(words, strings.Fields(l.text)...)
	}
	if fields[2] == "+=" {
		words = append(slices.Clone(f.lists[fields[1]]), words...)
	}
	f.lists[fields[1]] = words
	return nil
}

// rule reads a header, a pattern and examples.
func (f *files) rule(file string, block []line, header []string) error {
	fail := func(format string, args ...any) error {
		return &Error{file, block[0].number, fmt.Sprintf(format, args...)}
	}
	if len(header) == 0 {
		return fail("a rule needs a name: rule NAME key=value")
	}
	r := &Rule{Name: header[0], File: file, Line: block[0].number, Properties: map[string]string{}}
	for _, p := range header[1:] {
		key, value, ok := strings.Cut(p, "=")
		if !ok {
			return fail("%q in the header of rule %s is not of the form key=value", p, r.Name)
		}
		r.Properties[key] = value
	}
	b := builder{scanner: scanner{file: file}, lists: f.lists, rule: r}
	for _, l := range block[1:] {
		if isExample(l.text) {
			e, err := parseExample(file, l)
			if err != nil {
				return err
			}
			r.Examples = append(r.Examples, e)
			continue
		}
		for _, c := range l.text + "\n" {
			b.src, b.line = append(b.src, c), append(b.line, l.number)
		}
	}
	if len(b.src) == 0 {
		return fail("rule %s has no pattern: write nodes below its header, indented", r.Name)
	}
	if err := b.pattern(step{}); err != nil {
		return err
	}
	if b.at < len(b.src) {
		return b.fail("a ) too many")
	}
	return f.add(r)
}

// add keeps a rule, in the place of the one it replaces.
func (f *files) add(r *Rule) error {
	at, known := f.byName[r.Name]
	switch {
	case known && at >= 0:
		return &Error{r.File, r.Line, fmt.Sprintf("there is a rule %s already, at %s:%d: give this one a name of its own", r.Name, f.rules[at].File, f.rules[at].Line)}
	case known:
		f.rules[-1-at] = r
		f.byName[r.Name] = -1 - at
	default:
		f.byName[r.Name] = len(f.rules)
		f.rules = append(f.rules, r)
	}
	return nil
}

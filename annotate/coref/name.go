package coref

import (
	"strings"
	"unicode"

	"github.com/annals-project/annals"
)

// name is one distinct name of the document, in all its mentions.
type name struct {
	mentions []int
	kind     annals.Kind
	words    []string // its pieces in small letters, small words left out
	initials string   // first letters of the pieces that are no small words
	every    string   // first letters of all pieces
	group    int      // number of the well-known group it begins with; 0 none
	branch   []string // what follows the group's name
	country  string   // ISO code when it is a country's name or demonym
	demonym  bool
	acronym  string // its capitals when it is written as an acronym, else ""
}

// smallWords are left out when names are compared.
var smallWords = map[string]bool{"the": true, "of": true, "in": true, "and": true, "for": true, "de": true, "la": true, "del": true,
	"on": true, "at": true, "to": true, "a": true, "e": true, "i": true, "&": true, "s": true, "al": true, "el": true}

// genericWords say what sort of thing a name is of, and may be left out of it.
var genericWords = map[string]bool{"group": true, "movement": true, "network": true, "organisation": true, "organization": true,
	"province": true, "party": true, "branch": true, "militia": true, "inc": true, "corp": true, "corporation": true, "ltd": true, "co": true, "city": true}

// pieces cuts a name into its words in small letters; hyphens part words,
// apostrophes and stops do not.
func pieces(s string) []string {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(s), "'s"), "’s")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’' || r == '‘' || r == '`' || r == '.':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&':
			return r
		}
		return ' '
	}, s)
	return strings.Fields(s)
}

// readName makes the name of mention i.
func (x *reading) readName(i int) name {
	m, v := &x.d.Mentions[i], &x.views[i]
	n := name{mentions: []int{i}, kind: m.Kind}
	first := v.first
	if m.Kind == annals.Person {
		for {
			k, _ := x.lexicon.Honorific(x.t, first, v.last)
			if k == 0 || first+k >= v.last {
				break
			}
			first += k
		}
	}
	start, end := x.t.Bytes(first, v.last)
	for _, p := range pieces(x.t.Source[start:end]) {
		n.every += p[:1]
		if !smallWords[p] {
			n.words = append(n.words, p)
			n.initials += p[:1]
		}
	}
	n.acronym = acronym(x.t.Source[start:end])
	if k, id := x.lexicon.Group(x.t, first, v.last); k > 0 {
		n.group = id
		start, end := x.t.Bytes(first+k, v.last)
		for _, p := range pieces(x.t.Source[start:end]) {
			if !smallWords[p] {
				n.branch = append(n.branch, p)
			}
		}
	}
	if k, code, demonym := x.lexicon.Country(x.t, first, v.last); k > 0 && first+k == v.last {
		n.country, n.demonym = code, demonym
	}
	return n
}

// acronym is the letters of a name written as one: capitals, stops, hyphens,
// digits. It must have at least two.
func acronym(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '.' || r == '-':
		default:
			return ""
		}
	}
	if b.Len() < 2 || b.Len() > 8 {
		return ""
	}
	return b.String()
}

// skeleton is a word without its vowels and doubled letters, with letters that
// stand for one sound in transliteration made one: "qaeda" and "qaida" are "qd".
func skeleton(w string) string {
	var b strings.Builder
	last := byte(0)
	for i := range len(w) {
		c := w[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w':
			if i > 0 {
				continue
			}
			c = 'a'
		case 'k', 'q', 'c':
			c = 'k'
		case 'z':
			c = 's'
		case 'v':
			c = 'f'
		case 'j':
			c = 'g'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}

// key is what distinct names are told apart by.
func (n *name) key() string { return strings.Join(n.words, " ") }

package pipeline

import (
	"strconv"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

// Known are the names of well-known groups and countries, for the resolver.
type Known struct {
	reader  *text.Reader
	lexicon *actors.Lexicon
}

// Aliases opens the embedded lexicon of actors.
func Aliases() (*Known, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	lexicon, err := actors.Default()
	if err != nil {
		return nil, err
	}
	return &Known{reader, lexicon}, nil
}

// Canonical gives one key for all names of a well-known group or country; false
// when the whole name is none. A demonym is no name of its country.
func (k *Known) Canonical(name string) (string, bool) {
	t := k.reader.Read(name)
	all := len(t.Tokens)
	if n, id := k.lexicon.Group(t, 0, all); all > 0 && n == all {
		return "group " + strconv.Itoa(id), true
	}
	if n, code, demonym := k.lexicon.Country(t, 0, all); all > 0 && n == all && !demonym {
		return "country " + code, true
	}
	return "", false
}

package account

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed kinds.tsv
var kindTable string

// kinds are the words for a type and mode of PLOVER, parted by a slash.
var kinds = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(kindTable) {
		if c := strings.Split(strings.TrimSpace(line), "\t"); len(c) == 3 {
			out[c[0]+"/"+strings.TrimPrefix(c[1], "-")] = c[2]
		}
	}
	return out
})

// kindWords says what kind of event it is in the words of the codebooks: ACLED's
// sub-type for violence, where it is the more telling, else PLOVER's mode or type.
func kindWords(e *Event) string {
	switch {
	case e.PLOVER == nil:
		return ""
	case e.ACLED != nil && e.ACLED.SubType != "" && e.PLOVER.Type == "ASSAULT":
		return e.ACLED.SubType
	}
	if words := kinds()[e.PLOVER.Type+"/"+e.PLOVER.Mode]; words != "" {
		return words
	}
	if e.PLOVER.Mode != "" {
		return strings.ReplaceAll(e.PLOVER.Mode, "-", " ")
	}
	return strings.ToLower(strings.ReplaceAll(e.PLOVER.Type, "_", " "))
}

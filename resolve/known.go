package resolve

// onceEach asks another for each name but once: there are far fewer names than
// times they are used, and to look one up may mean to read it.
type onceEach struct {
	ask     Aliases
	answers map[string]answer
}

type answer struct {
	key   string
	known bool
}

func newOnceEach(ask Aliases) *onceEach { return &onceEach{ask, map[string]answer{}} }

// Canonical gives the key of a known actor; false for any name when nothing is known.
func (o *onceEach) Canonical(name string) (string, bool) {
	if o.ask == nil {
		return "", false
	}
	a, met := o.answers[name]
	if !met {
		a.key, a.known = o.ask.Canonical(name)
		o.answers[name] = a
	}
	return a.key, a.known
}

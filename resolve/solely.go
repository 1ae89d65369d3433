package resolve

// mostly is the share of an outlet's sentences that a source must have said for the
// rest to be its word too: more than half.
const mostly = 0.5

// leastSaid is how many sentences make a report of what somebody said; one may stand
// alone.
const leastSaid = 2

// mostlyOnes is why what a report tells without a source has one.
const mostlyOnes = "most of the report is from this source"

// sentenceAt is where a sentence of a reading starts.
type sentenceAt struct{ reading, start int }

// told is what an outlet tells: its sentences, and those of each source.
type told struct {
	all map[sentenceAt]bool
	by  map[string]map[sentenceAt]bool
}

func newTold() *told {
	return &told{map[sentenceAt]bool{}, map[string]map[sentenceAt]bool{}}
}

func (t *told) add(at sentenceAt, key string) {
	t.all[at] = true
	if !attributed(key) {
		return
	}
	if t.by[key] == nil {
		t.by[key] = map[sentenceAt]bool{}
	}
	t.by[key][at] = true
}

// source is who has said most of what an outlet tells; "" nobody.
func (t *told) source() string {
	best := ""
	for _, key := range sortedKeys(t.by) {
		if n := len(t.by[key]); n >= leastSaid && float64(n) > mostly*float64(len(t.all)) && (best == "" || n > len(t.by[best])) {
			best = key
		}
	}
	return best
}

// solely gives what a report tells without a source to the one from whom it has most
// of the rest: a notice that begins "a barn burned down" and goes on with what the
// brigade said has the fire from the brigade too, and so has what prints its release.
func (r *Resolution) solely(voices []*voice, keys map[StatementKey]string) {
	outlets := map[string]*told{}
	add := func(at sentenceAt, key string) {
		outlet := r.outlet(at.reading)
		if outlets[outlet] == nil {
			outlets[outlet] = newTold()
		}
		outlets[outlet].add(at, key)
	}
	for _, v := range voices {
		for _, p := range v.passages {
			add(sentenceAt{p.Reading, p.Start}, v.key)
		}
	}
	for k, key := range keys {
		add(sentenceAt{k.Reading, r.Readings[k.Reading].Statements[k.Statement].Evidence[0].Start}, key)
	}
	sources := map[string]string{}
	for outlet, t := range outlets {
		sources[outlet] = t.source()
	}
	for k, key := range keys {
		if source := sources[r.outlet(k.Reading)]; source != "" && !attributed(key) {
			keys[k] = source
			r.because(source, mostlyOnes)
		}
	}
}

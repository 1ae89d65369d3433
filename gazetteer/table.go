package gazetteer

import (
	"cmp"
	"slices"
)

// table is an index of names over places, in columns. It is not changed after
// it is made.
type table struct {
	places  []record
	names   string   // the main names of places, end to end
	codes   []string // admin codes, referred to by number; 0 is ""
	keys    []uint64 // 48-bit name keys, ascending
	posts   []uint32 // per key: its first entry, and longerBit; one more than keys
	entries []uint32 // place number << useBits | Use
	bucket  []uint32 // by the top bits of a key: its first place in keys
}

// record is a place as a table holds it.
type record struct {
	id, population uint32
	lat, lon       int32 // degrees × coordinateScale; unlocated when unknown
	name           uint32
	nameLen        uint8
	kind           Kind
	flags          uint8
	country        [2]byte
	admin1, admin2 uint16
}

const (
	useBits    = 3
	longerBit  = 1 << 31 // a longer name starts with this phrase
	keyBits    = 48      // 230,000 names in 2^48: a false hit in 10^9 words
	bucketBits = 16

	coordinateScale = 1e4 // 11 m
	unlocated       = -1 << 31

	flagCapital = 1
	flagSeat    = 2
)

// key is the part of a hash that tables hold.
func key(hash uint64) uint64 { return hash >> (64 - keyBits) }

// find is the number of a name's key; ok is false when the table lacks it.
func (t *table) find(hash uint64) (int, bool) {
	k := key(hash)
	b := k >> (keyBits - bucketBits)
	for i := t.bucket[b]; i < t.bucket[b+1]; i++ {
		if t.keys[i] == k {
			return int(i), true
		}
	}
	return 0, false
}

// lookup says whether a phrase is a name, and whether a longer one starts so.
func (t *table) lookup(hash uint64) (known, longer bool) {
	i, ok := t.find(hash)
	if !ok {
		return false, false
	}
	return t.posts[i]&^longerBit < t.posts[i+1]&^longerBit, t.posts[i]&longerBit != 0
}

// of are the entries of a name.
func (t *table) of(hash uint64) []uint32 {
	i, ok := t.find(hash)
	if !ok {
		return nil
	}
	return t.entries[t.posts[i]&^longerBit : t.posts[i+1]&^longerBit]
}

// place unpacks place number i.
func (t *table) place(i int) Place {
	r := &t.places[i]
	p := Place{
		ID: int(r.id), Kind: r.kind, Population: int(r.population),
		Name:   t.names[r.name : r.name+uint32(r.nameLen)],
		Admin1: t.codes[r.admin1], Admin2: t.codes[r.admin2],
		Capital: r.flags&flagCapital != 0, Seat: r.flags&flagSeat != 0,
	}
	if r.country[0] != 0 {
		p.Country = string(r.country[:])
	}
	if r.lat != unlocated {
		p.Lat, p.Lon, p.Located = float64(r.lat)/coordinateScale, float64(r.lon)/coordinateScale, true
	}
	return p
}

// Builder gathers places and their names into a table.
type Builder struct {
	table table
	codes map[string]uint16
	names map[uint64][]uint32 // key to entries
	more  map[uint64]bool     // keys of phrases that longer names start with
	text  []byte
}

// NewBuilder gives an empty builder.
func NewBuilder() *Builder {
	return &Builder{codes: map[string]uint16{"": 0}, names: map[uint64][]uint32{}, more: map[uint64]bool{}, table: table{codes: []string{""}}}
}

// Add adds a place under its own name and gives its number.
func (b *Builder) Add(p Place) int {
	n := b.addUnnamed(p)
	b.Name(n, p.Name, Main)
	return n
}

// addUnnamed adds a place that is not found by its own name.
func (b *Builder) addUnnamed(p Place) int {
	r := record{id: uint32(p.ID), population: uint32(p.Population), kind: p.Kind, lat: unlocated, lon: unlocated,
		name: uint32(len(b.text)), admin1: b.code(p.Admin1), admin2: b.code(p.Admin2)}
	name := p.Name[:min(len(p.Name), 255)]
	r.nameLen = uint8(len(name))
	b.text = append(b.text, name...)
	if len(p.Country) == 2 {
		r.country = [2]byte{p.Country[0], p.Country[1]}
	}
	if p.Located {
		r.lat, r.lon = int32(p.Lat*coordinateScale), int32(p.Lon*coordinateScale)
	}
	if p.Capital {
		r.flags |= flagCapital
	}
	if p.Seat {
		r.flags |= flagSeat
	}
	b.table.places = append(b.table.places, r)
	return len(b.table.places) - 1
}

// code is the number of an admin code. Codes past the 65,535 there is room for
// are left out.
func (b *Builder) code(s string) uint16 {
	n, ok := b.codes[s]
	if !ok && len(b.table.codes) < 1<<16 {
		n = uint16(len(b.table.codes))
		b.codes[s] = n
		b.table.codes = append(b.table.codes, s)
	}
	return n
}

// Name adds a name for place number n. A name it has is not added again.
func (b *Builder) Name(n int, name string, use Use) {
	whole, prefixes := hashName(name)
	if whole == 0 || len(prefixes) >= maxWords {
		return
	}
	k := key(whole)
	for _, e := range b.names[k] {
		if int(e>>useBits) == n {
			return
		}
	}
	b.names[k] = append(b.names[k], uint32(n)<<useBits|uint32(use))
	for _, p := range prefixes {
		b.more[key(p)] = true
	}
}

// build gives the table. Places of one name are in descending order of
// population, coarser kinds first.
func (b *Builder) build() *table {
	t := b.table
	t.names = string(b.text)
	for k := range b.names {
		t.keys = append(t.keys, k)
	}
	for k := range b.more {
		if _, ok := b.names[k]; !ok {
			t.keys = append(t.keys, k)
		}
	}
	slices.Sort(t.keys)
	for _, k := range t.keys {
		post := uint32(len(t.entries))
		if b.more[k] {
			post |= longerBit
		}
		t.posts = append(t.posts, post)
		entries := b.names[k]
		slices.SortFunc(entries, func(x, y uint32) int {
			p, q := &t.places[x>>useBits], &t.places[y>>useBits]
			return cmp.Or(cmp.Compare(min(p.kind, Admin2), min(q.kind, Admin2)), cmp.Compare(q.population, p.population), cmp.Compare(x, y))
		})
		t.entries = append(t.entries, entries...)
	}
	t.posts = append(t.posts, uint32(len(t.entries)))
	t.index()
	return &t
}

// index fills bucket from keys.
func (t *table) index() {
	t.bucket = make([]uint32, 1<<bucketBits+1)
	for b := range t.bucket {
		first := uint64(b) << (keyBits - bucketBits)
		from := uint32(0)
		if b > 0 {
			from = t.bucket[b-1]
		}
		for int(from) < len(t.keys) && t.keys[from] < first {
			from++
		}
		t.bucket[b] = from
	}
}

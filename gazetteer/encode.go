package gazetteer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// magic starts a table file; its last character is the version of the form.
const magic = "annals gazetteer 1\n"

// WriteTo writes the table the builder holds: the same bytes for the same
// places in the same order.
func (b *Builder) WriteTo(w io.Writer) (int64, error) {
	packed, err := b.build().encode()
	if err != nil {
		return 0, err
	}
	n, err := w.Write(packed)
	return int64(n), err
}

// encode packs a table: magic, then zstd over the columns.
func (t *table) encode() ([]byte, error) {
	var raw bytes.Buffer
	putText(&raw, t.names)
	putText(&raw, strings.Join(t.codes, "\n"))
	putUvarint(&raw, uint64(len(t.places)))
	for _, column := range recordColumns {
		for i := range t.places {
			putUvarint(&raw, uint64(column.get(&t.places[i])))
		}
	}
	putUvarint(&raw, uint64(len(t.keys)))
	last := uint64(0)
	for _, k := range t.keys {
		putUvarint(&raw, k-last)
		last = k
	}
	for i := range t.keys {
		count := t.posts[i+1]&^longerBit - t.posts[i]&^longerBit
		putUvarint(&raw, uint64(count<<1|t.posts[i]>>31))
	}
	for _, e := range t.entries {
		putUvarint(&raw, uint64(e))
	}
	var out bytes.Buffer
	out.WriteString(magic)
	z, err := zstd.NewWriter(&out, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(raw.Bytes()); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// column gets and sets one field of a record, as an unsigned number.
type column struct {
	get func(*record) uint32
	set func(*record, uint32)
}

var recordColumns = []column{
	{func(r *record) uint32 { return r.id }, func(r *record, v uint32) { r.id = v }},
	{func(r *record) uint32 { return r.population }, func(r *record, v uint32) { r.population = v }},
	{func(r *record) uint32 { return uint32(r.lat) }, func(r *record, v uint32) { r.lat = int32(v) }},
	{func(r *record) uint32 { return uint32(r.lon) }, func(r *record, v uint32) { r.lon = int32(v) }},
	{func(r *record) uint32 { return uint32(r.nameLen) }, func(r *record, v uint32) { r.nameLen = uint8(v) }},
	{func(r *record) uint32 { return uint32(r.kind) }, func(r *record, v uint32) { r.kind = Kind(v) }},
	{func(r *record) uint32 { return uint32(r.flags) }, func(r *record, v uint32) { r.flags = uint8(v) }},
	{func(r *record) uint32 { return uint32(r.country[0])<<8 | uint32(r.country[1]) },
		func(r *record, v uint32) { r.country = [2]byte{byte(v >> 8), byte(v)} }},
	{func(r *record) uint32 { return uint32(r.admin1) }, func(r *record, v uint32) { r.admin1 = uint16(v) }},
	{func(r *record) uint32 { return uint32(r.admin2) }, func(r *record, v uint32) { r.admin2 = uint16(v) }},
}

func putUvarint(b *bytes.Buffer, v uint64) {
	var buf [binary.MaxVarintLen64]byte
	b.Write(buf[:binary.PutUvarint(buf[:], v)])
}

func putText(b *bytes.Buffer, s string) {
	putUvarint(b, uint64(len(s)))
	b.WriteString(s)
}

var errBroken = errors.New("the file is cut short or damaged; make it anew with: annals gazetteer build, or add")

// decode unpacks what encode packed. A damaged file is an error, never a panic.
func decode(packed []byte) (*table, error) {
	if !bytes.HasPrefix(packed, []byte(magic)) {
		return nil, errors.New("no gazetteer table of this version; make it anew")
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxTable))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	raw, err := z.DecodeAll(packed[len(magic):], nil)
	if err != nil {
		return nil, fmt.Errorf("gazetteer table: %w", err)
	}
	d := decoder{rest: raw}
	t := &table{names: d.text(), codes: strings.Split(d.text(), "\n")}
	d.places(t)
	d.index(t)
	if d.broken || len(d.rest) > 0 || !t.valid() {
		return nil, errBroken
	}
	t.index()
	return t, nil
}

// maxTable bounds what a table may unpack to: all of GeoNames fits.
const maxTable = 4 << 30

// decoder reads numbers and texts off a slice, and remembers when it ran out.
type decoder struct {
	rest   []byte
	broken bool
}

func (d *decoder) number() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		d.broken, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

// count is a number of things that take at least a byte each.
func (d *decoder) count() int {
	n := d.number()
	if n > uint64(len(d.rest)) {
		d.broken = true
		return 0
	}
	return int(n)
}

func (d *decoder) text() string {
	n := d.count()
	s := string(d.rest[:n])
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) places(t *table) {
	t.places = make([]record, d.count())
	for _, c := range recordColumns {
		for i := range t.places {
			c.set(&t.places[i], uint32(d.number()))
		}
	}
	at := uint32(0)
	for i := range t.places {
		t.places[i].name = at
		at += uint32(t.places[i].nameLen)
	}
	d.broken = d.broken || int(at) != len(t.names)
}

func (d *decoder) index(t *table) {
	n := d.count()
	t.keys, t.posts = make([]uint64, n), make([]uint32, n+1)
	last := uint64(0)
	for i := range t.keys {
		last += d.number()
		t.keys[i] = last
	}
	total := uint32(0)
	for i := range t.keys {
		v := d.number()
		t.posts[i] = total | uint32(v&1)<<31
		total += uint32(v >> 1)
		if v>>1 > uint64(len(d.rest)) {
			d.broken = true
			return
		}
	}
	t.posts[n] = total
	if int(total) > len(d.rest) {
		d.broken = true
		return
	}
	t.entries = make([]uint32, total)
	for i := range t.entries {
		t.entries[i] = uint32(d.number())
	}
}

// valid says that every number that refers to something refers to what is there.
func (t *table) valid() bool {
	for i := range t.places {
		if r := &t.places[i]; int(r.admin1) >= len(t.codes) || int(r.admin2) >= len(t.codes) || r.kind > Spot {
			return false
		}
	}
	for _, e := range t.entries {
		if int(e>>useBits) >= len(t.places) {
			return false
		}
	}
	for i := 1; i < len(t.keys); i++ {
		if t.keys[i] <= t.keys[i-1] {
			return false
		}
	}
	return len(t.keys) == 0 || t.keys[len(t.keys)-1] < 1<<keyBits
}

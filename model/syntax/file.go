package syntax

import (
	_ "embed"
	"encoding/binary"
	"math"
	"strings"
	"sync"

	"github.com/annals-project/annals/model/neural"
)

//go:embed syntax.bin
var embedded []byte

// Default is the model embedded in the program, loaded once.
var Default = sync.OnceValues(func() (*Model, error) { return Decode(embedded) })

// maxSize bounds every count in a file, so that a damaged one cannot ask for
// more memory than a model needs.
const maxSize = 1 << 20

// Encode gives the model's bytes: labels, tables, then the weights. Each row of
// the embedding is rounded to 8 bits, each row of the other matrices to 16,
// with a scale a row; vectors stay as they are.
func (m *Model) Encode() []byte {
	var b []byte
	for _, list := range [][]string{m.UPOS, m.XPOS, m.Morphs, m.Deps} {
		b = appendString(b, strings.Join(list, "\n"))
	}
	s := m.Net.Shape
	for _, n := range []int{s.Features, s.Hidden, s.Layers, s.Tag, s.Arc, s.Rel, s.Tags, s.Morphs, s.Deps} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	b = appendKeys(b, m.Lexicon.Keys)
	b = m.Lexicon.Words.append(b)
	for i, matrix := range m.Net.Matrices() {
		for r := range matrix.Rows {
			b = appendRow(b, matrix.Row(r), i == 0)
		}
	}
	for _, v := range m.Net.Vectors() {
		for _, x := range v {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendRow(b []byte, row []float32, narrow bool) []byte {
	high := float32(0)
	for _, x := range row {
		high = max(high, x, -x)
	}
	steps := float32(math.MaxInt16)
	if narrow {
		steps = math.MaxInt8
	}
	scale := high / steps
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	for _, x := range row {
		q := 0.0
		if scale > 0 {
			q = math.Round(float64(x / scale))
		}
		if narrow {
			b = append(b, byte(int8(q)))
		} else {
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(q)))
		}
	}
	return b
}

// Decode reads a model from the bytes Encode made.
func Decode(b []byte) (*Model, error) {
	s := &source{b: b}
	var l Labels
	for _, list := range []*[]string{&l.UPOS, &l.XPOS, &l.Morphs, &l.Deps} {
		*list = strings.Split(string(s.take(s.uvarint(len(s.b)))), "\n")
	}
	var shape Shape
	for _, n := range []*int{&shape.Features, &shape.Hidden, &shape.Layers, &shape.Tag, &shape.Arc, &shape.Rel, &shape.Tags, &shape.Morphs, &shape.Deps} {
		*n = s.uvarint(maxSize)
	}
	keys := s.keys()
	if s.broken || !shape.fits(&l, keys, len(b)) {
		return nil, errDamaged
	}
	words := s.classes()
	net := NewNet(shape)
	for i, matrix := range net.Matrices() {
		for r := range matrix.Rows {
			s.row(matrix.Row(r), i == 0)
		}
	}
	for _, v := range net.Vectors() {
		raw := s.take(4 * len(v))
		for i := range v {
			v[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		}
	}
	if s.broken || len(s.b) > 0 {
		return nil, errDamaged
	}
	return NewModel(l, net, NewLexicon(keys, words)), nil
}

// fits says whether a shape agrees with its labels and with a file's size.
func (s *Shape) fits(l *Labels, keys []uint32, size int) bool {
	lanes := s.Tag%neural.Lanes + s.Arc%neural.Lanes + s.Rel%neural.Lanes + 2*s.Hidden%neural.Lanes
	return s.Features == len(keys)+1 && s.Tags == len(l.UPOS) && s.Tags == len(l.XPOS) && s.Morphs == len(l.Morphs) && s.Deps == len(l.Deps) &&
		lanes == 0 && s.Hidden > 0 && s.Hidden <= neural.MaxHidden && s.Layers <= 16 && s.Features*2*s.Hidden <= size && s.Tag+s.Arc+s.Rel <= 1<<12
}

// row reads one row of a matrix.
func (s *source) row(out []float32, narrow bool) {
	scale := math.Float32frombits(binary.LittleEndian.Uint32(s.take(4)))
	if narrow {
		for i, q := range s.take(len(out)) {
			out[i] = scale * float32(int8(q))
		}
		return
	}
	raw := s.take(2 * len(out))
	for i := range out {
		out[i] = scale * float32(int16(binary.LittleEndian.Uint16(raw[2*i:])))
	}
}

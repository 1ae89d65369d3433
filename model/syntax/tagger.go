package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/perceptron"
)

const pad = "\x00"

// surface holds the hashes of one form that features are made of.
type surface struct {
	form, lower, shape uint64
	suffix             [4]uint64
	prefix             [3]uint64
}

func look(form string) surface {
	low := strings.ToLower(form)
	s := surface{form: perceptron.String(form), lower: perceptron.String(low), shape: shapeOf(form)}
	for n := range s.suffix {
		s.suffix[n] = perceptron.String(low[max(0, len(low)-n-1):])
	}
	for n := range s.prefix {
		s.prefix[n] = perceptron.String(low[:min(len(low), n+1)])
	}
	return s
}

func shapeOf(form string) uint64 {
	var s uint64
	first, _ := utf8.DecodeRuneInString(form)
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			s |= 1
		case unicode.IsLower(r):
			s |= 2
		case unicode.IsDigit(r):
			s |= 4
		case r == '-':
			s |= 8
		case r == '.':
			s |= 16
		default:
			s |= 32
		}
	}
	if unicode.IsUpper(first) {
		s |= 64
	}
	if len(form) == 1 {
		s |= 128
	}
	return s
}

// TagFeatures describes word i given the tags before it.
func TagFeatures(words []surface, i int, t1, t2 uint64, f []perceptron.Feature) []perceptron.Feature {
	f = f[:0]
	at := func(k int) surface {
		if k < 0 || k >= len(words) {
			return surface{form: 1, lower: 1, shape: 1 << 20}
		}
		return words[k]
	}
	add := func(t uint64, p ...uint64) { f = append(f, perceptron.Hash(t, p...)) }
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	add(1)
	add(2, w.form)
	add(3, w.lower)
	for n, s := range w.suffix {
		add(4+uint64(n), s)
	}
	for n, s := range w.prefix {
		add(8+uint64(n), s)
	}
	add(11, w.shape)
	add(12, w.shape, flag(i == 0))
	add(13, t1)
	add(14, t1, t2)
	add(15, t1, w.lower)
	add(16, p1.lower)
	add(17, p2.lower)
	add(18, n1.lower)
	add(19, n2.lower)
	add(20, p1.lower, w.lower)
	add(21, w.lower, n1.lower)
	add(22, t1, n1.lower)
	add(23, p1.suffix[2], t1)
	add(24, n1.suffix[2])
	add(25, n1.suffix[2], w.suffix[2])
	add(26, n1.shape, w.shape)
	add(27, p1.shape, w.shape, n1.shape)
	add(28, w.suffix[2], w.shape)
	add(29, t1, t2, w.lower)
	add(30, p1.lower, n1.lower)
	add(31, n1.lower, n2.lower)
	add(32, t1, w.suffix[2])
	return f
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

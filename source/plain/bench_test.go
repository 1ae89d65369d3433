package plain_test

import (
	"strings"
	"testing"

	"github.com/annals-project/annals/source/plain"
	"github.com/annals-project/annals/source/traced"
)

// BenchmarkRead is a report of ordinary length: the rate is of its text.
func BenchmarkRead(b *testing.B) {
	in := traced.Whole("Clashes near the river\n\n" + strings.Repeat(one+" "+two+" "+two+"\n\n", 12))
	b.SetBytes(int64(len(in.String)))
	for b.Loop() {
		plain.Read(in, plain.Options{})
	}
}

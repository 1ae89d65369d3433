package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestMulAgreesWithTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	a, b, c := NewMatrix(8, 13), NewMatrix(13, 32), NewMatrix(8, 32)
	for _, m := range []Matrix{a, b} {
		for i := range m.Data {
			m.Data[i] = rng.Float32() - .5
		}
	}
	Mul(c, a, b)
	for i := range c.Rows {
		for j := range c.Cols {
			var want float64
			for k := range a.Cols {
				want += float64(a.Row(i)[k]) * float64(b.Row(k)[j])
			}
			if got := float64(c.Row(i)[j]); math.Abs(got-want) > 1e-5 {
				t.Fatalf("c[%d][%d] = %g, want %g", i, j, got, want)
			}
		}
	}
}

func BenchmarkMul(b *testing.B) {
	x, w, y := NewMatrix(64, 128), NewMatrix(128, 384), NewMatrix(64, 384)
	for b.Loop() {
		Mul(y, x, w)
	}
	b.ReportMetric(float64(b.N)*64*128*384/1e9/b.Elapsed().Seconds(), "GMAC/s")
}

func TestUnitAgreesWithItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	const n = 24
	var fast, slow [11][]float32
	for k := range fast {
		fast[k], slow[k] = make([]float32, n), make([]float32, n)
		for i := range n {
			fast[k][i] = rng.Float32()*12 - 6
		}
		copy(slow[k], fast[k])
	}
	unit(fast[0], fast[1], fast[2], fast[3], fast[4], fast[5], fast[6], fast[7], fast[8], fast[9], fast[10])
	unitGeneric(slow[0], slow[1], slow[2], slow[3], slow[4], slow[5], slow[6], slow[7], slow[8], slow[9], slow[10])
	for k := range fast {
		for i := range n {
			if math.Abs(float64(fast[k][i]-slow[k][i])) > 1e-4 {
				t.Fatalf("argument %d[%d] = %g, want %g", k, i, fast[k][i], slow[k][i])
			}
		}
	}
}

func TestSigmoid(t *testing.T) {
	for x := -9.0; x < 9; x += .01 {
		if got, want := float64(sigmoid(float32(x))), 1/(1+math.Exp(-x)); math.Abs(got-want) > 1e-4 {
			t.Fatalf("sigmoid(%g) = %g, want %g", x, got, want)
		}
	}
}

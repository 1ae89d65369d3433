package neural

import "golang.org/x/sys/cpu"

var (
	hasFMA = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	has512 = hasFMA && cpu.X86.HasAVX512F
)

// tileFMA is tileGeneric with fused multiply-adds; strides are in bytes.
//
//go:noescape
func tileFMA(k int, a *float32, lda int, b *float32, ldb int, c *float32, ldc int)

//go:noescape
func tile512(k int, a *float32, lda int, b *float32, ldb int, c *float32, ldc int)

// wideTile does the work of two tiles side by side, where the processor can.
func wideTile(k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) bool {
	if !has512 || k == 0 {
		return false
	}
	_, _, _ = a[(Tile-1)*lda+k-1], b[(k-1)*ldb+2*Lanes-1], c[(Tile-1)*ldc+2*Lanes-1]
	tile512(k, &a[0], 4*lda, &b[0], 4*ldb, &c[0], 4*ldc)
	return true
}

func tile(k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	if !hasFMA || k == 0 {
		tileGeneric(k, a, lda, b, ldb, c, ldc)
		return
	}
	_, _, _ = a[(Tile-1)*lda+k-1], b[(k-1)*ldb+Lanes-1], c[(Tile-1)*ldc+Lanes-1]
	tileFMA(k, &a[0], 4*lda, &b[0], 4*ldb, &c[0], 4*ldc)
}

// unitArgs are the arguments of unit as the assembly reads them.
type unitArgs struct {
	n                                        int
	u, f, r, x, y, c, before, vf, vr, bf, br *float32
}

//go:noescape
func unitFMA(p *unitArgs)

//go:noescape
func addFMA(n int, sum, v *float32)

// unit computes one step of a Recurrent; all slices have one length.
func unit(u, f, r, x, y, c, before, vf, vr, bf, br []float32) {
	n := len(u)
	if !hasFMA || n == 0 || n%8 != 0 {
		unitGeneric(u, f, r, x, y, c, before, vf, vr, bf, br)
		return
	}
	_, _, _, _, _, _ = f[n-1], r[n-1], x[n-1], y[n-1], c[n-1], before[n-1]
	_, _, _, _ = vf[n-1], vr[n-1], bf[n-1], br[n-1]
	unitFMA(&unitArgs{n, &u[0], &f[0], &r[0], &x[0], &y[0], &c[0], &before[0], &vf[0], &vr[0], &bf[0], &br[0]})
}

// Add adds v to sum, element by element.
func Add(sum, v []float32) {
	n := len(v)
	if !hasFMA || n == 0 || n%8 != 0 {
		addGeneric(sum, v)
		return
	}
	_ = sum[n-1]
	addFMA(n, &sum[0], &v[0])
}

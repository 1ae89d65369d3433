//go:build !amd64

package neural

func tile(k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	tileGeneric(k, a, lda, b, ldb, c, ldc)
}

func wideTile(int, []float32, int, []float32, int, []float32, int) bool { return false }

func unit(u, f, r, x, y, c, before, vf, vr, bf, br []float32) {
	unitGeneric(u, f, r, x, y, c, before, vf, vr, bf, br)
}

// Add adds v to sum, element by element.
func Add(sum, v []float32) { addGeneric(sum, v) }

// Package neural holds the few pieces of a small neural network that the models
// share: matrices, their product, gated recurrent layers, and the optimiser that
// trains them. Everything is float32, row by row.
package neural

// Lanes is the number of columns the product works on at a time; every matrix
// on its right-hand side has a multiple of Lanes columns.
const Lanes = 16

// Tile is the number of rows the product works on at a time; every matrix on
// its left-hand side has a multiple of Tile rows.
const Tile = 4

// Matrix is a dense matrix, row by row.
type Matrix struct {
	Rows, Cols int
	Data       []float32
}

// NewMatrix makes a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{rows, cols, make([]float32, rows*cols)}
}

// Row is row i; writing to it writes to the matrix.
func (m Matrix) Row(i int) []float32 { return m.Data[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols] }

// Pad rounds n up to a multiple of unit.
func Pad(n, unit int) int { return (n + unit - 1) / unit * unit }

// Resize makes m rows × cols over its own storage, grown where it must be. The
// contents are undefined.
func (m *Matrix) Resize(rows, cols int) {
	if n := rows * cols; cap(m.Data) < n {
		m.Data = make([]float32, n, n+n/2)
	} else {
		m.Data = m.Data[:n]
	}
	m.Rows, m.Cols = rows, cols
}

// Zero sets every element to nought.
func (m Matrix) Zero() { clear(m.Data) }

// Mul sets c to a·b.
func Mul(c, a, b Matrix) {
	c.Zero()
	MulAdd(c, a, b)
}

// MulAdd adds a·b to c. a.Rows is a multiple of Tile, b.Cols of Lanes.
func MulAdd(c, a, b Matrix) {
	if a.Cols != b.Rows || c.Rows != a.Rows || c.Cols != b.Cols || a.Rows%Tile != 0 || b.Cols%Lanes != 0 {
		panic("neural: shapes do not fit a product")
	}
	for j := 0; j < b.Cols; {
		wide := 0
		for i := 0; i < a.Rows; i += Tile {
			x, y, z := a.Data[i*a.Cols:], b.Data[j:], c.Data[i*c.Cols+j:]
			if j+2*Lanes <= b.Cols && wideTile(a.Cols, x, a.Cols, y, b.Cols, z, c.Cols) {
				wide = Lanes
				continue
			}
			tile(a.Cols, x, a.Cols, y, b.Cols, z, c.Cols)
		}
		j += Lanes + wide
	}
}

// Transpose sets dst to the transpose of src, with rows and columns beyond
// src's filled with zeros where dst is larger.
func Transpose(dst, src Matrix) {
	if dst.Rows < src.Cols || dst.Cols < src.Rows {
		panic("neural: the transpose does not fit")
	}
	if dst.Rows > src.Cols || dst.Cols > src.Rows {
		dst.Zero()
	}
	for i := range src.Rows {
		row := src.Row(i)
		for j, v := range row {
			dst.Data[j*dst.Cols+i] = v
		}
	}
}

// AddRow adds row to every row of m.
func (m Matrix) AddRow(row []float32) {
	for i := range m.Rows {
		Add(m.Row(i), row)
	}
}

// tileGeneric adds the product of Tile rows of a and Lanes columns of b to c.
func tileGeneric(k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	for i := range Tile {
		out := c[i*ldc : i*ldc+Lanes]
		row := a[i*lda : i*lda+k]
		for p, x := range row {
			in := b[p*ldb : p*ldb+Lanes]
			for j := range Lanes {
				out[j] += x * in[j]
			}
		}
	}
}

func addGeneric(sum, v []float32) {
	sum = sum[:len(v)]
	for i, x := range v {
		sum[i] += x
	}
}

package neural

// Recurrent is a layer of simple recurrent units (Lei et al. 2018) that reads a
// sequence in both directions. Input and output are 2·Hidden wide: the first
// half belongs to the forward direction, the second to the backward one.
//
//	f = σ(u_f + v_f·c' + b_f)   c = f·c' + (1-f)·u    c' the state before
//	r = σ(u_r + v_r·c' + b_r)   h = r·c + (1-r)·x
type Recurrent struct {
	Hidden  int
	Weights Matrix    // 2·Hidden × 6·Hidden: u, u_f, u_r forward, then backward
	State   []float32 // v_f, v_r forward, then backward
	Bias    []float32 // b_f, b_r forward, then backward
}

// NewRecurrent makes a layer of zeros.
func NewRecurrent(hidden int) Recurrent {
	return Recurrent{hidden, NewMatrix(2*hidden, 6*hidden), make([]float32, 4*hidden), make([]float32, 4*hidden)}
}

// Span is a run of rows, First ≤ i < Last: one sequence in a batch.
type Span struct{ First, Last int }

// Forward fills out from in. gates and states keep what Backward needs: u, f
// and r; and c.
func (l *Recurrent) Forward(in, out, gates, states Matrix, sequences []Span) {
	Mul(gates, in, l.Weights)
	for _, s := range sequences {
		l.run(in, out, gates, states, s.First, s.Last, 1, 0)
		l.run(in, out, gates, states, s.Last-1, s.First-1, -1, 1)
	}
}

// run reads one sequence in one direction.
func (l *Recurrent) run(in, out, gates, states Matrix, from, to, step, direction int) {
	h := l.Hidden
	v, b := l.State[2*h*direction:][:2*h], l.Bias[2*h*direction:][:2*h]
	vf, vr, bf, br := v[:h], v[h:][:h], b[:h], b[h:][:h]
	before := zeros[:h]
	for t := from; t != to; t += step {
		g := gates.Row(t)[3*h*direction:][:3*h]
		u, f, r := g[:h], g[h:][:h], g[2*h:][:h]
		x, y, c := in.Row(t)[h*direction:][:h], out.Row(t)[h*direction:][:h], states.Row(t)[h*direction:][:h]
		unit(u, f, r, x, y, c, before, vf, vr, bf, br)
		before = c
	}
}

// MaxHidden is the widest a direction of a Recurrent may be.
const MaxHidden = 512

// zeros is the state before a sequence; nothing writes to it.
var zeros [MaxHidden]float32

// unitGeneric computes one step; all slices have one length.
func unitGeneric(u, f, r, x, y, c, before, vf, vr, bf, br []float32) {
	n := len(u)
	f, r, x, y, c, before = f[:n], r[:n], x[:n], y[:n], c[:n], before[:n]
	vf, vr, bf, br = vf[:n], vr[:n], bf[:n], br[:n]
	for i := range n {
		p := before[i]
		ff := sigmoid(f[i] + vf[i]*p + bf[i])
		rr := sigmoid(r[i] + vr[i]*p + br[i])
		cc := u[i] + ff*(p-u[i])
		f[i], r[i], c[i] = ff, rr, cc
		y[i] = x[i] + rr*(cc-x[i])
	}
}

// sigmoid is the logistic function by a rational approximation of tanh that is
// within 1e-5 of it.
func sigmoid(x float32) float32 {
	x *= 0.5
	if x > 4.9 {
		x = 4.9
	} else if x < -4.9 {
		x = -4.9
	}
	q := x * x
	return 0.5 + 0.5*x*(135135+q*(17325+q*(378+q)))/(135135+q*(62370+q*(3150+q*28)))
}

// Backward takes the gradient of out in dOut, adds that of the layer to grad
// and sets dIn. gates and states are Forward's; gates is overwritten with its
// gradient.
func (l *Recurrent) Backward(in, gates, states, dOut, dIn Matrix, sequences []Span, grad *Recurrent, w *Workspace) {
	dIn.Zero()
	for _, s := range sequences {
		l.back(in, gates, states, dOut, dIn, s.First, s.Last, 1, 0, grad, w)
		l.back(in, gates, states, dOut, dIn, s.Last-1, s.First-1, -1, 1, grad, w)
	}
	for t := sequences[len(sequences)-1].Last; t < gates.Rows; t++ {
		clear(gates.Row(t))
	}
	w.BackMul(in, l.Weights, gates, dIn, grad.Weights)
}

// back goes through one sequence of run against its direction.
func (l *Recurrent) back(in, gates, states, dOut, dIn Matrix, from, to, step, direction int, grad *Recurrent, w *Workspace) {
	h := l.Hidden
	v := l.State[2*h*direction:][:2*h]
	dv, db := grad.State[2*h*direction:][:2*h], grad.Bias[2*h*direction:][:2*h]
	w.carry = append(w.carry[:0], zeros[:h]...)
	dc := w.carry
	for t := to - step; t != from-step; t -= step {
		g := gates.Row(t)[3*h*direction:][:3*h]
		u, f, r := g[:h], g[h:][:h], g[2*h:][:h]
		x, c := in.Row(t)[h*direction:][:h], states.Row(t)[h*direction:][:h]
		before := zeros[:h]
		if t != from {
			before = states.Row(t - step)[h*direction:][:h]
		}
		dy, dx := dOut.Row(t)[h*direction:][:h], dIn.Row(t)[h*direction:][:h]
		for i := range h {
			ff, rr, p, d := f[i], r[i], before[i], dy[i]
			dr := d * (c[i] - x[i]) * rr * (1 - rr)
			dx[i] += d * (1 - rr)
			dcc := dc[i] + d*rr
			df := dcc * (p - u[i]) * ff * (1 - ff)
			u[i], f[i], r[i] = dcc*(1-ff), df, dr
			dc[i] = dcc*ff + df*v[i] + dr*v[h+i]
			dv[i] += df * p
			dv[h+i] += dr * p
			db[i] += df
			db[h+i] += dr
		}
	}
}

// Workspace is scratch space for training.
type Workspace struct {
	carry []float32
	turn  Matrix
}

// BackMul is the backward pass of y = x·w: it adds x'·dy to dw and dy·w' to dx.
func (s *Workspace) BackMul(x, w, dy, dx, dw Matrix) {
	s.turn.Resize(x.Cols, x.Rows)
	Transpose(s.turn, x)
	MulAdd(dw, s.turn, dy)
	s.turn.Resize(w.Cols, w.Rows)
	Transpose(s.turn, w)
	MulAdd(dx, dy, s.turn)
}

package resolve

import (
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// placeCopies finds the reports whose text a new one repeats. Which two are
// compared depends on the runs of words they share alone, so that no order of
// arrival counts: a run that more than formulaLeast texts hold brings none
// together, and when one more makes it such a run, those that met through it are
// looked at again.
func (s *session) placeCopies(id int64, text string, r *shelvedReport) error {
	text = strings.TrimSpace(text)
	p := newFingerprint(text)
	if err := s.shelf.Put(s.ctx, wordsName(id), packWords(p.words)); err != nil {
		return err
	}
	met, err := s.shelf.Under(s.ctx, nameOf("text", text), 1)
	if err != nil {
		return err
	}
	for _, same := range met {
		if err := s.tieCopies(id, same, r); err != nil {
			return err
		}
	}
	if len(met) > 0 {
		return nil // the first of equal texts stands for them all
	}
	if err := s.shelf.PutUnder(s.ctx, nameOf("text", text), id); err != nil {
		return err
	}
	if len(p.runs) < minShingles {
		return nil
	}
	shared := map[int64]int{}
	for run := range p.sample() {
		holders, err := s.shelf.Under(s.ctx, runKey(run), formulaLeast+1)
		if err != nil {
			return err
		}
		switch {
		case len(holders) > formulaLeast:
			continue
		case len(holders) == formulaLeast:
			err = s.partFormula(run, holders)
		default:
			for _, h := range holders {
				shared[h]++
			}
		}
		if err == nil {
			err = s.shelf.PutUnder(s.ctx, runKey(run), id)
		}
		if err != nil {
			return err
		}
	}
	return s.compareCopies(id, &p, shared, r)
}

func runKey(run uint32) int64 { return nameOf("run", strconv.FormatUint(uint64(run), 36)) }

func (s *session) compareCopies(id int64, p *fingerprint, shared map[int64]int, r *shelvedReport) error {
	for _, h := range sortedIDs(shared) {
		if shared[h] < alikeLeast {
			continue
		}
		q, err := s.print(h)
		if err != nil {
			return err
		}
		if enough(shared[h], p, &q) && copied(ordered(id, p, h, &q)) {
			if err := s.tieCopies(id, h, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// ordered gives the print of the earlier report first, as Copies compares them.
func ordered(i int64, p *fingerprint, j int64, q *fingerprint) (first, second *fingerprint) {
	if j < i {
		return q, p
	}
	return p, q
}

func enough(shared int, p, q *fingerprint) bool {
	return shared >= alikeLeast && float64(shared) >= alikeSample*float64(min(p.sampleSize(), q.sampleSize()))
}

func (p *fingerprint) sampleSize() int {
	n := 0
	for range p.sample() {
		n++
	}
	return n
}

// The words of a report, hashed, are kept apart from the rest: they are long, and
// seldom needed.
func wordsName(report int64) int64 { return nameOf("words", strconv.FormatInt(report, 36)) }

func packWords(words []uint32) []byte {
	out := make([]byte, 0, 4*len(words))
	for _, w := range words {
		out = binary.LittleEndian.AppendUint32(out, w)
	}
	return out
}

// print is the fingerprint of a report on the shelf.
func (s *session) print(report int64) (fingerprint, error) {
	packed, err := s.shelf.Get(s.ctx, wordsName(report))
	var p fingerprint
	for ; len(packed) >= 4; packed = packed[4:] {
		p.words = append(p.words, binary.LittleEndian.Uint32(packed))
	}
	p.findRuns()
	return p, err
}

func (s *session) tieCopies(id, other int64, r *shelvedReport) error {
	var o shelvedReport
	if _, err := s.get(other, &o); err != nil {
		return err
	}
	o.Copies = append(o.Copies, id)
	r.Copies = append(r.Copies, other)
	return s.put(other, &o)
}

// partFormula looks again at the holders of a run that has become a formula: two
// that share too little without it were not to be compared.
func (s *session) partFormula(formula uint32, holders []int64) error {
	for _, i := range holders {
		var r shelvedReport
		if _, err := s.get(i, &r); err != nil {
			return err
		}
		for _, j := range slices.Clone(r.Copies) {
			if j < i || !slices.Contains(holders, j) {
				continue
			}
			if err := s.partIfUnlike(formula, i, &r, j); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *session) partIfUnlike(formula uint32, i int64, r *shelvedReport, j int64) error {
	var o shelvedReport
	if _, err := s.get(j, &o); err != nil {
		return err
	}
	p, errP := s.print(i)
	q, errQ := s.print(j)
	if errP != nil || errQ != nil || slices.Equal(p.words, q.words) {
		return errors.Join(errP, errQ)
	}
	shared := 0
	for run := range p.sample() {
		if _, both := slices.BinarySearch(q.runs, run); !both || run == formula {
			continue
		}
		holders, err := s.shelf.Under(s.ctx, runKey(run), formulaLeast+1)
		if err != nil {
			return err
		}
		if len(holders) <= formulaLeast {
			shared++
		}
	}
	if enough(shared, &p, &q) {
		return nil
	}
	r.Copies = without(r.Copies, j)
	o.Copies = without(o.Copies, i)
	if err := s.put(i, r); err != nil {
		return err
	}
	return s.put(j, &o)
}

func without(list []int64, x int64) []int64 {
	return slices.DeleteFunc(list, func(y int64) bool { return y == x })
}

func sortedIDs[V any](m map[int64]V) []int64 {
	out := make([]int64, 0, len(m))
	for id := range m {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

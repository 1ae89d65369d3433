// Package assignment pairs things one to one so that the total worth of the
// pairs is largest, as alignment scorers ask (CEAF, template scoring).
package assignment

import "math"

// Largest is the largest total worth of pairing rows with columns, each at most
// once. worth must not be negative. It takes time cubic in the larger side
// (Kuhn 1955, in the shortest augmenting path form of Jonker & Volgenant 1987).
func Largest(rows, columns int, worth func(row, column int) int) int {
	total := 0
	for c, r := range Pairs(rows, columns, worth) {
		if r >= 0 {
			total += worth(r, c)
		}
	}
	return total
}

// Pairs gives for each column the row it is paired with, or -1.
func Pairs(rows, columns int, worth func(row, column int) int) []int {
	n := max(rows, columns)
	cost := func(r, c int) int { // padding costs nothing, worth is gained
		if r >= rows || c >= columns {
			return 0
		}
		return -worth(r, c)
	}
	rowPotential, columnPotential := make([]int, n+1), make([]int, n+1)
	rowOf, before := make([]int, n+1), make([]int, n+1) // by column, 1-based; 0 is the start
	for r := 1; r <= n; r++ {
		rowOf[0] = r
		column := 0
		least, done := make([]int, n+1), make([]bool, n+1)
		for c := range least {
			least[c] = math.MaxInt
		}
		for rowOf[column] != 0 {
			done[column] = true
			row, delta, next := rowOf[column], math.MaxInt, 0
			for c := 1; c <= n; c++ {
				if done[c] {
					continue
				}
				if d := cost(row-1, c-1) - rowPotential[row] - columnPotential[c]; d < least[c] {
					least[c], before[c] = d, column
				}
				if least[c] < delta {
					delta, next = least[c], c
				}
			}
			for c := 0; c <= n; c++ {
				if done[c] {
					rowPotential[rowOf[c]] += delta
					columnPotential[c] -= delta
				} else if least[c] < math.MaxInt {
					least[c] -= delta
				}
			}
			column = next
		}
		for column != 0 {
			rowOf[column] = rowOf[before[column]]
			column = before[column]
		}
	}
	out := make([]int, columns)
	for c := range out {
		if out[c] = rowOf[c+1] - 1; out[c] >= rows {
			out[c] = -1
		}
	}
	return out
}

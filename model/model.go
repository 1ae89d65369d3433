// Package model names the statistical models that ship inside the program.
// The models themselves live in its subpackages; model/train makes them.
package model

// Version names the set of embedded weights. It stands in every statement the
// models had a hand in, and changes whenever a weight does.
const Version = "reader-1"

// Package all lists every task there is.
package all

import (
	"slices"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/dating"
	"github.com/annals-project/annals/evaluate/seeds"
)

// Tasks lists all tasks, in the order of the reading chain.
func Tasks() []evaluate.Task {
	return slices.Concat(
		seeds.Tasks(),
		dating.Tasks(),
	)
}

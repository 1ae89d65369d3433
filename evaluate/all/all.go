// Package all lists every task there is.
package all

import (
	"slices"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/attribution"
	"github.com/annals-project/annals/evaluate/conflicts"
	"github.com/annals-project/annals/evaluate/copies"
	"github.com/annals-project/annals/evaluate/coref"
	"github.com/annals-project/annals/evaluate/crossdoc"
	"github.com/annals-project/annals/evaluate/dating"
	"github.com/annals-project/annals/evaluate/events"
	"github.com/annals-project/annals/evaluate/figures"
	"github.com/annals-project/annals/evaluate/incidents"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/evaluate/names"
	"github.com/annals-project/annals/evaluate/order"
	"github.com/annals-project/annals/evaluate/places"
	"github.com/annals-project/annals/evaluate/privacy"
	"github.com/annals-project/annals/evaluate/relations"
	"github.com/annals-project/annals/evaluate/seeds"
	"github.com/annals-project/annals/evaluate/syntax"
	"github.com/annals-project/annals/evaluate/times"
	"github.com/annals-project/annals/evaluate/upstream"
)

// Tasks lists all tasks, in the order of the reading chain.
func Tasks() []evaluate.Task {
	return slices.Concat(
		seeds.Tasks(),
		dating.Tasks(),
		syntax.Tasks(),
		names.Tasks(),
		coref.Tasks(),
		times.Tasks(),
		places.Tasks(),
		events.Tasks(),
		muc.Tasks(),
		figures.Tasks(),
		attribution.Tasks(),
		relations.Tasks(),
		copies.Tasks(),
		upstream.Tasks(),
		conflicts.Tasks(),
		crossdoc.Tasks(),
		incidents.Tasks(),
		privacy.Tasks(),
		order.Tasks(),
	)
}

package account

import (
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

func timesApart(x, y *counted) bool {
	tx, ty := x.time(), y.time()
	if tx == "" || ty == "" {
		return false
	}
	vx, errX := edtf.Parse(tx)
	vy, errY := edtf.Parse(ty)
	return errX == nil && errY == nil && !vx.Overlaps(vy) && (x.Reading == y.Reading || !dayApart(vx, vy))
}

// dayApart says whether two days follow each other: two reports of one event may
// differ so, by the night, the zone or the day of writing.
func dayApart(x, y edtf.Value) bool {
	if x.Precision() != edtf.Day || y.Precision() != edtf.Day {
		return false
	}
	from, okX := x.Earliest()
	to, okY := y.Earliest()
	return okX && okY && from.Sub(to).Abs() <= 24*time.Hour
}

func placesApart(x, y *annals.Place) bool {
	if x == nil || y == nil {
		return false
	}
	if x.Country != "" && y.Country != "" && x.Country != y.Country || x.Admin1 != "" && y.Admin1 != "" && x.Admin1 != y.Admin1 {
		return true
	}
	return x.Precision == annals.Settlement && y.Precision == annals.Settlement && x.Name != y.Name
}

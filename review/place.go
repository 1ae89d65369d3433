package review

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Place is where an item stands in the queue. It outlives the item: who has
// judged one can be led to the next, though the first waits no more.
type Place struct {
	Priority float64 // doubt times consequence
	Key      string  // the first that is asked about
	ID       string  // of the item, the same as long as it asks the same
}

// ErrNoPlace says that a text names no place in the queue.
var ErrNoPlace = errors.New("this is no place in the queue")

// priorities are told apart to so many digits, in the order as in the text form.
const priorityDigits = 4

// String is the place as an address holds it.
func (p Place) String() string {
	return fmt.Sprintf("%s %s %s", strconv.FormatFloat(p.Priority, 'f', priorityDigits, 64), p.Key, p.ID)
}

// ParsePlace reads what String wrote; ErrNoPlace.
func ParsePlace(s string) (Place, error) {
	priority, rest, found := strings.Cut(s, " ")
	end := strings.LastIndexByte(rest, ' ')
	x, err := strconv.ParseFloat(priority, 64)
	if !found || end < 0 || err != nil {
		return Place{}, ErrNoPlace
	}
	return Place{x, rest[:end], rest[end+1:]}, nil
}

// Compare orders places: what has more priority comes first, then what one
// report tells together.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(q.Priority, p.Priority), strings.Compare(p.Key, q.Key), strings.Compare(p.ID, q.ID))
}

// At is the index of the item that asks what the one at a place asked; -1 when it
// waits no more.
func At(items []Item, place Place) int {
	for i := range items {
		if items[i].place.ID == place.ID {
			return i
		}
	}
	return -1
}

// After is the index of the first item that comes after a place; -1 none.
func After(items []Item, place Place) int {
	for i := range items {
		if items[i].place.Compare(place) > 0 {
			return i
		}
	}
	return -1
}

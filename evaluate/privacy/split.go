package privacy

import "hash/fnv"

// heldOut says whether a text belongs to the half that nothing is tuned on.
func heldOut(id string) bool {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()>>8%2 == 0
}

package linear

import "testing"

// TestRankLearnsAndIsDeterministic ranks what is near over what is far, whatever else is
// there, and none where nothing is near.
func TestRankLearnsAndIsDeterministic(t *testing.T) {
	near, far, none := Hash("near"), Hash("far"), Hash("none")
	var groups []Group
	for i := range 60 {
		noise := Hash("noise", string(rune('a'+i%5)))
		if i%3 == 0 {
			groups = append(groups, Group{[][]uint32{{none}, {far, noise}}, []bool{true, false}})
			continue
		}
		groups = append(groups, Group{[][]uint32{{none}, {far, noise}, {near, noise}}, []bool{false, false, true}})
	}
	s := Settings{Epochs: 20, Rate: 0.1, MinCount: 1}
	a, b := Rank(groups, s), Rank(groups, s)
	if string(a.Bytes()) != string(b.Bytes()) {
		t.Fatal("ranking twice differs")
	}
	stored, err := Load(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if n, f, o := stored.Score([]uint32{near}), stored.Score([]uint32{far}), stored.Score([]uint32{none}); n <= o || o <= f {
		t.Errorf("near scores %.2f, none %.2f, far %.2f: want them in this order", n, o, f)
	}
}

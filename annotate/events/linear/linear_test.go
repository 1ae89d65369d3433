package linear

import "testing"

func TestTrainLearnsAndIsDeterministic(t *testing.T) {
	var examples []Example
	for i := range 200 {
		examples = append(examples, Example{[]uint32{Hash("bias"), Hash([]string{"red", "blue"}[i%2])}, i % 2})
	}
	s := Settings{Classes: 2, Epochs: 5, Rate: 0.3, MinCount: 1}
	a, b := Train(examples, s), Train(examples, s)
	stored, err := Load(a.Bytes())
	if err != nil || string(a.Bytes()) != string(b.Bytes()) {
		t.Fatal("training twice differs, or does not load", err)
	}
	out, trained := make([]float64, 2), make([]float64, 2)
	features := []uint32{Hash("bias"), Hash("red"), Hash("never seen")}
	stored.Probabilities(features, out)
	if a.Probabilities(features, trained); out[0] != trained[0] {
		t.Errorf("stored says %v, trained %v", out, trained)
	}
	for i, name := range []string{"red", "blue"} {
		if stored.Probabilities([]uint32{Hash("bias"), Hash(name)}, out); out[i] < 0.9 {
			t.Errorf("%s: %v", name, out)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("no model"))
	f.Add(Train([]Example{{[]uint32{Hash("red")}, 1}}, Settings{Classes: 2, Epochs: 1, Rate: 1}).Bytes())
	f.Fuzz(func(t *testing.T, b []byte) { Load(b) })
}

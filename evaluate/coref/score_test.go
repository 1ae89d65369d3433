package coref

import (
	"math"
	"testing"
)

func TestScores(t *testing.T) {
	// the worked example of Pradhan et al. 2014: key {a,b,c},{d,e,f,g}; response
	// {a,b},{c,d},{f,g,h,i}
	gold := Clusters[string]{{"a", "b", "c"}, {"d", "e", "f", "g"}}
	system := Clusters[string]{{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}}
	check := func(name string, got Score, p, r float64) {
		t.Helper()
		if math.Abs(got.Precision()-p) > 0.01 || math.Abs(got.Recall()-r) > 0.01 {
			t.Errorf("%s: P %.2f R %.2f; want %.2f %.2f", name, got.Precision(), got.Recall(), p, r)
		}
	}
	check("MUC", MUC(gold, system), 40, 40)
	check("B3", BCubed(gold, system), 50, 41.67)
	check("CEAFe", CEAFe(gold, system), 43.33, 65)
	check("CEAFe of itself", CEAFe(gold, gold), 100, 100)
	check("nothing found", MUC(gold, nil), 0, 0)
}

func TestAssignment(t *testing.T) {
	check := func(value [][]float64, want float64) {
		t.Helper()
		if got := assignment(value); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %v, want %v", value, got, want)
		}
	}
	check([][]float64{{1, 2}, {3, 1}}, 5)
	check([][]float64{{1, 2, 9}, {3, 1, 8}}, 12)
	check([][]float64{{1}, {4}, {2}}, 4)
	check(nil, 0)
}

package export

import "testing"

func TestWhose(t *testing.T) {
	for who, want := range map[string]bool{"his two sons": true, "Their driver": true, "herders": false, "soldiers": false, "": false} {
		if whose(who) != want {
			t.Errorf("whose(%q) = %v", who, !want)
		}
	}
}

package record_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals/record"
)

func TestQuery(t *testing.T) {
	tests := []struct {
		query, text string
		want        []string
	}{
		{"airport", "The Airport. An airport-road", []string{"Airport", "airport"}},
		{`"the airport" gate`, "the gate of the airport", []string{"gate", "the airport"}},
		{"ISIS-K", "ISIS-K and isis", []string{"ISIS", "K", "isis"}},
		{`"`, "anything", nil},
		{"مطار كابول", "في مطار كابول", []string{"مطار", "كابول"}},
		{"", "x", nil},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			var got []string
			for _, s := range record.ParseQuery(test.query).Find(test.text) {
				got = append(got, s.In(test.text))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("found differs (-want +got):\n%s", diff)
			}
		})
	}
}

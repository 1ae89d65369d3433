package recordtest

import (
	"context"
	"strings"
	"testing"

	"github.com/annals-project/annals/record"
)

// Damage overwrites a column of all rows of a table with bytes.
type Damage func(t *testing.T, table, column string, with []byte)

// damaged wants one clear line about each thing that is damaged, never a panic,
// and what comes before it in full.
func damaged(t *testing.T, open func(t *testing.T) (record.Store, Damage)) {
	tests := []struct {
		table, column string
		with          []byte
		names         string // what the error has to name
	}{
		{"documents", "raw", []byte{0}, "document sha256:a is damaged"},
		{"documents", "body", []byte("no zstd"), "document sha256:a is damaged"},
		{"readings", "annotations", nil, "document sha256:a is damaged"},
		{"statements", "body", []byte("{"), "statements of sha256:a are damaged"},
	}
	for _, test := range tests {
		t.Run(test.table+"."+test.column, func(t *testing.T) {
			s, damage := open(t)
			add(t, s, sample("a", "a.txt", "annals 1"), record.Added)
			damage(t, test.table, test.column, test.with)
			var failed error
			for _, err := range s.Readings(context.Background()) {
				failed = err
			}
			if failed == nil || !strings.Contains(failed.Error(), test.names) || strings.Contains(failed.Error(), "\n") {
				t.Errorf("Readings: %v, want one line with %q", failed, test.names)
			}
			if _, err := s.Reading(context.Background(), "sha256:a"); err == nil || !strings.Contains(err.Error(), test.names) {
				t.Errorf("Reading: %v, want %q", err, test.names)
			}
		})
	}
}

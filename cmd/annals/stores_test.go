package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/record/postgres/postgrestest"
)

// TestStoresAgree wants the same account, byte for byte, out of every store.
func TestStoresAgree(t *testing.T) {
	readings := samples(t)
	var want []byte
	for _, db := range []string{filepath.Join(t.TempDir(), "annals.db"), postgrestest.Address(t)} {
		flags := accountFlags{recordFlags: recordFlags{DB: db}, derivation: derivation{Rule: "independent-latest"}}
		store, err := flags.open(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range readings {
			if _, err := store.Add(context.Background(), r); err != nil {
				t.Fatal(err)
			}
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		a, err := flags.load(&environment{ctx: context.Background()})
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := export.Record(&got, a, time.Time{}); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got.Bytes()
		}
		if len(a.Documents) != len(readings) || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s: %d documents of %d, and an account of %d bytes that differs from one of %d", db, len(a.Documents), len(readings), got.Len(), len(want))
		}
	}
}

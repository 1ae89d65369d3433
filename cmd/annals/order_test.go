package main

import (
	"bytes"
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/source"
)

// samples reads the sample reports once.
func samples(t *testing.T) []*annals.Reading {
	t.Helper()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []*annals.Reading
	err = source.Walk(context.Background(), []string{sample}, source.Options{}, func(item source.Item) bool {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		out = append(out, p.Read(item.Doc))
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestOrder wants the same account of the same reports in any order.
func TestOrder(t *testing.T) {
	readings := samples(t)
	known, err := pipeline.Aliases()
	if err != nil {
		t.Fatal(err)
	}
	written := func(readings []*annals.Reading) []byte {
		var b bytes.Buffer
		a := account.Derive(account.Input{Readings: readings, Known: known})
		if err := export.Record(&b, a, time.Time{}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	want := written(readings)
	rapid.Check(t, func(t *rapid.T) {
		shuffled := rapid.Permutation(readings).Draw(t, "order")
		if got := written(shuffled); !bytes.Equal(got, want) {
			t.Fatal("the account depends on the order of the reports")
		}
	})
}

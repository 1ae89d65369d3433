package synthetic_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/evaluate/synthetic"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/resolve"
)

// sizes are how many reports the benchmarks resolve; ANNALS_BENCH_REPORTS, a list
// parted by commas, sets others.
func sizes(b *testing.B) []int {
	list := os.Getenv("ANNALS_BENCH_REPORTS")
	if list == "" {
		list = "1000,10000"
	}
	var out []int
	for _, s := range strings.Split(list, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatalf("ANNALS_BENCH_REPORTS: %v", err)
		}
		out = append(out, n)
	}
	return out
}

func world(b *testing.B, reports int) []*annals.Reading {
	b.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		b.Fatal(err)
	}
	w := synthetic.New(reports, g)
	out := make([]*annals.Reading, reports)
	for n := range out {
		out[n] = w.Reading(n)
	}
	return out
}

func BenchmarkResolve(b *testing.B) {
	known, err := pipeline.Aliases()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range sizes(b) {
		readings := world(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				resolve.Resolve(readings, nil, known)
			}
		})
	}
}

func BenchmarkDerive(b *testing.B) {
	known, err := pipeline.Aliases()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range sizes(b) {
		in := account.Input{Readings: world(b, n), Known: known}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				account.Derive(in)
			}
		})
	}
}

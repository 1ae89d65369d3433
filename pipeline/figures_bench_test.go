//go:build unix

package pipeline

import (
	"context"
	"slices"
	"syscall"
	"testing"
	"time"
	"unicode"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/source"
	"github.com/annals-project/annals/text"
)

// BenchmarkWhenWhereHowMany reads places, times and figures of the sample reports,
// with syntax and all other layers given. Words are maximal runs of letters and
// digits. It reports them by the second and by the second of processor time, which
// other work on the machine disturbs less; run it with GOMAXPROCS=1.
func BenchmarkWhenWhereHowMany(b *testing.B) {
	reader, err := text.NewReader()
	if err != nil {
		b.Fatal(err)
	}
	components, err := Options{}.components()
	if err != nil {
		b.Fatal(err)
	}
	var documents []*annals.Document
	words := 0
	err = source.Walk(context.Background(), []string{"../examples/kabul-2021"}, source.Options{}, func(item source.Item) bool {
		documents = append(documents, item.Doc)
		words += countWords(item.Doc.Text)
		return true
	})
	if err != nil {
		b.Fatal(err)
	}
	measured := []string{"places", "times", "figures"}
	var spent time.Duration
	for b.Loop() {
		b.StopTimer()
		for _, d := range documents {
			doc := &annotate.Document{Doc: d, Text: reader.Read(d.Text)}
			for _, c := range components {
				if !slices.Contains(measured, c.Name()) {
					c.Annotate(doc)
					continue
				}
				before := processor(b)
				b.StartTimer()
				c.Annotate(doc)
				b.StopTimer()
				spent += processor(b) - before
			}
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(words)*float64(b.N)/spent.Seconds(), "words/cpu-s")
}

// processor is the time the process has used of the processor.
func processor(b *testing.B) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func countWords(s string) int {
	words, inside := 0, false
	for _, c := range s {
		letter := unicode.IsLetter(c) || unicode.IsDigit(c)
		if letter && !inside {
			words++
		}
		inside = letter
	}
	return words
}

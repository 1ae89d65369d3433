package pipeline_test

import (
	"context"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/source"
)

// BenchmarkRead reads the sample reports from article text to statements.
func BenchmarkRead(b *testing.B) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var documents []*annals.Document
	words := 0
	err = source.Walk(context.Background(), []string{"../examples/kabul-2021"}, source.Options{}, func(item source.Item) bool {
		documents = append(documents, item.Doc)
		words += len(strings.Fields(item.Doc.Text))
		return true
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range documents {
			p.Read(d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkNew opens the embedded models and tables.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := pipeline.New(pipeline.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

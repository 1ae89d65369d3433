package syntax

import (
	"bytes"
	"strings"
	"testing"
)

func TestEncodeDecode(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Encode(), m.Encode()) {
		t.Error("a model decoded and encoded again has other bytes")
	}
	for _, n := range []int{0, 1, 100, len(embedded) / 2, len(embedded) - 1} {
		if _, err := Decode(embedded[:n]); err == nil {
			t.Errorf("the first %d bytes of a model pass for one", n)
		}
	}
}

func TestAnalyzeInBatches(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	one := strings.Fields("The army said that two soldiers were killed .")
	alone := make([]Word, len(one))
	m.Analyze(one, []Span{{First: 0, Last: len(one)}}, alone)
	var forms []string
	var spans []Span
	for range 40 {
		spans = append(spans, Span{First: len(forms), Last: len(forms) + len(one)})
		forms = append(forms, one...)
	}
	out := make([]Word, len(forms))
	m.Analyze(forms, spans, out)
	for i, w := range out {
		if w != alone[i%len(one)] {
			t.Fatalf("word %d is %+v among others, %+v alone", i, w, alone[i%len(one)])
		}
	}
}

func BenchmarkAnalyze(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	one := strings.Fields("The army said that two soldiers , who had been sent to the border , were killed by rebels in a village near the river .")
	var forms []string
	var spans []Span
	for range 40 {
		spans = append(spans, Span{First: len(forms), Last: len(forms) + len(one)})
		forms = append(forms, one...)
	}
	out := make([]Word, len(forms))
	b.ReportAllocs()
	for b.Loop() {
		m.Analyze(forms, spans, out)
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

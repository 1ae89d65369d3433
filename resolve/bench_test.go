package resolve

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// madeUp makes readings of reports about attacks: words as often as in a
// language, a third of the reports copies with changes, four reports an attack
// on the average.
func madeUp(n int) []*annals.Reading {
	random := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(random, 1.1, 10, 40000)
	var texts [][]string
	var out []*annals.Reading
	for i := range n {
		var text []string
		if i%3 == 2 {
			text = append(text, texts[random.IntN(len(texts))]...)
			for range len(text) / 10 {
				text[random.IntN(len(text))] = fmt.Sprintf("word%d", words.Uint64())
			}
		} else {
			for range 200 + random.IntN(200) {
				text = append(text, fmt.Sprintf("word%d", words.Uint64()))
			}
		}
		texts = append(texts, text)
		r := newReport(fmt.Sprintf("%08x", random.Uint32()), strings.Join(text, " "))
		for range 3 {
			attack := random.IntN(n)
			actor := r.entity(annals.ArmedGroup, fmt.Sprintf("Group %d", attack%50))
			town := r.place(fmt.Sprintf("Town %d", attack%400), annals.Settlement, "AF", fmt.Sprint(attack%34))
			r.event("", fmt.Sprintf("20%02d-%02d-%02d", 10+attack%5, 1+attack%12, 1+attack%28), town, actor, annals.Happened)
			r.Statements = append(r.Statements, annals.Statement{About: annals.AboutEvent, Ref: annals.Ref(len(r.Events)),
				Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 40}}}})
		}
		out = append(out, r.Reading)
	}
	return out
}

func BenchmarkCopies(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		readings := madeUp(n)
		texts := make([]string, n)
		for i := range texts {
			texts[i] = readings[i].Document.Text
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Copies(texts)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/report")
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		readings := madeUp(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Resolve(readings, nil, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/report")
		})
	}
}

// TestOrder wants one outcome for the same reports in any order of arrival.
func TestOrder(t *testing.T) {
	readings := madeUp(120)
	want := Resolve(append([]*annals.Reading(nil), readings...), nil, nil)
	random := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		random.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
		got := Resolve(append([]*annals.Reading(nil), readings...), nil, nil)
		if !reflect.DeepEqual(got, want) {
			t.Fatal("another order of arrival gives another outcome")
		}
	}
	if len(want.Groups) == 0 || len(want.Events) == 360 {
		t.Fatalf("%d groups and %d events: nothing was joined, so nothing is tested", len(want.Groups), len(want.Events))
	}
}

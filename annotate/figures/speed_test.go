package figures_test

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/figures"
)

// BenchmarkAnnotate reports words a second with syntax given.
func BenchmarkAnnotate(b *testing.B) {
	const report = "Gunmen killed at least 13 soldiers and nearly 200 civilians in an attack on the airport on Thursday, officials said. " +
		"The governor told reporters that the group, which was founded a decade ago, had claimed responsibility for the blast. " +
		"A policeman and his son were wounded when a car bomb went off outside the ministry, and no one else was hurt. " +
		"Security forces have searched several districts since then, but the leaders of the movement remain at large. "
	source := strings.Repeat(report, 50)
	r, err := reader()
	if err != nil {
		b.Fatal(err)
	}
	x, err := figures.New(figures.DefaultTable)
	if err != nil {
		b.Fatal(err)
	}
	t := r.Read(source)
	words := len(strings.Fields(source))
	b.ResetTimer()
	for range b.N {
		x.Annotate(&annotate.Document{Doc: &annals.Document{Text: source}, Text: t})
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

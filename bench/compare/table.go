package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
)

// table prints the medians of what was measured, and how many times as fast as
// each reader the chains of annals are.
func table(w io.Writer, in *input, rounds int, measured [][]sample) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%d %s, %d words; medians of %d interleaved runs on one core; %s %s.\n\n",
		in.articles, in.what, in.words, rounds, runtime.Version(), runtime.GOARCH)
	heads := []string{"reader", "does", "words/s"}
	for _, r := range readers {
		if r.ours != "" {
			heads = append(heads, "annals "+r.ours+" is × as fast")
		}
	}
	heads = append(heads, "start-up ms", "first word ms", "loaded MB", "peak MB")
	row(&out, heads)
	row(&out, slices.Concat([]string{"---", "---"}, slices.Repeat([]string{"---:"}, len(heads)-2)))

	rates := make([]float64, len(readers))
	for i := range readers {
		rates[i] = median(measured[i], func(s sample) float64 { return s.rate })
	}
	for i, r := range readers {
		cells := []string{r.name, r.does, fmt.Sprintf("%.0f", rates[i])}
		for j := range readers {
			if readers[j].ours != "" {
				cells = append(cells, fmt.Sprintf("%.2f", rates[j]/rates[i]))
			}
		}
		for _, field := range []func(sample) float64{
			func(s sample) float64 { return s.ready.Seconds() * 1000 },
			func(s sample) float64 { return s.first.Seconds() * 1000 },
			func(s sample) float64 { return s.loaded },
			func(s sample) float64 { return s.peak },
		} {
			cells = append(cells, fmt.Sprintf("%.0f", median(measured[i], field)))
		}
		row(&out, cells)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func row(out *strings.Builder, cells []string) {
	fmt.Fprintf(out, "| %s |\n", strings.Join(cells, " | "))
}

// median is the middle of what field says of the samples; of an even number,
// the lower of the two in the middle.
func median(samples []sample, field func(sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = field(s)
	}
	slices.Sort(values)
	return values[(len(values)-1)/2]
}

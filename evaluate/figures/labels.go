package figures

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// The files of labels: one a part, but for tuning5.tsv; readings/ holds what each reader gave.
// rubrics.tsv says how each set counts.
//
//go:embed *.tsv readings/*.tsv
var tables embed.FS

// labelParts in the order they are reported.
var labelParts = [...]string{"held out 1", "held out 2", "tuning 1", "tuning 2", "tuning 3", "tuning 4", "tuning 5", keptBack, "tuning 6", "tuning 7", "tuning 8", "tuning 9", "tuning 10", "tuning 11"}

// keptBack are the windows of tuning 5 whose errors were read later than the others'.
const keptBack = "tuning 5, read later"

// labelSets are the files of labels, with the part that a document of each is in.
var labelSets = [...]labelSet{
	{"heldout1.tsv", always("held out 1"), wide}, {"heldout2.tsv", always("held out 2"), wide},
	{"tuning1.tsv", always("tuning 1"), near}, {"tuning2.tsv", always("tuning 2"), near}, {"tuning3.tsv", always("tuning 3"), near},
	{"tuning4.tsv", always("tuning 4"), near}, {"tuning5.tsv", halfOfFifth, wide}, {"tuning6.tsv", always("tuning 6"), wide}, {"tuning7.tsv", always("tuning 7"), wide}, {"tuning8.tsv", always("tuning 8"), wide}, {"tuning9.tsv", always("tuning 9"), wide}, {"tuning10.tsv", always("tuning 10"), wide}, {"tuning11.tsv", always("tuning 11"), wide},
}

type labelSet struct {
	file string
	part func(doc string) string
	asks question
}

// question is what a set's labels were asked for. Near labels name the time that a figure's
// own words give and the event where it is one of conflict: to them, a time of another
// sentence and an event without a line in the lexicon are none. Wide labels name the time
// wherever the article tells it, and whatever governs the number.
type question int

const (
	near question = iota
	wide
)

// windows are the labelled windows of a set.
func (s labelSet) windows() ([]window, error) {
	out, err := readLabels(s.file)
	for _, w := range out {
		for i := range w.labels {
			w.labels[i].asks = s.asks
		}
	}
	return out, err
}

// halfOfFifth parts the fifth labels by hash into those whose errors were read first and
// those kept back until the reader had been changed by the first.
func halfOfFifth(doc string) string {
	if sha256.Sum256([]byte(doc))[1]&1 == 1 {
		return keptBack
	}
	return "tuning 5"
}

func always(part string) func(string) string { return func(string) string { return part } }

// corpusNames of the labelled windows, in the order they are reported.
var corpusNames = [...]string{"MUC-4", "ECB+", "GVA", "MEANTIME"}

// corpusOf is the corpus of a labelled document.
func corpusOf(doc string) string {
	switch {
	case strings.HasPrefix(doc, "ecb/"):
		return "ECB+"
	case strings.HasPrefix(doc, "gva-"):
		return "GVA"
	case strings.HasPrefix(doc, "meantime/"):
		return "MEANTIME"
	}
	return "MUC-4"
}

// window is a stretch of a document of which every figure is labelled.
type window struct {
	doc    string
	span   annals.Span
	labels []label
}

// label is a figure read by hand. Alternatives stand side by side; a field that
// was not judged is any.
type label struct {
	span             annals.Span
	measures, units  []string
	value, low, high *float64
	who              spans
	total            annals.Span // empty: part of nothing
	event, time      spans
	speaker          spans
	per              string
	cumulative       bool
	asks             question
}

// spans are the alternatives for a field; any when it was not judged, orNone when
// nothing is as good.
type spans struct {
	any, orNone bool
	alt         []annals.Span
}

// matches says that the field is empty where none is labelled, and overlaps one
// of the alternatives where some are.
func (s spans) matches(got annals.Span) bool {
	if s.any {
		return true
	}
	if got.Empty() {
		return s.orNone || len(s.alt) == 0
	}
	for _, a := range s.alt {
		if a.Overlaps(got) {
			return true
		}
	}
	return false
}

// names says that a span has the words of one of the alternatives: the same
// speaker, named again.
func (s spans) names(got annals.Span, text string) bool {
	return slices.ContainsFunc(s.alt, func(a annals.Span) bool {
		return !got.Empty() && strings.EqualFold(a.In(text), got.In(text))
	})
}

// readLabels reads a file of labels.
func readLabels(file string) ([]window, error) {
	tsv, err := tables.ReadFile(file)
	if err != nil {
		return nil, err
	}
	out, err := parseLabels(string(tsv))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", file, err)
	}
	return out, nil
}

// parseLabels reads lines of windows and labels. Errors begin with the number of the line.
func parseLabels(tsv string) ([]window, error) {
	var out []window
	for n, line := range strings.Split(tsv, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if f[0] == "window" && len(f) == 4 {
			s, err := parseSpan(f[2] + "-" + f[3])
			if err != nil {
				return nil, fmt.Errorf("%d: %w", n+1, err)
			}
			out = append(out, window{doc: f[1], span: s})
			continue
		}
		l, err := parseLabel(f)
		if err != nil || len(out) == 0 {
			return nil, fmt.Errorf("%d: %w", n+1, err)
		}
		w := &out[len(out)-1]
		w.labels = append(w.labels, l)
	}
	return out, nil
}

func parseLabel(f []string) (l label, err error) {
	if len(f) != 13 {
		return l, fmt.Errorf("%d columns, want 13", len(f))
	}
	get := func(parse func() error) {
		if err == nil {
			err = parse()
		}
	}
	get(func() (e error) { l.span, e = parseSpan(f[0]); return })
	l.measures, l.units = strings.Split(f[1], "|"), strings.Split(f[5], "|")
	get(func() (e error) { l.value, e = parseNumber(f[2]); return })
	get(func() (e error) { l.low, e = parseNumber(f[3]); return })
	get(func() (e error) { l.high, e = parseNumber(f[4]); return })
	get(func() (e error) { l.who, e = parseSpans(f[6]); return })
	if f[7] != "-" {
		get(func() (e error) { l.total, e = parseSpan(f[7]); return })
	}
	get(func() (e error) { l.event, e = parseSpans(f[8]); return })
	get(func() (e error) { l.time, e = parseSpans(f[9]); return })
	get(func() (e error) { l.speaker, e = parseSpans(f[10]); return })
	l.per, l.cumulative = strings.Trim(f[11], "-"), f[12] == "1"
	return l, err
}

func parseSpan(s string) (annals.Span, error) {
	a, b, ok := strings.Cut(s, "-")
	start, err1 := strconv.Atoi(a)
	end, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || end <= start {
		return annals.Span{}, fmt.Errorf("span %q, want START-END", s)
	}
	return annals.Span{Start: start, End: end}, nil
}

func parseSpans(s string) (spans, error) {
	switch s {
	case "?":
		return spans{any: true}, nil
	case "-":
		return spans{}, nil
	}
	var out spans
	for _, a := range strings.Split(s, "|") {
		if a == "-" {
			out.orNone = true
			continue
		}
		span, err := parseSpan(a)
		if err != nil {
			return spans{}, err
		}
		out.alt = append(out.alt, span)
	}
	return out, nil
}

func parseNumber(s string) (*float64, error) {
	if s == "-" {
		return nil, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	return &v, err
}

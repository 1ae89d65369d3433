package resolve

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve/linkage"
)

// How reports are sorted into the incidents they tell of.
const (
	oneIncident  = 0.2  // mean likeness of two groups of reports from which they are one
	nameCounts   = 2    // a word written as a name counts as much as this many others
	apartDays    = 7    // so many days between two reports halve their likeness
	leastReports = 20   // among fewer it cannot be told which words are rare: each is taken for itself
	leastSquares = 9    // sum of squared weights under which two words in common do not make two reports alike
	commonWord   = 100  // a word in more reports than this does not bring two together by itself
	worthScoring = 0.02 // likeness by their rarer words from which two are compared whole
)

// weighed is a word of a report with its weight; a report's weights have length 1.
type weighed struct {
	word   int
	weight float64
}

// Incidents sorts readings into groups whose reports tell of one incident, by
// their wording (rare words and names more) and by how far apart they came out.
// Groups come by their first reading; a report that is like no other is a group
// of its own, and so is each among fewer than twenty.
func Incidents(readings []*annals.Reading) [][]int {
	if len(readings) < leastReports {
		return linkage.Average(len(readings), nil, oneIncident)
	}
	vectors, held := weighWords(readings)
	index := make([][]posted, len(held))
	var pairs []linkage.Pair
	for j, v := range vectors {
		near := map[int]float64{}
		for _, w := range v {
			if held[w.word] > commonWord {
				continue
			}
			for _, p := range index[w.word] {
				near[p.reading] += p.weight * w.weight
			}
			index[w.word] = append(index[w.word], posted{j, w.weight})
		}
		for i, part := range near {
			if part >= worthScoring {
				likeness := cosine(vectors[i], v) * closeness(readings[i], readings[j])
				pairs = append(pairs, linkage.Pair{A: i, B: j, Likeness: likeness})
			}
		}
	}
	return linkage.Average(len(readings), pairs, oneIncident)
}

// posted is a reading in which a word has a weight.
type posted struct {
	reading int
	weight  float64
}

// weighWords gives each reading its words, by number, and each word the number
// of readings that hold it. Words of one reading alone are left out.
func weighWords(readings []*annals.Reading) ([][]weighed, []float64) {
	number := map[string]int{}
	var held []float64
	counts := make([]map[int]float64, len(readings))
	for i, r := range readings {
		counts[i] = map[int]float64{}
		words := wordCounts(r.Document.Text)
		for _, word := range sortedKeys(words) { // sums then come out the same each time
			n, known := number[word]
			if !known {
				n = len(held)
				number[word] = n
				held = append(held, 0)
			}
			held[n]++
			counts[i][n] = words[word]
		}
	}
	out := make([][]weighed, len(readings))
	for i := range counts {
		length := 0.0
		for w, count := range counts[i] {
			if held[w] > 1 {
				weight := count * math.Log(float64(len(readings)+1)/(held[w]+1))
				out[i] = append(out[i], weighed{w, weight})
			}
		}
		slices.SortFunc(out[i], func(a, b weighed) int { return a.word - b.word })
		for _, w := range out[i] {
			length += w.weight * w.weight
		}
		for k := range out[i] {
			out[i][k].weight /= math.Sqrt(max(length, leastSquares))
		}
	}
	return out, held
}

// wordCounts is a text's words in lower case with what each counts: once,
// however often it stands there, and more when it is written as a name. In a
// text of capitals nothing is.
func wordCounts(text string) map[string]float64 {
	out := map[string]float64{}
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	named := map[string]bool{}
	capitals := 0
	for _, w := range words {
		lower := strings.ToLower(w)
		out[lower] = 1
		if first, size := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && size < len(w) {
			named[lower] = true
			capitals++
		}
	}
	if 2*capitals < len(words) {
		for w := range named {
			out[w] = nameCounts
		}
	}
	return out
}

func cosine(a, b []weighed) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			sum += a[i].weight * b[j].weight
			i++
			j++
		}
	}
	return sum
}

// closeness is what the days between two reports leave of their likeness: 1 when
// they may have come out on one day or a date is not known.
func closeness(a, b *annals.Reading) float64 {
	if a.Document.Published == nil || b.Document.Published == nil {
		return 1
	}
	x, okX := parseInterval(a.Document.Published.EDTF)
	y, okY := parseInterval(b.Document.Published.EDTF)
	if !okX || !okY {
		return 1
	}
	gap := max(0, x.first-y.last, y.first-x.last)
	return 1 / (1 + float64(gap)/apartDays)
}

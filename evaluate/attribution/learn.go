package attribution

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
	"github.com/annals-project/annals/text"
)

// bench reads articles and turns them into passages for the tagger.
type bench struct {
	read      func(string) *text.Text
	claims    *claims.Claims
	knowledge *tagger.Knowledge
}

func newBench(data string) (*bench, error) {
	r, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	c, err := claims.New(nil)
	if err != nil {
		return nil, err
	}
	k := &tagger.Knowledge{Frames: c.Frames, Speaker: c.SpeakerType, Verb: map[string]string{}, Noun: map[string]string{}}
	return &bench{r.Read, c, k}, readSenses(filepath.Join(data, "data", "wordnet", "oewn_senses.tsv.gz"), k)
}

// readSenses takes the lexicographer file of each word's first sense.
func readSenses(path string, k *tagger.Knowledge) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("attribution: %w: give the folder that holds data/ with --data", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("attribution: %s: %w", path, err)
	}
	defer z.Close()
	scan := bufio.NewScanner(z)
	for scan.Scan() {
		f := strings.Split(scan.Text(), "\t")
		if len(f) < 7 || f[3] != "1" {
			continue
		}
		switch f[1] {
		case "v":
			k.Verb[f[0]] = f[6]
		case "n":
			k.Noun[f[0]] = f[6]
		}
	}
	return scan.Err()
}

// sheet is an article ready for the tagger.
type sheet struct {
	*article
	text      *text.Text
	passages  []tagger.Sequence
	first     []int // token each passage starts with
	predicted []span
	sure      []float64 // of each of predicted: the confidence of its claim
	claims    []annals.Claim
}

// prepare reads an article, runs the rules for hints, and makes its passages.
func (b *bench) prepare(a *article) sheet {
	t := b.read(a.Text)
	s := sheet{article: a, text: t}
	s.claims = b.rules(a, t)
	s.spread()
	var hints []tagger.Hint
	for _, x := range s.predicted {
		first, last := t.Covering(x.Start, x.End)
		hints = append(hints, tagger.Hint{Type: x.Type, First: first, Last: last})
	}
	s.passages, s.first = tagger.Passages(t, b.knowledge, hints)
	for i := range s.passages {
		s.passages[i].Labels = s.labels(i)
	}
	return s
}

// rules are the claims that the shipped component finds.
func (b *bench) rules(a *article, t *text.Text) []annals.Claim {
	d := &annotate.Document{Doc: &annals.Document{Text: a.Text}, Text: t}
	b.claims.Annotate(d)
	return d.Claims
}

// spread lists the spans of the claims, each once, with the confidence of its claim.
func (s *sheet) spread() {
	seen := map[span]bool{}
	for i := range s.claims {
		for _, k := range s.spansOf(&s.claims[i]) {
			if !seen[k] {
				seen[k] = true
				s.predicted, s.sure = append(s.predicted, k), append(s.sure, s.claims[i].Confidence)
			}
		}
	}
}

// spansOf are the spans of a claim.
func (s *sheet) spansOf(c *annals.Claim) (out []span) {
	add := func(x annals.Span, kind tagger.Type) {
		for _, piece := range cut(s.Text, x) {
			out = append(out, span{piece, kind})
		}
	}
	add(c.Source, tagger.Source)
	add(c.Cue, tagger.Cue)
	for _, p := range c.Content {
		add(p, tagger.Content)
	}
	return out
}

// labels are the gold labels of passage i.
func (s *sheet) labels(i int) []uint8 {
	from, n := s.first[i], len(s.passages[i].Features)
	var spans []tagger.Span
	for _, g := range s.Gold {
		first, last := s.text.Covering(g.Start, g.End)
		if first < last && first >= from && last <= from+n {
			spans = append(spans, tagger.Span{Type: g.Type, First: first - from, Last: last - from})
		}
	}
	return tagger.Encode(spans, n)
}

// tag is what a trained tagger finds in the article.
func (s *sheet) tag(m tagger.Tagger, least [tagger.Types]float64) []span {
	var out []span
	for i := range s.passages {
		for _, p := range m.Decode(&s.passages[i], least) {
			start, end := s.text.Bytes(s.first[i]+p.First, s.first[i]+p.Last)
			out = append(out, span{annals.Span{Start: start, End: end}, p.Type})
		}
	}
	return out
}

func sequences(sheets []sheet) []tagger.Sequence {
	var out []tagger.Sequence
	for _, s := range sheets {
		out = append(out, s.passages...)
	}
	return out
}

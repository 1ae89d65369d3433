package attribution

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/annals-project/annals"
)

// readRiQuA reads one part of RiQuA: passages of tokens with B and I labels.
// The tokens are joined by spaces, with typographic quotation marks, so that
// the reader sees running text.
func readRiQuA(path string) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("attribution: %w: give the folder that holds data/ with --data", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("attribution: %s: %w", path, err)
	}
	defer z.Close()
	var out []article
	scan := bufio.NewScanner(z)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		var passage struct {
			ID     string
			Tokens []string
			Labels []string
		}
		if err := json.Unmarshal(scan.Bytes(), &passage); err != nil {
			return nil, fmt.Errorf("attribution: %s: passage %d: %w", path, len(out)+1, err)
		}
		a := joined(passage.Tokens, passage.Labels)
		a.ID = fmt.Sprintf("%s#%d", passage.ID, len(out))
		out = append(out, a)
	}
	return out, scan.Err()
}

// marks turns quotation marks as treebanks write them into those of print.
var marks = map[string]string{"``": "“", "''": "”", "`": "‘"}

func joined(tokens, labels []string) article {
	var a article
	var b strings.Builder
	open := false
	for i, token := range tokens {
		if m, ok := marks[token]; ok {
			token = m
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(token)
		end := b.Len()
		place, kind, _ := strings.Cut(labels[i], "-")
		switch {
		case place == "B" || place == "I" && !open:
			a.Gold = append(a.Gold, span{annals.Span{Start: start, End: end}, typeOf(strings.ToUpper(kind[:1]) + kind[1:])})
		case place == "I":
			a.Gold[len(a.Gold)-1].End = end
		}
		open = place != "O"
	}
	a.Text = b.String()
	return a
}

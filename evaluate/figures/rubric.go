package figures

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals/annotate"
	read "github.com/annals-project/annals/annotate/figures"
)

// rubric is how a set counts.
type rubric struct {
	table   string
	combine string
	read.Counting
	reader *read.Reader
}

func rubricOf(set string) (rubric, error) {
	rubrics, err := tables.ReadFile("rubrics.tsv")
	if err != nil {
		return rubric{}, err
	}
	for _, line := range strings.Split(string(rubrics), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 || f[0] != set {
			continue
		}
		reader, err := read.New(f[1])
		return rubric{f[1], f[2], read.Counting{NoAttackers: f[3] == "left out", Series: f[2] == "series"}, reader}, err
	}
	return rubric{}, fmt.Errorf("rubrics.tsv: no row for %s", set)
}

// totals reads a document's figures again by the set's table and adds them up as
// the set does.
func (r rubric) totals(d *annotate.Document) read.Totals {
	r.read(d)
	if r.combine == "sum" {
		return r.reader.Sums(d, r.Counting)
	}
	return r.reader.Totals(d, r.Counting)
}

// read reads a document's figures again by the set's table; the claims they
// stand in are kept.
func (r rubric) read(d *annotate.Document) {
	before := d.Figures
	d.Figures = nil
	r.reader.Annotate(d)
	for i := range d.Figures {
		for _, f := range before {
			if f.Span == d.Figures[i].Span {
				d.Figures[i].Claim = f.Claim
			}
		}
	}
}

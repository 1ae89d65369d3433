package attribution

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
	"github.com/annals-project/annals/evaluate/table"
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{
		{Name: "polnear", Run: polnear.measure("dev")},
		{Name: "polnear-tuning", Run: polnear.measure(tuning)},
		{Name: "riqua", Run: riqua.measure("dev")},
		{Name: "riqua-tuning", Run: riqua.measure(tuning)},
	}
}

// tuning is the part of the train part that heldOut names.
const tuning = "tuning"

// corpus is a corpus with how the tagger is trained on it and what it must reach.
type corpus struct {
	name          string
	read          func(data, part string) ([]article, error)
	options       tagger.Options
	least         [tagger.Types]float64 // see Tagger.Decode
	closes, goals [tagger.Types]float64
	note          string
}

// The options and leasts were found on the training articles that heldOut names, for
// PolNeAR, and for RiQuA on the four quarters of the training books, each tagged by
// what was trained on the rest.
var (
	polnear = corpus{
		name: "PolNeAR",
		read: func(data, part string) ([]article, error) {
			return readPolNeAR(filepath.Join(data, "data", "attribution", "polnear", part))
		},
		options: tagger.Options{Epochs: 5, Rate: 0.05, Least: 4, Noise: 0.4, Members: 4}, least: [tagger.Types]float64{0.44, 0.38, 0.38},
		closes: [tagger.Types]float64{69, 65, 54}, goals: [tagger.Types]float64{76, 71, 67},
		note: "Of several annotators of one article the one whose file name sorts first counts.",
	}
	riqua = corpus{
		name: "RiQuA",
		read: func(data, part string) ([]article, error) {
			return readRiQuA(filepath.Join(data, "data", "attribution", "riqua", part+".jsonl.gz"))
		},
		options: tagger.Options{Epochs: 6, Rate: 0.04, Least: 2, Noise: 0.4, Members: 4}, least: [tagger.Types]float64{0.3, 0.44, 0.38},
		closes: [tagger.Types]float64{70, 86, 96}, goals: [tagger.Types]float64{82, 91, 98},
		note: "Tokens are joined by spaces, with typographic quotation marks, and read as running text.",
	}
)

// measure trains the tagger on the train part and measures it, and the shipped
// rules, on the dev part, which nothing was tuned on; or, for tuning, on what is
// held out of the train part, trained on the rest.
func (c corpus) measure(part string) func(context.Context, evaluate.Env) (evaluate.Report, error) {
	return func(ctx context.Context, env evaluate.Env) (evaluate.Report, error) { return c.run(ctx, env, part) }
}

func (c corpus) run(ctx context.Context, env evaluate.Env, part string) (evaluate.Report, error) {
	b, err := newBench(env.Data)
	if err != nil {
		return evaluate.Report{}, err
	}
	train, err := c.sheets(ctx, b, env.Data, "train")
	if err != nil {
		return evaluate.Report{}, err
	}
	var test []sheet
	if part == tuning {
		train, test = split(train)
	} else if test, err = c.sheets(ctx, b, env.Data, part); err != nil {
		return evaluate.Report{}, err
	}
	m := tagger.Train(sequences(train), c.options)
	r := evaluate.Report{Title: "Attribution in " + c.name + ", " + part}
	r.Rows = append(r.Rows, c.rows(part, "shipped rules", test, func(s *sheet) []span { return s.predicted }, false)...)
	r.Rows = append(r.Rows, c.rows(part, "tagger over the rules", test, func(s *sheet) []span { return s.tag(m, c.least) }, part != tuning)...)
	r.Notes = []string{fmt.Sprintf("Spans are cut at paragraph breaks, a discontinuous span is its pieces; exact: equal to a gold piece of its type; "+
		"loose: quotation marks and edge punctuation ignored. The tagger learns from the train part (%d texts) with the output of the shipped rules among its features and does not ship; "+
		"its features and options were tuned on a tenth of the train part (RiQuA: on its books by cross-validation, so its tuning part was seen). The dev part is held out. %s", len(train), c.note)}
	loose, gold := contents(test, func(a, b annals.Span) bool { return a.Overlaps(b) })
	exact, _ := contents(test, func(a, b annals.Span) bool { return a == b })
	calls, within := whole(test)
	r.Rows = append(r.Rows, evaluate.Row{Set: c.name + " " + part, Part: keptIn(part), Measure: "calibration error of claims, shipped rules",
		Value: table.CalibrationError(steps, calls), N: len(calls), Lower: true})
	r.Notes = append(r.Notes, table.Curve("contents of claims by the shipped rules, a piece of one right where it overlaps a gold piece", loose, gold),
		table.Curve("the same, a piece right where it equals a gold piece", exact, gold),
		table.Reliability("claims by the shipped rules and how often source, cue and content are each exactly those of the corpus", "claims", steps, calls),
		fmt.Sprintf("Left out of it are %d claims whose cue stands in a gold content: the corpus marks no saying within what another says.", within))
	r.Detail = errorsOf(test, func(s *sheet) []span { return s.tag(m, c.least) })
	return r, nil
}

// contents are the pieces of content that the shipped rules found in the sheets, each
// right when it meets a gold piece not taken yet, and how many gold pieces there are.
func contents(sheets []sheet, meets func(a, b annals.Span) bool) (calls []table.Call, gold int) {
	for i := range sheets {
		s := &sheets[i]
		taken := make([]bool, len(s.Gold))
		for n, p := range s.predicted {
			if p.Type != tagger.Content {
				continue
			}
			call := table.Call{Confidence: s.sure[n]}
			for g := range s.Gold {
				if !taken[g] && s.Gold[g].Type == p.Type && meets(s.Gold[g].Span, p.Span) {
					taken[g], call.Right = true, true
					break
				}
			}
			calls = append(calls, call)
		}
		for _, g := range s.Gold {
			if g.Type == tagger.Content {
				gold++
			}
		}
	}
	return calls, gold
}

// steps are the lower ends of the rows of the reliability table.
var steps = []float64{0, 0.3, 0.5, 0.65, 0.75, 0.9}

// whole are the claims that the shipped rules found in the sheets, each right when all
// of its spans are gold. Those within what another says are only counted: a corpus
// that marks none there cannot tell which are right.
func whole(sheets []sheet) (calls []table.Call, within int) {
	for i := range sheets {
		s := &sheets[i]
		gold := map[span]bool{}
		for _, g := range s.Gold {
			gold[g] = true
		}
		for k := range s.claims {
			c := &s.claims[k]
			if s.isWithin(c) {
				within++
				continue
			}
			wrong := slices.ContainsFunc(s.spansOf(c), func(x span) bool { return !gold[x] })
			calls = append(calls, table.Call{Confidence: c.Confidence, Right: !wrong})
		}
	}
	return calls, within
}

// isWithin says that the cue of a claim stands in a gold content.
func (s *sheet) isWithin(c *annals.Claim) bool {
	return !c.Cue.Empty() && slices.ContainsFunc(s.Gold, func(g span) bool { return g.Type == tagger.Content && g.Contains(c.Cue) })
}

// split parts the sheets that are held out for tuning from the others.
func split(all []sheet) (train, test []sheet) {
	for _, s := range all {
		if heldOut(s.ID) {
			test = append(test, s)
		} else {
			train = append(train, s)
		}
	}
	return train, test
}

func (c corpus) sheets(ctx context.Context, b *bench, data, part string) ([]sheet, error) {
	articles, err := c.read(data, part)
	if err != nil {
		return nil, err
	}
	out := make([]sheet, 0, len(articles))
	for i := range articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, b.prepare(&articles[i]))
	}
	return out, nil
}

// keptIn says whether a part is held out.
func keptIn(part string) string {
	if part == tuning {
		return tuning
	}
	return "held out"
}

// rows are the figures of one way of finding spans; its exact F1 is held to the
// lowest accepted value and the goal when judged.
func (c corpus) rows(part, way string, dev []sheet, find func(*sheet) []span, judged bool) []evaluate.Row {
	var t tally
	for i := range dev {
		t.add(dev[i].Text, dev[i].Gold, find(&dev[i]))
	}
	var out []evaluate.Row
	for k := range tagger.Types {
		for _, m := range []struct {
			name   string
			counts counts
		}{{"exact", t.exact[k]}, {"loose", t.loose[k]}, {"overlap", t.overlap[k]}} {
			p, r, f := m.counts.rates()
			row := evaluate.Row{Set: c.name + " " + part, Part: keptIn(part), Measure: fmt.Sprintf("%s %s F1, %s", tagger.Type(k), m.name, way), Value: f, P: p, R: r, N: m.counts.gold}
			if judged && m.name == "exact" {
				row.Closes, row.Goal = c.closes[k], c.goals[k]
			}
			out = append(out, row)
		}
	}
	return out
}

// errorsOf lists the spans that were missed and those that are wrong.
func errorsOf(dev []sheet, find func(*sheet) []span) []string {
	var out []string
	for i := range dev {
		s := &dev[i]
		gold, found := map[span]bool{}, map[span]bool{}
		for _, g := range s.Gold {
			gold[g] = true
		}
		for _, f := range find(s) {
			found[f] = true
			if !gold[f] {
				out = append(out, fmt.Sprintf("%s: wrong %s %q", s.ID, f.Type, f.In(s.Text)))
			}
		}
		for _, g := range s.Gold {
			if !found[g] {
				out = append(out, fmt.Sprintf("%s: missed %s %q", s.ID, g.Type, g.In(s.Text)))
			}
		}
	}
	return out
}

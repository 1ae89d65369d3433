package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/annals-project/annals/evaluate/attribution/tagger"
)

func TestLab(t *testing.T) {
	data := "/work/shared"
	b, err := newBench(data)
	if err != nil {
		t.Fatal(err)
	}
	// b.read = fake(b.read, b.knowledge)
	var train, test []article
	which := os.Getenv("LAB")
	var dev []article
	switch which {
	case "polnear":
		train, err = readPolNeAR(filepath.Join(data, "data/attribution/polnear/train"))
		dev, _ = readPolNeAR(filepath.Join(data, "data/attribution/polnear/dev"))
	case "riqua":
		train, err = readRiQuA(filepath.Join(data, "data/attribution/riqua/train.jsonl.gz"))
		dev, _ = readRiQuA(filepath.Join(data, "data/attribution/riqua/dev.jsonl.gz"))
	default:
		t.Skip()
	}
	if err != nil {
		t.Fatal(err)
	}
	var tr, te []sheet
	for i := range train {
		if which == "riqua" && (strings.HasPrefix(train[i].ID, "austen") || strings.HasPrefix(train[i].ID, "doyle_league") || strings.HasPrefix(train[i].ID, "twain_sawyer_1")) || which != "riqua" && heldOut(train[i].ID) {
			test = append(test, train[i])
		} else {
			if os.Getenv("SMALL") == "" || i%4 == 0 {
				tr = append(tr, b.prepare(&train[i]))
			}
		}
	}
	if os.Getenv("DEV") != "" {
		test = dev
		tr = nil
		for i := range train {
			tr = append(tr, b.prepare(&train[i]))
		}
	}
	for i := range test {
		te = append(te, b.prepare(&test[i]))
	}
	show := func(name string, pred func(*sheet) []span) {
		var ta tally
		for i := range te {
			ta.add(te[i].Text, te[i].Gold, pred(&te[i]))
		}
		for k := range tagger.Types {
			p, r, f := ta.exact[k].rates()
			_, _, l := ta.loose[k].rates()
			op, or, o := ta.overlap[k].rates()
			t.Logf("%s %v exact P %.1f R %.1f F %.1f  loose %.1f overlap P %.1f R %.1f F %.1f n=%d", name, tagger.Type(k), p, r, f, l, op, or, o, ta.exact[k].gold)
		}
	}
	show("rules", func(s *sheet) []span { return s.predicted })
	if os.Getenv("ORACLE") != "" {
		show("oracle", func(s *sheet) []span {
			var out []span
			for i := range s.passages {
				for _, p := range tagger.Decoded(s.passages[i].Labels) {
					st, e := s.text.Bytes(s.first[i]+p.First, s.first[i]+p.Last)
					var x span
					x.Start, x.End, x.Type = st, e, p.Type
					out = append(out, x)
				}
			}
			return out
		})
	}
	if os.Getenv("TRAIN") != "" {
		for _, c := range strings.Fields(os.Getenv("TRAIN")) {
			var o tagger.Options
			fmt.Sscanf(c, "%d,%g,%g,%d", &o.Epochs, &o.Rate, &o.Decay, &o.Least)
			for _, x := range os.Getenv("DROP") {
				o.Drop = append(o.Drop, tagger.Group(x-'0'))
			}
			m := tagger.Train(sequences(tr), o)
			for _, bias := range []float64{-0.6, -0.3, 0, 0.3, 0.6} {
				show(fmt.Sprint(c, " bias ", bias), func(s *sheet) []span { return s.tag(m, [3]float64{bias, bias, bias}) })
			}
			if os.Getenv("SHOW") != "" {
				for i := range te[:min(len(te), 60)] {
					s := &te[i]
					got := s.tag(m, [3]float64{})
					g, p := map[span]bool{}, map[span]bool{}
					for _, x := range s.Gold {
						g[x] = true
					}
					for _, x := range got {
						p[x] = true
						if !g[x] {
							t.Logf("+ %v %q", x.Type, x.In(s.Text))
						}
					}
					for x := range g {
						if !p[x] {
							t.Logf("- %v %q", x.Type, x.In(s.Text))
						}
					}
				}
			}
		}
	}
	_ = strings.ToLower
}

package syntax

import (
	"context"
	_ "embed"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/text"
)

//go:embed testdata/muc_sentences.tsv
var mucSentences string

// goldSentences are the hand-checked sentences by text.
func goldSentences() (map[string]map[span]bool, error) {
	gold := map[string]map[span]bool{}
	for line := range strings.Lines(mucSentences) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(f) != 3 {
			continue
		}
		start, err1 := strconv.Atoi(f[1])
		end, err2 := strconv.Atoi(f[2])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("muc_sentences.tsv: %q is no row of text, start, end", line)
		}
		if gold[f[0]] == nil {
			gold[f[0]] = map[span]bool{}
		}
		gold[f[0]][span{start, end}] = true
	}
	return gold, nil
}

// sentences measures sentence boundaries on the hand-checked MUC-4 texts.
func sentences(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Sentences: twenty MUC-4 texts checked by hand", Notes: []string{
		"A sentence counts when both of its ends are right. The texts are upper case with hard line breaks."}}
	gold, err := goldSentences()
	if err != nil {
		return report, err
	}
	texts, err := muc.Load(filepath.Join(env.Data, "data"), muc.DEV)
	if err != nil {
		return report, err
	}
	r, err := text.NewReader()
	if err != nil {
		return report, err
	}
	var t Tally
	for _, d := range texts {
		want := gold[d.ID]
		if want == nil {
			continue
		}
		got := r.Read(d.Body)
		t.Sentences += len(want)
		t.OurSents += len(got.Sentences)
		for _, s := range got.Sentences {
			if want[span{s.Start, s.End}] {
				t.SameSents++
			} else {
				report.Detail = append(report.Detail, fmt.Sprintf("%s %d-%d not a sentence: %.60q", d.ID, s.Start, s.End, d.Body[s.Start:s.End]))
			}
		}
	}
	report.Rows = []evaluate.Row{{Set: "MUC-4 DEV, 20 texts", Part: "tuning", Measure: "sentence F1",
		Value: 100 * F1(t.SameSents, t.OurSents, t.Sentences), N: t.Sentences, Closes: 96, Goal: 98,
		P: 100 * float64(t.SameSents) / float64(max(1, t.OurSents)), R: 100 * float64(t.SameSents) / float64(max(1, t.Sentences))}}
	return report, nil
}

package events

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
)

// Record is a text and the PLOVER type of what it tells.
type Record struct{ ID, Text, Type string }

// since maps the types of the first gold records to those PLOVER has now.
var since = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

// GoldRecords are the sentences of the PLOVER gold standard, in today's types.
func GoldRecords(data string) ([]Record, error) {
	raw, err := os.ReadFile(filepath.Join(data, "events", "plover", "PLOVER_GSR_CAMEO.json"))
	if err != nil {
		return nil, fmt.Errorf("PLOVER gold records: %w", err)
	}
	var rows []struct{ ID, Event, Text string }
	if err := json.Unmarshal(raw, &rows); err != nil {
		return nil, fmt.Errorf("PLOVER gold records: %w", err)
	}
	var out []Record
	for _, r := range rows {
		if r.Text == "" || r.Event == "DOCUMENT" {
			continue
		}
		if now := since[r.Event]; now != "" {
			r.Event = now
		}
		out = append(out, Record{r.ID, r.Text, r.Event})
	}
	return out, nil
}

// Stories are the synthetic stories of NGEC, each with the headline it was
// written from.
func Stories(data string) ([]Record, error) {
	f, err := os.Open(filepath.Join(data, "events", "ngec-synthetic", "gpt_synthetic_events.jsonl.gz"))
	if err != nil {
		return nil, fmt.Errorf("synthetic stories: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("synthetic stories: %w", err)
	}
	var out []Record
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<22)
	for s.Scan() {
		var row struct{ ID, Prompt, Text, Event string }
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("synthetic stories: %w", err)
		}
		headline, _, _ := strings.Cut(row.Prompt, "\n")
		out = append(out, Record{row.ID, headline + ".\n\n" + row.Text, row.Event})
	}
	return out, s.Err()
}

// MainType is the type of what a text mainly tells: that of the surest event of
// the first sentence that tells of one, the earlier of equals; "" where none does.
func MainType(d *annotate.Document) string {
	best, most, sentence := "", 0.0, -1
	for _, e := range d.Events {
		if e.PLOVER == nil {
			continue
		}
		s := d.Text.SentenceAt(e.Trigger.Start)
		if sentence >= 0 && s != sentence {
			break
		}
		sentence = s
		if e.Confidence > most {
			best, most = e.PLOVER.Type, e.Confidence
		}
	}
	return best
}

func runPlover(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "PLOVER types"}
	for _, set := range []struct {
		name string
		load func(string) ([]Record, error)
		step int
	}{{"PLOVER gold records", GoldRecords, 1}, {"NGEC synthetic stories", Stories, storyStep}} {
		records, err := set.load(env.Data + "/data")
		if err != nil {
			return report, err
		}
		right, n := 0, 0
		for i := 0; i < len(records) && ctx.Err() == nil; i += set.step {
			n++
			said := MainType(env.Read("", records[i].Text, ""))
			if said == records[i].Type {
				right++
			} else {
				report.Detail = append(report.Detail, fmt.Sprintf("%s is %s, said %q: %.200s", records[i].ID, records[i].Type, said, records[i].Text))
			}
		}
		report.Rows = append(report.Rows, evaluate.Row{Set: set.name, Part: "all", Measure: "type accuracy",
			Value: 100 * float64(right) / max(1, float64(n)), N: n, Closes: 65, Goal: 80})
	}
	return report, ctx.Err()
}

// storyStep: the stories come twelve to a headline; every fifth keeps all headlines
// and most outlets in.
const storyStep = 5

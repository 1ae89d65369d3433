package times

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	reader "github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/evaluate"
)

// story is one article of the timelines: its text, and the events in it that a
// timeline dates.
type story struct {
	id, text, published string
	sentences           []annals.Span
	words               [][]storyEvent // by sentence
}

// storyEvent is an event word of a story.
type storyEvent struct {
	span annals.Span
	text string
}

var (
	sentencePattern = regexp.MustCompile(`(?s)<s id="\d+">(.*?)</s>`)
	eventPattern    = regexp.MustCompile(`(?s)<EVENT[^>]*>(.*?)</EVENT>`)
	docIDPattern    = regexp.MustCompile(`<DOCID>(.*?)</DOCID>`)
)

// readStories reads the articles of one corpus of SemEval-2015 task 4.
func readStories(folder string) (map[string]*story, error) {
	files, err := filepath.Glob(filepath.Join(folder, "corpus_trackB_TimeML", "*.tml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no stories in %s: give the folder that holds data/temporal", folder)
	}
	out := map[string]*story{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if s := parseStory(string(raw)); s.id != "" {
			out[s.id] = s
		}
	}
	return out, nil
}

// parseStory puts the sentences of an article together again: the title and the
// date line as paragraphs of their own, the rest as one.
func parseStory(raw string) *story {
	s := &story{}
	if m := docIDPattern.FindStringSubmatch(raw); m != nil {
		s.id = m[1]
	}
	if m := dctPattern.FindStringSubmatch(raw); m != nil {
		s.published = m[1]
	}
	var text strings.Builder
	for n, m := range sentencePattern.FindAllStringSubmatch(raw, -1) {
		if n > 0 && n <= 2 {
			text.WriteString("\n\n")
		} else if n > 2 {
			text.WriteString(" ")
		}
		start := text.Len()
		var events []storyEvent
		at := 0
		for _, e := range eventPattern.FindAllStringSubmatchIndex(m[1], -1) {
			text.WriteString(m[1][at:e[0]])
			word := m[1][e[2]:e[3]]
			events = append(events, storyEvent{annals.Span{Start: text.Len(), End: text.Len() + len(word)}, word})
			text.WriteString(word)
			at = e[1]
		}
		text.WriteString(m[1][at:])
		s.sentences = append(s.sentences, annals.Span{Start: start, End: text.Len()})
		s.words = append(s.words, events)
	}
	s.text = text.String()
	return s
}

// find is the event word a timeline names as "sentence-word".
func (s *story) find(sentence int, word string) (annals.Span, bool) {
	if sentence < 0 || sentence >= len(s.words) {
		return annals.Span{}, false
	}
	for _, e := range s.words[sentence] {
		if strings.ReplaceAll(e.text, " ", "_") == word {
			return e.span, true
		}
	}
	return annals.Span{}, false
}

// readTimelines reads the dates the gold timelines of a corpus give to events,
// by "document-sentence-word"; events without a date, and those two timelines
// date differently, are left out.
func readTimelines(folder string) (map[string]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "TimeLines_Gold_Standard", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no timelines in %s", folder)
	}
	out := map[string]string{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(raw), "\n")[1:] {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) < 3 || strings.HasPrefix(f[1], "XXXX") {
				continue
			}
			date := strings.TrimSuffix(strings.TrimSuffix(f[1], "-XX"), "-XX")
			for _, event := range f[2:] {
				if old, ok := out[event]; ok && old != date {
					date = ""
				}
				out[event] = date
			}
		}
	}
	return out, nil
}

// widest is the longest stretch, in days, that still counts as a date for an
// event whose day is known.
const widest = 31

// within says whether a predicted date holds the gold one, or lies in it, and is
// no wider than the gold date or a month.
func within(gold, predicted edtf.Value) bool {
	if !gold.Overlaps(predicted) {
		return false
	}
	from, ok1 := predicted.Earliest()
	to, ok2 := predicted.Latest()
	return ok1 && ok2 && (gold.Contains(predicted) || to.Sub(from).Hours() <= widest*24)
}

// dateCounts are how many gold dates there are, how many events got one, and how
// many of those are right.
type dateCounts struct{ gold, given, right int }

func eventDates(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Dates of events: MEANTIME (SemEval-2015 task 4 timelines)"}
	ways := []struct {
		name string
		date func(*annotate.Document, annals.Span) reader.Assignment
	}{{"date from the text", reader.ForEvent}, {"date from the text or the news of the day", reader.ForNews}}
	counts := map[string]*dateCounts{}
	for _, corpus := range []string{"corpus_1", "corpus_2"} {
		folder := filepath.Join(env.Data, "data", "temporal", "SemEval2015-Task4", corpus)
		stories, err := readStories(folder)
		if err != nil {
			return report, err
		}
		dates, err := readTimelines(folder)
		if err != nil {
			return report, err
		}
		read := map[string]*annotate.Document{}
		for _, key := range sortedKeys(dates) {
			if err := ctx.Err(); err != nil {
				return report, err
			}
			f := strings.SplitN(key, "-", 3)
			if len(f) != 3 || dates[key] == "" || stories[f[0]] == nil {
				continue
			}
			s := stories[f[0]]
			n, err := strconv.Atoi(f[1])
			if err != nil {
				continue
			}
			span, ok := s.find(n, f[2])
			gold, err := edtf.Parse(dates[key])
			if !ok || err != nil {
				continue
			}
			d := read[s.id]
			if d == nil {
				d = env.Read("", s.text, s.published)
				read[s.id] = d
			}
			part := "tuning"
			if heldOut(s.id) {
				part = "held out"
			}
			for _, way := range ways {
				got := way.date(d, span)
				right, given := judge(gold, got.EDTF)
				for _, p := range []string{part, "all"} {
					tally(counts, way.name+"|"+p, given, right)
				}
				if part == "tuning" && !right {
					report.Detail = append(report.Detail, fmt.Sprintf("%s\t%s [%s]\twant %s\tgot %q (%s)\t%q", way.name, key, s.published, dates[key],
						got.EDTF, got.Derived, s.sentences[n].In(s.text)))
				}
			}
		}
	}
	for _, way := range ways {
		for _, part := range []string{"held out", "tuning", "all"} {
			report.Rows = append(report.Rows, dateRow(way.name, part, counts[way.name+"|"+part]))
		}
	}
	report.Notes = append(report.Notes, "An event is dated right when the date given and the timeline's overlap and the date given lies in it or is no wider than "+
		"a month. Value is the share of all events a timeline dates; P the share of those given a date. Triggers are given. About half the gold dates are the day of publication, "+
		"which the text does not say: the second way gives events of the lead the day of publication and the one before, as an interval.")
	return report, nil
}

func judge(gold edtf.Value, predicted string) (right, given bool) {
	if predicted == "" {
		return false, false
	}
	v, err := edtf.Parse(predicted)
	return err == nil && within(gold, v), true
}

func tally(counts map[string]*dateCounts, key string, given, right bool) {
	c := counts[key]
	if c == nil {
		c = &dateCounts{}
		counts[key] = c
	}
	c.gold++
	if given {
		c.given++
	}
	if right {
		c.right++
	}
}

func dateRow(measure, part string, c *dateCounts) evaluate.Row {
	if c == nil {
		c = &dateCounts{}
	}
	p, r, _ := prf(c.right, c.given, c.gold)
	return evaluate.Row{Set: "MEANTIME airbus+gm", Part: part, Measure: measure, Value: r, P: p, R: r, N: c.gold, Goal: 80}
}

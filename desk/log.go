package desk

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// logLine is one judgement of the log as pages show it.
type logLine struct {
	annals.Judgement
	LeftLink, RightLink snapshot.Link
	Stands              bool
	Reason              string // why, less the sentence that was seen
	Seen                string // that sentence's statement; "" none
}

// logLines lays out judgements, newest first.
func logLines(s *snapshot.Snapshot, log []annals.Judgement) []logLine {
	standing := map[string]bool{}
	for _, j := range s.Standing {
		standing[j.ID] = true
	}
	byID := map[string]*annals.Judgement{}
	for i := range s.Log {
		byID[s.Log[i].ID] = &s.Log[i]
	}
	out := make([]logLine, 0, len(log))
	for i := len(log) - 1; i >= 0; i-- {
		j := log[i]
		line := logLine{Judgement: j, LeftLink: s.Named(j.Left), Stands: standing[j.ID]}
		line.Reason, line.Seen, _ = strings.Cut(j.Why, seenIn)
		if _, known := s.StatementNamed(line.Seen); !known {
			line.Reason, line.Seen = j.Why, ""
		}
		if j.Right != "" {
			line.RightLink = s.Named(j.Right)
		}
		if j.Verdict == annals.Withdrawn {
			line.LeftLink = snapshot.Link{Name: "the judgement " + j.Left}
			if undone := byID[j.Left]; undone != nil {
				line.LeftLink.Name = "“" + undone.Verdict + "” of " + undone.By + " on " + s.Named(undone.Left).Name
			}
		}
		out = append(out, line)
	}
	return out
}

// judgementsOf are the lines of the log about something, by what it is joined of.
func (d *Desk) judgementsOf(s *snapshot.Snapshot, tellings []snapshot.Telling) []logLine {
	keys := map[string]bool{}
	for _, t := range tellings {
		keys[t.Key] = true
	}
	var log []annals.Judgement
	for _, j := range s.Log {
		if keys[j.Left] || keys[j.Right] {
			log = append(log, j)
		}
	}
	return logLines(s, log)
}

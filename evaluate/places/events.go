package places

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/text"
)

// located is a sentence with an event's verb and the places that belong to it.
type located struct {
	ID    string
	Text  string
	Spans []struct {
		Label      string
		Start, End int
		Text       string
	}
}

// gold is the verb and the places of a sentence in bytes; ok is false where a
// place's span fits no reading. Some places are given by code points, others by
// the numbers of their first and last token.
func (l *located) gold(t *text.Text) (verb span, where []span, ok bool) {
	offsets := byteOffsets(l.Text)
	for _, s := range l.Spans {
		if s.Start < 0 || s.End < s.Start || s.End >= len(offsets) {
			return verb, nil, false
		}
		at := span{Start: offsets[s.Start], End: offsets[s.End]}
		switch {
		case s.Label == "VERB":
			verb = at
		case startsName(at.In(l.Text)) && whole(l.Text, at):
			where = append(where, at)
		case s.End < len(t.Tokens):
			from, to := t.Bytes(s.Start, s.End+1)
			if !startsName(l.Text[from:to]) {
				return verb, nil, false
			}
			where = append(where, span{Start: from, End: to})
		default:
			return verb, nil, false
		}
	}
	return verb, where, !verb.Empty()
}

func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) > 2
}

// whole says that no word goes on at the edges of a span.
func whole(s string, at span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at.Start])
	after, _ := utf8.DecodeRuneInString(s[at.End:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// runEvents measures which place an event belongs to.
func runEvents(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Places: the place of an event"}
	find, err := component()
	if err != nil {
		return report, err
	}
	reader, err := text.NewReader()
	if err != nil {
		return report, err
	}
	parts, skipped := map[string]*placing{tuningPart: {}, heldOutPart: {}}, 0
	err = eachLine(filepath.Join(env.Data, "data", "events", "event-location", "relabel_train.jsonl"), func(l located) {
		d := &annotate.Document{Doc: &annals.Document{Text: l.Text}, Text: reader.Read(l.Text)}
		verb, where, ok := l.gold(d.Text)
		if !ok {
			skipped++
			return
		}
		if env.Read != nil {
			d = env.Read("", l.Text, "")
		} else {
			find.Annotate(d)
		}
		main, _ := places.ForEvent(d, verb, text.None)
		part := heldOutPart
		if tuning(l.ID) {
			part = tuningPart
		}
		if line := parts[part].add(d, main, where); line != "" {
			report.Detail = append(report.Detail, part+"\t"+line)
		}
	})
	if err != nil {
		return report, err
	}
	for _, part := range []string{heldOutPart, tuningPart} {
		p := parts[part]
		precision, recall := ratio(p.right, p.given), ratio(p.right, p.gold)
		report.Rows = append(report.Rows,
			evaluate.Row{Set: "event-location", Part: part, Measure: "place of the event F1", Value: f1(precision, recall), P: precision, R: recall, N: p.gold},
			evaluate.Row{Set: "event-location", Part: part, Measure: "place or its absence", Value: ratio(p.right+p.none, p.total), N: p.total})
	}
	report.Notes = []string{fmt.Sprintf("The whole chain reads each sentence, where there is one; else places are found without the names layer. The place given for the verb of a sentence, right when it overlaps one of the places labelled as the event's. %d of the sentences are left out: a place in them fits neither code points nor tokens. Errors were read in one half, by a hash of the id; every eighth sentence of both was read when the format was worked out.", skipped)}
	return report, ctx.Err()
}

// placing counts the places of events.
type placing struct{ total, gold, given, right, none int }

// add counts one event and describes it when it is wrong.
func (p *placing) add(d *annotate.Document, main annals.Ref, where []span) string {
	p.total++
	if len(where) > 0 {
		p.gold++
	}
	if main == 0 {
		if len(where) == 0 {
			p.none++
			return ""
		}
		return fmt.Sprintf("none\tgold %q\t%s", where[0].In(d.Doc.Text), d.Doc.Text)
	}
	p.given++
	m := d.Mentions[main-1]
	if slices.ContainsFunc(where, m.Overlaps) {
		p.right++
		return ""
	}
	gold := "none"
	if len(where) > 0 {
		gold = where[0].In(d.Doc.Text)
	}
	return fmt.Sprintf("%s\tgold %q\t%s", m.Text, gold, d.Doc.Text)
}

package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

type whyCommand struct {
	accountFlags
	ID string `arg:"" help:"An ID as the lists print it, or its beginning."`
}

// Run leads from a value to what it stands on: statements, the check of each
// field, the sentences in their context, and the report as it was received.
func (c *whyCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	f, err := find(a, c.ID)
	if err != nil {
		return err
	}
	fmt.Fprintln(env.stdout, f.lines[0])
	printDecisions(env, f)
	for _, key := range f.statements {
		explain(env, a, key)
	}
	if len(f.statements) == 0 {
		printSentences(env, a, f.sentences)
	}
	return nil
}

func explain(env *environment, a *account.Account, key resolve.StatementKey) {
	r := a.Original(key.Reading)
	s := &r.Statements[key.Statement]
	fmt.Fprintf(env.stdout, "\n%s %s\n", s.About, s.ID)
	fmt.Fprintf(env.stdout, "  states: %s\n", stated(a, key))
	if rule := ruleOf(r, s); rule != "" {
		fmt.Fprintf(env.stdout, "  found by: %s\n", rule)
	}
	for _, field := range fields(s.Proof) {
		p := s.Proof[field]
		fmt.Fprintf(env.stdout, "  %s: %s", field, p.Verdict)
		if p.Step != "" {
			fmt.Fprintf(env.stdout, " (%s)", p.Step)
		}
		fmt.Fprintln(env.stdout)
	}
	for _, x := range a.Amendments {
		if slices.Contains(x.Statements, key) {
			fmt.Fprintf(env.stdout, "  %s\n", amended(&x))
		}
	}
	if o := a.Resolution.Origin(key); o >= 0 {
		origin := &a.Resolution.Origins[o]
		fmt.Fprintf(env.stdout, "  origin: %s\n", a.OriginName(origin))
		for _, reason := range origin.Why {
			fmt.Fprintf(env.stdout, "    with other reports: %s\n", reason)
		}
	}
	d := a.DocumentOf(key.Reading)
	fmt.Fprintf(env.stdout, "  report %s: %s (%s), read by %s\n", d.Label, clip(r.Document.Title, 80), r.Document.URI, s.Extractor)
	for _, e := range s.Evidence {
		before, after := around(r, e.Span)
		fmt.Fprintf(env.stdout, "    %s\n  > %s\n    %s\n", clip(before, 200), strings.Join(strings.Fields(e.Text), " "), clip(after, 200))
	}
}

func fields(proof map[string]annals.Proof) []string {
	var out []string
	for f := range proof {
		out = append(out, f)
	}
	sort.Strings(out)
	return out
}

// stated is the words that the element of a statement stands on.
func stated(a *account.Account, key resolve.StatementKey) string {
	r := a.Original(key.Reading)
	s := &r.Statements[key.Statement]
	switch s.About {
	case annals.AboutEvent:
		e := &r.Events[s.Ref-1]
		return strings.TrimSpace(fmt.Sprintf("%s, “%s” %s", e.Status, e.Text, e.EDTF))
	case annals.AboutFigure:
		e := account.Entry{Figure: &r.Figures[s.Ref-1]}
		return fmt.Sprintf("%s %s (“%s”)", e.Figure.Measure, e.Numeral(), e.Figure.Text)
	case annals.AboutRelation:
		x := &r.Relations[s.Ref-1]
		return fmt.Sprintf("%s %s %s", r.Entities[x.From-1].Name, x.Type, r.Entities[x.To-1].Name)
	case annals.AboutClaim:
		c := &r.Claims[s.Ref-1]
		return fmt.Sprintf("%s by “%s”", c.Kind, c.Source.In(r.Document.Text))
	default:
		return "names of " + r.Entities[s.Ref-1].Name
	}
}

func ruleOf(r *annals.Reading, s *annals.Statement) string {
	switch s.About {
	case annals.AboutEvent:
		return r.Events[s.Ref-1].Rule
	case annals.AboutFigure:
		return r.Figures[s.Ref-1].Rule
	case annals.AboutRelation:
		return r.Relations[s.Ref-1].Rule
	case annals.AboutClaim:
		return r.Claims[s.Ref-1].Rule
	default:
		return ""
	}
}

// around is the sentences before and after a span; "" at the edges.
func around(r *annals.Reading, span annals.Span) (before, after string) {
	for i, s := range r.Sentences {
		if !s.Overlaps(span) {
			continue
		}
		if i > 0 && before == "" {
			before = r.Sentences[i-1].In(r.Document.Text)
		}
		if i+1 < len(r.Sentences) {
			after = r.Sentences[i+1].In(r.Document.Text)
		}
	}
	return before, after
}

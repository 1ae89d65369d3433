package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/review"
)

// author says who judges, and why.
type author struct {
	By  string `help:"Who judges." env:"ANNALS_CODER" default:"${user}" placeholder:"NAME"`
	Why string `help:"The reason, for those who read the log." placeholder:"TEXT"`
}

// coderFlags are the flags of every command that judges what the account shows.
type coderFlags struct {
	accountFlags
	author
}

type judgeCommand struct {
	Same       sameCommand       `cmd:"" help:"Two actors or two events are one."`
	Different  differentCommand  `cmd:"" help:"They are two, even where others link them: give a member's ID (annals show lists them) to split it off."`
	Unsure     unsureCommand     `cmd:"" help:"They may be one: they stay apart and are kept open."`
	Accept     acceptCommand     `cmd:"" help:"The report says what annals read."`
	Reject     rejectCommand     `cmd:"" help:"It does not: it stays listed and counts nowhere."`
	Correct    fixCommand        `cmd:"" help:"One value should read otherwise."`
	Rate       rateCommand       `cmd:"" help:"How far a source can be relied on, A to F."`
	Relevant   relevantCommand   `cmd:"" help:"A report belongs into this record."`
	Irrelevant irrelevantCommand `cmd:"" help:"It does not: it stays listed and states nothing."`
}

// bench is a record open for judging.
type bench struct {
	env   *environment
	store record.Store
	log   []annals.Judgement
	*coderFlags
}

// judge opens the record and lets f judge about its account.
func (c *coderFlags) judge(env *environment, f func(*bench, *account.Account) error) error {
	if c.By == "" || c.By == annals.ByAnnals {
		return usage("say who judges: --by NAME")
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	b := &bench{env: env, store: store, coderFlags: c}
	in, err := input(env, store)
	var a *account.Account
	if err == nil {
		a, err = c.derive(env, in)
	}
	if err == nil {
		b.log = a.Resolution.Judgements
		err = f(b, a)
	}
	return errors.Join(err, store.Close())
}

// keep completes a judgement and adds it to the log.
func (b *bench) keep(j annals.Judgement) (annals.Judgement, error) {
	j.By, j.At = b.By, now()
	if j.Why == "" {
		j.Why = b.Why
	}
	j = annals.NewJudgement(j)
	if err := b.store.Judge(b.env.ctx, j); err != nil {
		return j, err
	}
	b.log = append(b.log, j)
	return j, nil
}

// say prints what was judged, and how to undo it.
func (b *bench) say(judged []annals.Judgement, format string, args ...any) {
	var ids []string
	for _, j := range judged {
		ids = append(ids, shortID(j.ID))
	}
	fmt.Fprintf(b.env.stdout, format+" (undo: annals undo %s)\n", append(args, strings.Join(ids, " "))...)
}

// shortID is enough of a judgement's ID to name it.
func shortID(id string) string {
	const digits = 12
	id = strings.TrimPrefix(id, "sha256:")
	return id[:min(digits, len(id))]
}

// thing finds what a name means.
func thing(a *account.Account, name string) (review.Thing, error) {
	t, err := review.Find(a, name)
	switch {
	case errors.Is(err, review.ErrNotFound):
		return t, notFound("%w; the lists (annals events, annals actors, …) print the IDs", err)
	case err != nil:
		return t, usage("%w", err)
	}
	return t, nil
}

type pairCommand struct {
	coderFlags
	Left  string   `arg:"" help:"An actor or event: its ID, a member's ID or an actor's name."`
	Right []string `arg:"" help:"The other, or several."`
}

type (
	sameCommand      struct{ pairCommand }
	differentCommand struct{ pairCommand }
	unsureCommand    struct{ pairCommand }
)

// Run judges two things the same.
func (c *sameCommand) Run(env *environment) error { return c.run(env, annals.Same) }

// Run judges two things different.
func (c *differentCommand) Run(env *environment) error { return c.run(env, annals.Different) }

// Run leaves open whether two things are the same.
func (c *unsureCommand) Run(env *environment) error { return c.run(env, annals.Unsure) }

func (c *pairCommand) run(env *environment, verdict string) error {
	return c.judge(env, func(b *bench, a *account.Account) error {
		left, err := thing(a, c.Left)
		if err != nil {
			return err
		}
		for _, name := range c.Right {
			right, err := thing(a, name)
			if err != nil {
				return err
			}
			if err := unlike(left, right); err != nil {
				return err
			}
			j, err := b.keep(annals.Judgement{Left: left.Keys[0].String(), Right: right.Keys[0].String(), Verdict: verdict})
			if err != nil {
				return err
			}
			b.say([]annals.Judgement{j}, "%s: %s (%s) and %s (%s)", verdict, left.Title, left.ID, right.Title, right.ID)
		}
		return nil
	})
}

// unlike says why two things cannot be compared.
func unlike(left, right review.Thing) error {
	switch {
	case left.Kind != right.Kind || left.Kind != annals.ActorKey && left.Kind != annals.EventKey:
		return usage("only two actors or two events can be the same: these are %s and %s", article(annals.About(left.Kind)), article(annals.About(right.Kind)))
	case left.Keys[0] == right.Keys[0]:
		return usage("both names lead to %s; to split it, name a member (annals show %s lists them)", left.Title, left.ID)
	}
	return nil
}

type oneCommand struct {
	coderFlags
	IDs []string `arg:"" name:"id" help:"An event, relation or statement: a number, claim or aim goes by its statement (annals why prints it)."`
}

type (
	acceptCommand struct{ oneCommand }
	rejectCommand struct{ oneCommand }
)

// Run accepts things.
func (c *acceptCommand) Run(env *environment) error { return c.run(env, annals.Accepted) }

// Run rejects things.
func (c *rejectCommand) Run(env *environment) error { return c.run(env, annals.Rejected) }

// run judges things one by one, with all their members.
func (c *oneCommand) run(env *environment, verdict string) error {
	return c.judge(env, func(b *bench, a *account.Account) error {
		for _, id := range c.IDs {
			t, err := thing(a, id)
			if err != nil {
				return err
			}
			if t.Kind == annals.ActorKey || t.Kind == annals.DocumentKey {
				return usage("%s is %s: only events, figures, claims, relations and aims are accepted or rejected", t.Title, article(annals.About(t.Kind)))
			}
			judged, err := b.each(t, annals.Judgement{Verdict: verdict})
			if err != nil {
				return err
			}
			b.say(judged, "%s: %s", verdict, t.Title)
		}
		return nil
	})
}

// each judges every member of a thing alike.
func (b *bench) each(t review.Thing, j annals.Judgement) ([]annals.Judgement, error) {
	var out []annals.Judgement
	for _, k := range t.Keys {
		j.Left = k.String()
		kept, err := b.keep(j)
		if err != nil {
			return out, err
		}
		out = append(out, kept)
	}
	return out, nil
}

type fixCommand struct {
	coderFlags
	ID    string `arg:"" help:"An event or relation, or the statement of one or of a figure."`
	Field string `arg:"" help:"Of an event: type, mode, status, edtf or place; of a figure: value, low, high, measure or who; of a relation: type."`
	Value string `arg:"" help:"What it should read; an empty one is not known."`
}

// Run corrects one field.
func (c *fixCommand) Run(env *environment) error {
	return c.judge(env, func(b *bench, a *account.Account) error {
		t, err := thing(a, c.ID)
		if err != nil {
			return err
		}
		if err := account.CheckCorrection(t.Kind, c.Field, c.Value); err != nil {
			return usage("%w", err)
		}
		judged, err := b.each(t, annals.Judgement{Verdict: annals.Corrected, Field: c.Field, Value: c.Value})
		if err != nil {
			return err
		}
		b.say(judged, "corrected: %s: %s reads %q", t.Title, c.Field, c.Value)
		return nil
	})
}

type rateCommand struct {
	coderFlags
	Source string `arg:"" help:"An outlet or origin, by its name as annals why prints it."`
	Letter string `arg:"" help:"A to F; annals rules tells what each means."`
}

// Run rates a source.
func (c *rateCommand) Run(env *environment) error {
	letter := strings.ToUpper(c.Letter)
	if _, known := account.Admiralty.Weight(letter); !known {
		return usage("%s is no reliability: give a letter from A (completely reliable) to F (cannot be judged)", c.Letter)
	}
	return c.judge(env, func(b *bench, _ *account.Account) error {
		j, err := b.keep(annals.Judgement{Left: c.Source, Verdict: annals.Rated, Value: letter})
		if err != nil {
			return err
		}
		b.say([]annals.Judgement{j}, "rated: %s %s", c.Source, letter)
		return nil
	})
}

type relevanceCommand struct {
	coderFlags
	Report string `arg:"" help:"A report: its letter or ID."`
}

type (
	relevantCommand   struct{ relevanceCommand }
	irrelevantCommand struct{ relevanceCommand }
)

// Run takes a report in.
func (c *relevantCommand) Run(env *environment) error { return c.run(env, annals.Relevant) }

// Run leaves a report out of the account.
func (c *irrelevantCommand) Run(env *environment) error { return c.run(env, annals.Irrelevant) }

func (c *relevanceCommand) run(env *environment, verdict string) error {
	return c.judge(env, func(b *bench, a *account.Account) error {
		t, err := thing(a, c.Report)
		if err != nil {
			return err
		}
		if t.Kind != annals.DocumentKey {
			return usage("%s is no report", c.Report)
		}
		judged, err := b.each(t, annals.Judgement{Verdict: verdict})
		if err != nil {
			return err
		}
		b.say(judged, "%s: %s", verdict, t.Title)
		return nil
	})
}

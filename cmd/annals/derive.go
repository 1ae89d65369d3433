package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
)

// derivation is the flags of every command that derives an account.
type derivation struct {
	Rule string `help:"Rule by which low, best and high are worked out; annals rules tells them." default:"independent-latest" placeholder:"NAME"`
	AsOf string `help:"The account as it could be known at the end of this day (EDTF: 2021-08-27); reports left out are listed." placeholder:"DATE"`
}

// derive works the account out of an input, and tells which reports it leaves out.
func (d *derivation) derive(env *environment, in account.Input) (*account.Account, error) {
	rule, known := account.RuleNamed(d.Rule)
	if !known {
		return nil, usage("--rule %s: there is no such rule; annals rules lists them", d.Rule)
	}
	in.Rule = rule
	if d.AsOf != "" {
		var err error
		if in, err = in.AsOf(d.AsOf); err != nil {
			return nil, usage("%w", err)
		}
		for _, x := range in.LeftOut {
			fmt.Fprintf(env.stderr, "annals: left out as of %s: %s: %s\n", d.AsOf, x.Document.URI, x.Why)
		}
	}
	return account.Derive(in), nil
}

// accountFlags are the flags of every command that derives the record's account.
type accountFlags struct {
	recordFlags
	derivation
}

// load derives the account of the whole record.
func (f *accountFlags) load(env *environment) (*account.Account, error) {
	store, err := f.openExisting(env.ctx)
	if err != nil {
		return nil, err
	}
	in, err := input(env, store)
	if err = errors.Join(err, store.Close()); err != nil {
		return nil, err
	}
	return f.derive(env, in)
}

// input is all that the record holds for an account.
func input(env *environment, store record.Store) (account.Input, error) {
	var in account.Input
	for r, err := range store.Readings(env.ctx) {
		if err != nil {
			return in, err
		}
		in.Readings = append(in.Readings, r)
	}
	var err error
	if in.Judgements, err = store.Judgements(env.ctx); err != nil {
		return in, err
	}
	if in.Versions, err = store.Versions(env.ctx); err != nil {
		return in, err
	}
	in.Known, err = pipeline.Aliases()
	return in, err
}

type rulesCommand struct{}

// Run prints the definition of each rule, grade and letter.
func (c *rulesCommand) Run(env *environment) error {
	fmt.Fprintln(env.stdout, "Rules for low, best and high (--rule NAME; the first is the default)")
	for _, r := range account.Rules() {
		define(env, r.Name, r.Definition)
	}
	fmt.Fprintln(env.stdout, "\nRules for the grade of an event")
	for _, r := range account.GradeRules() {
		define(env, r.Name, r.Definition)
	}
	fmt.Fprintln(env.stdout, "\nGrades, the best founded first")
	for _, g := range account.Grades() {
		define(env, string(g), g.Meaning())
	}
	fmt.Fprintf(env.stdout, "\nReliability of sources (annals rate NAME LETTER): %s\n", account.Admiralty.Name)
	fmt.Fprintln(env.stdout, wrap(account.Admiralty.Definition, "  "))
	for _, l := range account.Admiralty.Letters {
		define(env, l.Letter, fmt.Sprintf("%s; weighs %s", l.Meaning, account.Number(l.Weight)))
	}
	return nil
}

func define(env *environment, name, definition string) {
	fmt.Fprintf(env.stdout, "  %s\n%s\n", name, wrap(definition, "      "))
}

const lineWidth = 100 // characters of a line of prose on a terminal

// wrap breaks prose into lines that begin with an indent.
func wrap(s, indent string) string {
	var lines []string
	line := indent
	for _, w := range strings.Fields(s) {
		if len(line)+len(w) > lineWidth && line != indent {
			lines = append(lines, strings.TrimRight(line, " "))
			line = indent
		}
		line += w + " "
	}
	return strings.Join(append(lines, strings.TrimRight(line, " ")), "\n")
}

package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// author is the flags of every command that records a person's judgement.
type author struct {
	By  string `help:"Who judges." default:"${user}" placeholder:"NAME"`
	Why string `help:"The reason." placeholder:"TEXT"`
}

type rateCommand struct {
	recordFlags
	author
	Source string `arg:"" help:"An outlet or origin, by its name as annals why prints it."`
	Letter string `arg:"" help:"A to F; annals rules tells what each means."`
}

// Run keeps how far a source is trusted.
func (c *rateCommand) Run(env *environment) error {
	letter := strings.ToUpper(c.Letter)
	if _, known := account.Admiralty.Weight(letter); !known {
		return usage("%s is no reliability: give a letter from A (completely reliable) to F (cannot be judged)", c.Letter)
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	j := annals.NewJudgement(annals.Judgement{Left: c.Source, Verdict: annals.Rated, Value: letter, By: c.By, Why: c.Why, At: now()})
	if err := errors.Join(store.Judge(env.ctx, j), store.Close()); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s is rated %s by %s\n", c.Source, letter, c.By)
	return nil
}

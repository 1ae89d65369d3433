package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/privacy"
	"github.com/annals-project/annals/record"
)

type redactCommand struct {
	recordFlags
	What string `arg:"" name:"person-or-document" help:"A person's name; or a report, by its ID, its label or where it came from."`
	By   string `help:"Who takes it out." required:"" placeholder:"NAME"`
	Why  string `help:"Why; do not repeat the name." required:"" placeholder:"REASON"`
}

// shortestName is the shortest name, in letters, that can be taken out.
const shortestName = 3

// Run takes a person or a report out of the record for good.
func (c *redactCommand) Run(env *environment) error {
	if utf8.RuneCountInString(strings.TrimSpace(c.By)) == 0 || strings.TrimSpace(c.Why) == "" {
		return usage("say who takes it out, and why: --by NAME --why REASON")
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	return errors.Join(c.redact(env, store), store.Close())
}

func (c *redactCommand) redact(env *environment, store record.Store) error {
	in, err := input(env, store)
	if err != nil {
		return err
	}
	judgements := in.Judgements
	in.Judgements = nil // readings are to be cleaned as they are, with nothing laid over them
	a := account.Derive(in)
	for i := range a.Documents {
		if d := a.Reading(a.Documents[i].Reading).Document; c.names(&a.Documents[i], d) {
			if err := store.Redact(env.ctx, c.tombstone(d.ID, true), nil); err != nil {
				return err
			}
			fmt.Fprintln(env.stdout, "1 report taken out; what was derived from it is derived again without it")
			return nil
		}
	}
	return c.person(env, store, a, judgements)
}

// names says whether the argument is a report.
func (c *redactCommand) names(x *account.Document, d *annals.Document) bool {
	return c.What == d.ID || c.What == x.Label || c.What == d.URI
}

func (c *redactCommand) person(env *environment, store record.Store, a *account.Account, judgements []annals.Judgement) error {
	if utf8.RuneCountInString(c.What) < shortestName {
		return usage("%q is too short for a name; give the whole name", c.What)
	}
	if privacy.Names(c.What, c.Why) || privacy.Names(c.What, c.By) {
		return usage("--by and --why are kept: do not repeat the name in them")
	}
	clean := privacy.Redact(a, c.What)
	if len(clean) == 0 {
		return notFound("no report of the record names %q", c.What)
	}
	for _, r := range clean {
		pipeline.Restate(r)
		if err := store.Redact(env.ctx, c.tombstone(r.Document.ID, false), []*annals.Reading{r}); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.stdout, "a name taken out of %d reports; what was derived from it is derived again\n", len(clean))
	for i := range judgements {
		if j := &judgements[i]; privacy.Names(c.What, j.Why+" "+j.Value+" "+j.Left+" "+j.Right) {
			fmt.Fprintf(env.stderr, "annals: the words of judgement %s may hold the name too; judgements are never changed\n", j.ID)
		}
	}
	return nil
}

// tombstone says what was done and why, and nothing of what was taken out.
func (c *redactCommand) tombstone(document string, whole bool) record.Tombstone {
	t := record.Tombstone{Document: document, Whole: whole, By: c.By, Why: c.Why, At: now().UTC().Truncate(time.Millisecond)}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%t\n%s\n%s\n%s", t.Document, t.Whole, t.By, t.Why, t.At.Format(time.RFC3339Nano)))
	t.ID = "sha256:" + hex.EncodeToString(sum[:])
	return t
}

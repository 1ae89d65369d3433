// Command annals reads reports about armed conflict and political violence and
// turns them into one sourced, reconciled account.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	completion "github.com/jotaen/kong-completion"

	"github.com/annals-project/annals/annotate/figures"
)

// Exit statuses, as the help and the README document them.
const (
	exitOK          = 0
	exitFailure     = 1   // annals could not do what was asked
	exitUsage       = 2   // the command line is wrong
	exitPartial     = 3   // some documents could not be read; the rest were
	exitNotFound    = 4   // nothing is known under that name
	exitInterrupted = 130 // stopped by Ctrl-C; run again to go on
)

const description = `Reads news reports about armed conflict into one sourced, reconciled account.

Examples:
  annals report examples/kabul-2021            an account of a folder, nothing stored
  annals report --format html *.txt > a.html   the same as one page
  annals extract < reports.jsonl               one JSON line a document
  annals add reports/ && annals events         keep a record, then ask it
  annals why x3f1c…                            from a value to its sentences

Exit statuses: 0 done; 1 failed; 2 wrong usage; 3 some documents could not be read;
4 nothing under that name; 130 interrupted.`

type commands struct {
	Report      reportCommand          `cmd:"" help:"Read reports and print one account; stores nothing."`
	Extract     extractCommand         `cmd:"" help:"Read reports and print their annotations, one JSON line a document."`
	Add         addCommand             `cmd:"" help:"Read reports into the record."`
	Reread      rereadCommand          `cmd:"" help:"Read stored reports again with this version; what was read before stays."`
	Documents   documentsCommand       `cmd:"" help:"List the reports of the record."`
	Actors      actorsCommand          `cmd:"" help:"List actors."`
	Events      eventsCommand          `cmd:"" help:"List events."`
	Figures     figuresCommand         `cmd:"" help:"List figures: every number, as each report gives it."`
	Claims      claimsCommand          `cmd:"" help:"List claims and who makes them."`
	Relations   relationsCommand       `cmd:"" help:"List relations between actors."`
	Timeline    timelineCommand        `cmd:"" help:"List dated events in the order of time."`
	Conflicts   conflictsCommand       `cmd:"" help:"List where reports disagree."`
	Show        showCommand            `cmd:"" help:"Show one actor, event, report, relation, conflict or statement."`
	Why         whyCommand             `cmd:"" help:"Lead from a value to the statements, sentences and reports it stands on."`
	Profile     profileCommand         `cmd:"" help:"Show what the reports tell of one actor."`
	Series      seriesCommand          `cmd:"" help:"Count events over time by actor, type, place or country, beside the counts that reports state."`
	Index       indexCommand           `cmd:"" help:"Work out a yearly index with its formula and what it rests on."`
	Network     networkCommand         `cmd:"" help:"List who is tied to whom, and when."`
	Rules       rulesCommand           `cmd:"" help:"Tell the rules for low, best and high, for grades, and for the reliability of sources."`
	Judge       judgeCommand           `cmd:"" help:"Merge, split, accept, reject or correct; the log keeps it, and it can be undone."`
	Undo        undoCommand            `cmd:"" help:"Withdraw judgements."`
	Review      reviewCommand          `cmd:"" help:"Walk what is most doubtful and matters most, key by key."`
	Merge       mergeJudgementsCommand `cmd:"" name:"merge-judgements" help:"Join another copy's judgements into this record and print how far coders agree."`
	Audit       auditCommand           `cmd:"" help:"List all that was judged, oldest first, with what stands."`
	Corrections correctionsCommand     `cmd:"" help:"Read a codebook sheet back: each changed cell becomes a judgement."`
	Redact      redactCommand          `cmd:"" help:"Take a person's name or a report out of the record for good, with a reason."`
	Export      exportCommand          `cmd:"" help:"Write the whole account for other programs."`
	Serve       serveCommand           `cmd:"" help:"Open the record in a browser: read, search, judge, code, add."`
	Password    passwordCommand        `cmd:"" help:"Set who may use the desk, and as what."`
	Evaluate    evaluateCommand        `cmd:"" help:"Measure annals against annotated reports."`
	Train       trainCommand           `cmd:"" help:"Train the embedded models again, a stage at a time."`
	Gazetteer   gazetteerCommand       `cmd:"" help:"Add places to the gazetteer."`
	Synthetic   syntheticCommand       `cmd:"" hidden:"" help:"Fill a record with made-up readings, to measure with."`
	Version     versionCommand         `cmd:"" help:"Print the version."`

	Completion completion.Completion `cmd:"" help:"Print a completion script for your shell."`
}

// environment is what a command may touch of the outside.
type environment struct {
	ctx    context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	// terminal says that a person watches standard error, and wants colour.
	terminal bool
	// desk says that a person reads standard output; else it goes to others.
	desk bool
}

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	env := &environment{ctx: ctx, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, terminal: isTerminal(os.Stderr), desk: isTerminal(os.Stdout)}

	var root commands
	parser := kong.Must(&root, kong.Name("annals"), kong.Description(description), kong.Vars{"counts": strings.Join(figures.Tables(), ", "), "user": userName()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}))
	completion.Register(parser)
	call, err := parser.Parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(env.stderr, "annals: %v; see annals --help\n", err)
		return exitUsage
	}
	err = call.Run(env)
	if ctx.Err() != nil {
		fmt.Fprintln(env.stderr, "annals: stopped; what was done is kept, run the same command to go on")
		return exitInterrupted
	}
	return status(env, err)
}

// userName is who judges when nobody is named: the name of the account.
func userName() string {
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	return "a person"
}

// failure is an error with its exit status.
type failure struct {
	status int
	err    error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// errPartial says that some documents could not be read; each has had its line.
var errPartial = errors.New("some documents could not be read")

func notFound(format string, args ...any) error {
	return &failure{exitNotFound, fmt.Errorf(format, args...)}
}

func usage(format string, args ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, args...)}
}

// status prints an error as one line and gives the exit status for it.
func status(env *environment, err error) int {
	var f *failure
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errPartial):
		return exitPartial
	case errors.Is(err, syscall.EPIPE):
		return exitOK // the reader of a pipe had enough
	case errors.As(err, &f):
		fmt.Fprintf(env.stderr, "annals: %v\n", f.err)
		return f.status
	}
	fmt.Fprintf(env.stderr, "annals: %v\n", err)
	return exitFailure
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

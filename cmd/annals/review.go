package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/review"
)

type reviewCommand struct {
	coderFlags
	Most int `help:"Ask about no more than this many; 0 is all." default:"0" placeholder:"N"`
}

const reviewKeys = "a accept  r reject  c correct  m merge  p split  o leave open  s skip  u undo  q quit"

// Run walks what waits for a person, the most doubtful and consequential first.
func (c *reviewCommand) Run(env *environment) error {
	return c.judge(env, func(b *bench, acc *account.Account) error {
		items := review.Queue(acc)
		if c.Most > 0 {
			items = items[:min(c.Most, len(items))]
		}
		w := &walk{bench: b, a: acc, items: items, keys: newKeyboard(env)}
		err := w.run()
		fmt.Fprintf(env.stdout, "%d judged, %d skipped, %d still wait\n", w.judged, w.skipped, len(items)-w.judged)
		return err
	})
}

// walk is one sitting of review.
type walk struct {
	*bench
	a       *account.Account
	items   []review.Item
	keys    *keyboard
	at      int
	judged  int
	skipped int
	done    []answer // what was answered, for undo
}

// answer is the judgements of one item.
type answer struct {
	item       int
	judgements []annals.Judgement
}

// errQuit ends the walk.
var errQuit = errors.New("quit")

func (w *walk) run() error {
	for w.at < len(w.items) {
		x := &w.items[w.at]
		w.show(x)
		for {
			key, err := w.keys.key()
			if err == nil {
				err = w.press(x, key)
			}
			if errors.Is(err, io.EOF) || errors.Is(err, errQuit) {
				return nil
			}
			var again *askAgain
			if errors.As(err, &again) {
				fmt.Fprintln(w.env.stdout, again.why)
				continue
			}
			if err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// askAgain says why a key did nothing here.
type askAgain struct{ why string }

func (e *askAgain) Error() string { return e.why }

func (w *walk) show(x *review.Item) {
	out := w.env.stdout
	fmt.Fprintf(out, "\n%d of %d: %s: %s\n", w.at+1, len(w.items), x.Kind, x.Title)
	for _, why := range x.Reasons {
		fmt.Fprintf(out, "  %s\n", why)
	}
	const mostSentences = 12
	cited := w.a.Cite(x.Statements)
	for _, c := range cited[:min(mostSentences, len(cited))] {
		fmt.Fprintf(out, "  [%s] %s\n", w.a.Ref(c), clip(w.a.Text(c), 500))
	}
	if !x.Pair() && len(x.Keys) > 1 {
		for i, k := range x.Keys {
			if t, err := review.OfKey(w.a, k); err == nil {
				fmt.Fprintf(out, "  %d: %s\n", i+1, t.Title)
			}
		}
	}
	fmt.Fprintln(out, reviewKeys)
}

// press does what a key asks; the walk goes on when it gives no error.
func (w *walk) press(x *review.Item, key rune) error {
	pair := map[rune]string{'m': annals.Same, 'p': annals.Different, 'a': annals.Same, 'r': annals.Different, 'o': annals.Unsure}
	switch key {
	case 'q':
		return errQuit
	case 's':
		w.skipped++
		w.at++
		return nil
	case 'u':
		return w.undo()
	case 'a', 'r', 'm', 'p', 'o':
		if x.Pair() {
			return w.answer(annals.Judgement{Left: x.Keys[0].String(), Right: x.Keys[1].String(), Verdict: pair[key]}, x.Keys[:1])
		}
	}
	switch key {
	case 'a':
		return w.answer(annals.Judgement{Verdict: annals.Accepted}, x.Keys)
	case 'r':
		keys, err := w.which(x)
		if err != nil {
			return err
		}
		return w.answer(annals.Judgement{Verdict: annals.Rejected}, keys)
	case 'c':
		return w.correct(x)
	}
	return &askAgain{fmt.Sprintf("%q does nothing here; %s", key, reviewKeys)}
}

// which asks which of several things is meant; nothing typed means all.
func (w *walk) which(x *review.Item) ([]annals.Key, error) {
	if len(x.Keys) == 1 {
		return x.Keys, nil
	}
	line, err := w.keys.line("which (a number, or nothing for all)? ")
	if err != nil || line == "" {
		return x.Keys, err
	}
	var n int
	if _, err := fmt.Sscan(line, &n); err != nil || n < 1 || n > len(x.Keys) {
		return nil, &askAgain{fmt.Sprintf("%q is none of 1 to %d", line, len(x.Keys))}
	}
	return x.Keys[n-1 : n], nil
}

func (w *walk) correct(x *review.Item) error {
	if x.Pair() {
		return &askAgain{"two things are merged or split, not corrected"}
	}
	keys, err := w.which(x)
	if err != nil {
		return err
	}
	field, err := w.keys.line("field? ")
	if err != nil {
		return err
	}
	value, err := w.keys.line("value? ")
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := account.CheckCorrection(k.Kind, field, value); err != nil {
			return &askAgain{err.Error()}
		}
	}
	return w.answer(annals.Judgement{Verdict: annals.Corrected, Field: field, Value: value}, keys)
}

// answer keeps one judgement a key, with a reason, and goes on.
func (w *walk) answer(j annals.Judgement, keys []annals.Key) error {
	why, err := w.keys.line("reason (may be empty)? ")
	if err != nil {
		return err
	}
	j.Why = why
	done := answer{item: w.at}
	for _, k := range keys {
		j.Left = k.String()
		kept, err := w.keep(j)
		if err != nil {
			return err
		}
		done.judgements = append(done.judgements, kept)
	}
	w.done = append(w.done, done)
	w.judged++
	w.at++
	w.say(done.judgements, "%s", j.Verdict)
	return nil
}

// undo withdraws the last answer of this sitting and asks again.
func (w *walk) undo() error {
	if len(w.done) == 0 {
		return &askAgain{"nothing was judged in this sitting; annals audit lists what was before"}
	}
	last := w.done[len(w.done)-1]
	for _, j := range last.judgements {
		if _, err := w.keep(annals.Judgement{Left: j.ID, Verdict: annals.Withdrawn}); err != nil {
			return err
		}
	}
	w.done = w.done[:len(w.done)-1]
	w.judged--
	w.at = last.item
	fmt.Fprintln(w.env.stdout, "withdrawn")
	return nil
}

// keyboard reads single keys from a terminal, or the first letter of each line
// from anything else.
type keyboard struct {
	env      *environment
	lines    *bufio.Reader
	terminal *os.File // nil when there is none
}

func newKeyboard(env *environment) *keyboard {
	k := &keyboard{env: env, lines: bufio.NewReader(env.stdin)}
	if f, ok := env.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		k.terminal = f
	}
	return k
}

// ctrlC and ctrlD end a sitting; in raw mode they come as plain bytes.
const (
	ctrlC = 3
	ctrlD = 4
)

func (k *keyboard) key() (rune, error) {
	if k.terminal == nil {
		line, err := k.line("")
		for line == "" && err == nil {
			line, err = k.line("")
		}
		if err != nil {
			return 0, err
		}
		return []rune(line)[0], nil
	}
	state, err := term.MakeRaw(int(k.terminal.Fd()))
	if err != nil {
		return 0, err
	}
	c, _, err := k.lines.ReadRune()
	err = errors.Join(err, term.Restore(int(k.terminal.Fd()), state))
	if c == ctrlC || c == ctrlD {
		return 0, io.EOF
	}
	return c, err
}

func (k *keyboard) line(prompt string) (string, error) {
	fmt.Fprint(k.env.stdout, prompt)
	line, err := k.lines.ReadString('\n')
	if k.terminal == nil && prompt != "" {
		fmt.Fprintln(k.env.stdout)
	}
	if err != nil && line == "" {
		return "", err
	}
	return strings.TrimSpace(line), nil
}

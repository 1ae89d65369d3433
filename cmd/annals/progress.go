package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells how long work goes: a bar on a terminal, a plain line now and
// then when standard error is piped, nothing for work of a moment.
type progress struct {
	env   *environment
	verb  string
	start time.Time
	last  time.Time
	items int
	words int
	bar   *progressbar.ProgressBar
}

const (
	quietFor   = 2 * time.Second  // work shorter than this needs no progress
	plainEvery = 10 * time.Second // between two plain lines
)

func newProgress(env *environment, verb string) *progress {
	now := time.Now()
	return &progress{env: env, verb: verb, start: now, last: now}
}

// step counts one item and the words in it.
func (p *progress) step(words int) {
	p.items++
	p.words += words
	now := time.Now()
	if now.Sub(p.start) < quietFor {
		return
	}
	if p.env.terminal {
		if p.bar == nil {
			p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.env.stderr), progressbar.OptionShowCount(),
				progressbar.OptionShowIts(), progressbar.OptionSetItsString("reports"), progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription(p.verb))
		}
		_ = p.bar.Set(p.items) // a bar that cannot be drawn is no reason to stop
		return
	}
	if now.Sub(p.last) >= plainEvery {
		p.last = now
		p.line()
	}
}

func (p *progress) line() {
	seconds := time.Since(p.start).Seconds()
	fmt.Fprintf(p.env.stderr, "annals: %s %d reports in %.0f s (%.1f reports/s, %.0f words/s)\n",
		p.verb, p.items, seconds, float64(p.items)/seconds, float64(p.words)/seconds)
}

// pause takes the bar away so that a line can be printed.
func (p *progress) pause() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// done ends the work, with its rate when it took a while.
func (p *progress) done() {
	p.pause()
	if time.Since(p.start) >= quietFor {
		p.line()
	}
}

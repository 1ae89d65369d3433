package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// sample is one run of a reader.
type sample struct {
	ready  time.Duration // from the start of the process until its models are loaded
	first  time.Duration // from the start of the process until it has read its first word
	loaded float64       // resident MB once loaded
	peak   float64       // most resident MB
	rate   float64       // words a second
	found  int           // tokens, by its own idea of them, or bytes written
}

// firstWord is read before the articles, so that what a reader loads on first
// use is counted as start-up.
const firstWord = `{"text": "Kabul"}` + "\n"

// leastFound is the fewest tokens a word that a reader at work finds; one that
// finds fewer did not read the articles.
const leastFound = 0.8

// measure runs the reader over the articles.
func (r *reader) measure(ctx context.Context, folder string, in *input) (s sample, err error) {
	program := r.command[0]
	if strings.Contains(program, "/") {
		program = filepath.Join(folder, program)
	}
	cmd := exec.CommandContext(ctx, program, r.command[1:]...)
	cmd.Dir, cmd.Stderr = folder, os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return s, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return s, err
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return s, err
	}
	failed := s.converse(cmd.Process.Pid, start, stdin, bufio.NewReader(stdout), in)
	stdin.Close()
	if err := errors.Join(failed, cmd.Wait()); err != nil {
		return s, err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return s, errors.New("this system does not tell the memory of a process")
	}
	s.peak = float64(usage.Maxrss) / 1024
	if float64(s.found) < leastFound*float64(in.words) {
		return s, fmt.Errorf("it found %d in %d words: it did not read them", s.found, in.words)
	}
	return s, nil
}

// converse holds the conversation that package drive describes and notes when
// the reader answers.
func (s *sample) converse(pid int, start time.Time, stdin io.WriteCloser, stdout *bufio.Reader, in *input) (err error) {
	if _, err = fmt.Fscanln(stdout, word("ready")); err != nil {
		return err
	}
	s.ready = time.Since(start)
	if s.loaded, err = resident(pid); err != nil {
		return err
	}
	if _, err = io.WriteString(stdin, firstWord); err != nil {
		return err
	}
	if _, err = fmt.Fscanln(stdout, word("read")); err != nil {
		return err
	}
	s.first = time.Since(start)
	if _, err = stdin.Write(in.lines); err != nil {
		return err
	}
	if err = stdin.Close(); err != nil {
		return err
	}
	var seconds float64
	if _, err = fmt.Fscanln(stdout, word("done"), &seconds, &s.found); err != nil {
		return err
	}
	s.rate = float64(in.words) / seconds
	return nil
}

// word scans the one word expected.
type word string

// Scan fails on any other word.
func (w word) Scan(state fmt.ScanState, _ rune) error {
	got, err := state.Token(true, nil)
	if err == nil && string(got) != string(w) {
		err = fmt.Errorf("it said %q instead of %q", got, string(w))
	}
	return err
}

// resident is the memory in MB that a process holds now.
func resident(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, fmt.Errorf("the memory of a process is read as Linux tells it: %w", err)
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	var kilobytes float64
	_, err = fmt.Sscan(after, &kilobytes)
	return kilobytes / 1024, err
}

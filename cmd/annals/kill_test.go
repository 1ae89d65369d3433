package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/annals-project/annals/record/postgres/postgrestest"
)

// kills is how often TestKill kills annals; ANNALS_KILLS sets another number.
const kills = 10

var generated = regexp.MustCompile(`"generated": "[^"]*"`)

// TestKill kills annals add at random moments, lets it finish, and wants the
// record that an undisturbed run makes, byte for byte.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts annals many times")
	}
	n := kills
	if s := os.Getenv("ANNALS_KILLS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatalf("ANNALS_KILLS: %v", err)
		}
	}
	binary := filepath.Join(t.TempDir(), "annals")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	t.Run("sqlite", func(t *testing.T) {
		killer{t, binary}.test(n, func() string { return filepath.Join(t.TempDir(), "annals.db") })
	})
	t.Run("postgres", func(t *testing.T) {
		killer{t, binary}.test(n, func() string { return postgrestest.Address(t) })
	})
}

type killer struct {
	*testing.T
	binary string
}

// test kills annals n times; fresh gives the name of a record that is not there.
func (k killer) test(n int, fresh func() string) {
	calm := fresh()
	start := time.Now()
	k.add(calm)
	whole := time.Since(start)
	want := k.export(calm)

	random := rand.New(rand.NewPCG(1, 2))
	db := ""
	for i := range n {
		if i%5 == 0 { // begin with no record again, so that every stage gets killed
			db = fresh()
		}
		k.kill(db, time.Duration(random.Int64N(int64(whole))))
	}
	k.add(db)
	if got := k.export(db); !bytes.Equal(got, want) {
		k.Errorf("after %d kills the record differs: %d bytes, want %d", n, len(got), len(want))
	}
}

const sample = "../../examples/kabul-2021"

func (k killer) command(args ...string) *exec.Cmd {
	return exec.CommandContext(k.Context(), k.binary, args...)
}

func (k killer) add(db string) {
	k.Helper()
	if out, err := k.command("add", "--db", db, sample).CombinedOutput(); err != nil {
		k.Fatalf("add: %v\n%s", err, out)
	}
}

// kill starts annals add and ends it, as kill -9 does, after a while.
func (k killer) kill(db string, after time.Duration) {
	k.Helper()
	cmd := k.command("add", "--db", db, "--workers", "1", sample)
	if err := cmd.Start(); err != nil {
		k.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Kill() // it may have ended by itself
	_ = cmd.Wait()
}

// export is the record's public form without the moment it was made.
func (k killer) export(db string) []byte {
	k.Helper()
	out, err := k.command("export", "--db", db).Output()
	if err != nil {
		k.Fatalf("export: %v", err)
	}
	return generated.ReplaceAll(out, nil)
}

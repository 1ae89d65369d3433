// Package e2e drives the desk in a browser: the real binary, on the sample
// reports and, where they are, on the seeds.
package e2e

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browsers are the names that Chromium goes by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// lacking skips a test for something that is not installed; where
// ANNALS_BROWSER is "required" it fails.
func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("ANNALS_BROWSER") == "required" {
		t.Fatal(what)
	}
	t.Skip("skipped, the desk is not driven in a browser: " + what)
}

// needs gives the browser's path.
func needs(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: drives a browser, which short runs leave out")
	}
	if _, err := exec.LookPath("node"); err != nil {
		lacking(t, "Node.js is not installed")
	}
	if _, err := os.Stat("node_modules/playwright-core"); err != nil {
		lacking(t, "run `npm ci` in desk/e2e first")
	}
	for _, name := range append([]string{os.Getenv("ANNALS_CHROMIUM")}, browsers...) {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	lacking(t, "no Chromium; install it (Debian: apt-get install chromium) or name it in ANNALS_CHROMIUM")
	return ""
}

// TestDesk runs the scenarios of run.mjs against a desk on fresh records.
func TestDesk(t *testing.T) {
	browser := needs(t)
	folder := t.TempDir()
	binary := filepath.Join(folder, "annals")
	command(t, "go", "build", "-o", binary, "../../cmd/annals")
	shots := os.Getenv("ANNALS_SHOTS") // a folder to keep the pictures of pages in
	if shots == "" {
		shots = filepath.Join(folder, "shots")
	}
	sets := map[string]string{"sample": "../../examples/kabul-2021", "seeds": "../../../shared/seeds"}
	for _, name := range []string{"sample", "seeds"} {
		reports := sets[name]
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(reports); err != nil {
				t.Skipf("skipped: no reports at %s", reports)
			}
			record := filepath.Join(folder, name+".db")
			command(t, binary, "add", "--db", record, reports)
			address := serve(t, binary, record)
			command(t, "node", "run.mjs", "--url", address, "--browser", browser, "--set", name, "--shots", filepath.Join(shots, name),
				"--upload", "../../examples/kabul-2021/02-second-wire-toll-rises.txt")
		})
	}
}

// command runs a program and fails with what it printed.
func command(t *testing.T, name string, args ...string) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput() // #nosec G204 -- programs that the test itself names
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	t.Logf("%s", out)
}

var listening = regexp.MustCompile(`http://[0-9.:]+`)

// serve starts a desk at a free port and gives its address.
func serve(t *testing.T, binary, record string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	server := exec.CommandContext(ctx, binary, "serve", "--db", record, "--addr", "127.0.0.1:0") // #nosec G204 -- the binary built above
	server.Cancel = func() error { return server.Process.Signal(os.Interrupt) }
	server.WaitDelay = 10 * time.Second
	said, err := server.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	server.Stdout = server.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = server.Wait() // ended by us
	})
	address := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(said)
		for lines.Scan() {
			if found := listening.FindString(lines.Text()); found != "" {
				select {
				case address <- found:
				default:
				}
			}
		}
	}()
	select {
	case a := <-address:
		answers(t, a)
		return a
	case <-time.After(time.Minute):
		t.Fatal("the desk did not say where it listens")
		return ""
	}
}

func answers(t *testing.T, address string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		t.Fatal(fmt.Errorf("the first page answers %s", r.Status))
	}
}

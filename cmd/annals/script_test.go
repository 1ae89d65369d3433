package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// exitStatus runs a command and wants its exit status: status 3 annals add x.
func exitStatus(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if want, _ := strconv.Atoi(args[0]); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// saveAsSpreadsheet puts words of a sheet in the place of others and saves it as
// a spreadsheet does: with a byte order mark and the line ends of Windows.
func saveAsSpreadsheet(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.TrimPrefix(ts.ReadFile(args[0]), "\ufeff")
	for i := 1; i+1 < len(args); i += 2 {
		text = strings.ReplaceAll(text, args[i], args[i+1])
	}
	text = "\ufeff" + strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// makeBomb writes a small gzip file that unpacks to hundreds of megabytes.
func makeBomb(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	w := gzip.NewWriter(f)
	block := make([]byte, 1<<20)
	for i := range block {
		block[i] = ' '
	}
	for range 300 {
		_, err := w.Write(block)
		ts.Check(err)
	}
	ts.Check(errors.Join(w.Close(), f.Close()))
}

// makeLarge writes a file of 200 MB.
func makeLarge(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	block := []byte(strings.Repeat("The city was calm on Sunday. ", 1<<15))
	for written := 0; written < 200<<20; written += len(block) {
		_, err := f.Write(block)
		ts.Check(err)
	}
	ts.Check(f.Close())
}

// makeNested writes HTML nested to a depth: nested FILE DEPTH.
func makeNested(ts *testscript.TestScript, _ bool, args []string) {
	depth, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := "<html><body>" + strings.Repeat("<div>", depth) +
		"<p>At least 12 people were killed in a bombing in Kabul on Monday, police said.</p>" + strings.Repeat("</div>", depth)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// serveEndless starts a site whose page never ends and puts its address into
// the variable URL.
func serveEndless(ts *testscript.TestScript, _ bool, _ []string) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		for r.Context().Err() == nil {
			if _, err := fmt.Fprintln(w, "<p>More and more.</p>"); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	}))
	ts.Defer(func() {
		server.CloseClientConnections()
		server.Close()
	})
	ts.Setenv("URL", server.URL+"/story")
}

package annals_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/annals-project/annals"

// may says which rooms a room may import, besides packages below itself. A room
// not listed may be imported by none but those that name it here.
var may = map[string][]string{
	"":          {},
	"edtf":      {},
	"text":      {"model"},
	"model":     {"text", "gazetteer", "edtf", ""},
	"gazetteer": {"text", "model", ""},
	"source":    {"", "edtf"},
	"annotate":  {"", "mask", "text", "model", "gazetteer", "edtf"},
	"mask":      {""},
	"resolve":   {"", "edtf", "text"},
	"record":    {""},
	"account":   {"", "edtf", "resolve", "mask"},
	"privacy":   {"", "account", "resolve", "mask"},
	"review":    {"", "account", "resolve", "edtf"},
	"codebook":  {"", "account", "resolve", "edtf"},
	"export":    {"", "account", "resolve"},
	"desk":      {"", "edtf", "gazetteer", "source", "pipeline", "record", "resolve", "account", "privacy", "review", "codebook", "export"},
	"evaluate":  {"", "text", "model", "annotate", "gazetteer", "edtf", "account", "resolve", "source", "record", "pipeline", "privacy", "review", "codebook"},
	"pipeline":  {"", "text", "model", "annotate", "gazetteer", "source", "resolve"},
	"train":     {"", "text", "model", "annotate", "gazetteer", "evaluate"},
	"cmd":       {"train", "", "text", "model", "annotate", "gazetteer", "source", "resolve", "record", "account", "export", "evaluate", "pipeline", "edtf", "privacy", "review", "codebook", "desk"},
}

// TestArrows holds the architecture: data moves one way, and no room knows a
// later one.
func TestArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		from := room(words[0])
		allowed, known := may[from]
		if !known {
			t.Errorf("package %s stands in a room that the architecture does not know", words[0])
			continue
		}
		for _, imported := range words[1:] {
			if !strings.HasPrefix(imported, module) {
				continue
			}
			if to := room(imported); to != from && !contains(allowed, to) {
				t.Errorf("%s imports %s: %q may not know %q", words[0], imported, from, to)
			}
		}
	}
}

// room is the first folder of a package of the module; "" for the nouns.
// Packages called train make weights out of corpora beside what they train, and
// are a room of their own: nothing that reads may know them.
func room(pkg string) string {
	if strings.HasSuffix(pkg, "/train") {
		return "train"
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(pkg, module), "/")
	first, _, _ := strings.Cut(rest, "/")
	return first
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

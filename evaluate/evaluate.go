// Package evaluate says what a measurement of the reader is. Each family of
// tasks has a folder of its own below this one; how each is counted is said
// there.
package evaluate

import (
	"context"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/annotate"
)

// Env is what a task may use.
type Env struct {
	Data string // folder that holds data/, gold/ and seeds/

	// Read runs the whole chain over an article's text. published is EDTF, or
	// "" when unknown.
	Read func(title, text, published string) *annotate.Document

	// Extract lifts the article out of a file as received and runs the chain.
	Extract func(path string) (*annotate.Document, error)

	// Account reads the files at the paths into one account.
	Account func(paths ...string) (*account.Account, error)

	// Export reads texts into one account and gives what leaves the desk of it:
	// each text, by its ID, and the whole as JSON.
	Export func([]Text) (texts map[string]string, exported string, err error)
}

// Text is an article to be read. Published is EDTF, or "" when unknown.
type Text struct{ ID, Body, Published string }

// Task measures one ability on one set or more.
type Task struct {
	Name string // as typed: annals evaluate NAME
	Run  func(ctx context.Context, env Env) (Report, error)
}

// Report is the outcome of a task.
type Report struct {
	Title  string
	Rows   []Row
	Notes  []string // Markdown: how it was counted, what was held out, tables of errors
	Detail []string // one line an item, printed with --verbose
}

// Row is one measured figure.
type Row struct {
	Set     string  // "LGL", "EWT dev"
	Part    string  // "held out", "tuning", "cross-validated", "all"
	Measure string  // "strict F1"
	Value   float64 // in percent unless Unit says otherwise
	P, R    float64 // percent; both 0 when the measure has none
	N       int     // gold items
	Unit    string  // "" is percent
	Closes  float64 // lowest value accepted; 0 none
	Goal    float64
	Lower   bool // lower is better
}

package source

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/annals-project/annals"
)

// Item is one document, or why it could not be read.
type Item struct {
	URI     string // path, path:line, or address
	GivenID string // the identifier the input itself gives
	Doc     *annals.Document
	Err     *Error // nil when Doc is set
}

// Walk reads the documents at the paths, in the order given, and hands them to
// yield one at a time until that returns false. A path is a file, a folder (its
// files in the order of their names, folders below it included), "-" for
// standard input, or an http or https address. What cannot be read is handed over as an
// error, and the walk goes on. The error returned is the context's.
func Walk(ctx context.Context, paths []string, o Options, yield func(Item) bool) error {
	w := &walker{ctx: ctx, options: o.withDefaults(), yield: yield}
	for _, path := range paths {
		if err := w.path(path); errors.Is(err, errStop) {
			break
		}
	}
	return ctx.Err()
}

// errStop ends a walk: yield or the context said so.
var errStop = errors.New("stop")

type walker struct {
	ctx     context.Context
	options Options
	yield   func(Item) bool

	// received is when what is being read was received: for a file when it was
	// last written, for an address now, for standard input unknown. It must not
	// be the clock for files, or reading one twice would differ.
	received time.Time
}

func (w *walker) path(path string) error {
	w.received = time.Time{}
	switch {
	case path == "-":
		return w.standardInput()
	case strings.HasPrefix(path, "http://"), strings.HasPrefix(path, "https://"):
		return w.address(path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return w.fail(unreadable(path, err))
	}
	if info.IsDir() {
		return w.folder(path)
	}
	if !info.Mode().IsRegular() {
		return w.fail(&Error{Code: Unsupported, What: "it is no regular file", Where: path, Do: `use "-" to read standard input`})
	}
	return w.file(path)
}

// folder reads the files of a folder in the order of their paths. Hidden files
// and files of kinds annals does not read are passed over in silence: nobody asked for them by name.
func (w *walker) folder(root string) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return w.fail(unreadable(root, err))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, entry := range entries {
		path := filepath.Join(root, entry.Name())
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if err := w.entry(path, entry); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) entry(path string, entry fs.DirEntry) error {
	switch {
	case entry.IsDir():
		return w.folder(path)
	case kindOf(path) == unknownKind, isReadme(path):
		return nil
	}
	info, err := os.Stat(path) // follows links to files; links to folders may run in circles
	switch {
	case err != nil:
		return w.fail(unreadable(path, err))
	case !info.Mode().IsRegular():
		return nil
	}
	return w.file(path)
}

// isReadme says whether a file in a folder tells about the folder.
func isReadme(path string) bool {
	name := strings.ToUpper(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return name == "README"
}

// give hands over a document or an error.
func (w *walker) give(item Item) error {
	if w.ctx.Err() != nil || !w.yield(item) {
		return errStop
	}
	if w.ctx.Err() != nil {
		return errStop
	}
	return nil
}

func (w *walker) fail(err *Error) error { return w.give(Item{URI: err.Where, Err: err}) }

// document hands over what a received text becomes.
func (w *walker) document(in received) error {
	doc, err := w.read(in)
	if err != nil {
		return w.give(Item{URI: in.where, GivenID: in.id, Err: err})
	}
	return w.give(Item{URI: doc.URI, GivenID: in.id, Doc: doc})
}

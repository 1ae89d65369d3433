package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/source"
)

// mostAddresses is how many addresses may be given at once.
const mostAddresses = 100

// adding is the batches of reports being added, one after another.
type adding struct {
	desk *Desk
	open func() (*pipeline.Pipeline, error) // read once, when first needed
	turn chan struct{}                      // holds the right to read: one batch at a time

	lock  sync.Mutex
	jobs  map[string]*job
	order []string
}

func newAdding(d *Desk) *adding {
	return &adding{desk: d, turn: make(chan struct{}, 1), jobs: map[string]*job{},
		open: sync.OnceValues(func() (*pipeline.Pipeline, error) { return pipeline.New(pipeline.Options{}) })}
}

func (d *Desk) addPage(w http.ResponseWriter, r *http.Request) {
	d.show(w, r, http.StatusOK, "add", page{Title: "Add reports", Section: "add"})
}

// add takes files and addresses, and leads to the page that tells how they fare.
func (d *Desk) add(w http.ResponseWriter, r *http.Request) {
	if !d.adds.allow(r) {
		w.Header().Set("Retry-After", "10")
		http.Error(w, "too many at once; wait a moment", http.StatusTooManyRequests)
		return
	}
	addresses := strings.Fields(r.PostFormValue("addresses"))
	if len(addresses) > mostAddresses {
		d.wrong(w, r, fmt.Sprintf("give at most %d addresses at once", mostAddresses))
		return
	}
	for _, a := range addresses {
		if !strings.HasPrefix(a, "http://") && !strings.HasPrefix(a, "https://") {
			d.wrong(w, r, fmt.Sprintf("%q is no http or https address", a))
			return
		}
	}
	folder, names, err := keepFiles(r)
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	if len(names)+len(addresses) == 0 {
		_ = os.RemoveAll(folder)
		d.wrong(w, r, "choose files, or give an address")
		return
	}
	j := d.adding.begin(append(append([]string{}, names...), addresses...))
	go d.adding.run(context.WithoutCancel(r.Context()), j, folder, len(names), addresses)
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]string{"href": "/add/" + j.ID}) // who went away needs no answer
		return
	}
	http.Redirect(w, r, "/add/"+j.ID, http.StatusSeeOther)
}

// run reads a batch into the record.
func (a *adding) run(ctx context.Context, j *job, folder string, files int, addresses []string) {
	defer func() { _ = os.RemoveAll(folder) }() // a temporary folder that stays does no harm
	defer j.finish()
	a.turn <- struct{}{}
	defer func() { <-a.turn }()
	p, err := a.open()
	if err != nil {
		j.set(0, item{Name: "annals", State: "failed", Message: err.Error()})
		return
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		j.set(0, item{Name: "annals", State: "failed", Message: err.Error()})
		return
	}
	for i := range files {
		a.read(ctx, p, j, i, filepath.Join(folder, entries[i].Name()))
	}
	for i, address := range addresses {
		a.read(ctx, p, j, files+i, address)
	}
}

// read reads one file or address. A file may hold many reports; each gets a line.
func (a *adding) read(ctx context.Context, p *pipeline.Pipeline, j *job, at int, path string) {
	items, _, _ := j.state()
	name, n := items[at].Name, 0
	// The walk ends early only when its context does, and this one does not.
	_ = source.Walk(ctx, []string{path}, source.Options{}, func(x source.Item) bool {
		n++
		line := a.take(ctx, p, name, path, x)
		if n == 1 {
			j.set(at, line)
		} else {
			items, _, _ := j.state()
			line.Name = fmt.Sprintf("%s, report %d", name, n)
			j.set(len(items), line)
		}
		return true
	})
	if n == 0 {
		j.set(at, item{Name: name, State: "failed", Message: "there is no report in it"})
	}
}

var outcomes = map[record.Outcome]string{record.Unchanged: "unchanged", record.Added: "added", record.Revised: "revised", record.Reread: "read anew", record.Refused: "refused"}

// take puts one document into the record.
func (a *adding) take(ctx context.Context, p *pipeline.Pipeline, name, path string, x source.Item) (line item) {
	defer func() {
		if fault := recover(); fault != nil {
			line = item{Name: name, State: "failed", Message: fmt.Sprintf("annals failed on it (%v); please report it with the document", fault)}
		}
	}()
	if x.Err != nil {
		return item{Name: name, State: "failed", Message: strings.ReplaceAll(x.Err.Error(), path, name)}
	}
	doc := x.Doc
	if strings.HasPrefix(doc.URI, filepath.Dir(path)+string(filepath.Separator)) {
		// Where it lay on the way is nobody's business, and two files of one name
		// are no versions of each other.
		doc.URI = "upload:" + strings.TrimPrefix(doc.ID, "sha256:")[:12] + "/" + name + strings.TrimPrefix(doc.URI, path)
	}
	reading := p.Read(doc)
	var outcome record.Outcome
	_, err := a.desk.keeper.change(ctx, func() ([]*annals.Reading, error) {
		var err error
		if outcome, err = a.desk.store.Add(ctx, reading); err != nil || outcome == record.Unchanged || outcome == record.Refused {
			return nil, err
		}
		return []*annals.Reading{reading}, nil
	})
	if err != nil {
		return item{Name: name, State: "failed", Message: err.Error()}
	}
	line = item{Name: name, State: outcomes[outcome], Href: "/documents/" + doc.ID}
	if outcome == record.Refused {
		line.Href, line.Message = "", "a person took this report out of the record; the audit log tells why"
	}
	return line
}

package desk

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// keptJobs is how many past batches the desk remembers.
const keptJobs = 50

// item is one file or address of a batch, and what became of it.
type item struct {
	Name    string `json:"name"`
	State   string `json:"state"` // waiting, added, revised, read anew, unchanged, refused, failed
	Message string `json:"message,omitempty"`
	Href    string `json:"href,omitempty"`
}

// job is one batch.
type job struct {
	ID string

	lock  sync.Mutex
	items []item
	done  bool
	news  chan struct{} // closed at every change
}

func (j *job) set(i int, to item) {
	j.lock.Lock()
	defer j.lock.Unlock()
	if i < len(j.items) {
		j.items[i] = to
	} else {
		j.items = append(j.items, to)
	}
	close(j.news)
	j.news = make(chan struct{})
}

func (j *job) finish() {
	j.lock.Lock()
	defer j.lock.Unlock()
	j.done = true
	close(j.news)
	j.news = make(chan struct{})
}

// state is the batch as it stands, and a channel that is closed when it changes.
func (j *job) state() (items []item, done bool, news chan struct{}) {
	j.lock.Lock()
	defer j.lock.Unlock()
	return append([]item{}, j.items...), j.done, j.news
}

func (a *adding) begin(names []string) *job {
	j := &job{ID: randomText(), news: make(chan struct{})}
	for _, n := range names {
		j.items = append(j.items, item{Name: n, State: "waiting"})
	}
	a.lock.Lock()
	defer a.lock.Unlock()
	a.jobs[j.ID] = j
	a.order = append(a.order, j.ID)
	if len(a.order) > keptJobs {
		delete(a.jobs, a.order[0])
		a.order = a.order[1:]
	}
	return j
}

func (a *adding) job(id string) *job {
	a.lock.Lock()
	defer a.lock.Unlock()
	return a.jobs[id]
}

// batch shows how a batch fares.
func (d *Desk) batch(w http.ResponseWriter, r *http.Request) {
	j := d.adding.job(r.PathValue("id"))
	if j == nil {
		d.missing(w, r, "no batch goes by this address; the desk may have been started anew")
		return
	}
	items, done, _ := j.state()
	d.show(w, r, http.StatusOK, "batch", page{Title: "Adding reports", Section: "add", Data: map[string]any{"ID": j.ID, "Items": items, "Done": done}})
}

// batchEvents tells the progress of a batch as it happens.
func (d *Desk) batchEvents(w http.ResponseWriter, r *http.Request) {
	j := d.adding.job(r.PathValue("id"))
	if j == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	for {
		items, done, news := j.state()
		body, err := json.Marshal(map[string]any{"items": items, "done": done})
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", body); err != nil {
			return
		}
		if err := out.Flush(); err != nil || done {
			return
		}
		select {
		case <-news:
		case <-r.Context().Done():
			return
		}
	}
}

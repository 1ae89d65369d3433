// Command desk loads a desk that runs on this machine as a newsroom would:
// readers who go from page to page, and coders who judge. It prints how long
// answers took, and whether any judgement was lost.
//
//	annals serve --db FILE &
//	go run ./desk -url http://127.0.0.1:8080 -readers 200 -coders 5 -for 5m
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

var (
	address = flag.String("url", "http://127.0.0.1:8080", "the desk, on this machine")
	readers = flag.Int("readers", 200, "people who read at once")
	coders  = flag.Int("coders", 5, "people who judge at once")
	span    = flag.Duration("for", 5*time.Minute, "how long")
	pause   = flag.Duration("pause", time.Second, "mean time a person looks at a page")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "desk:", err)
		os.Exit(1)
	}
}

func run() error {
	if u, err := url.Parse(*address); err != nil || !local(u.Hostname()) {
		return fmt.Errorf("%s is not on this machine: only a desk of one's own is loaded", *address)
	}
	ctx, stop := context.WithTimeout(context.Background(), *span)
	defer stop()
	var all sync.WaitGroup
	var m measures
	for i := range *readers + *coders {
		p := newPerson(&m, i)
		all.Go(func() {
			if i < *readers {
				p.read(ctx)
			} else {
				p.judge(ctx)
			}
		})
	}
	all.Wait()
	return m.report(newPerson(&measures{}, 0))
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// measures collects what all persons saw.
type measures struct {
	lock   sync.Mutex
	reads  []time.Duration
	writes []time.Duration
	faults []string
	edits  []string // the reasons written, each unlike any other
}

func (m *measures) add(took time.Duration, write bool, fault string) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if write {
		m.writes = append(m.writes, took)
	} else {
		m.reads = append(m.reads, took)
	}
	if fault != "" {
		m.faults = append(m.faults, fault)
	}
}

// person is one browser.
type person struct {
	m      *measures
	client *http.Client
	name   string
}

func newPerson(m *measures, i int) *person {
	jar, _ := cookiejar.New(nil) // it fails for no options
	return &person{m: m, client: &http.Client{Jar: jar, Timeout: time.Minute}, name: fmt.Sprintf("person %d", i)}
}

func (p *person) think(ctx context.Context) bool {
	wait := time.Duration(rand.ExpFloat64() * float64(*pause)) // #nosec G404 -- no secret hangs on it
	select {
	case <-ctx.Done():
		return false
	case <-time.After(min(wait, 5**pause)):
		return true
	}
}

// get gives a page, and counts how long it took.
func (p *person) get(ctx context.Context, path string) string {
	return p.ask(ctx, http.MethodGet, path, nil)
}

func (p *person) ask(ctx context.Context, method, path string, form url.Values) string {
	r, err := http.NewRequestWithContext(ctx, method, *address+path, strings.NewReader(form.Encode()))
	if err != nil {
		p.m.add(0, form != nil, err.Error())
		return ""
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", *address)
	}
	begun := time.Now()
	answer, err := p.client.Do(r)
	if err != nil {
		if ctx.Err() == nil && !errors.Is(err, context.DeadlineExceeded) {
			p.m.add(time.Since(begun), form != nil, err.Error())
		}
		return ""
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if ctx.Err() != nil {
		return "" // the time was up in the middle of it
	}
	fault := ""
	if err != nil || answer.StatusCode != http.StatusOK {
		fault = fmt.Sprintf("%s %s: %s %v", method, path, answer.Status, err)
	}
	p.m.add(time.Since(begun), form != nil, fault)
	return string(body)
}

var links = regexp.MustCompile(`href="(/(?:events|actors|claims|conflicts|documents|evidence|network|search)[^"#]*)"`)

// read goes from page to page by their links, and back to the start at times.
func (p *person) read(ctx context.Context) {
	const stay = 12 // pages before a reader begins anew
	for step := 0; p.think(ctx); step++ {
		at := "/"
		body := p.get(ctx, at)
		for range stay {
			found := links.FindAllStringSubmatch(body, -1)
			if len(found) == 0 || !p.think(ctx) {
				break
			}
			at = strings.ReplaceAll(found[rand.IntN(len(found))][1], "&amp;", "&") // #nosec G404 -- no secret hangs on it
			body = p.get(ctx, at)
		}
	}
}

var (
	token = regexp.MustCompile(`name="csrf" value="([^"]+)"`)
	key   = regexp.MustCompile(`name="left" value="(event:[^"]+)"`)
	event = regexp.MustCompile(`href="(/events/x[0-9a-f]+)"`)
)

// rejectEvery is how often a coder rejects, which the account depends on; else
// they accept.
const rejectEvery = 20

// judge accepts one event after another and rejects some, each with a reason of
// its own.
func (p *person) judge(ctx context.Context) {
	for n := 0; p.think(ctx); n++ {
		found := event.FindAllStringSubmatch(p.get(ctx, "/events"), -1)
		if len(found) == 0 {
			continue
		}
		body := p.get(ctx, found[rand.IntN(len(found))][1]) // #nosec G404 -- no secret hangs on it
		csrf, left := token.FindStringSubmatch(body), key.FindStringSubmatch(body)
		if csrf == nil || left == nil {
			continue
		}
		why := fmt.Sprintf("%s, edit %d of %d", p.name, n, time.Now().UnixNano())
		verdict := "accepted"
		if n%rejectEvery == rejectEvery-1 {
			verdict = "rejected"
		}
		p.ask(ctx, http.MethodPost, "/judge", url.Values{"csrf": {csrf[1]}, "left": {left[1]}, "verdict": {verdict}, "why": {why}, "back": {"/events"}})
		if ctx.Err() == nil {
			p.m.lock.Lock()
			p.m.edits = append(p.m.edits, why)
			p.m.lock.Unlock()
		}
	}
}

// report prints what was measured, and looks every edit up in the audit log.
func (m *measures) report(p *person) error {
	fmt.Printf("reads %d: %s\nwrites %d: %s\nerrors %d\n", len(m.reads), quantiles(m.reads), len(m.writes), quantiles(m.writes), len(m.faults))
	for _, f := range m.faults[:min(5, len(m.faults))] {
		fmt.Println("  ", f)
	}
	var log strings.Builder
	for page := 1; ; page++ {
		body := p.get(context.Background(), fmt.Sprintf("/audit?page=%d", page))
		log.WriteString(body)
		if !strings.Contains(body, `rel="next"`) {
			break
		}
	}
	lost := 0
	for _, why := range m.edits {
		if !strings.Contains(log.String(), why) {
			lost++
		}
	}
	fmt.Printf("edits %d, lost %d\n", len(m.edits), lost)
	if lost > 0 || len(m.faults) > 0 {
		return errors.New("something went wrong under load")
	}
	return nil
}

func quantiles(d []time.Duration) string {
	if len(d) == 0 {
		return "none"
	}
	slices.Sort(d)
	at := func(q float64) time.Duration { return d[int(q*float64(len(d)-1))].Round(time.Millisecond) }
	return fmt.Sprintf("median %s, 95 %% %s, 99 %% %s, slowest %s", at(0.5), at(0.95), at(0.99), at(1))
}

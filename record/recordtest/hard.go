package recordtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

func empty(t *testing.T, s record.Store) {
	ctx := context.Background()
	if got := all(t, s); len(got) != 0 {
		t.Errorf("an empty record yields %d readings", len(got))
	}
	judgements, err := s.Judgements(ctx)
	if err != nil || len(judgements) != 0 {
		t.Errorf("judgements of an empty record: %v, %v", judgements, err)
	}
	if hits, err := s.Search(ctx, "anything", 10, 0); err != nil || len(hits) != 0 {
		t.Errorf("found in an empty record: %v, %v", hits, err)
	}
	if versions, err := s.Versions(ctx); err != nil || len(versions) != 0 {
		t.Errorf("versions in an empty record: %v, %v", versions, err)
	}
	if stones, err := s.Tombstones(ctx); err != nil || len(stones) != 0 {
		t.Errorf("tombstones in an empty record: %v, %v", stones, err)
	}
	want := &annals.Reading{Document: &annals.Document{ID: "sha256:0"}, Extractor: "annals 1"}
	add(t, s, want, record.Added)
	got, err := s.Reading(ctx, "sha256:0")
	if err != nil {
		t.Fatal(err)
	}
	got.Document.Raw = nil // no bytes may come back as none or as nothing
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a reading of nothing differs (-added +read):\n%s", diff)
	}
}

func odd(t *testing.T, s record.Store) {
	r := sample("odd", "a\x00b\xff", "annals 1")
	r.Document.Text = "zero \x00 byte, 'quote', \\ and " + strings.Repeat("語", 3000)
	r.Document.Title = `it's 100% "odd"`
	add(t, s, r, record.Added)
	got, err := s.Reading(context.Background(), "sha256:odd")
	if err != nil {
		t.Fatal(err)
	}
	if got.Document.Text != r.Document.Text || got.Document.Title != r.Document.Title {
		t.Error("the text did not come back as it went in")
	}
	for _, query := range []string{"quote", "odd", strings.Repeat("語", 3000)} {
		if hits, err := s.Search(context.Background(), query, 10, 0); err != nil || len(hits) != 1 {
			t.Errorf("search for %.20q: %v, %v", query, hits, err)
		}
	}
}

// bigText is more than any database indexes in one piece.
const bigText = 3 << 20

func big(t *testing.T, s record.Store) {
	var b strings.Builder
	for i := 0; b.Len() < bigText; i++ {
		fmt.Fprintf(&b, "the%d the ", i)
	}
	b.WriteString("last words here")
	r := sample("big", "big.txt", "annals 1")
	r.Document.Text, r.Document.Raw = b.String(), []byte(b.String())
	add(t, s, r, record.Added)
	add(t, s, sample("small", "small.txt", "annals 1"), record.Added)
	got, err := s.Reading(context.Background(), "sha256:big")
	if err != nil || got.Document.Text != r.Document.Text || string(got.Document.Raw) != r.Document.Text {
		t.Errorf("a long text did not come back as it went in: %v", err)
	}
	for query, want := range map[string]int{"the7 here": 1, `"last words here"`: 1, `"words last"`: 0, "the99999999": 0} {
		if hits, err := s.Search(context.Background(), query, 10, 0); err != nil || len(hits) != want {
			t.Errorf("search for %s: %d hits, %v; want %d", query, len(hits), err, want)
		}
	}
}

func older(t *testing.T, s record.Store) {
	readings := []*annals.Reading{sample("a", "a.txt", "annals 1"), sample("a", "a.txt", "annals 2"), sample("a", "a.txt", "annals 3")}
	for i, r := range readings {
		r.Statements = append(r.Statements, r.Statements[0])
		r.Statements[1].ID = fmt.Sprintf("sha256:second%d", i)
		r.Sentences = append(r.Sentences, annals.Span{Start: i, End: i + 1})
		want := record.Reread
		if i == 0 {
			want = record.Added
		}
		add(t, s, r, want)
	}
	for i, want := range readings {
		got, ref, err := s.Statement(context.Background(), want.Statements[1].ID)
		if err != nil || ref != 2 {
			t.Errorf("statement of reading %d: place %d, %v", i, ref, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("reading %d differs (-added +read):\n%s", i, diff)
		}
	}
}

func pages(t *testing.T, s record.Store) {
	const n = 450
	random := rand.New(rand.NewPCG(1, 1))
	for _, i := range random.Perm(n) {
		add(t, s, sample(fmt.Sprintf("%03d", i), fmt.Sprint(i), "annals 1"), record.Added)
	}
	got := all(t, s)
	if len(got) != n {
		t.Fatalf("%d readings, want %d", len(got), n)
	}
	for i, r := range got {
		if want := sample(fmt.Sprintf("%03d", i), fmt.Sprint(i), "annals 1"); !cmp.Equal(want, r) {
			t.Fatalf("reading %d differs:\n%s", i, cmp.Diff(want, r))
		}
	}
	// A reader that looks things up and changes the record on its way is not held up.
	seen := 0
	for r, err := range s.Readings(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen%200 == 0 {
			add(t, s, sample(r.Document.ID[len("sha256:"):], r.Document.URI, "annals 2"), record.Reread)
		}
	}
	if seen != n {
		t.Errorf("%d readings while the record changed, want %d", seen, n)
	}
}

func concurrent(t *testing.T, s record.Store) {
	const adders, each = 6, 20
	ctx := context.Background()
	before, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	outcomes := map[record.Outcome]int{}
	var wg sync.WaitGroup
	for a := range adders {
		wg.Go(func() {
			for i := range each { // each report is added by two, and all are versions of one page
				outcome, err := s.Add(ctx, sample(fmt.Sprintf("%d-%02d", a/2, i), "page", "annals 1"))
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				outcomes[outcome]++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	const reports = adders / 2 * each
	want := map[record.Outcome]int{record.Added: 1, record.Revised: reports - 1, record.Unchanged: reports}
	if diff := cmp.Diff(want, outcomes); diff != "" {
		t.Errorf("outcomes differ (-want +got):\n%s", diff)
	}
	after, err := s.Revision(ctx)
	if err != nil || after != before+reports {
		t.Errorf("revision %d after %d, %v; want one more a report", after, before, err)
	}
	versions, err := s.Versions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	replaced := map[string]bool{}
	for _, old := range versions {
		replaced[old] = true
	}
	if len(versions) != reports-1 || len(replaced) != reports-1 {
		t.Errorf("%d versions replace %d reports: they make no one chain of %d", len(versions), len(replaced), reports)
	}
}

// interrupted stops adding at random moments: what was begun is there whole or
// not at all, and adding again completes it.
func interrupted(t *testing.T, s record.Store) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		r := sample(fmt.Sprintf("%02d", i), fmt.Sprint(i), "annals 1")
		for k := range 50 {
			statement := r.Statements[0]
			statement.ID = fmt.Sprintf("sha256:%d-%d", i, k)
			r.Statements = append(r.Statements, statement)
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(random.Int64N(int64(4*time.Millisecond))))
		outcome, added := s.Add(ctx, r)
		cancel()
		got, err := s.Reading(context.Background(), r.Document.ID)
		switch {
		case errors.Is(err, record.ErrNotFound) && added != nil:
		case err != nil:
			t.Fatalf("after an interruption (%v): %v", added, err)
		case !cmp.Equal(r, got):
			t.Fatalf("after an interruption (%v) the reading is not whole:\n%s", added, cmp.Diff(r, got))
		case added == nil && outcome != record.Added:
			t.Fatalf("outcome %d", outcome)
		}
		if _, err := s.Add(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	if got := all(t, s); len(got) != 40 {
		t.Errorf("%d readings, want 40", len(got))
	}
}

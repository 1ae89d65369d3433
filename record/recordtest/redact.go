package recordtest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

func one(t *testing.T, s record.Store) {
	want := sample("a", "a.txt", "annals 2")
	add(t, s, sample("a", "a.txt", "annals 1"), record.Added)
	add(t, s, want, record.Reread)
	got, err := s.Reading(context.Background(), "sha256:a")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reading differs (-added +read):\n%s", diff)
	}
	if _, err := s.Reading(context.Background(), "sha256:b"); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
}

func revision(t *testing.T, s record.Store) {
	at := func() int64 {
		n, err := s.Revision(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := at()
	add(t, s, sample("a", "a.txt", "annals 1"), record.Added)
	added := at()
	add(t, s, sample("a", "a.txt", "annals 1"), record.Unchanged)
	again := at()
	if err := s.Judge(context.Background(), annals.Judgement{ID: "j", Left: "a", Verdict: annals.Rejected}); err != nil {
		t.Fatal(err)
	}
	if judged := at(); before >= added || added != again || again >= judged {
		t.Errorf("revisions %d, added %d, the same again %d, judged %d", before, added, again, judged)
	}
}

func search(t *testing.T, s record.Store) {
	a, b := sample("a", "a.txt", "annals 1"), sample("b", "b.txt", "annals 1")
	b.Document.Text = "Three people in x died, and OR NOT died again."
	b.Document.Title = "Märchen"
	add(t, s, a, record.Added)
	add(t, s, b, record.Added)
	tests := []struct {
		query string
		want  []string
	}{
		{"three died", []string{"sha256:a", "sha256:b"}},
		{`"three died"`, []string{"sha256:a"}},
		{`"died in x"`, []string{"sha256:a"}},
		{"märchen", []string{"sha256:b"}},
		{"died nobody", nil},
		{`NEAR( * " OR NOT`, []string{}},
		{"", nil},
	}
	for _, test := range tests {
		hits, err := s.Search(context.Background(), test.query, 10, 0)
		if err != nil {
			t.Errorf("%s: %v", test.query, err)
		}
		got := map[string]bool{}
		for _, h := range hits {
			got[h.Document] = true
		}
		for _, id := range test.want {
			if !got[id] {
				t.Errorf("%s: %s not found", test.query, id)
			}
		}
		if len(test.want) > 0 && len(got) != len(test.want) {
			t.Errorf("%s: found %v, want %v", test.query, got, test.want)
		}
	}
	rest, err := s.Search(context.Background(), "died", 10, 1)
	if err != nil || len(rest) != 1 {
		t.Errorf("after the first hit: %v, %v; want one", rest, err)
	}
}

func redactWhole(t *testing.T, s record.Store) {
	ctx := context.Background()
	for _, id := range []string{"a", "b", "c"} {
		if _, err := s.Add(ctx, sample(id, "page", "annals 1")); err != nil {
			t.Fatal(err)
		}
	}
	stone := record.Tombstone{ID: "t1", Document: "sha256:b", Whole: true, By: "me", Why: "asked for"}
	if err := s.Redact(ctx, stone, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Reading(ctx, "sha256:b"); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("the document is still there: %v", err)
	}
	if hits, err := s.Search(ctx, "died", 10, 0); err != nil || len(hits) != 2 {
		t.Errorf("found %v, %v; want the two others", hits, err)
	}
	later := sample("d", "other", "annals 1")
	later.Document.Text = "Someone was hurt."
	add(t, s, later, record.Added)
	if hits, err := s.Search(ctx, "hurt", 10, 0); err != nil || len(hits) != 1 || hits[0].Document != "sha256:d" {
		t.Errorf("what was added after a redaction is found as %v, %v", hits, err)
	}
	versions, err := s.Versions(ctx)
	if diff := cmp.Diff(map[string]string{"sha256:c": "sha256:a"}, versions); err != nil || diff != "" {
		t.Errorf("versions, %v (-want +got):\n%s", err, diff)
	}
	add(t, s, sample("b", "page", "annals 1"), record.Refused)
	stones, err := s.Tombstones(ctx)
	if diff := cmp.Diff([]record.Tombstone{stone}, stones); err != nil || diff != "" {
		t.Errorf("tombstones, %v (-want +got):\n%s", err, diff)
	}
	if err := s.Redact(ctx, record.Tombstone{ID: "t2", Document: "sha256:b"}, nil); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("taking out what is not there: %v, want ErrNotFound", err)
	}
}

func redactName(t *testing.T, s record.Store) {
	ctx := context.Background()
	add(t, s, sample("a", "page", "annals 1"), record.Added)
	add(t, s, sample("a", "page", "annals 2"), record.Reread)
	clean := []*annals.Reading{sample("a", "page", "annals 1"), sample("a", "page", "annals 2")}
	for _, r := range clean {
		r.Document.Text = "Three died in “█”. 😀"
		r.Document.Raw = []byte("cleaned")
	}
	if err := s.Redact(ctx, record.Tombstone{ID: "t", Document: "sha256:a", Why: "a name"}, clean); err != nil {
		t.Fatal(err)
	}
	got, err := s.Reading(ctx, "sha256:a")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(clean[1], got); diff != "" {
		t.Errorf("reading differs (-clean +read):\n%s", diff)
	}
	if hits, err := s.Search(ctx, "x", 10, 0); err != nil || len(hits) != 0 {
		t.Errorf("the name is still found: %v, %v", hits, err)
	}
	add(t, s, sample("a", "page", "annals 1"), record.Unchanged)
}

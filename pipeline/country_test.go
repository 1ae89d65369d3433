package pipeline_test

import (
	"slices"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/pipeline"
)

// told is the event of d whose trigger has the given words.
func told(t *testing.T, d *annotate.Document, trigger string) *annals.Event {
	t.Helper()
	i := slices.IndexFunc(d.Events, func(e annals.Event) bool { return e.Text == trigger })
	if i < 0 {
		t.Fatalf("%q is no event", trigger)
	}
	return &d.Events[i]
}

// TestCountryOfReport asks where events are that no words place: violence that happened is in
// the country in which all else lies, but for sentences that name another; what is planned is
// nowhere.
func TestCountryOfReport(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const placed = "Gunmen attacked a post in Kandahar on Monday. A bomb exploded in Herat on Tuesday. Rebels shelled Kunduz on Wednesday. The war has ravaged Afghanistan. "
	for _, c := range []struct{ sentence, trigger, want string }{
		{"Bandits abducted six teachers last year.", "abducted", "Afghanistan"},
		{"Bandits from Pakistan abducted six teachers last year.", "abducted", ""},
		{"Bandits plan to abduct six teachers.", "abduct", ""},
	} {
		d := p.Annotate(&annals.Document{Text: placed + "\n\n" + c.sentence, Language: "en"})
		e, got := told(t, d, c.trigger), ""
		if e.Place != 0 {
			got = d.Mentions[e.Place-1].Text
		}
		if got != c.want {
			t.Errorf("%s: %q at %q, want %q", c.sentence, c.trigger, got, c.want)
		}
	}
}

// TestWhoseFighters asks for the groups that act through their people, and not through those
// who are against them.
func TestWhoseFighters(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		report string
		acts   bool
	}{
		{"Fighters of the Taliban attacked a village on Monday.", true},
		{"Enemies of the Taliban attacked a village on Monday.", false},
	} {
		d := p.Annotate(&annals.Document{Text: c.report, Language: "en"})
		acts := slices.ContainsFunc(told(t, d, "attacked").Arguments, func(a annals.Argument) bool {
			return a.Role == annals.Actor && d.Mentions[a.Mention-1].Text == "Taliban"
		})
		if acts != c.acts {
			t.Errorf("%s: the Taliban act: %v, want %v", c.report, acts, c.acts)
		}
	}
}

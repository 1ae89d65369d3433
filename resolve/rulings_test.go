package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
)

// world is reports in which each word that begins with a capital names a group,
// and each "attack@DAY" tells of one in Kabul.
func world(texts ...string) []*annals.Reading {
	var out []*annals.Reading
	for i, text := range texts {
		r := newReport(fmt.Sprintf("doc%d", i), text)
		for at, word := range words(text) {
			if word[0] >= 'A' && word[0] <= 'Z' {
				ref := annals.Ref(len(r.Entities) + 1)
				r.Mentions = append(r.Mentions, annals.Mention{Span: annals.Span{Start: at, End: at + len(word)}, Text: word, Form: annals.Name, Kind: annals.ArmedGroup, Entity: ref})
				r.Entities = append(r.Entities, annals.Entity{Name: word, Kind: annals.ArmedGroup, Mentions: []annals.Ref{annals.Ref(len(r.Mentions))}})
			}
			if day, ok := strings.CutPrefix(word, "attack@"); ok {
				ref := r.event("", day, r.place("Kabul", annals.Settlement, "AF", "13"), 0, annals.Happened)
				r.Events[ref-1].Trigger = annals.Span{Start: at, End: at + len("attack")}
			}
		}
		out = append(out, r.Reading)
	}
	return out
}

// words gives the words of a text by where they begin, in the order of the text.
func words(text string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for _, w := range strings.Split(text, " ") {
			if w != "" && !yield(at, w) {
				return
			}
			at += len(w) + 1
		}
	}
}

// judge makes a judgement "VERDICT kind doc@at doc@at", each later than the one before.
func judge(t testing.TB, lines ...string) []annals.Judgement {
	t.Helper()
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	var out []annals.Judgement
	for _, line := range lines {
		at = at.Add(time.Minute)
		f := strings.Fields(line)
		j := annals.Judgement{Verdict: f[0], By: "Maryam", At: at}
		if j.Verdict == annals.Withdrawn {
			var n int
			fmt.Sscan(f[1], &n)
			j.Left = out[n].ID
		} else {
			j.Left, j.Right = f[1]+":"+f[2], f[1]+":"+f[3]
		}
		out = append(out, annals.NewJudgement(j))
	}
	return out
}

// groups writes what belongs together as "0 1|2": readings whose nth element of
// a kind is one thing.
func groups(r *Resolution, kind annals.KeyKind) string {
	of := map[int][]string{}
	for i, reading := range r.Readings {
		for n, key := range Keys(reading, kind) {
			var thing int
			if kind == annals.ActorKey {
				thing = r.Actor(EntityKey{i, annals.Ref(n + 1)})
			} else {
				thing = r.Event(EventKey{i, annals.Ref(n + 1)})
			}
			of[thing] = append(of[thing], fmt.Sprintf("%s@%d", strings.TrimPrefix(key.Document, "doc"), key.At))
		}
	}
	var out []string
	for _, members := range of {
		slices.Sort(members)
		out = append(out, strings.Join(members, " "))
	}
	slices.Sort(out)
	return strings.Join(out, "|")
}

func TestRulings(t *testing.T) {
	names := []string{"Taliban met", "Taliban fled", "Taliban won", "Students fled"}
	days := []string{"attack@2021-08-26", "attack@2021-08-26", "attack@2021-08-26", "attack@2021-09-26 attack@2021-08-26"}
	tests := []struct {
		name  string
		texts []string
		kind  annals.KeyKind
		log   []string
		want  string
	}{
		{"nobody judged", names, annals.ActorKey, nil, "0@0 1@0 2@0|3@0"},
		{"merged", names, annals.ActorKey, []string{"same actor doc3@0 doc1@0"}, "0@0 1@0 2@0 3@0"},
		{"split, though a third bears the name", names, annals.ActorKey, []string{"different actor doc0@0 doc1@0"}, "0@0 2@0|1@0|3@0"},
		{"the one split off is the first", names, annals.ActorKey, []string{"different actor doc1@0 doc0@0"}, "0@0|1@0 2@0|3@0"},
		{"two split off stay together", names, annals.ActorKey, []string{"different actor doc2@0 doc0@0", "different actor doc2@0 doc1@0"}, "0@0 1@0|2@0|3@0"},
		{"unsure parts", names, annals.ActorKey, []string{"unsure actor doc0@0 doc1@0"}, "0@0 2@0|1@0|3@0"},
		{"the later of two about one pair", names, annals.ActorKey, []string{"different actor doc0@0 doc1@0", "same actor doc1@0 doc0@0"}, "0@0 1@0 2@0|3@0"},
		{"the latest of three that cannot all hold", names, annals.ActorKey,
			[]string{"same actor doc0@0 doc3@0", "same actor doc3@0 doc1@0", "different actor doc0@0 doc1@0"}, "0@0 2@0|1@0 3@0"},
		{"withdrawn", names, annals.ActorKey, []string{"same actor doc3@0 doc1@0", "withdrawn 0"}, "0@0 1@0 2@0|3@0"},
		{"an event is no actor", names, annals.ActorKey, []string{"same event doc3@0 doc1@0"}, "0@0 1@0 2@0|3@0"},
		{"a report that is not here", names, annals.ActorKey, []string{"same actor doc3@0 doc9@0"}, "0@0 1@0 2@0|3@0"},
		{"a place where nothing stands", names, annals.ActorKey, []string{"same actor doc3@0 doc1@9999"}, "0@0 1@0 2@0|3@0"},

		{"events, nobody judged", days, annals.EventKey, nil, "0@0 1@0 2@0 3@18|3@0"},
		{"events merged against their days", days, annals.EventKey, []string{"same event doc0@0 doc3@0"}, "0@0 1@0 2@0 3@0 3@18"},
		{"events split", days, annals.EventKey, []string{"different event doc0@0 doc1@0"}, "0@0 2@0 3@18|1@0|3@0"},
		{"events merged, then undone", days, annals.EventKey, []string{"same event doc0@0 doc3@0", "withdrawn 0"}, "0@0 1@0 2@0 3@18|3@0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Resolve(world(test.texts...), judge(t, test.log...), nil)
			if got := groups(r, test.kind); got != test.want {
				t.Errorf("groups %s, want %s", got, test.want)
			}
		})
	}
}

// TestSplitWithin wants a person to part two mentions that the reader took for
// one event of one report.
func TestSplitWithin(t *testing.T) {
	readings := world("attack@2021-08-26 attack@2021-08-26")
	readings[0].Events[1].Links = []annals.Link{{Type: annals.SameAs, Event: 1}}
	if got := groups(Resolve(readings, nil, nil), annals.EventKey); got != "0@0 0@18" {
		t.Fatalf("the reader's link gives %s", got)
	}
	got := groups(Resolve(readings, judge(t, "different event doc0@0 doc0@18"), nil), annals.EventKey)
	if want := "0@0|0@18"; got != want {
		t.Errorf("groups %s, want %s", got, want)
	}
}

// TestReread wants judgements to hold when another version of the reader
// numbers entities otherwise, cuts names otherwise, and finds more of them.
func TestReread(t *testing.T) {
	log := judge(t, "same actor doc0@4 doc1@0", "different actor doc0@4 doc2@0")
	first := world("the Taliban met", "Students fled", "Taliban won")
	second := world("the Taliban met", "Students fled", "Taliban won")
	r := second[0]
	r.Mentions[0].Span, r.Mentions[0].Text = annals.Span{Start: 0, End: 11}, "the Taliban"
	met := annals.Mention{Span: annals.Span{Start: 12, End: 15}, Text: "met", Form: annals.Name, Kind: annals.ArmedGroup, Entity: 1}
	r.Mentions[0].Entity = 2
	r.Mentions = append([]annals.Mention{met}, r.Mentions...)
	r.Entities = []annals.Entity{{Name: "met", Kind: annals.ArmedGroup, Mentions: []annals.Ref{1}}, {Name: "the Taliban", Kind: annals.ArmedGroup, Mentions: []annals.Ref{2}}}
	tests := []struct {
		name     string
		readings []*annals.Reading
		want     string
	}{
		{"first version", first, "0@4 1@0|2@0"},
		{"second version", second, "0@0 1@0|0@12|2@0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := groups(Resolve(test.readings, log, nil), annals.ActorKey); got != test.want {
				t.Errorf("groups %s, want %s", got, test.want)
			}
		})
	}
}

func TestUnsureStaysOpen(t *testing.T) {
	r := Resolve(world("Taliban met", "Students fled"), judge(t, "unsure actor doc0@0 doc1@0"), nil)
	if len(r.Actors) != 2 || len(r.Actors[0].PossiblySame) != 1 || len(r.Actors[1].PossiblySame) != 1 {
		t.Errorf("a pair that a person is unsure of is not kept open: %+v", r.Actors)
	}
}

// TestNames wants every name that ever led to a thing to lead to it still, and
// no two things to have one name.
func TestNames(t *testing.T) {
	readings := world("Taliban attack@2021-08-26", "Taliban attack@2021-08-26", "Students attack@2020-01-01 Islam")
	readings[2].Events = append(readings[2].Events, readings[2].Events[0]) // a second event with one trigger
	readings[2].Events[1].EDTF = "2019"
	readings[2].Entities = append(readings[2].Entities, annals.Entity{Name: "Students Union", Kind: annals.Organisation})
	readings[2].Mentions = append(readings[2].Mentions, annals.Mention{Span: annals.Span{Start: 0, End: 15}, Text: "Students Union", Form: annals.Name, Kind: annals.Organisation, Entity: 3})
	readings[2].Entities[2].Mentions = []annals.Ref{annals.Ref(len(readings[2].Mentions))}
	r := Resolve(readings, nil, nil)
	names := map[string]bool{}
	for i, actor := range r.Actors {
		if names[actor.ID] {
			t.Errorf("two things are called %s", actor.ID)
		}
		names[actor.ID] = true
		for _, k := range actor.Entities {
			if got := r.ActorNamed(r.EntityKey(k).Short("a")); got != i {
				t.Errorf("the name of %v leads to actor %d, want %d", k, got, i)
			}
		}
	}
	for i, event := range r.Events {
		if names[event.ID] {
			t.Errorf("two things are called %s", event.ID)
		}
		names[event.ID] = true
		for _, k := range event.Mentions {
			if got := r.EventNamed(r.EventKey(k).Short("x")); got != i {
				t.Errorf("the name of %v leads to event %d, want %d", k, got, i)
			}
			if ref := Locate(readings[k.Reading], r.EventKey(k)); ref != k.Event {
				t.Errorf("the key of event %d leads to event %d", k.Event, ref)
			}
		}
	}
	if r.ActorNamed("a000000000000") != -1 || r.EventNamed("") != -1 {
		t.Error("a name that nothing has leads somewhere")
	}
}

// TestDecisions wants annals' own judgements, with their reasons.
func TestDecisions(t *testing.T) {
	readings := world("Taliban attack@2021-08-26", "Taliban attack@2021-08-26", "Haqqani raised Taliban")
	readings[2].Relations = []annals.Relation{{Type: annals.PartOfRelation, From: 1, To: 2}}
	r := Resolve(readings, nil, nil)
	var got []string
	for i := range r.Decisions {
		j := r.Judgement(&r.Decisions[i])
		if j.By != annals.ByAnnals || j.ID == "" {
			t.Errorf("%+v is not a judgement of annals", j)
		}
		got = append(got, fmt.Sprintf("%s %s %s: %s", j.Left, j.Verdict, j.Right, j.Why))
	}
	want := []string{
		"actor:doc2@0 different actor:doc2@15: a report says that one is part of the other",
		"actor:doc0@0 same actor:doc1@0: same name: both are called taliban",
		"actor:doc0@0 same actor:doc2@15: same name: both are called taliban",
		"event:doc0@8 same event:doc1@8: same day, same town",
	}
	if !slices.Equal(got, want) {
		t.Errorf("decisions\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestPartition holds that things kept apart are never in one set, and that
// joining otherwise does what plain sets do.
func TestPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const n = 7
		p := newPartition(n)
		var forbidden [][2]int
		link := rapid.Custom(func(t *rapid.T) [3]int {
			return [3]int{rapid.IntRange(0, n-1).Draw(t, "i"), rapid.IntRange(0, n-1).Draw(t, "j"), rapid.IntRange(0, 2).Draw(t, "kind")}
		})
		for _, l := range rapid.SliceOf(link).Draw(t, "links") {
			i, j := l[0], l[1]
			if l[2] == 0 {
				if p.forbid(i, j) {
					forbidden = append(forbidden, [2]int{i, j})
				} else if p.find(i) != p.find(j) {
					t.Fatalf("%d and %d could not be kept apart", i, j)
				}
				continue
			}
			was := p.forbidden(i, j)
			if p.join(i, j) == was {
				t.Fatalf("%d and %d forbidden: %v, joined all the same or not", i, j, was)
			}
		}
		for _, pair := range forbidden {
			if p.find(pair[0]) == p.find(pair[1]) || !p.forbidden(pair[0], pair[1]) {
				t.Fatalf("%v are one", pair)
			}
		}
	})
}

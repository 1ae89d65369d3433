package account_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/resolve"
)

// published is a report as it came out.
type published struct{ day, text, correction string }

// at is a word in one of the reports.
type at struct {
	report int
	word   string
}

// chain reads reports and derives their account.
func chain(t *testing.T, p *pipeline.Pipeline, reports []published) *account.Account {
	t.Helper()
	known, err := pipeline.Aliases()
	if err != nil {
		t.Fatal(err)
	}
	in := account.Input{Known: known}
	for i, r := range reports {
		d := &annals.Document{ID: fmt.Sprint("report ", i), URI: fmt.Sprint(i), Text: r.text, Language: "en", Correction: r.correction}
		if r.day != "" {
			d.Published = &annals.Published{EDTF: r.day, Basis: []string{"given"}}
		}
		in.Readings = append(in.Readings, p.Read(d))
	}
	return account.Derive(in)
}

// statements are those whose sentence holds a word.
func statements(a *account.Account, w at) []resolve.StatementKey {
	var out []resolve.StatementKey
	for s := range a.Reading(w.report).Statements {
		for _, e := range a.Reading(w.report).Statements[s].Evidence {
			if strings.Contains(e.Text, w.word) {
				out = append(out, resolve.StatementKey{Reading: w.report, Statement: s})
				break
			}
		}
	}
	return out
}

// event is the event whose trigger is a word; -1 when none is read.
func event(a *account.Account, w at) int {
	for i := range a.Reading(w.report).Events {
		if strings.Contains(a.Reading(w.report).Events[i].Text, w.word) {
			return a.Resolution.Event(resolve.EventKey{Reading: w.report, Event: annals.Ref(i + 1)})
		}
	}
	return -1
}

// entry is the ledger line of the count that a word stands in.
func entry(t *testing.T, a *account.Account, w at) account.Entry {
	t.Helper()
	for i := range a.Reading(w.report).Figures {
		if strings.Contains(a.Reading(w.report).Figures[i].Text, w.word) {
			return a.Entry(w.report, annals.Ref(i+1))
		}
	}
	t.Fatalf("report %d: no figure %q is read", w.report, w.word)
	return account.Entry{}
}

// TestChain holds what two reports make together, through the whole chain. The
// relation is one of: one event, two events, one origin, two origins, or a fit
// of two counts.
func TestChain(t *testing.T) {
	const (
		oneEvent, twoEvents   = "one event", "two events"
		oneOrigin, twoOrigins = "one origin", "two origins"
	)
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name        string
		reports     []published
		left, right at
		want        string
	}{
		{"days of reports about one bombing", []published{
			{"2021-03-04", "A suicide bomber killed nine people at a market in Herat on Wednesday.", ""},
			{"2021-03-06", "The toll of Wednesday's suicide bombing at a market in Herat has risen to 14, doctors said on Saturday. The bomber killed 14 people.", ""},
		}, at{0, "killed"}, at{1, "bombing"}, oneEvent},
		{"two attacks in one city on one day", []published{
			{"2021-03-04", "An air strike killed six people in the north of Herat on Wednesday.", ""},
			{"2021-03-04", "A suicide bomber killed nine people at a market in Herat on Wednesday.", ""},
		}, at{0, "killed"}, at{1, "killed"}, twoEvents},
		{"an anniversary is not the attack of the day", []published{
			{"2021-03-04", "Gunmen killed nine people at a market in Herat on Wednesday.", ""},
			{"2022-03-03", "Mourners gathered in Herat on Thursday. Gunmen killed two guards in the city the same day.", ""},
		}, at{0, "killed"}, at{1, "killed"}, twoEvents},
		{"a follow-up lands on the older event", []published{
			{"2021-03-04", "Gunmen killed nine people at a market in Herat on March 3.", ""},
			{"2021-05-20", "A court sentenced two men on Thursday. They were found guilty of an attack in Herat on March 3, in which gunmen killed nine people.", ""},
		}, at{0, "killed"}, at{1, "killed"}, oneEvent},
		{"a parent is not its branch", []published{
			{"2021-03-04", "The Islamic State Khorasan Province said on Thursday that its men had attacked a convoy near Herat.", ""},
			{"2021-03-04", "The Islamic State said on Thursday that its men had attacked a checkpoint near Mosul.", ""},
		}, at{0, "convoy"}, at{1, "checkpoint"}, twoOrigins},

		{"the police of one town on one attack", []published{
			{"2021-03-04", "Gunmen shot dead four shopkeepers at the Lashkar Gate bazaar in Herat on Wednesday. Police said the gunmen had escaped on two motorbikes across the Lashkar Gate bridge.", ""},
			{"2021-03-04", "Four traders were shot dead at the Lashkar Gate bazaar in Herat. A spokesman for the police said the attackers rode away on motorbikes.", ""},
		}, at{0, "escaped"}, at{1, "rode"}, oneOrigin},
		{"a chief by name and by office", []published{
			{"2021-03-04", "A mortar shell struck a grain silo in Herat on Wednesday. The governor, Karim Sohrabi, said the silo had burned through the night and the harvest was ruined.", ""},
			{"2021-03-04", "A grain silo in Herat was struck by a mortar shell. It had burned through the night, the governor said, and the harvest was ruined.", ""},
		}, at{0, "harvest"}, at{1, "harvest"}, oneOrigin},
		{"two relatives are two origins", []published{
			{"2021-03-04", "Gunmen killed the teacher Omid Farahi in Herat on Wednesday. His brother Yusuf Farahi said the men had waited outside the schoolhouse since dawn.", ""},
			{"2021-03-04", "Gunmen killed the teacher Omid Farahi in Herat on Wednesday. His cousin Nasrin Qaderi said the men had waited outside the schoolhouse since dawn.", ""},
		}, at{0, "brother"}, at{1, "cousin"}, twoOrigins},
		{"witnesses without a name are not one", []published{
			{"2021-03-04", "Gunmen killed four guards at a tannery in Herat on Wednesday. A witness said the gunmen wore stolen uniforms.", ""},
			{"2021-03-04", "Four guards were killed at a tannery in Herat on Wednesday. A witness said the gunmen wore stolen uniforms.", ""},
		}, at{0, "witness"}, at{1, "witness"}, twoOrigins},
		{"police of two towns", []published{
			{"2021-03-04", "Gunmen robbed a jeweller in Herat on Wednesday. Herat police said the robbers had sprayed the shutters with paint.", ""},
			{"2021-03-04", "Gunmen robbed a jeweller in Kabul on Wednesday. Kabul police said the robbers had sprayed the shutters with paint.", ""},
		}, at{0, "police"}, at{1, "police"}, twoOrigins},
		{"wording taken over without its source", []published{
			{"2021-03-04", "Shells struck the dyers' quarter of Herat. The bombardment killed eleven weavers and flattened the old caravanserai, the Red Crescent said.", ""},
			{"2021-03-05", "Fighting went on around Herat for a third day. The bombardment killed eleven weavers and flattened the old caravanserai.", ""},
		}, at{0, "weavers"}, at{1, "weavers"}, oneOrigin},
		{"one official quoted by two outlets in other words", []published{
			{"2021-03-04", "Interior Minister Farid Noorzai said the fire at the depot was no accident.", ""},
			{"2021-03-05", "Interior Minister Farid Noorzai said two clerks had been questioned about the fire.", ""},
		}, at{0, "accident"}, at{1, "clerks"}, oneOrigin},

		{"a chief by surname and by full name", []published{
			{"2021-03-04", "A mortar shell struck a grain silo in Herat on Wednesday. The fire chief, Karim Sohrabi, said the silo had burned through the night.", ""},
			{"2021-03-04", "A grain silo in Herat was struck by a mortar shell on Wednesday. Chief Sohrabi said the harvest in the silo was ruined.", ""},
		}, at{0, "burned"}, at{1, "harvest"}, oneOrigin},
		{"an officer to whom another report gives a name", []published{
			{"2021-03-04", "A dredger sank off Marrin on Wednesday. The pumps were overwhelmed within minutes and the crew abandoned the flooded dredger in rafts, Captain Karim Sohrabi said. Sohrabi said the hull had been patched twice.", ""},
			{"2021-03-04", "Divers searched a harbour on Wednesday. The pumps were overwhelmed within minutes and the crew abandoned the flooded dredger in rafts, an officer said. The officer said nobody was missing.", ""},
		}, at{0, "hull"}, at{1, "missing"}, oneOrigin},
		{"a police chief and the police", []published{
			{"2021-03-04", "Gunmen shot dead four shopkeepers at the Lashkar Gate bazaar in Herat on Wednesday. Police said the gunmen had escaped on two motorbikes across the Lashkar Gate bridge.", ""},
			{"2021-03-04", "Four shopkeepers were shot dead at the Lashkar Gate bazaar in Herat. Police Chief Karim Sohrabi said the gunmen rode away on motorbikes.", ""},
		}, at{0, "escaped"}, at{1, "rode"}, oneOrigin},
		{"two men of one surname", []published{
			{"2021-03-04", "A mortar shell struck a grain silo in Herat on Wednesday. Karim Sohrabi said the silo had burned through the night.", ""},
			{"2021-03-04", "A grain silo in Herat was struck by a mortar shell on Wednesday. Nadir Sohrabi said the silo had burned through the night.", ""},
		}, at{0, "burned"}, at{1, "burned"}, twoOrigins},

		{"a district and its province", []published{
			{"2021-03-04", "A bomb killed nine soldiers in Gereshk district of Helmand on Wednesday.", ""},
			{"2021-03-04", "Nine soldiers were killed by a bomb in Helmand province on Wednesday.", ""},
		}, at{0, "killed"}, at{1, "killed"}, oneEvent},

		{"a sort among people", []published{
			{"2021-03-04", "A shell killed twelve people in Herat on Wednesday, including four nurses.", ""},
		}, at{0, "twelve"}, at{0, "four nurses"}, string(account.PartTotal)},
		{"two sides of a clash", []published{
			{"2021-03-04", "The rebels lost 19 fighters on Wednesday, while 3 soldiers were killed in the clash near Herat.", ""},
		}, at{0, "19"}, at{0, "3 soldiers"}, string(account.Compatible)},
		{"more than is not others", []published{
			{"2021-03-04", "More than 40 people were killed in Herat on Wednesday.", ""},
			{"2021-03-04", "A bomb killed 44 people in Herat on Wednesday.", ""},
		}, at{0, "40"}, at{1, "44"}, string(account.Compatible)},
		{"two counts of one blast on one day", []published{
			{"2021-03-04", "A suicide bomber killed 20 people at a market in Herat on Wednesday.", ""},
			{"2021-03-04", "A suicide bomber killed 31 people at a market in Herat on Wednesday.", ""},
		}, at{0, "20"}, at{1, "31"}, string(account.Conflicts)},
		{"a later count of one blast", []published{
			{"2021-03-04", "A suicide bomber killed 20 people at a market in Herat on Wednesday.", ""},
			{"2021-03-06", "A suicide bomber killed 31 people at a market in Herat on Wednesday.", ""},
		}, at{0, "20"}, at{1, "31"}, string(account.Update)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := chain(t, p, test.reports)
			if got := relation(t, a, test.left, test.right, test.want); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

// relation tells how two places stand, in the terms of what is wanted.
func relation(t *testing.T, a *account.Account, left, right at, want string) string {
	t.Helper()
	switch {
	case strings.HasSuffix(want, "event") || strings.HasSuffix(want, "events"):
		x, y := event(a, left), event(a, right)
		if x < 0 || y < 0 {
			t.Fatalf("no event is read at %v or %v", left, right)
		}
		if x == y {
			return "one event"
		}
		return "two events"
	case strings.HasSuffix(want, "origin") || strings.HasSuffix(want, "origins"):
		have := map[int]bool{}
		for _, k := range statements(a, left) {
			have[a.Resolution.Origin(k)] = true
		}
		if len(have) == 0 || len(statements(a, right)) == 0 {
			t.Fatalf("no statement is read at %v or %v", left, right)
		}
		for _, k := range statements(a, right) {
			if have[a.Resolution.Origin(k)] {
				return "one origin"
			}
		}
		return "two origins"
	default:
		x, y := entry(t, a, left), entry(t, a, right)
		fit, _ := a.Compare(&x, &y)
		return string(fit)
	}
}

// TestWithdrawn holds that what an outlet took back is shown and not counted.
func TestWithdrawn(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := chain(t, p, []published{
		{"2021-03-04", "A suicide bomber killed 90 people at a market in Herat on Wednesday.", "retracted"},
		{"2021-03-04", "A suicide bomber killed 20 people at a market in Herat on Wednesday.", ""},
	})
	for i := range a.Events {
		e := &a.Events[i]
		tally, ok := e.Tally(annals.Killed)
		if !ok {
			continue
		}
		if len(e.Ledger) != 2 || *tally.High != 20 {
			t.Errorf("%d lines in the ledger and high %v, want both shown and 20", len(e.Ledger), *tally.High)
		}
		return
	}
	t.Error("no event with a toll was read")
}

package events

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/text"
)

// read runs the component on a text without the layers other components add.
func read(t testing.TB) func(string) *annotate.Document {
	reader, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return func(source string) *annotate.Document {
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader.Read(source)}
		damage.New().Annotate(d)
		c.Annotate(d)
		return d
	}
}

// TestEvents: each event as "trigger TYPE/mode status role=words …", arguments in
// the order they were found.
func TestEvents(t *testing.T) {
	reading := read(t)
	check := func(source string, want ...string) {
		t.Helper()
		var got []string
		d := reading(source)
		for _, e := range d.Events {
			kind := "-"
			if e.PLOVER != nil {
				kind = strings.TrimSuffix(e.PLOVER.Type+"/"+e.PLOVER.Mode, "/")
			}
			s := fmt.Sprintf("%s %s %s", e.Text, kind, e.Status)
			for _, a := range e.Arguments {
				if a.Rule != "learned role" && !strings.HasPrefix(a.Rule, "same event") {
					s += fmt.Sprintf(" %s=%s", a.Role, d.Mentions[a.Mention-1].Text)
				}
			}
			got = append(got, s)
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%q:\n got %q\nwant %q", source, got, want)
		}
	}
	check("Police found 15 radios.", "found - happened actor=Police target=15 radios")
	check("Police found that nobody was there.")
	check("Two car bombs tore through the market.", "tore ASSAULT/explosives happened weapon=Two car bombs")
	check("Rockets fell on the village.", "fell ASSAULT/heavy-weapons happened weapon=Rockets target=the village")
	check("A truck was driven into the gate of the barracks.", "driven ASSAULT happened weapon=A truck target=the gate")
	check("The ministry summoned the ambassador.", "summoned ACCUSE/disapprove happened actor=The ministry recipient=the ambassador")
	check("Police fired teargas.", "fired ASSAULT/crowd-control happened actor=Police")
	check("The group swore loyalty to the emir.", "swore loyalty COOPERATE happened actor=The group recipient=the emir")
	check("Fighters entered the town.", "entered MOBILIZE/troops happened actor=Fighters")
	check("Five girls were taken away.", "taken away ASSAULT/abduct happened victim=Five girls")
	check("Four men were marched into the forest.", "marched ASSAULT/abduct happened victim=Four men")
	check("The girls were taken away by ambulance.")
	check("Gunmen stopped a bus.", "stopped ASSAULT happened actor=Gunmen target=a bus")
	check("Police stopped a bus.")
	check("The two sides signed a treaty.", "signed AGREE happened")
	check("A tractor hit a mine.", "hit ASSAULT/explosives happened target=A tractor")
	check("Police said the suspect shot the clerk.", "shot ASSAULT/firearms happened")
	check("Two cars were stolen.", "stolen - happened target=Two cars")
	check("Gunmen killed three teachers.", "killed ASSAULT happened actor=Gunmen victim=three teachers")
	check("Three teachers were killed by gunmen.", "killed ASSAULT happened victim=Three teachers actor=gunmen")
	check("The killing of a judge by rebels shocked the town.", "killing ASSAULT happened victim=a judge actor=rebels")
	check("The rebels carried out an attack on a bridge.", "attack ASSAULT happened target=a bridge actor=The rebels")
	check("The guerrillas tried to kidnap the minister.", "kidnap ASSAULT/abduct attempted victim=the minister actor=The guerrillas")
	check("Officials fear an attack by the militants.", "attack ASSAULT feared actor=the militants")
	check("The army denied that soldiers had attacked the village.", "attacked ASSAULT denied actor=soldiers target=the village")
	check("Police have not made any arrests.", "arrests COERCE/arrest denied actor=Police")
	check("The rebels will attack the town.", "attack ASSAULT planned actor=The rebels target=the town")
	check("If the rebels attack the town, many people would flee.", "attack ASSAULT hypothetical actor=the rebels target=the town", "flee - hypothetical actor=many people")
	check("The group even tried to the finance minister in May.", "tried - attempted actor=The group victim=the finance minister")
	check("The president visited the museum shop.", "visited CONSULT/visit happened actor=The president")
	check("A bill was killed in the senate.")
	check("Nine miners died when the shaft flooded.", "died - happened victim=Nine miners")
	check("The custom has died in the valley.")
	check("He faces the death penalty.")
	check("The doctor regretted the death of the driver.", "death - happened victim=the driver")
	check("The bomb left ten people dead.", "left ASSAULT/explosives happened weapon=The bomb victim=ten people")
	check("Nurses pronounced the driver dead.", "dead - happened victim=the driver")
	check("The troops found a rifle under the bed.", "found - happened actor=The troops target=a rifle")
	check("The adviser warned about an outbreak of flu.")
	check("The rebels warned that they would attack the town.", "warned THREATEN happened actor=The rebels", "attack ASSAULT feared target=the town")
	check("The hospital received 60 wounded.")
	check("The president received the foreign minister.", "received CONSULT happened actor=The president recipient=the foreign minister")
	check("The army official has withdrawn that number.")
	check("The government withdrew its troops.", "withdrew RETREAT/withdraw happened actor=The government")
	check("The army withdrew from the valley.", "withdrew RETREAT/withdraw happened actor=The army")
	check("He offered his apology.", "apology CONCEDE happened")
	check("The ranks of the party have declined.")
	check("The minister met alleged members of the group.", "met CONSULT happened actor=The minister recipient=alleged members")
	check("They demonstrate that the state is weak.")
	check("A drone strike killed a farmer. The strike destroyed a house.",
		"strike ASSAULT/drone happened weapon=drone", "killed ASSAULT happened victim=a farmer", "strike ASSAULT/drone happened", "destroyed ASSAULT/destroy happened target=a house")
	check("The strike by teachers goes on.", "strike PROTEST/strike happened actor=teachers")
	check("The new strike surprised many.")
	check("The attacks killed ten people.", "attacks ASSAULT happened", "killed ASSAULT happened victim=ten people")
	check("The rebels fought one another.", "fought ASSAULT happened actor=The rebels")
	check("The army carried out an airstrike against a car bomb targeting the airport.",
		"airstrike ASSAULT/aerial happened actor=The army target=a car bomb", "targeting ASSAULT/explosives planned target=the airport weapon=a car bomb")
	check("The group is responsible for clashes with the army.", "clashes ASSAULT happened actor=the army actor=The group")
}

// TestCover: what could have a part in an attack though no rule gives it one.
func TestCover(t *testing.T) {
	reader, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	lexicon, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	check := func(source, phrase string, want bool) {
		t.Helper()
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader.Read(source)}
		r := lexicon.read(d)
		found := r.candidates()
		for i := range found {
			d.Events = append(d.Events, r.event(&found[i]))
		}
		r.cover(found)
		covered := false
		for i := range d.Mentions {
			covered = covered || d.Mentions[i].Text == phrase
		}
		if covered != want {
			t.Errorf("%q: %q covered: %v, want %v", source, phrase, covered, want)
		}
	}
	check("Rebels attacked the town. A pharmacy stood near the road.", "A pharmacy", true)
	check("A pharmacy stood near the road.", "A pharmacy", false)
	check("Rebels attacked the town. The nun was hit by machinegun fire.", "machinegun", true)
	check("Rebels attacked the town. They left a dynamite charge.", "dynamite", false)
}

func TestOneEventIsTiedTogether(t *testing.T) {
	d := read(t)("A bomb exploded outside a bank, killing two guards. The attack was the third this month.")
	if len(d.Events) < 2 {
		t.Fatalf("events %v", d.Events)
	}
	for i := 1; i < len(d.Events); i++ {
		if len(d.Events[i].Links) != 1 || d.Events[i].Links[0] != (annals.Link{Type: annals.SameAs, Event: 1}) {
			t.Errorf("%s: links %v", d.Events[i].Text, d.Events[i].Links)
		}
	}
}

// TestPartsOfASeries: numbered events are parts of the several that the report
// tells them as, and never one of another.
func TestPartsOfASeries(t *testing.T) {
	reading := read(t)
	check := func(source, want string) {
		t.Helper()
		d := reading(source)
		var got []string
		for _, e := range d.Events {
			words := e.Text
			for _, l := range e.Links {
				words += " " + string(l.Type) + " " + d.Events[l.Event-1].Text
			}
			got = append(got, words)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %s, want %s", source, s, want)
		}
	}
	check("Two bombings killed 12 people. The first blast hit a school. A second explosion killed four people.",
		"bombings, killed same_as bombings, blast part_of bombings, explosion part_of bombings, killed same_as explosion")
	check("Two bombings killed 12 people. A bomb exploded at a school. A second bomb exploded at a mill.",
		"bombings, killed same_as bombings, exploded part_of bombings, exploded part_of bombings")
	check("A bomb exploded at a school. Another bomb exploded at a mill.", "exploded, exploded")
	check("A bomb exploded at a school. A second bomb exploded at a mill.", "exploded, exploded follow_up exploded")
	check("Two car bombs exploded in the port. The first car bomb hit a tug. The second car bomb hit a ferry.",
		"exploded, hit part_of exploded, hit part_of exploded")
	check("A bomb exploded at a school. It was the first attack in two years.", "exploded, attack same_as exploded")
	check("A bomb killed 12 people in the port. Police said twelve were killed.", "killed, killed same_as killed")
}

// TestWhatComesAfterIsAnother: two events told as one after the other stay two,
// and the days between them date the one without a date.
func TestWhatComesAfterIsAnother(t *testing.T) {
	reading := read(t)
	check := func(source, first, second string) {
		t.Helper()
		d := reading(source)
		at := strings.Index(source, "29 August")
		d.Times = []annals.Time{{Span: annals.Span{Start: at, End: at + len("29 August")}, EDTF: "2021-08-29"}}
		d.Events, d.Mentions = nil, nil
		c, err := New()
		if err != nil {
			t.Fatal(err)
		}
		c.Annotate(d)
		for _, e := range d.Events {
			want := first
			if strings.Contains(source[:e.Trigger.Start], "soldier") || e.Trigger.In(source) == "killed" && strings.Contains(source[e.Trigger.End:], "12") {
				want = second
			}
			if e.EDTF != want {
				t.Errorf("%q: %s is dated %q, not %q", source, e.Text, e.EDTF, want)
			}
		}
	}
	check("A drone strike on 29 August destroyed a car. The strike came three days after a bomber killed 12 soldiers.", "2021-08-29", "2021-08-26")
	check("A drone strike on 29 August destroyed a car. Three days before the strike, rebels killed 12 soldiers.", "2021-08-29", "2021-08-26")
}

// TestWhatIsSaidIsNotDatedByTheSaying: the day of a statement is no day of an event.
func TestWhatIsSaidIsNotDatedByTheSaying(t *testing.T) {
	source := "The bomb killed two guards, an official said on 28 August."
	d := read(t)(source)
	at := strings.Index(source, "28 August")
	d.Times = []annals.Time{{Span: annals.Span{Start: at, End: at + len("28 August")}, EDTF: "2021-08-28"}}
	d.Events, d.Mentions = nil, nil
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	c.Annotate(d)
	for _, e := range d.Events {
		if e.EDTF != "" {
			t.Errorf("%s is dated %s", e.Text, e.EDTF)
		}
	}
}

func TestStatus(t *testing.T) {
	reading := read(t)
	check := func(source string, want ...annals.Status) {
		t.Helper()
		var got []annals.Status
		for _, e := range reading(source).Events {
			got = append(got, e.Status)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: got %v, want %v", source, got, want)
		}
	}
	check("The group remains able to mount attacks.", annals.Hypothetical)
	check("The governor is due to visit Herat.", annals.Planned)
	check("The army failed to prevent the attack.", annals.Happened)
	check("The army is trying to prevent the next attack.", annals.Feared)
	check("His lack of a strategy to prevent attacks is known.", annals.Feared)
	check("No town can prevent acts of violence.", annals.Hypothetical)
	check("The men will be tried by the court that orders the arrest.", annals.Hypothetical, annals.Hypothetical)
	check("Attack the town.", annals.Hypothetical)
	check("Release the hostages, the bishop said.", annals.Hypothetical)
	check("Engines lift the satellites, or are used to attack a city.", annals.Hypothetical)
	check("The prisoners are to be released on Friday.", annals.Planned)
	check("Miners are to stage a rally in the port.", annals.Planned)
	check("The man was led out to be placed under house arrest.", annals.Planned, annals.Planned)
	check("The guards stopped short of attacking the town.", annals.Denied)
	check("Had the rebels attacked the town, people would have fled.", annals.Hypothetical)
	check("If prices rise and unrest ensues, the army will act.", annals.Hypothetical)
	check("Reports that rebels killed farmers were denied by the group.", annals.Denied)
	check("The envoys narrowly escaped being killed.", annals.Attempted)
	check("The army does not rule out an attack.", annals.Denied, annals.Hypothetical)
	check("The cadets simulated an attack on the port.", annals.Hypothetical)
	check("The clerks talk rather than use violence.", annals.Denied)
	check("The bomb was defused before it exploded.", annals.Attempted)
	check("A warrant was issued for his arrest.", annals.Planned)
	check("The militia is preparing for attacks on the port.", annals.Planned)
	check("Police were able to arrest two men.", annals.Happened)
	check("The soldiers had to withdraw.", annals.Happened)
	check("The soldiers do not have to withdraw.", annals.Hypothetical)
	check("The farmer was one of three men to attack the bridge.", annals.Happened)
	check("The villagers received threats after the kidnapping of a judge.", annals.Happened)
	check("He was arrested for killing a judge.", annals.Happened, annals.Happened)
	check("The council reviewed and banned attacks on schools.", annals.Hypothetical)
	check("Anyone who saw the shooting should call the police.", annals.Happened)
}

func FuzzAnnotate(f *testing.F) {
	reading := read(f)
	f.Add("Gunmen killed three teachers.")
	f.Fuzz(func(t *testing.T, source string) {
		d := reading(source)
		for _, e := range d.Events {
			if e.Trigger.In(source) != e.Text {
				t.Fatalf("trigger %v is not %q", e.Trigger, e.Text)
			}
			for _, a := range e.Arguments {
				if a.Mention < 1 || int(a.Mention) > len(d.Mentions) {
					t.Fatalf("argument points at mention %d of %d", a.Mention, len(d.Mentions))
				}
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	source := strings.Repeat("Gunmen killed three teachers and wounded a guard in an attack on a school near the capital on Monday, police said. "+
		"The president condemned the attack and promised to deploy troops. Officials fear that the militants will attack again.\n\n", 8)
	reader, err := text.NewReader()
	if err != nil {
		b.Fatal(err)
	}
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	words := len(strings.Fields(source))
	read := reader.Read(source)
	b.ResetTimer()
	for range b.N {
		c.Annotate(&annotate.Document{Doc: &annals.Document{Text: source}, Text: read})
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestOutcomesBelongToTheirAttack: each event as its number and that of the one
// it is the same as.
func TestOutcomesBelongToTheirAttack(t *testing.T) {
	reading := read(t)
	check := func(source, want string) {
		t.Helper()
		var got []string
		for i, e := range reading(source).Events {
			first := i + 1
			for _, l := range e.Links {
				if l.Type == annals.SameAs {
					first = int(l.Event)
				}
			}
			got = append(got, fmt.Sprintf("%s=%d", e.Text, first))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q:\n got %s\nwant %s", source, strings.Join(got, " "), want)
		}
	}
	check("Rebels shelled the market on Monday.\n\nA doctor said that nine people were dead.", "shelled=1 dead=1")
	check("Rebels shelled the market. The mayor left. The road closed. A doctor said that nine people were dead.", "shelled=1 dead=1")
	check("Rebels kidnapped a teacher. A doctor said that nine people were dead.", "kidnapped=1 dead=2")
	check("Nine people were dead after the flood.", "dead=1")
	check("Rebels shelled the market. There were no casualties.", "shelled=1 casualties=2")
}

func TestDatesDiffer(t *testing.T) {
	check := func(a, b string, want bool) {
		t.Helper()
		if got := datesDiffer(a, b); got != want {
			t.Errorf("%q and %q: %v", a, b, got)
		}
	}
	check("2016-07", "2020-05", true)
	check("2016", "2016-07-04", false)
	check("2016-07-03", "2016-07-04", true)
	check("2015~", "2016-07-04", false)
	check("", "2016-07-04", false)
}

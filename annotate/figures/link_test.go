package figures_test

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/figures"
)

// linked reads a text with the events, times and actors a chain would have found
// before: an event is "trigger TYPE EDTF", a time "words EDTF", an actor a name.
func linked(t *testing.T, source string, events, times, actors []string) *annotate.Document {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	x, err := figures.New(figures.DefaultTable)
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) annals.Span {
		i := strings.Index(source, words)
		if i < 0 {
			t.Fatalf("%q is not in %q", words, source)
		}
		return annals.Span{Start: i, End: i + len(words)}
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: r.Read(source)}
	for _, e := range events {
		f := append(strings.Fields(e), "")
		d.Events = append(d.Events, annals.Event{Trigger: at(f[0]), Text: f[0], PLOVER: &annals.PLOVER{Type: f[1]}, EDTF: f[2], Status: annals.Happened})
	}
	for _, s := range times {
		words, date, _ := strings.Cut(s, "=")
		d.Times = append(d.Times, annals.Time{Span: at(words), Text: words, EDTF: date, Type: "DATE"})
	}
	for i, name := range actors {
		d.Entities = append(d.Entities, annals.Entity{Name: name, Kind: annals.ArmedGroup})
		span := at(name)
		d.Mentions = append(d.Mentions, annals.Mention{Span: span, Text: name, Head: span, Kind: annals.ArmedGroup, Form: annals.Name, Entity: annals.Ref(i + 1)})
	}
	x.Observe(d) // what the rules choose; what the scorers make of it is measured
	return d
}

func TestEventOf(t *testing.T) {
	for _, c := range []struct {
		source string
		events []string
		times  []string
		figure string
		want   string
	}{
		{"The attack left 9 people dead.", []string{"attack ASSAULT", "left ASSAULT"}, nil, "9 people dead", "attack"},
		{"A bomb killed 9 people.", []string{"killed ASSAULT"}, nil, "9 people", "killed"},
		{"Police arrested a man over the death of 2 guards.", []string{"arrested COERCE"}, nil, "2 guards", "death"},
		{"Police arrested 2 guards.", []string{"arrested COERCE"}, nil, "2 guards", "arrested"},
		{"The firm agreed to buy 60 trucks.", []string{"agreed AGREE"}, nil, "60 trucks", ""},
		{"The blast tore through a market. Twelve people were hurt.", []string{"blast ASSAULT"}, nil, "Twelve people", "blast"},
		{"The blast tore through a market.\n\nTwelve people were hurt.", []string{"blast ASSAULT"}, nil, "Twelve people", "hurt"},
		{"The talks ended. Twelve people were hurt.", []string{"talks CONSULT"}, nil, "Twelve people", "hurt"},
		{"The blast tore through a market. Twelve people were there.", []string{"blast ASSAULT"}, nil, "Twelve people", ""},
		{"Officers seized 20 guns, six of which were stolen.", []string{"seized COERCE", "stolen ASSAULT"}, nil, "20 guns", "seized"},
		{"Nine rifles, a launcher and 13 crates were seized.", []string{"seized COERCE"}, nil, "Nine rifles", "seized"},
		{"Two bombs exploded in the yard.", []string{"exploded ASSAULT"}, nil, "Two bombs", "exploded"},
		{"Three men began firing at a guard.", []string{"firing ASSAULT"}, nil, "Three men", "firing"},
		{"People died in attacks by 150 rebels.", []string{"died ASSAULT", "attacks ASSAULT"}, nil, "150 rebels", "attacks"},
		{"There were 26 cases of assault.", []string{"assault ASSAULT"}, nil, "26 cases", "assault"},
		{"The rebels staged 10 clashes and 4 marches.", []string{"clashes ASSAULT"}, nil, "4 marches", "marches"},
		{"The navy bought 45 boats.", nil, nil, "45 boats", "bought"},
		{"The navy has 45 boats.", nil, nil, "45 boats", ""},
		{"The navy will buy 45 boats.", nil, nil, "45 boats", ""},
		{"The navy buys 45 boats a year.", nil, nil, "45 boats", ""},
		{"Officers charged two men.", nil, nil, "two men", "charged"},
		{"Three officers were involved in the massacre.", []string{"massacre ASSAULT"}, nil, "Three officers", "massacre"},
		{"It mounted 18 attacks in 2017 and 24 in 2018.", []string{"attacks ASSAULT 2017"}, []string{"2017=2017", "2018=2018"}, "18 attacks", "attacks"},
		{"It mounted 18 attacks in 2017 and 24 in 2018.", []string{"attacks ASSAULT 2017"}, []string{"2017=2017", "2018=2018"}, "24", ""},
	} {
		d := linked(t, c.source, c.events, c.times, nil)
		got := "no figure"
		for _, f := range d.Figures {
			if strings.HasPrefix(f.Text, c.figure) {
				got = ""
				if f.Event != 0 {
					got = d.Events[f.Event-1].Text
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %s is of %q, want %q", c.source, c.figure, got, c.want)
		}
	}
}

func TestTimeSaid(t *testing.T) {
	d := linked(t, "The force today confirmed the capture of 2 men in a raid on June 14.", nil, []string{"today=2011-06-21", "June 14=2011-06-14"}, nil)
	if len(d.Figures) != 1 || d.Figures[0].Time != 2 {
		t.Errorf("the day of saying dates what is said: %+v", d.Figures)
	}
}

func TestTimeOfLists(t *testing.T) {
	for source, day := range map[string]string{
		"On Friday they searched 3 shops, 2 mills and 4 barns.":      "Friday=2021-08-27",
		"In 2019 trade came to 320 million francs ($50 million).":    "2019=2019",
		"Some 80 shops have been searched, police said, since June.": "June=2021-06",
	} {
		d := linked(t, source, nil, []string{day}, nil)
		for _, f := range d.Figures {
			if f.Time != 1 {
				t.Errorf("%s: %s has no time", source, f.Text)
			}
		}
		if len(d.Figures) == 0 {
			t.Errorf("%s: no figure", source)
		}
	}
	d := linked(t, "The mayor told reporters on Friday that 5 men were killed.", nil, []string{"Friday=2021-08-27"}, nil)
	if len(d.Figures) != 1 || d.Figures[0].Time != 0 {
		t.Errorf("the day of telling dates what is told: %+v", d.Figures)
	}
}

func TestTimeOfAnotherVerb(t *testing.T) {
	d := linked(t, "The trial of a man accused of killing 2 colleagues starts on Monday.",
		[]string{"killing ASSAULT"}, []string{"Monday=2021-08-23"}, nil)
	if len(d.Figures) != 1 || d.Figures[0].Time != 0 {
		t.Errorf("the day of another verb dates the killed: %+v", d.Figures)
	}
}

func TestStretches(t *testing.T) {
	for source, whole := range map[string]bool{
		"He killed 2 women last week.":           false,
		"They killed 40 women during last week.": true,
		"There were 12 raids last week.":         true,
	} {
		d := linked(t, source, nil, []string{"last week=2021-08-16/2021-08-22"}, nil)
		if len(d.Figures) != 1 || d.Figures[0].Cumulative != whole {
			t.Errorf("%s: cumulative is not %v: %+v", source, whole, d.Figures)
		}
	}
}

func TestMoneyReceived(t *testing.T) {
	source := "The Brigade has received transfers from the Front's core. Some have placed those figures in excess of $100 million."
	d := linked(t, source, nil, nil, []string{"Brigade", "Front"})
	if len(d.Figures) != 1 || d.Figures[0].Subject != 1 {
		t.Errorf("the sum is not the receiver's: %+v", d.Figures)
	}
	source = "The Brigade fought. The Front earned $2 million."
	d = linked(t, source, nil, nil, []string{"Brigade", "Front"})
	if len(d.Figures) != 1 || d.Figures[0].Subject != 2 {
		t.Errorf("the sum is not that of its own sentence: %+v", d.Figures)
	}
}

func TestTimeReached(t *testing.T) {
	source := "The war killed 40 soldiers over the past few days."
	d := linked(t, source, nil, []string{"the past few days=2021-08-26/2021-08-30"}, nil)
	d.Times[0].Type, d.Figures = "DURATION", nil
	x, err := figures.New(figures.DefaultTable)
	if err != nil {
		t.Fatal(err)
	}
	if x.Observe(d); len(d.Figures) != 1 || d.Figures[0].Time != 1 {
		t.Errorf("a stretch of time with ends dates a figure: %+v", d.Figures)
	}
	d.Times[0].EDTF, d.Figures = "", nil
	if x.Observe(d); len(d.Figures) != 1 || d.Figures[0].Time != 1 {
		t.Errorf("a stretch of time that ends now says when: %+v", d.Figures)
	}
	d = linked(t, "The war killed 40 soldiers in four days.", nil, []string{"four days="}, nil)
	d.Times[0].Type, d.Figures = "DURATION", nil
	if x.Observe(d); len(d.Figures) != 1 || d.Figures[0].Time != 1 || !d.Figures[0].Cumulative {
		t.Errorf("the time in which all were killed is theirs: %+v", d.Figures)
	}
	d = linked(t, "The boat with 40 sailors sank after four days.", nil, []string{"four days="}, nil)
	d.Times[0].Type, d.Figures = "DURATION", nil
	if x.Observe(d); len(d.Figures) != 1 || d.Figures[0].Time != 0 {
		t.Errorf("a length of time in which nothing was done dates none: %+v", d.Figures)
	}
	d = linked(t, "Gunmen killed 3 men, including a victim of October.", nil, []string{"October=2021-10"}, nil)
	if len(d.Figures) == 0 || d.Figures[0].Time != 0 {
		t.Errorf("the month of one victim dates all: %+v", d.Figures)
	}
	d = linked(t, "Officials said that, on Friday, 3 men and 2 boys were killed.", nil, []string{"Friday=2021-08-27"}, nil)
	if len(d.Figures) != 2 || d.Figures[0].Time != 1 || d.Figures[1].Time != 1 {
		t.Errorf("the day told before the killed does not date them: %+v", d.Figures)
	}
	d = linked(t, "It will close 14 plants after a $2 billion loss last year.", nil, []string{"last year=2005"}, nil)
	if len(d.Figures) != 2 || d.Figures[0].Time != 0 || d.Figures[1].Time != 1 {
		t.Errorf("the year of the loss dates the plants: %+v", d.Figures)
	}
}

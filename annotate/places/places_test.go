package places

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

var reader = sync.OnceValue(func() *text.Reader {
	r, err := text.NewReader()
	if err != nil {
		panic(err)
	}
	return r
})

func component(t testing.TB) *Component {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	return New(g)
}

// check annotates a text in which others found the given mentions ("kind:words")
// and compares what stands in the document then: "words kind: place country
// precision relation".
func check(t *testing.T, source string, given []string, want ...string) {
	t.Helper()
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader().Read(source)}
	for _, g := range given {
		kind, words, _ := strings.Cut(g, ":")
		at := strings.Index(source, words)
		d.Mentions = append(d.Mentions, annals.Mention{Span: annals.Span{Start: at, End: at + len(words)}, Text: words, Form: annals.Name, Kind: annals.Kind(kind)})
	}
	component(t).Annotate(d)
	var got []string
	for _, m := range d.Mentions {
		line := m.Text + " " + string(m.Kind)
		if m.Place != nil {
			line += strings.TrimRight(fmt.Sprintf(": %s %s %s %s", m.Place.Name, m.Place.Country, m.Place.Precision, m.Place.Relation), " ")
		}
		got = append(got, line)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q:\n got %s\nwant %s", source, strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

func TestAnnotate(t *testing.T) {
	check(t, "Last Thursday, gunmen killed 13 people at the Kabul airport.", nil, "Kabul airport facility: Kabul AF settlement in")
	check(t, "An attack outside Kabul’s airport has left 60 people dead.", nil, "Kabul’s airport facility: Kabul AF settlement outside")
	check(t, "The troops fought in Andar district, Ghazni province.", nil, "Andar place: Andaṟ AF admin2", "Ghazni place: Ghazni AF admin1")
	check(t, "She lives in Paris, Texas, with her son.", nil, "Paris place: Paris US settlement", "Texas place: Texas US admin1")
	check(t, "He was born in Springfield, Ill., in 1950.", nil, "Springfield place: Springfield US settlement", "Ill. place: Illinois US admin1")
	check(t, "The convoy was hit 30 km north of Herat on Sunday.", nil, "Herat place: Herāt AF settlement near")
	check(t, "The group mounted six attacks in the Afghan capital in 2016.", nil, "the Afghan capital place: Kabul AF settlement")
	check(t, "Washington said it would respond to the attack in Syria.", nil, "Washington government", "Syria place: Syria SY country")
	check(t, "Michael Jordan met Gen. Victoria Paris on Monday.", nil)
	check(t, "Affiliates in the Sahel and the Sinai Peninsula are thriving.", nil, "Sahel place: Sahel  region", "Sinai Peninsula place: Sinai Peninsula EG region")
	check(t, "Fighting continued in Georgia, and Tbilisi was shelled by Russian forces.", nil, "Georgia place: Georgia GE country", "Tbilisi place: Tbilisi GE settlement")
	check(t, "They fled Georgia for Alabama after the fire in Atlanta.", nil, "Georgia place: Georgia US admin1", "Alabama place: Alabama US admin1", "Atlanta place: Atlanta US settlement")
	check(t, "Rebels seized the village of Xyzzytown in Helmand province.", nil, "Xyzzytown place: Helmand AF admin1", "Helmand place: Helmand AF admin1")
	check(t, "GUERRILLAS ATTACKED A BRIDGE NEAR SAN SALVADOR IN EL SALVADOR ON 5 MAY.", nil, "SAN SALVADOR place: San Salvador SV settlement near", "EL SALVADOR place: El Salvador SV country")
	check(t, "", nil)
}

func TestAnnotateWithMentions(t *testing.T) {
	check(t, "Police found Jordan in Amman.", []string{"person:Jordan"}, "Jordan person", "Amman place: Amman JO settlement")
	check(t, "They went to Kabul University.", []string{"organisation:Kabul University"}, "Kabul University organisation")
	check(t, "They were in Kabul on Monday.", []string{"place:Kabul"}, "Kabul place: Kabul AF settlement")
}

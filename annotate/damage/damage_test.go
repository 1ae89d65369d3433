package damage

import (
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

func TestDamage(t *testing.T) {
	reader, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	check := func(source string, want ...string) {
		t.Helper()
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: reader.Read(source)}
		New().Annotate(d)
		var got []string
		for _, n := range d.Notes {
			if n.Kind != annals.DamagedText || n.Message == "" {
				t.Errorf("%q: note %+v", source, n)
			}
			got = append(got, n.Span.In(source))
		}
		if len(got) != len(want) {
			t.Errorf("%q: got %q, want %q", source, got, want)
			return
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q: got %q, want %q", source, got, want)
			}
		}
	}
	check("An parked outside the ministry on Monday, has left ten people dead.", "An parked")
	check("The Red Front for the twin bomb attack, which came two days after a truce.", "The Red Front for the twin bomb attack")
	check("The group even tried to the finance minister in May.", "tried to the finance minister")
	check("Jane Smith, a , and John Brown have followed the war.", "a ,")
	check("It seized villages in and Syria within weeks.", "in and Syria")
	check("The front launched against two minorities in the north.", "launched against")
	check("The group was formed in 1990. by former officers of the two armies of the south.", "by former officers of the two armies of the south.")
	check("This has become one of the in the world.", "the in")
	check("It calls its rivals “” with no aim.", "“”")

	check("The army launched an offensive against the rebels.")
	check("The attack, launched against two villages, killed nine people.")
	check("Police tried to no avail to stop the crowd, which was in and around the square.")
	check("A called third strike ended the game.")
	check("For the victims of the bombing, which killed ten, there is no justice.")
	check("The wounded were taken to a hospital. The injured, and the dead, lay there.")
}

package figures_test

import (
	"slices"
	"testing"

	"github.com/annals-project/annals/annotate/figures"
)

// TestWho reads of each sentence who the figures count.
func TestWho(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     []string
	}{
		{"A mine killed her brother.", []string{"her brother"}},
		{"Two of his cousins were killed.", []string{"his cousins"}},
		{"His three cousins were wounded.", []string{"His three cousins"}},
		{"A guard of the French embassy was kidnapped.", []string{"guard of the French embassy"}},
		{"The strike killed nine members of one clan.", []string{"members of one clan"}},
		{"The strike killed 12 people, five of them children.", []string{"people", "children"}},
		{"The strike killed 12 miners and wounded 30.", []string{"miners", "miners"}},
		{"Since May 20 mayors and councillors have been murdered.", []string{"mayors and councillors", "councillors"}},
		{"The shelling wounded 30.", []string{""}},
		{"The doctor counted 46 injured, a dozen of whom were flown out.", []string{"injured", "injured"}},
		{"The strike killed six men from Palawan.", []string{"men from Palawan"}},
		{"The blast wounded two girls aged 7 and 9.", []string{"girls aged 7 and 9"}},
		{"A mine killed 12 boys and girls.", []string{"boys and girls"}},
		{"They paid 5 million pesos.", []string{"pesos"}},
	} {
		d := read(t, figures.DefaultTable, c.sentence)
		var got []string
		for i := range d.Figures {
			got = append(got, d.Figures[i].Who)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.want)
		}
	}
}

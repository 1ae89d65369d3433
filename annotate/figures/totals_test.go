package figures_test

import (
	"testing"

	"github.com/annals-project/annals/annotate/figures"
)

// TestTotalsOfConstructs checks the killed and injured of an attack, attackers
// left out, in the turns of phrase that reports of attacks use.
func TestTotalsOfConstructs(t *testing.T) {
	x, err := figures.New("literal")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		source          string
		killed, injured float64
	}{
		// another N, N more
		{"The blast killed nine people and wounded another 14.", 9, 14},
		{"A bomb went off, killing at least 12 people, including four policemen and a soldier, and wounding another 31.", 12, 31},
		{"A bomb killed 21, among them six children, and injured a further 40.", 21, 40},
		{"The raid left six dead and a further 11 hurt.", 6, 11},
		{"It killed 14 people, most of them shoppers, and wounded some 50 more.", 14, 50},
		{"Eight people, including a nurse and two drivers, were killed and another 19 injured.", 8, 19},
		{"The attack killed 30 people and wounded an additional 45.", 30, 45},
		{"The bomber struck, killing 15 people, including 13 constables and 1 soldier killed, and injuring another 25, including 18 constables, 2 clerks and 5 guests.", 15, 25},
		{"The bomber struck, killing 15 people, including 13 constables and 1 soldier killed and injuring another 25, including 18 constables.", 15, 25},
		{"The blast killed three workers, and wounded four more, two of them badly.", 3, 4},
		// dozens
		{"The bombing killed 40 people and wounded dozen others.", 40, 12},
		{"The bombing killed seven people and wounded dozens.", 7, 24},
		{"The shelling hit a school, killing five and injuring scores more.", 5, 40},
		{"The shelling killed two people and wounded a dozen more.", 2, 12},
		{"Rebels killed two dozen people and wounded several dozen more.", 24, 36},
		{"It killed dozens of worshippers and wounded more than 100.", 24, 100},
		// somebody and those of his
		{"A mayor and his guard were killed and four others injured.", 2, 4},
		{"A senator and his two sons were killed in the ambush.", 3, 0},
		{"Gunmen killed a judge, her husband and their driver.", 3, 0},
		{"A colonel, his wife and three guards died in the blast.", 5, 0},
		{"Gunmen shot dead an engineer and his two brothers.", 3, 0},
		{"A bomb killed a candidate running for a seat in the council, his driver and a guard and injured three others.", 3, 3},
		{"A mine killed a police chief and two of his guards.", 3, 0},
		{"A teacher and four of her pupils were killed.", 5, 0},
		{"The blast killed the driver and a passenger and wounded five.", 2, 5},
		{"A trader was killed along with his three children.", 4, 0},
		{"A man, his wife and their two daughters were killed.", 4, 0},
		{"Raiders killed a village elder and three of his relatives and burned 12 houses.", 4, 0},
		// attackers
		{"A bomber blew himself up, killing himself and five others.", 5, 0},
		{"A suicide bomber killed himself and three guards.", 3, 0},
		{"The gunman killed eight people before turning the gun on himself.", 8, 0},
		{"The attack left ten people dead, including the bomber.", 9, 0},
		{"Sixteen people were killed in the blast, including the suicide bomber.", 15, 0},
		{"Five militants, including the bomber, and at least nine civilians were killed.", 9, 0},
		{"At least 20 people were killed, along with the three attackers.", 20, 0},
		{"Twelve people died, including all four gunmen.", 8, 0},
		{"Two of the attackers were also killed. Eleven villagers died.", 11, 0},
		{"The blast killed 14 people, not including the two bombers.", 14, 0},
		{"The explosion killed the attacker and wounded six people.", 0, 6},
		{"An assailant stabbed three people before being shot dead by police.", 0, 3},
		{"Three of the four attackers also died.", 0, 0},
		// the outcome of those hurt
		{"A man stabbed four people, seriously wounding two.", 0, 4},
		{"Two hikers were stabbed. One of them died and the other was badly hurt.", 1, 1},
		{"Three people were stabbed, one of them fatally.", 1, 2},
		{"Six people were shot, two fatally.", 2, 4},
		{"Four people were injured, one of whom later died.", 1, 3},
		{"Ten others, six policemen and four civilians, were injured.", 0, 10},
		{"Three guards were killed and ten others, six policemen and four civilians, injured.", 3, 10},
		{"The crash hurt 17 people, three critically.", 0, 17},
		{"Twenty-two people were hurt. Five of the injured are in critical condition.", 0, 22},
		{"An attacker stabbed a student near the gate and killed her.", 1, 0},
		{"A tourist was stabbed and killed.", 1, 0},
		// several attacks
		{"A bomb killed eight people in a market. Later that day, a second bomb killed five soldiers at a checkpoint.", 13, 0},
		{"Gunmen killed four guards at the gate. An hour later, they fatally stabbed a cook.", 5, 0},
		{"Two blasts struck the town. The first killed nine people and the second killed six.", 15, 0},
		{"Six soldiers, six clerks and a police officer were killed. One hour later a woman blew herself up at a bank, killing a soldier.", 14, 0},
		{"Seven miners were shot dead in their camp. In a separate attack, three farmers were shot dead on the road.", 10, 0},
		// the same told again
		{"A bomb killed eight people in a market. Police said eight people had died.", 8, 0},
		{"At least seven people were killed. Officials later put the toll at nine.", 9, 0},
		{"The blast killed five people. Among the dead were two children.", 5, 0},
		{"A bomb killed 12 people. The blast killed 12 people, including four children, and hurt 20.", 12, 20},
		// no number
		{"A gunman killed a policeman.", 1, 0},
		{"Militants beheaded an aid worker.", 1, 0},
		{"A gunman killed Dutch consul and three passers-by were hurt.", 1, 3},
		{"One passenger was killed and the pilot injured.", 1, 1},
		// other verbs and nouns
		{"Twelve people lost their lives and 30 sustained injuries.", 12, 30},
		{"Forty 6 people were injured.", 0, 46},
		{"The blast claimed the lives of 17 people and hurt 28.", 17, 28},
		{"The storming caused 19 deaths and 43 injuries.", 19, 43},
		{"The death toll stands at 31, with 60 wounded.", 31, 60},
		{"They opened fire, leaving three dead and seven wounded.", 3, 7},
		{"The raid ended with five fatalities and 12 injuries.", 5, 12},
		{"Nine died and 20 were taken to hospital.", 9, 20},
		{"At least 12 people were killed while an unknown number were hurt.", 12, 0},
	} {
		got := x.Totals(read(t, "literal", c.source), figures.Counting{NoAttackers: true, Series: true})
		if got.Killed.Number != c.killed || got.Injured.Number != c.injured {
			t.Errorf("%s\n got %g killed, %g injured, want %g, %g", c.source, got.Killed.Number, got.Injured.Number, c.killed, c.injured)
		}
	}
}

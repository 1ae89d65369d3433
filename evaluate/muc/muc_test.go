package muc

import "testing"

func entity(strs ...string) Entity { return Entity(strs) }

func TestScoreTemplatesAlignsForTheLargestTotal(t *testing.T) {
	check := func(name string, predicted, gold []Template, want Count) {
		t.Helper()
		if got := ScoreTemplates(predicted, gold); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	bombing := Template{Type: "bombing"}
	bombing.Roles[Victim] = []Entity{entity("two guards", "guards")}
	bombing.Roles[Target] = []Entity{entity("the bridge")}
	guess := Template{Type: "bombing"}
	guess.Roles[Victim] = []Entity{entity("GUARDS")}
	attack := Template{Type: "attack"}
	check("nothing said", nil, []Template{bombing}, Count{0, 0, 3})
	check("nothing there", []Template{attack}, nil, Count{0, 1, 0})
	check("type and one filler", []Template{guess}, []Template{bombing}, Count{2, 2, 3})
	check("the order does not matter", []Template{attack, guess}, []Template{bombing, attack}, Count{3, 3, 4})
	check("either half of a doubtful type", []Template{attack}, []Template{{Type: "bombing / attack"}}, Count{1, 1, 1})
}

func TestScoreRolesPoolsAndPairs(t *testing.T) {
	var g1, g2, p Template
	g1.Roles[PerpInd] = []Entity{entity("terrorists", "rebels")}
	g2.Roles[PerpInd] = []Entity{entity("rebels"), entity("two men")}
	p.Roles[PerpInd] = []Entity{entity("terrorists"), entity("Two  men."), entity("police")}
	if got, want := ScoreRoles([]Template{p}, []Template{g1, g2})[PerpInd], (Count{2, 3, 2}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestSplit(t *testing.T) {
	texts := Split("DEV-MUC3-0001 (NOSC)\n\n   LIMA, 4 FEB 90 -- [TEXT] ONE.\n\nDEV-MUC3-0002 (NOSC)\n\n   NO CITY, NO DATE -- TWO.\n")
	if len(texts) != 2 || texts[0].ID != "DEV-MUC3-0001" || texts[0].Published != "1990-02-04" || texts[1].Published != "" {
		t.Errorf("got %+v", texts)
	}
}

package synthetic

import (
	"math/rand/v2"

	"github.com/annals-project/annals"
)

// deed is a way of doing harm, with its types.
type deed struct {
	verb, noun string
	plover     annals.PLOVER
	acled      annals.ACLED
}

func assault(verb, noun, mode, sub string) deed {
	return deed{verb, noun, annals.PLOVER{Type: "ASSAULT", Mode: mode, Modes: []string{mode}}, annals.ACLED{Type: "Explosions/Remote violence", SubType: sub}}
}

// assaults is how many of the deeds, the first, are done to someone.
const assaults = 5

var deeds = []deed{
	assault("bombed", "bombing", "explosives", "Remote explosive/landmine/IED"),
	assault("shelled", "shelling", "heavy-weapons", "Shelling/artillery/missile attack"),
	assault("shot at", "shooting", "firearms", "Attack"),
	assault("blew up", "blast", "suicide-attack", "Suicide bomb"),
	assault("attacked", "attack", "", "Armed clash"),
	{"took captives at", "abduction", annals.PLOVER{Type: "COERCE", Mode: "seize", Modes: []string{"seize"}}, annals.ACLED{Type: "Violence against civilians", SubType: "Abduction/forced disappearance"}},
	{"marched through", "protest", annals.PLOVER{Type: "PROTEST", Mode: "demo", Modes: []string{"demo"}}, annals.ACLED{Type: "Protests", SubType: "Peaceful protest"}},
}

var (
	groupKinds = []string{"Front for the Liberation", "Brigade", "Young Guard", "Resistance Council", "Army of the People", "Defenders", "Red Column",
		"Free Companies", "Sons", "Vanguard", "Night Riders", "Union of Fighters", "Northern Shield", "Popular Militia", "Black Banner", "River Brotherhood"}
	groupPlaces = []string{"Arvand", "Belmora", "Castrel", "Dorun", "Eskar", "Farsan", "Galdir", "Horvat", "Irimbo", "Jastrow", "Keldara", "Lomani", "Mirsova",
		"Nakuro", "Ostrava Hills", "Perlin", "Qasmar", "Rovend", "Sarkand", "Tamboro", "Ulvik", "Vessaly", "Wadorra", "Xanor", "Yelmara", "Zorind"}
	ordinals = []string{"First", "Second", "Third", "Fourth", "New", "United", "Real", "Old", "True", "Greater"}
	forces   = []string{"Army", "National Police", "Border Guard"}
	given    = []string{"Adan", "Belis", "Corvan", "Dalia", "Emrik", "Farro", "Gelda", "Hasko", "Ilmar", "Jorun", "Kessim", "Liora", "Madrin", "Nevo", "Orsola", "Pavlin"}
	harmed   = []string{"people", "civilians", "soldiers", "police officers", "farmers", "traders", "passengers", "worshippers"}
	outlets  = []string{"Daily Ledger", "Morning Courier", "Coastal Wire", "Capital Post", "Valley Times", "Radio North", "Evening Standard Bearer", "The Observer of Trade",
		"Plains Gazette", "Harbour News", "Union Press", "Mountain Echo"}
	speakers = []string{"a provincial governor", "a police spokesman", "a hospital doctor", "two residents", "an army officer", "a local councillor", "a medic"}
	subjects = []string{"Witnesses", "Shopkeepers", "Teachers", "Drivers", "Neighbours", "Rescuers", "Soldiers", "Local elders", "Fishermen", "Nurses", "Students", "Officials"}
	verbs    = []string{"described", "remembered", "counted", "reported", "saw", "noted", "feared", "photographed", "mentioned", "heard"}
	small    = []string{"the", "of", "and", "in", "a", "to", "near", "from", "with", "after", "before", "by"}
	parts    = []string{"ba", "ren", "tol", "mi", "sar", "ke", "dun", "vo", "lis", "ga", "per", "no", "chi", "mar", "fe", "lun", "zo", "tra", "wen", "pu"}

	vocabulary = madeUpWords()
	commonness = zipf(len(vocabulary), 1)
)

// madeUpWords are all words of two to four parts that fall to a language.
func madeUpWords() []string {
	const many = 20000
	random := rand.New(rand.NewPCG(1, 2))
	var out []string
	for range many {
		word := ""
		for range 2 + random.IntN(3) {
			word += pick(random, parts)
		}
		out = append(out, word)
	}
	return out
}

package events

import (
	"strings"

	"github.com/annals-project/annals"
)

// meansMode is the mode a weapon's head word gives an ASSAULT that has none.
var meansMode = []struct{ words, mode string }{
	{"bomb bombs dynamite explosive explosives mine mines landmine grenade grenades car-bomb device charge charges ied tnt", "explosives"},
	{"rifle rifles gun guns pistol machinegun machine-gun machineguns submachinegun bullet bullets firearms shotgun ak-47 m-16 gunfire", "firearms"},
	{"mortar mortars rocket rockets artillery missile missiles tank tanks bazooka shells cannon", "heavy-weapons"},
	{"knife knives machete machetes axe stone stones sword gasoline", "primitive"},
	{"drone drones uav", "drone"},
	{"aircraft helicopter helicopters warplane warplanes jet jets", "aerial"},
}

// modes gives an ASSAULT the modes that its weapon and its modifiers tell.
func (r *reading) modes(e *annals.Event) {
	if e.PLOVER.Type != "ASSAULT" {
		return
	}
	add := func(mode string) {
		switch {
		case e.PLOVER.Mode == mode:
		case e.PLOVER.Mode == "":
			e.PLOVER.Mode = mode
		case mode == "suicide-attack":
			e.PLOVER.Modes = append(e.PLOVER.Modes, e.PLOVER.Mode)
			e.PLOVER.Mode = mode
		default:
			e.PLOVER.Modes = append(e.PLOVER.Modes, mode)
		}
	}
	for _, a := range e.Arguments {
		m := &r.doc.Mentions[a.Mention-1]
		words := strings.Fields(strings.ToLower(m.Text))
		if len(words) == 0 {
			continue
		}
		if a.Role == annals.WeaponRole {
			for _, row := range meansMode {
				if containsWord(row.words, words[len(words)-1]) {
					add(row.mode)
				}
			}
		}
		if containsWord(strings.Join(words, " "), "suicide") && (a.Role == annals.Actor || a.Role == annals.WeaponRole) {
			add("suicide-attack")
		}
	}
	i := r.text.TokenAt(e.Trigger.End - 1)
	if r.anyChild(i, func(c int) bool { return r.text.Tokens[c].Norm == "suicide" }) {
		add("suicide-attack")
	}
	if len(e.PLOVER.Modes) > 0 {
		e.PLOVER.Modes = append([]string{e.PLOVER.Mode}, e.PLOVER.Modes...)
	}
}

func containsWord(list, w string) bool {
	return strings.Contains(" "+list+" ", " "+w+" ")
}

package incidents

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// keyed is one incident of one MUC-4 answer key, as far as it tells which
// incident it is.
type keyed struct {
	text              string // "DEV-MUC3-0001"
	date, kind, state string
	towns, names      []string
}

// Slots of the answer keys.
const (
	textSlot     = 0
	dateSlot     = 2
	locationSlot = 3
	typeSlot     = 4
)

// nameSlots are perpetrators, physical and human targets.
var nameSlots = []int{9, 10, 12, 18, 19}

var (
	slotLine   = regexp.MustCompile(`^(\d+)\.\s+[A-Z][A-Z: ()]*?\s{2,}(.*)$`)
	quoted     = regexp.MustCompile(`"([^"]+)"`)
	placeNamed = regexp.MustCompile(`([A-Z' ]+?) \(`)
)

// noName are fillers that many incidents share.
var noName = map[string]bool{"GUERRILLAS": true, "TERRORISTS": true, "REBELS": true, "FMLN": true, "FARABUNDO MARTI NATIONAL LIBERATION FRONT": true, "CIVILIANS": true,
	"CIVILIAN": true, "PEASANTS": true, "SOLDIERS": true, "POLICEMEN": true, "TERRORIST": true, "GUERRILLA": true, "ARMED MEN": true}

// keys reads the answer keys of a part of the corpus; part is "dev", "tst1", "tst2".
func keys(data, part string) ([]keyed, error) {
	files, err := filepath.Glob(filepath.Join(data, "data", "muc4", part, "key-*"))
	if err != nil {
		return nil, err
	}
	var out []keyed
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		var slots map[int]string
		last := -1
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			m := slotLine.FindStringSubmatch(lines.Text())
			switch {
			case m != nil:
				slot, _ := strconv.Atoi(m[1])
				if slot == textSlot {
					out = appendKey(out, slots)
					slots = map[int]string{}
				}
				if slots != nil {
					slots[slot] = strings.TrimSpace(m[2])
				}
				last = slot
			case slots != nil && last >= 0 && strings.HasPrefix(lines.Text(), "   "):
				slots[last] += " " + strings.TrimSpace(lines.Text())
			}
		}
		out = appendKey(out, slots)
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func appendKey(out []keyed, slots map[int]string) []keyed {
	if slots == nil || slots[typeSlot] == "" || slots[typeSlot] == "*" || len(strings.Fields(slots[textSlot])) == 0 {
		return out
	}
	date, _, _ := strings.Cut(slots[dateSlot], "/")
	state, rest, _ := strings.Cut(slots[locationSlot], ":")
	k := keyed{text: strings.Fields(slots[textSlot])[0], date: strings.Trim(date, " ?()"), kind: strings.Fields(slots[typeSlot])[0], state: strings.Trim(state, " ?")}
	for _, m := range placeNamed.FindAllStringSubmatch(rest, -1) {
		k.towns = append(k.towns, strings.TrimSpace(m[1]))
	}
	for _, s := range nameSlots {
		for _, m := range quoted.FindAllStringSubmatch(slots[s], -1) {
			if name := strings.TrimSpace(strings.Trim(m[1], `\`)); !noName[name] {
				k.names = append(k.names, name)
			}
		}
	}
	return append(out, k)
}

// same says whether two keys are of one incident: one date, kind and country, no
// different towns, and a perpetrator or target in common.
func (k *keyed) same(o *keyed) bool {
	if k.date == "-" || k.date == "" || k.date != o.date || k.kind != o.kind || k.state != o.state || k.state == "-" {
		return false
	}
	if len(k.towns) > 0 && len(o.towns) > 0 && !share(k.towns, o.towns) {
		return false
	}
	return share(k.names, o.names)
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

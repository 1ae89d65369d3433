package incidents

import (
	"path/filepath"
	"slices"
	"strconv"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/resolve/linkage"
)

// set is reports of which it is known which tell of one incident.
type set struct {
	name, part string
	readings   []*annals.Reading // text and date of publication alone
	gold       []string          // by reading

	likeness []linkage.Pair // of the baseline, once worked out
}

func (s *set) add(text, published, gold string) {
	r := &annals.Reading{Document: &annals.Document{Text: text}}
	if published != "" {
		r.Document.Published = &annals.Published{EDTF: published}
	}
	s.readings, s.gold = append(s.readings, r), append(s.gold, gold)
}

// firstHeldOut is the first topic of ECB+ that nothing is tuned on.
const firstHeldOut = 30

// sets reads all sets, those for tuning first.
func sets(data string) ([]set, error) {
	ecb, err := cat.ECBPlus(data)
	if err != nil {
		return nil, err
	}
	meantime, err := cat.MEANTIME(data)
	if err != nil {
		return nil, err
	}
	out := []set{{name: "ECB+", part: "tuning"}, {name: "MUC", part: "tuning"}, {name: "ECB+", part: "held out"}, {name: "MUC", part: "held out"}, {name: "MEANTIME", part: "held out"}}
	for _, d := range ecb {
		n, err := strconv.Atoi(d.Topic)
		if err != nil {
			return nil, err
		}
		if n < firstHeldOut {
			out[0].add(d.Text, "", d.Subtopic)
		} else {
			out[2].add(d.Text, "", d.Subtopic)
		}
	}
	for _, d := range meantime {
		out[4].add(d.Text, "", d.Topic)
	}
	if err := out[1].addMUC(data, muc.DEV); err != nil {
		return nil, err
	}
	return out, out[3].addMUC(data, muc.TST1, muc.TST2)
}

// addMUC takes the texts that tell of incidents; those whose keys share an
// incident belong together.
func (s *set) addMUC(data string, parts ...muc.Part) error {
	texts, err := muc.Load(filepath.Join(data, "data"), parts...)
	if err != nil {
		return err
	}
	report := map[string]*muc.Text{}
	for i := range texts {
		report[texts[i].ID] = &texts[i]
	}
	var all []keyed
	for _, folder := range []string{"dev", "tst1", "tst2"} {
		k, err := keys(data, folder)
		if err != nil {
			return err
		}
		for _, x := range k {
			if report[x.text] != nil {
				all = append(all, x)
			}
		}
	}
	root := map[string]string{}
	find := func(id string) string {
		for root[id] != "" && root[id] != id {
			id = root[id]
		}
		return id
	}
	var order []string
	for i := range all {
		if root[all[i].text] == "" {
			root[all[i].text] = all[i].text
			order = append(order, all[i].text)
		}
		for j := range i {
			if a, b := find(all[i].text), find(all[j].text); a != b && all[i].same(&all[j]) {
				root[max(a, b)] = min(a, b)
			}
		}
	}
	slices.Sort(order)
	for _, id := range order {
		s.add(report[id].Body, report[id].Published, find(id))
	}
	return nil
}

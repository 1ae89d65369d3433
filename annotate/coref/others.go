package coref

import "github.com/annals-project/annals"

// resolveOthers finds antecedents for nominals and pronouns.
func (x *reading) resolveOthers() {
	for i := range x.d.Mentions {
		switch x.d.Mentions[i].Form {
		case annals.Pronoun:
			x.pronoun(i)
		case annals.Nominal:
			x.nominal(i)
		}
	}
}

// reach is how many sentences back an antecedent may stand.
const reach = 3

// pronoun merges a pronoun with the nearest mention before it that fits.
func (x *reading) pronoun(i int) {
	m := &x.d.Mentions[i]
	for j := i - 1; j >= 0 && x.views[i].sentence-x.views[j].sentence < reach; j-- {
		a := &x.d.Mentions[j]
		if a.Form == annals.Pronoun && a.Text != m.Text || x.views[j].last > x.views[i].first {
			continue
		}
		if m.Kind == annals.Person && a.Kind == annals.Person {
			x.merge(i, j)
			return
		}
		if m.Kind == annals.OtherKind && (a.Kind == annals.ArmedGroup || a.Kind == annals.Organisation || a.Kind == annals.Government) {
			x.merge(i, j)
			return
		}
	}
}

// nominal merges "the group" with the nearest group before it.
func (x *reading) nominal(i int) {
	m, v := &x.d.Mentions[i], &x.views[i]
	if v.first == 0 || x.t.Tokens[v.first-1].Norm != "the" {
		return
	}
	switch x.t.Tokens[v.head].Norm {
	case "group", "organisation", "organization":
	default:
		return
	}
	for j := i - 1; j >= 0 && v.sentence-x.views[j].sentence < reach; j-- {
		a := &x.d.Mentions[j]
		if a.Form == annals.Name && (a.Kind == annals.ArmedGroup || a.Kind == m.Kind) && x.views[j].last < v.first {
			x.merge(i, j)
			return
		}
	}
}

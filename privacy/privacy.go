// Package privacy keeps private people out of what leaves the desk: it covers
// their names in an account, blurs where people live, shelter or are treated,
// keeps a search from telling what is covered, and takes a name out of a reading
// for good.
//
// Who is private, package mask says. What is derived is derived from the
// originals; the account that Mask gives has the same places, numbers and
// lengths, and covered names.
package privacy

import (
	"maps"
	"reflect"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/mask"
	"github.com/annals-project/annals/resolve"
)

// Mask gives the account as it may leave the desk: names of private persons are
// covered wherever they stand, in texts, titles, addresses, aliases, roles and
// the bytes as received.
func Mask(a *account.Account) *account.Account { return NewMasker(a).Account() }

// MaskSensitive gives the account for those who may see names: children and
// those near whose names a report speaks of sexual violence stay covered.
func MaskSensitive(a *account.Account) *account.Account {
	return newMasker(a, func(p *mask.Person) bool { return p.Sensitive }).Account()
}

// Account is the masked account.
func (m *Masker) Account() *account.Account {
	// What the reader took for a body may be a person: without a name, no page.
	return m.copy().Without(func(x *account.Actor) bool { return x.Name == whole(x.Name) })
}

// Judgements are judgements with the names covered that they speak of.
func (m *Masker) Judgements(log []annals.Judgement) []annals.Judgement {
	return mirror(log, func(j *annals.Judgement) cover {
		var in []int
		for _, key := range []string{j.Left, j.Right} {
			if k, err := annals.ParseKey(key); err == nil {
				if i, known := m.at[k.Document]; known {
					in = append(in, i)
				}
			}
		}
		return m.among(in)
	})
}

// copy is the account with everything covered that the masker covers.
func (m *Masker) copy() *account.Account {
	a := m.account
	out := *a.WithOriginals(func(r *annals.Reading) *annals.Reading { return m.readings[m.at[r.Document.ID]].reading(r) })
	out.Resolution = m.resolution(a.Resolution)
	out.Documents = mirror(a.Documents, func(d *account.Document) cover { return m.among([]int{d.Reading}) })
	out.Amendments = mirror(a.Amendments, func(x *account.Amendment) cover { return m.among([]int{x.Reading}) })
	out.Sources = mirror(a.Sources, func(*account.Source) cover { return m.among(slices.Collect(maps.Values(m.at))) })
	out.LeftOut = leftOut(a.LeftOut)
	out.Actors = mirror(a.Actors, func(x *account.Actor) cover { return m.actor(&a.Resolution.Actors[x.Resolved]) })
	for i := range out.Actors {
		for k := range out.Actors[i].Profile.Aims {
			aim := &out.Actors[i].Profile.Aims[k]
			aim.Value = aimed(out.Resolution.Readings, aim.Statements[0])
		}
	}
	out.Events = mirror(a.Events, func(x *account.Event) cover { return m.among(readingsOf(x.Statements)) })
	out.Relations = nil
	for i := range a.Relations {
		if x := &a.Relations[i]; !m.ties(x) {
			out.Relations = append(out.Relations, copyOf(*x, m.among(readingsOf(x.Statements))))
		}
	}
	out.Claims = mirror(a.Claims, func(x *account.Claim) cover { return m.among([]int{x.Reading}) })
	for i := range out.Claims {
		x := &out.Claims[i]
		x.Content = said(out.Resolution.Readings[x.Reading], x.Ref)
	}
	out.Conflicts = mirror(a.Conflicts, func(x *account.Conflict) cover {
		in := readingsOf(x.Statements)
		for _, c := range x.Sentences {
			in = append(in, a.Documents[c.Document].Reading)
		}
		return m.among(in)
	})
	return &out
}

// leftOut names reports that were not used by their IDs alone: nobody knows who
// is named in their titles and addresses.
func leftOut(list []account.LeftOut) []account.LeftOut {
	var out []account.LeftOut
	for _, x := range list {
		out = append(out, account.LeftOut{Document: &annals.Document{ID: x.Document.ID, URI: x.Document.ID, Published: x.Document.Published}, Why: x.Why})
	}
	return out
}

// said is what somebody says, in the words of the report.
func said(r *annals.Reading, ref annals.Ref) string {
	content := r.Claims[ref-1].Content
	if len(content) == 0 {
		return ""
	}
	return annals.Span{Start: content[0].Start, End: content[len(content)-1].End}.In(r.Document.Text)
}

// aimed is an aim that a statement states, in the words of its report.
func aimed(readings []*annals.Reading, k resolve.StatementKey) string {
	r := readings[k.Reading]
	s := &r.Statements[k.Statement]
	return r.Entities[s.Ref-1].Aims[s.Aim-1].Text
}

// readingsOf are those that statements belong to, each once.
func readingsOf(keys []resolve.StatementKey) []int {
	seen := map[int]bool{}
	var out []int
	for _, k := range keys {
		if !seen[k.Reading] {
			seen[k.Reading] = true
			out = append(out, k.Reading)
		}
	}
	return out
}

// resolution covers the readings and what is called by names beside them.
func (m *Masker) resolution(r *resolve.Resolution) *resolve.Resolution {
	readings := make([]*annals.Reading, len(r.Readings))
	for i, reading := range r.Readings {
		readings[i] = m.readings[i].reading(reading)
	}
	out := r.With(readings, m.Judgements(r.Judgements))
	out.Groups = mirror(r.Groups, func(g *resolve.Group) cover { return m.among(g.Readings) })
	out.Actors = mirror(r.Actors, m.actor)
	out.Origins = mirror(r.Origins, func(o *resolve.Origin) cover { return m.among(readingsOf(o.Statements)) })
	out.Decisions = mirror(r.Decisions, func(d *resolve.Decision) cover { return m.among([]int{d.Left.Reading, d.Right.Reading}) })
	return out
}

// ties says whether a relation has a private person at an end: it would be a
// node of theirs.
func (m *Masker) ties(r *account.Relation) bool {
	for _, k := range r.Statements {
		x := &m.account.Reading(k.Reading).Relations[m.account.Statement(k).Ref-1]
		if m.readings[k.Reading].hidden[x.From] || m.readings[k.Reading].hidden[x.To] {
			return true
		}
	}
	return false
}

// cover gives a string as it may be shown.
type cover func(string) string

// mirror copies a list, each string of each item covered. What somebody adds to
// these types is covered without a word here.
func mirror[T any](list []T, by func(*T) cover) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	for i := range list {
		out[i] = copyOf(list[i], by(&list[i]))
	}
	return out
}

func copyOf[T any](x T, f cover) T {
	return duplicate(reflect.ValueOf(x), f).Interface().(T)
}

// duplicate copies a value and all it holds; fields that are not exported are
// shared.
func duplicate(v reflect.Value, f cover) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(f(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && !exempt[v.Type().Field(i).Name] {
				out.Field(i).Set(duplicate(v.Field(i), f))
			}
		}
	case reflect.Slice:
		if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 {
			break
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(duplicate(v.Index(i), f))
		}
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().PkgPath() != "time" {
			p := reflect.New(v.Type().Elem())
			p.Elem().Set(duplicate(v.Elem(), f))
			out.Set(p)
		}
	case reflect.Map:
		if v.IsNil() {
			break
		}
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for _, k := range v.MapKeys() {
			out.SetMapIndex(duplicate(k, f), duplicate(v.MapIndex(k), f))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(duplicate(v.Elem(), f))
		}
	}
	return out
}

// exempt are fields that hold no words of a report: names of things by hash,
// dates, and terms of fixed lists.
var exempt = map[string]bool{"ID": true, "FromID": true, "ToID": true, "Label": true, "Document": true, "VersionOf": true, "EDTF": true,
	"Kind": true, "Type": true, "Form": true, "Measure": true, "Status": true, "Precision": true, "Country": true, "Admin1": true,
	"Rule": true, "GradeRule": true, "Grade": true, "Verdict": true, "Extractor": true, "Reported": true, "PLOVER": true, "ACLED": true,
	"Place": true, "Proof": true, "SpeakerType": true, "At": true}

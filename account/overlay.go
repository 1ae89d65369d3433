package account

import (
	"cmp"
	"maps"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// overlay is one reading with what persons say of its elements.
type overlay struct {
	was, now   *annals.Reading
	places     *placeNames
	gone       map[annals.KeyKind]map[annals.Ref]bool
	amendments []Amendment
}

// abouts are the statements about elements of a kind.
var abouts = map[annals.KeyKind]annals.About{annals.EventKey: annals.AboutEvent, annals.FigureKey: annals.AboutFigure,
	annals.ClaimKey: annals.AboutClaim, annals.RelationKey: annals.AboutRelation, annals.AimKey: annals.AboutProfile}

// target is an element that was judged.
type target struct {
	kind annals.KeyKind
	ref  annals.Ref
}

func (o *overlay) apply(judged []annals.Judgement) {
	byTarget := map[target]*verdicts{}
	for i := range judged {
		j := &judged[i]
		key, _ := annals.ParseKey(j.Left) // it was read before
		t := target{key.Kind, resolve.Locate(o.was, key)}
		if _, judgeable := abouts[key.Kind]; !judgeable || t.ref == 0 {
			continue
		}
		if byTarget[t] == nil {
			byTarget[t] = &verdicts{fields: map[string]*annals.Judgement{}}
		}
		byTarget[t].take(j)
	}
	targets := slices.SortedFunc(maps.Keys(byTarget), func(x, y target) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.ref, y.ref))
	})
	for _, t := range targets {
		v := byTarget[t]
		if v.standing != nil && v.standing.Verdict == annals.Rejected {
			o.reject(t, v.standing)
			continue
		}
		for _, field := range slices.Sorted(maps.Keys(v.fields)) {
			o.correct(t, v.fields[field])
		}
	}
	o.renumber()
}

func (v *verdicts) take(j *annals.Judgement) {
	if j.Verdict == annals.Corrected {
		if before := v.fields[j.Field]; before == nil || j.Newer(before) {
			v.fields[j.Field] = j
		}
		return
	}
	if v.standing == nil || j.Newer(v.standing) {
		v.standing = j
	}
}

func (o *overlay) reject(t target, j *annals.Judgement) {
	if o.gone[t.kind] == nil {
		o.gone[t.kind] = map[annals.Ref]bool{}
	}
	o.gone[t.kind][t.ref] = true
	o.note(t, j, "")
}

// note lists what a person amended.
func (o *overlay) note(t target, j *annals.Judgement, was string) {
	x := Amendment{Key: resolve.KeyOf(o.was, t.kind, t.ref), Was: was, Judgement: *j, Text: words(o.was, t)}
	for i := range o.was.Statements {
		if s := &o.was.Statements[i]; t.isStated(o.was, s) {
			x.Statements = append(x.Statements, resolve.StatementKey{Statement: i})
		}
	}
	o.amendments = append(o.amendments, x)
}

// isStated says whether a statement of a reading states the element.
func (t target) isStated(r *annals.Reading, s *annals.Statement) bool {
	if t.kind == annals.AimKey {
		entity, aim := r.AimAt(t.ref)
		return s.About == annals.AboutProfile && s.Ref == entity && s.Aim == aim
	}
	return s.About == abouts[t.kind] && s.Ref == t.ref
}

// words is what the report says where an element stands.
func words(r *annals.Reading, t target) string {
	switch t.kind {
	case annals.EventKey:
		return r.Events[t.ref-1].Text
	case annals.FigureKey:
		return r.Figures[t.ref-1].Text
	case annals.ClaimKey:
		if c := &r.Claims[t.ref-1]; len(c.Content) > 0 {
			return c.Content[0].In(r.Document.Text)
		}
		return r.Claims[t.ref-1].Cue.In(r.Document.Text)
	case annals.AimKey:
		entity, aim := r.AimAt(t.ref)
		return r.Entities[entity-1].Aims[aim-1].Text
	default:
		return r.Relations[t.ref-1].Text
	}
}

// renumber takes out what was rejected, and leads every reference to where its
// element now stands; one to an element that is gone leads nowhere.
func (o *overlay) renumber() {
	if len(o.gone) == 0 {
		return
	}
	r := o.now
	var events, figures, claims, relations []annals.Ref
	r.Events, events = without(r.Events, o.gone[annals.EventKey])
	r.Figures, figures = without(r.Figures, o.gone[annals.FigureKey])
	r.Claims, claims = without(r.Claims, o.gone[annals.ClaimKey])
	r.Relations, relations = without(r.Relations, o.gone[annals.RelationKey])
	o.dropAims()
	for i := range r.Events {
		e := &r.Events[i]
		e.Claim = claims[e.Claim]
		var links []annals.Link
		for _, l := range e.Links {
			if to := events[l.Event]; to != 0 {
				links = append(links, annals.Link{Type: l.Type, Event: to})
			}
		}
		e.Links = links
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		f.PartOf, f.Event, f.Claim = figures[f.PartOf], events[f.Event], claims[f.Claim]
	}
	for i := range r.Relations {
		r.Relations[i].Claim = claims[r.Relations[i].Claim]
	}
	for i := range r.Entities {
		for n := range r.Entities[i].Aims {
			r.Entities[i].Aims[n].Claim = claims[r.Entities[i].Aims[n].Claim]
		}
	}
	to := map[annals.About][]annals.Ref{annals.AboutEvent: events, annals.AboutFigure: figures, annals.AboutClaim: claims, annals.AboutRelation: relations}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Claim = claims[s.Claim]
		if refs, numbered := to[s.About]; numbered {
			if s.Ref = refs[s.Ref]; s.Ref == 0 {
				silence(s)
			}
		}
	}
}

// dropAims takes out the aims that were rejected, with what states them.
func (o *overlay) dropAims() {
	r := o.now
	for i := range r.Entities {
		e, ref := &r.Entities[i], annals.Ref(i+1)
		gone := map[annals.Ref]bool{}
		for n := range e.Aims {
			gone[annals.Ref(n+1)] = o.gone[annals.AimKey][o.was.AimNumber(ref, annals.Ref(n+1))]
		}
		var to []annals.Ref
		e.Aims, to = without(e.Aims, gone)
		for k := range r.Statements {
			if s := &r.Statements[k]; s.About == annals.AboutProfile && s.Ref == ref && s.Aim != 0 {
				if s.Aim = to[s.Aim]; s.Aim == 0 {
					silence(s)
				}
			}
		}
	}
}

// without is a list without some of its elements, and for each reference to the
// old list, 0 included, the one to the new.
func without[T any](list []T, gone map[annals.Ref]bool) (kept []T, to []annals.Ref) {
	to = make([]annals.Ref, len(list)+1)
	for i := range list {
		if ref := annals.Ref(i + 1); !gone[ref] {
			kept = append(kept, list[i])
			to[ref] = annals.Ref(len(kept))
		}
	}
	return kept, to
}

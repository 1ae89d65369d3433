package coref

import (
	_ "embed"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

//go:embed bands.tsv
var bandTable string

// bands are the nouns that show a name to be a body's, and the kind of it.
var bands = readBands(bandTable)

func readBands(table string) map[string]annals.Kind {
	out := map[string]annals.Kind{}
	for line := range strings.Lines(table) {
		noun, armed, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch {
		case noun == "" || noun[0] == '#':
		case armed != "":
			out[noun] = annals.ArmedGroup
		default:
			out[noun] = annals.Organisation
		}
	}
	return out
}

// collectives gives the names of no kind that the report uses as those of
// bodies the kind that shows: "XYZ gunmen", "members of the XYZ", "XYZ is led
// by". An organisation that has gunmen is an armed group, unless it is well known.
func (x *reading) collectives() {
	for k := range x.d.Entities {
		e := &x.d.Entities[k]
		switch e.Kind {
		case annals.OtherKind, annals.Person, annals.Organisation:
		default:
			continue
		}
		if kind := x.collectiveKind(e); kind == annals.ArmedGroup || kind == annals.Organisation && e.Kind != annals.Organisation {
			x.setKind(e, kind)
		}
	}
}

// collectiveKind is the kind of body that the report uses an entity's names as
// those of; other for none.
func (x *reading) collectiveKind(e *annals.Entity) annals.Kind {
	kind := annals.OtherKind
	for _, ref := range e.Mentions {
		if n := x.views[ref-1].name; n != noName && x.names[n].group != 0 {
			return annals.OtherKind
		}
		switch use := x.usedAs(int(ref-1), e); use {
		case annals.ArmedGroup:
			kind = use
		case annals.Organisation:
			if kind == annals.OtherKind {
				kind = use
			}
		}
	}
	return kind
}

func (x *reading) setKind(e *annals.Entity, kind annals.Kind) {
	e.Kind = kind
	for _, ref := range e.Mentions {
		if m := &x.d.Mentions[ref-1]; m.Form == annals.Name {
			m.Kind = kind
		}
	}
}

// usedAs is the kind that the words beside mention i show its entity to be of;
// other for none. What is taken for a person must lead nobody and have a leader.
func (x *reading) usedAs(i int, e *annals.Entity) annals.Kind {
	m := &x.d.Mentions[i]
	if m.Form == annals.Nominal && collective(m.Kind) && e.Kind == annals.OtherKind {
		if m.Kind == annals.ArmedGroup {
			return m.Kind
		}
		return annals.OtherKind
	}
	if m.Form != annals.Name {
		return annals.OtherKind
	}
	if e.Kind == annals.Person {
		if x.hasLeader(i) && len(e.Aliases) == 0 {
			return annals.Organisation
		}
		return annals.OtherKind
	}
	if k := x.membersOf(i); k != annals.OtherKind {
		return k
	}
	if x.abbreviated(i, e) {
		if k := x.membersBeside(i); k != annals.OtherKind {
			return k
		}
	}
	if x.ledOrFounded(i) {
		return annals.Organisation
	}
	return annals.OtherKind
}

// abbreviated says whether name i is an acronym; among words all in capitals,
// where any word looks like one, that of an entity with another name.
func (x *reading) abbreviated(i int, e *annals.Entity) bool {
	if acronym(x.d.Mentions[i].Text) == "" {
		return false
	}
	s := &x.t.Sentences[x.views[i].sentence]
	sentence := x.t.Source[s.Start:s.End]
	return sentence != strings.ToUpper(sentence) || len(e.Aliases) > 0
}

// membersBeside is what the noun right after name i makes of it: "XYZ rebels".
func (x *reading) membersBeside(i int) annals.Kind {
	at := x.views[i].last
	if at < len(x.t.Tokens) && x.t.Tokens[at].UPOS == text.PART {
		at++
	}
	return x.band(at)
}

func (x *reading) band(at int) annals.Kind {
	if at < 0 || at >= len(x.t.Tokens) {
		return annals.OtherKind
	}
	k := &x.t.Tokens[at]
	if kind, ok := bands[strings.ToLower(k.Lemma)]; ok {
		return kind
	}
	if kind, ok := bands[k.Norm]; ok {
		return kind
	}
	return annals.OtherKind
}

// membersOf is what "members of the" before name i makes of it. A place can have
// a leader or a branch, so that nouns which are no members say nothing.
func (x *reading) membersOf(i int) annals.Kind {
	at := x.views[i].first - 1
	if at > 0 && x.t.Tokens[at].Norm == "the" {
		at--
	}
	if at < 1 || x.t.Tokens[at].Norm != "of" {
		return annals.OtherKind
	}
	noun := &x.t.Tokens[at-1]
	if k := x.band(at - 1); k == annals.ArmedGroup || noun.Lemma == "member" || noun.Lemma == "wing" {
		return k
	}
	return annals.OtherKind
}

// ledOrFounded says whether name i is the subject of "is led by" or "was
// founded", or those participles follow it.
func (x *reading) ledOrFounded(i int) bool {
	v := &x.views[i]
	head := &x.t.Tokens[v.head]
	if text.DepIs(head.Dep, "nsubj:pass") && head.Head >= 0 && ledVerbs[x.t.Tokens[head.Head].Lemma] {
		return x.by(head.Head)
	}
	for _, c := range x.t.Children(v.head) {
		if k := &x.t.Tokens[c]; text.DepIs(k.Dep, "acl") && k.XPOS == "VBN" && ledVerbs[k.Lemma] && x.by(int(c)) {
			return true
		}
	}
	return false
}

var ledVerbs = map[string]bool{"lead": true, "head": true, "command": true, "found": true}

// by says whether the agent of a passive verb is a person.
func (x *reading) by(verb int) bool {
	for j := range x.d.Mentions {
		v := &x.views[j]
		if x.d.Mentions[j].Form == annals.Name && x.d.Mentions[j].Kind == annals.Person && x.t.Tokens[v.head].Head == verb && v.first > verb &&
			x.t.Tokens[v.first-1].Norm == "by" {
			return true
		}
	}
	return false
}

// hasLeader says whether "'s leader" and the leader's name follow name i.
func (x *reading) hasLeader(i int) bool {
	at := x.views[i].last
	if at+2 >= len(x.t.Tokens) || x.t.Tokens[at].UPOS != text.PART || x.t.Tokens[at+1].Norm != "leader" {
		return false
	}
	at += 2
	if x.t.Form(at) == "," {
		at++
	}
	j := x.nameAt(at, i+1)
	return j != noName && x.d.Mentions[j].Kind == annals.Person
}

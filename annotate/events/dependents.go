package events

import (
	"github.com/annals-project/annals/text"
)

// dependent is a noun in a function of a trigger.
type dependent struct {
	function string // subj, obj, iobj as in the active voice; by, poss, compound; or a preposition
	token    int
}

// climb is how far subjects are looked for through control and coordination.
const climb = 4

// ofVerb lists what hangs from a verb, a passive turned back into the active,
// the subject of an infinitive or participle taken from where it is understood.
func (r *reading) ofVerb(at int) []dependent {
	var out []dependent
	t, k := r.text, &r.text.Tokens[at]
	passive := r.passive(at)
	hasSubject := false
	for _, c := range t.Children(at) {
		d := t.Tokens[c].Dep
		switch {
		case text.DepIs(d, "nsubj"):
			hasSubject = true
			who := r.relative(int(c), at)
			if passive {
				out = append(out, dependent{"obj", who})
			} else {
				out = append(out, dependent{"subj", who})
			}
		case d == "obj":
			out = append(out, dependent{"obj", r.relative(int(c), at)})
		case d == "iobj":
			out = append(out, dependent{"iobj", int(c)})
		case d == "obl:agent":
			out = append(out, dependent{"by", int(c)})
		case text.DepIs(d, "obl") && d != "obl:unmarked" && d != "obl:tmod":
			if p := r.preposition(int(c)); p == "by" && passive {
				out = append(out, dependent{"by", int(c)})
			} else if p != "" {
				out = append(out, dependent{p, int(c)})
			}
		}
	}
	if !hasSubject && k.Head < 0 {
		for _, c := range t.Children(at) { // "Last Thursday, a bomber and gunmen killed": the parser ties them to the day
			if int(c) < at && r.timed[c] && text.DepIs(t.Tokens[c].Dep, "obl") && r.preposition(int(c)) == "" {
				out = append(out, dependent{"subj", int(c)})
			}
		}
	}
	if !hasSubject && k.Head >= 0 {
		if who := r.understood(at, 0); who != text.None {
			if passive {
				out = append(out, dependent{"obj", who})
			} else {
				out = append(out, dependent{"subj", who})
			}
		}
	}
	return r.spread(out)
}

// understood is the subject of a verb that has none of its own, or None.
func (r *reading) understood(at, depth int) int {
	t, k := r.text, &r.text.Tokens[at]
	if depth > climb || k.Head < 0 {
		return text.None
	}
	switch {
	case text.DepIs(k.Dep, "acl") && k.Dep != "acl:relcl":
		if k.XPOS == "VB" { // "an attempt by rebels to kill": whose attempt
			return r.owner(k.Head)
		}
		return k.Head
	case k.Dep == "amod":
		return k.Head
	case k.Dep == "xcomp":
		if o := t.Child(k.Head, "obj", "iobj"); o != text.None && t.Tokens[k.Head].Lemma != "promise" && t.Tokens[k.Head].Lemma != "use" {
			return o
		}
		return r.subject(k.Head, depth+1)
	case k.Dep == "conj" || k.Dep == "advcl" || k.Dep == "parataxis":
		if r.passive(at) != r.passive(k.Head) && k.Dep == "conj" && t.Child(at, "aux:pass") == text.None {
			return r.subject(k.Head, depth+1)
		}
		return r.subject(k.Head, depth+1)
	}
	return text.None
}

// subject is the surface subject of a verb, its own or understood.
func (r *reading) subject(at, depth int) int {
	if s := r.text.Child(at, "nsubj"); s != text.None {
		return r.relative(s, at)
	}
	return r.understood(at, depth)
}

// owner is who a noun such as "attempt" or "plan" belongs to, or None.
func (r *reading) owner(noun int) int {
	t := r.text
	if p := t.Child(noun, "nmod:poss"); p != text.None {
		return p
	}
	for _, c := range t.Children(noun) {
		if text.DepIs(t.Tokens[c].Dep, "nmod") && r.preposition(int(c)) == "by" {
			return int(c)
		}
	}
	if h := t.Tokens[noun].Head; h >= 0 && t.Tokens[h].UPOS == text.VERB && text.DepIs(t.Tokens[noun].Dep, "obj") {
		return r.subject(h, 1)
	}
	return text.None
}

// relative is what a relative pronoun stands for; any other token is itself.
func (r *reading) relative(i, verb int) int {
	t := r.text
	switch t.Tokens[i].Norm {
	case "who", "which", "that", "whom":
		for v, n := verb, 0; v >= 0 && n < climb; v, n = t.Tokens[v].Head, n+1 {
			if t.Tokens[v].Dep == "acl:relcl" {
				return t.Tokens[v].Head
			}
			if t.Tokens[v].Dep != "conj" && t.Tokens[v].Dep != "ccomp" && t.Tokens[v].Dep != "xcomp" {
				break
			}
		}
	}
	return i
}

// ofNoun lists what hangs from an event noun, and from the verb that carries it
// ("carried out an attack on", "the attack was launched by").
func (r *reading) ofNoun(at int) []dependent {
	var out []dependent
	t := r.text
	for _, c := range t.Children(at) {
		k := &t.Tokens[c]
		switch {
		case k.Dep == "nmod:poss":
			out = append(out, dependent{"poss", int(c)})
		case k.Dep == "compound" || k.Dep == "amod" || k.Dep == "nmod:desc" || k.Dep == "nmod:unmarked":
			out = append(out, dependent{"compound", int(c)})
		case text.DepIs(k.Dep, "nmod"):
			if p := r.preposition(int(c)); p != "" {
				out = append(out, dependent{p, int(c)})
			}
		case k.Dep == "acl" && k.XPOS == "VBN":
			if r.light[k.Lemma] == "actor" {
				out = append(out, r.obliques(int(c))...)
			}
		case k.Dep == "acl:relcl":
			if r.light[k.Lemma] == "actor" {
				out = append(out, r.carried(int(c), at)...)
			}
		}
	}
	if who := r.responsible(at); who != text.None {
		out = append(out, dependent{"by", who})
	}
	if v, part := r.carrier(at); v != text.None {
		if part == "obj" {
			for _, d := range r.ofVerb(v) {
				switch {
				case d.function == "obj": // the noun itself
				case d.function == "subj" || d.function == "by":
					if r.light[t.Tokens[v].Lemma] == "undergoer" {
						out = append(out, dependent{"of", d.token})
					} else {
						out = append(out, dependent{"by", d.token})
					}
				default:
					out = append(out, d)
				}
			}
		} else {
			out = append(out, r.obliques(v)...)
		}
	}
	return r.spread(out)
}

// responsible is the subject of "be responsible for" an event, or None.
func (r *reading) responsible(at int) int {
	t := r.text
	for n := at; n >= 0; n = t.Tokens[n].Head {
		k := &t.Tokens[n]
		if k.Norm == "responsible" && n != at {
			return r.subject(n, 0)
		}
		if k.Dep != "conj" && (n != at && k.UPOS != text.NOUN || r.preposition(n) != "for") {
			break
		}
	}
	return text.None
}

// carried is what a relative clause adds: "the attack which guerrillas launched".
func (r *reading) carried(verb, noun int) []dependent {
	var out []dependent
	for _, d := range r.ofVerb(verb) {
		if d.token == noun {
			continue
		}
		if d.function == "subj" {
			d.function = "by"
		}
		if d.function != "obj" {
			out = append(out, d)
		}
	}
	return out
}

// obliques are the prepositional phrases of a verb.
func (r *reading) obliques(verb int) []dependent {
	var out []dependent
	for _, c := range r.text.Children(verb) {
		if d := r.text.Tokens[c].Dep; text.DepIs(d, "obl") && d != "obl:tmod" && d != "obl:unmarked" {
			if p := r.preposition(int(c)); p != "" {
				out = append(out, dependent{p, int(c)})
			}
		}
	}
	return out
}

// carrier is the light verb an event noun hangs from, with the function the noun
// has there in the active voice: obj or subj. None where there is none.
func (r *reading) carrier(at int) (verb int, function string) {
	t := r.text
	n := at
	for t.Tokens[n].Dep == "conj" && t.Tokens[n].Head >= 0 {
		n = t.Tokens[n].Head
	}
	v := t.Tokens[n].Head
	if v < 0 || t.Tokens[v].UPOS != text.VERB && t.Tokens[v].UPOS != text.AUX {
		return text.None, ""
	}
	kind, isLight := r.light[t.Tokens[v].Lemma]
	if !isLight {
		return text.None, ""
	}
	switch d := t.Tokens[n].Dep; {
	case d == "obj" || d == "nsubj:pass":
		if kind != "none" {
			return v, "obj"
		}
	case d == "nsubj":
		if kind == "none" {
			return v, "subj"
		}
		if r.passive(v) {
			return v, "obj"
		}
	case text.DepIs(d, "obl") && kind == "undergoer":
		return v, "obj"
	}
	return text.None, ""
}

// spread adds the other members of a coordination in each function. A time taken
// for a subject ("Last Thursday, a bomber and gunmen killed") gives way to what
// is attached to it.
func (r *reading) spread(ds []dependent) []dependent {
	for n := 0; n < len(ds) && n < mostDependents; n++ {
		d := ds[n]
		if d.function == "compound" || r.eventNoun(d.token) {
			continue
		}
		for _, c := range r.text.Children(d.token) {
			k := &r.text.Tokens[c]
			if (k.Dep == "conj" || r.timed[d.token] && k.Dep != "amod" && k.Dep != "compound") &&
				(k.UPOS == text.NOUN || k.UPOS == text.PROPN || k.UPOS == text.PRON || k.UPOS == text.NUM) {
				ds = append(ds, dependent{d.function, int(c)})
			}
		}
	}
	return ds
}

// mostDependents bounds a coordination: longer ones are lists the parser ran together.
const mostDependents = 40

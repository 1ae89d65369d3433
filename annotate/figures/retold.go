package figures

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// retold reads the people whom a report tells of once more, or without counting them, at a
// place that itself says what befell them: "the priests were murdered", "who was
// kidnapped", "policemen were wounded". Who of them is counted elsewhere is not asked:
// their figures add to no sum.
func (r *reading) retold(read []draft) []draft {
	t := tellings{here: make(map[int][]*draft, len(r.t.Sentences))}
	for i := range read {
		t.put(r, &read[i])
	}
	for i := 0; i < len(r.words); {
		if len(r.words[i].triggers) == 0 {
			i++
			continue
		}
		if q, l, ok := r.bodiesAt(i); ok && !r.toldAlready(i, q, &t) {
			t.add(r, q, l)
		}
		l, ok := r.lotAt(i)
		if !ok {
			i++
			continue
		}
		heads := r.sufferers(l)
		if len(heads) == 0 {
			heads = r.harmedBy(l)
		}
		r.tellOf(heads, l, &t)
		i = l.next
	}
	for i := range r.d.Events {
		at, victims := r.assailed(&r.d.Events[i])
		r.tellOf(victims, lot{at: at, next: at + 1, measure: annals.OtherFigure}, &t)
	}
	return t.told
}

// tellings are the figures read so far by their sentence, and of them those told of.
type tellings struct {
	told []draft
	here map[int][]*draft
}

func (t *tellings) put(r *reading, d *draft) {
	s := r.t.SentenceAt(d.figure.Start)
	t.here[s] = append(t.here[s], d)
}

// add makes a figure of those of q, of whom l tells.
func (t *tellings) add(r *reading, q *quantity, l lot) {
	d := r.toldDraft(q, l)
	t.told = append(t.told, d)
	t.put(r, &d)
}

// tellOf adds those whose nouns stand at the tokens heads, but nobody, those counted, and
// those told of already as having suffered this.
func (r *reading) tellOf(heads []int, l lot, t *tellings) {
	for _, head := range heads {
		if q, ok := r.toldOf(head, l, t); ok {
			t.add(r, q, l)
		}
	}
}

// toldOf is the phrase of those to tell of whose noun is token head.
func (r *reading) toldOf(head int, l lot, t *tellings) (*quantity, bool) {
	if r.norm(head) == "who" || r.norm(head) == "whom" {
		return r.toldOfWho(head, l, t)
	}
	q, ok := r.peopleAt(head, l)
	return q, ok && !r.toldAlready(head, q, t)
}

// toldOfWho is the phrase of those whom a relative pronoun at token who means. What they
// suffered besides what is told of them already is told by the pronoun: "the mayor, who
// was kidnapped in May, was found dead".
func (r *reading) toldOfWho(who int, l lot, t *tellings) (*quantity, bool) {
	head := r.antecedent(who, l.at)
	q, ok := r.peopleAt(head, l)
	if !ok || r.toldAlready(head, q, t) {
		return nil, false
	}
	if r.toldHere(q, t) {
		q = r.pronounAt(who)
		q.found = l.finding()
	}
	return q, true
}

func (r *reading) toldDraft(q *quantity, l lot) draft {
	d := draft{figure: r.one(q, annals.ToldRule), from: q}
	none := 0.0
	switch {
	case l.none:
		d.figure.Value, d.figure.Low, d.figure.High = &none, &none, &none
	case q.plural:
		d.figure.Value = nil
	}
	return d
}

// antecedent is the noun that a relative pronoun at token who stands for, whose clause has
// the verb at token verb; text.None for none.
func (r *reading) antecedent(who, verb int) int {
	if t := r.t.Tokens[verb]; text.DepIs(t.Dep, "acl") && t.Head < who {
		return t.Head
	}
	for who--; r.norm(who) == ","; who-- {
	}
	return max(who, text.None)
}

// toldHere says that a figure stands at the words of q.
func (r *reading) toldHere(q *quantity, t *tellings) bool {
	span := r.span(q.first, q.end)
	return slices.ContainsFunc(t.here[r.t.SentenceOf(q.first)], func(d *draft) bool { return d.figure.Overlaps(span) })
}

// toldAlready says that those of q, whose noun is token head, are counted, or that a figure
// tells of them, by this or another name for them, that this befell them.
func (r *reading) toldAlready(head int, q *quantity, t *tellings) bool {
	same := []annals.Span{r.span(q.first, q.end)}
	for _, i := range r.otherNames(head) {
		if r.at[i] != nil {
			return true
		}
		same = append(same, r.span(i, i+1))
	}
	joined := r.t.Tokens[head].Dep == "conj" || r.t.Child(head, "conj") != text.None
	return slices.ContainsFunc(t.here[r.t.SentenceOf(head)], func(d *draft) bool {
		by := d.from != nil && d.figure.Unit == "person" && d.from.found.trigger == q.found.trigger && sameLot(d.figure.Measure, q.found.measure)
		if by && !joined {
			return true // the word tells of others, as a better reading has it
		}
		counts := d.from == nil || !unnumbered(&d.figure) && !d.figure.Told()
		return (counts || sameLot(d.figure.Measure, q.found.measure)) && slices.ContainsFunc(same, d.figure.Overlaps)
	})
}

// otherNames are the nouns put beside the one at token head for the same people.
func (r *reading) otherNames(head int) []int {
	var out []int
	for _, c := range r.t.Children(head) {
		if text.DepIs(r.t.Tokens[c].Dep, "appos") {
			out = append(out, int(c))
		}
	}
	if h := r.t.Tokens[head].Head; h != text.None && text.DepIs(r.t.Tokens[head].Dep, "appos") {
		out = append(out, h)
	}
	return out
}

// sameLot says that two measures tell of one lot, more or less closely: who was killed was
// hurt, who was arrested was charged.
func sameLot(a, b annals.Measure) bool {
	court := func(m annals.Measure) bool { return m == annals.Captured || m == annals.OtherFigure }
	return a == b || hurts(a) && hurts(b) || court(a) && court(b)
}

package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// findNested finds quotations in single marks inside quotations in double ones:
// “She told me, ‘They shot him.’” Single marks are apostrophes as often, so a verb
// of saying with its subject and a comma or colon must stand before.
func (r *reading) findNested() {
	for i := range r.quotations {
		first, last := r.t.Covering(r.quotations[i].Start, r.quotations[i].End)
		for k := first + 2; k < last; k++ {
			if !r.opensSingle(k) {
				continue
			}
			if s := r.nestedAt(&r.quotations[i], k, last); s != nil {
				r.byCue[s.cue] = s
			}
		}
	}
	r.gather()
}

// opensSingle says that a single mark behind a comma or colon opens a quotation
// with token i.
func (r *reading) opensSingle(i int) bool {
	before := r.t.Tokens[i-1].Norm
	return single[r.t.Form(i)] && (before == "," || before == ":")
}

// single are the single marks, those that close and those that open.
var single = map[string]bool{"'": true, "‘": true, "’": true, "`": true}

// nestedAt is the saying of a quotation that a single mark opens with token open
// inside a quotation that ends before last; nil where nobody says it.
func (r *reading) nestedAt(in *quotation.Quotation, open, last int) *saying {
	for verb := open - 2; verb >= max(open-farthest, 0) && r.t.Tokens[verb].Start > in.Start; verb-- {
		c, ok := r.lexicon.verbs[r.t.Tokens[verb].Lemma]
		if r.t.Tokens[verb].Norm == "." || r.comma(verb) {
			return nil
		}
		source := r.t.Child(verb, "nsubj")
		if !ok || !c.takes('q') || r.t.Tokens[verb].UPOS != text.VERB || source == text.None {
			continue
		}
		start, end := r.t.Bytes(open, r.closesSingle(open, last))
		return &saying{cue: verb, tail: text.None, source: source, via: text.None, kind: c.kind, rule: "nested quotation", way: byRule,
			nested: true, content: []annals.Span{{Start: start, End: min(end, in.End)}}}
	}
	return nil
}

// closesSingle is the token behind the single mark that closes what token open
// opens: one behind a stop, else the end of the quotation.
func (r *reading) closesSingle(open, last int) int {
	for i := open + 2; i < last; i++ {
		if !single[r.t.Form(i)] {
			continue
		}
		switch r.t.Tokens[i-1].Norm {
		case ",", ".", "!", "?":
			return i + 1
		}
	}
	return last - 1
}

package resolve

import (
	"slices"

	"github.com/annals-project/annals"
)

// voice is a source as one report has it: all that it says there.
type voice struct {
	calling
	reading    int
	source     annals.Span // the words that name it first
	points     bool        // it is only pointed to: "the report", "he"
	key        string      // of the origin that it is by itself
	actor      int         // index into Actors when it has a name; -1
	name       string      // of that actor
	person     bool        // it is one
	lead       []string    // the rare words with which its report begins
	sentences  [][]string  // the rare words of each sentence that it says
	statements []StatementKey
	passages   []Passage // the sentences that name it as their source
	words      []string  // what heard gives, once asked for
}

// heard is all the rare words of what a voice says and of how its report begins. It is
// asked for many times when all of that is known, and worked out once.
func (v *voice) heard() []string {
	if v.words == nil {
		v.words = sortedSet(append(slices.Concat(v.sentences...), v.lead...))
	}
	return v.words
}

// rareWord is the rarity from which a word tells what a sentence is about: what
// fewer than one report in twenty uses.
const rareWord = 3

// rareWords are the words of a sentence that tell what it is about, sorted.
func rareWords(sentence string) []string {
	var out []string
	for _, w := range textWords(sentence) {
		if rarity(w.lower) >= rareWord {
			out = append(out, w.lower)
		}
	}
	return sortedSet(out)
}

func sortedSet(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// leadSentences is how many sentences of a report tell what it is about.
const leadSentences = 5

// leadWords are the rare words of a report's first sentences.
func leadWords(reading *annals.Reading) []string {
	var out []string
	for _, s := range reading.Sentences[:min(leadSentences, len(reading.Sentences))] {
		out = append(out, rareWords(s.In(reading.Document.Text))...)
	}
	return sortedSet(out)
}

// voices are the sources of all readings, with what each says; what a report
// says itself is one of them.
func (r *Resolution) voices() []*voice {
	var out []*voice
	for i, reading := range r.Readings {
		lead := leadWords(reading)
		here := map[string]*voice{}
		heard := map[[2]int]bool{}
		find := func(found voice) *voice {
			v := here[found.key]
			if v == nil {
				v = &found
				v.lead = lead
				here[found.key] = v
				out = append(out, v)
			}
			v.office(found.calling)
			return v
		}
		named := speakersIn(reading)
		for s := range reading.Statements {
			if reading.Statements[s].About == annals.AboutNothing {
				continue
			}
			k := StatementKey{i, s}
			v := find(r.voiceOf(k, named))
			v.statements = append(v.statements, k)
			v.hear(reading, s, heard)
		}
		for _, sentence := range reading.Sentences {
			for _, t := range named.in[sentence.Start] {
				v := find(r.voiceFrom(i, t))
				v.passages = append(v.passages, Passage{i, sentence})
				if v.tells() {
					v.sentences = append(v.sentences, rareWords(sentence.In(reading.Document.Text)))
				}
			}
		}
		r.offices(i, here)
		r.principals(i, here)
	}
	sameOffices(out)
	return out
}

// tells says whether what a voice says may tell who it is.
func (v *voice) tells() bool { return v.head != "" || v.person }

// hear takes in the sentences of a statement, each once for a claim.
func (v *voice) hear(reading *annals.Reading, statement int, heard map[[2]int]bool) {
	s := &reading.Statements[statement]
	if s.About != annals.AboutClaim || !v.tells() {
		return
	}
	for _, e := range s.Evidence {
		if at := [2]int{int(s.Claim), e.Start}; !heard[at] {
			heard[at] = true
			v.sentences = append(v.sentences, rareWords(e.In(reading.Document.Text)))
		}
	}
}

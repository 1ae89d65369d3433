// Package copies measures how well texts that outlets take from one another are
// found: articles changed in known ways, among others on the same topics.
package copies

import (
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/wordnet"
	"github.com/annals-project/annals/resolve"
)

// What is asked of the pairwise F1.
const (
	closes = 95
	goal   = 99
)

// Tasks are the measurements of copies.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "copies", Run: run}} }

// text is one member of the set.
type text struct {
	of   int // index of the article it stems from
	how  string
	body string
}

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Near-copies"}
	net, err := wordnet.Open(env.Data)
	if err != nil {
		return r, err
	}
	all, err := articles(env.Data)
	if err != nil {
		return r, err
	}
	for _, part := range []string{"tuning", "held out"} {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		var chosen []article
		for _, a := range all {
			if heldOut(a.id) == (part == "held out") {
				chosen = append(chosen, a)
			}
		}
		s := measure(chosen, net)
		r.Rows = append(r.Rows, evaluate.Row{Set: "ECB+, MEANTIME, BBC, reworked", Part: part, Measure: "pairwise F1", Value: s.f1(), P: s.precision(), R: s.recall(),
			N: s.gold, Closes: closes, Goal: goal})
		r.Detail = append(r.Detail, s.errors...)
		r.Notes = append(r.Notes, fmt.Sprintf("%s: %d texts, %.0f %% of the words replaced or dropped where words were to be reworded.\n\n%s", part, s.texts, s.share, s.table()))
	}
	r.Notes = append(r.Notes, "Each article gives one changed text, beside the article itself or, for a third, beside a second text made from it that keeps the whole. "+
		"Every pair of texts of the set counts; articles of one topic stand beside each other. Articles that share half of the shorter one's words in exact runs of eight or more count as copies by nature; pairs that share a fifth are left out, and so are changed texts of two such articles. "+
		"A third of the articles, by the hash of their names, was never tuned on.")
	return r, nil
}

// heldOut says whether an article belongs to the third that nothing is tuned on.
func heldOut(id string) bool { return hash(id)%3 == 0 }

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// texts makes the set.
func texts(from []article, net *wordnet.Net) ([]text, *maker) {
	var out []text
	m := &maker{net: net}
	for i, a := range from {
		h := hash(a.id)
		m.random = rand.New(rand.NewPCG(h, 1))
		how := reworks[i%len(reworks)]
		out = append(out, text{i, how.name, strings.Join(how.apply(m, a.sentences), "\n")})
		if i/len(reworks)%3 != 0 {
			out = append(out, text{i, "", a.text()})
			continue
		}
		other := reworks[m.random.IntN(len(reworks))]
		for !other.whole || other.name == how.name {
			other = reworks[m.random.IntN(len(reworks))]
		}
		out = append(out, text{i, other.name, strings.Join(other.apply(m, a.sentences), "\n")})
	}
	return out, m
}

// score counts pairs of texts.
type score struct {
	texts             int
	share             float64
	gold, found, both int
	wanted, met       map[string]int
	errors            []string
}

func measure(from []article, net *wordnet.Net) score {
	set, m := texts(from, net)
	s := score{texts: len(set), share: 100 * float64(m.replaced) / float64(max(1, m.words)), wanted: map[string]int{}, met: map[string]int{}}
	bodies := make([]string, len(set))
	for i := range set {
		bodies[i] = set[i].body
	}
	group := map[int]int{}
	for g, c := range resolve.Copies(bodies) {
		for _, i := range c.Texts {
			group[i] = g + 1
		}
	}
	natural := natureOf(from)
	for i := range set {
		for j := i + 1; j < len(set); j++ {
			together := group[i] != 0 && group[i] == group[j]
			same := natural.same(set[i].of, set[j].of)
			if (together || same) && countable(natural, &set[i], &set[j]) {
				s.count(from, &set[i], &set[j], same, together)
			}
		}
	}
	return s
}

// countable says whether it is known that a pair is of one text or of two: parts
// of two articles that are copies by nature need not share anything.
func countable(n *nature, a, b *text) bool {
	if a.of == b.of {
		return true
	}
	return !n.doubtful(a.of, b.of) && (!n.same(a.of, b.of) || a.how == "" && b.how == "")
}

func (s *score) count(from []article, a, b *text, same, together bool) {
	how := strings.Trim(a.how+" + "+b.how, " +")
	if a.of != b.of {
		how = "by nature"
	}
	if same {
		s.gold++
		s.wanted[how]++
	}
	if together {
		s.found++
	}
	switch {
	case same && together:
		s.both++
		s.met[how]++
	case same:
		s.errors = append(s.errors, fmt.Sprintf("missed\t%s\t%s\t%s", from[a.of].id, from[b.of].id, how))
	default:
		s.errors = append(s.errors, fmt.Sprintf("wrong\t%s\t%s\t%s", from[a.of].id, from[b.of].id, strings.Trim(a.how+" + "+b.how, " +")))
	}
}

func (s *score) precision() float64 { return percent(s.both, s.found) }
func (s *score) recall() float64    { return percent(s.both, s.gold) }
func (s *score) f1() float64        { return percent(2*s.both, s.found+s.gold) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// table is the recall by way of reworking.
func (s *score) table() string {
	var b strings.Builder
	b.WriteString("| change | pairs | found |\n|---|---|---|\n")
	for _, how := range slices.Sorted(maps.Keys(s.wanted)) {
		fmt.Fprintf(&b, "| %s | %d | %.1f %% |\n", how, s.wanted[how], percent(s.met[how], s.wanted[how]))
	}
	return b.String()
}

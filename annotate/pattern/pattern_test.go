package pattern

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// parsed builds a view from words written form/lemma/UPOS/head/dep[/kind], heads
// counted from 1, so that these tests need no parser.
func parsed(t testing.TB, words string) *View {
	t.Helper()
	x := &text.Text{}
	var mentions []annals.Mention
	for i, word := range strings.Fields(words) {
		f := strings.Split(word, "/")
		head, err := strconv.Atoi(f[3])
		if err != nil || len(f) < 5 {
			t.Fatalf("word %q", word)
		}
		if i > 0 {
			x.Source += " "
		}
		start := len(x.Source)
		x.Source += f[0]
		span := annals.Span{Start: start, End: len(x.Source)}
		x.Tokens = append(x.Tokens, text.Token{Start: span.Start, End: span.End, Lemma: f[1], Norm: strings.ToLower(f[0]),
			UPOS: text.ParseUPOS(f[2]), Head: head - 1, Dep: f[4], Feats: "Number=Sing|Case=Nom"})
		if len(f) > 5 {
			mentions = append(mentions, annals.Mention{Span: span, Head: span, Kind: annals.Kind(f[5]), Form: annals.Name})
		}
	}
	x.Sentences = []text.Sentence{{End: len(x.Source), Last: len(x.Tokens)}}
	x.Index()
	return NewView(x, mentions)
}

const shared = "Talibs/Talibs/PROPN/9/nsubj/armed_group which/which/PRON/3/nsubj broke/break/VERB/1/acl:relcl and/and/CCONJ/5/cc fought/fight/VERB/3/conj " +
	"Daesh/Daesh/PROPN/5/obj/armed_group is/be/AUX/9/cop not/not/PART/9/advmod weak/weak/ADJ/0/root and/and/CCONJ/11/cc won/win/VERB/9/conj"

const enemies = "Talibs/Talibs/PROPN/5/nsubj/armed_group and/and/CCONJ/3/cc Haqqanis/Haqqanis/PROPN/1/conj/armed_group " +
	"are/be/AUX/5/cop enemies/enemy/NOUN/0/root of/of/ADP/7/case Daesh/Daesh/PROPN/5/nmod/armed_group ././PUNCT/5/punct"

func TestMatch(t *testing.T) {
	for _, c := range []struct{ name, pattern, want string }{
		{"child", "{lemma:enemy} >nsubj {mention}=a", "Talibs"},
		{"conjuncts", "{lemma:enemy} >nsubj& {kind:armed_group}=a", "Talibs Haqqanis"},
		{"all pairs", "{lemma:@foes} >nsubj& {mention}=a >nmod {mention}=b", "Talibs/Daesh Haqqanis/Daesh"},
		{"two nodes are two words", "{lemma:enemy} >nsubj& {mention}=a >nsubj& {mention}=b", "Talibs/Haqqanis Haqqanis/Talibs"},
		{"governor", "{norm:daesh}=a <nmod {lemma:enemy}=b", "Daesh/enemies"},
		{"governor of a conjunct", "{norm:haqqanis} <nsubj& {}=a", "enemies"},
		{"group", "{lemma:enemy} >nmod ({}=a >case {lemma:of})", "Daesh"},
		{"group fails", "{lemma:enemy} >nmod ({}=a >case {lemma:to})", ""},
		{"absent", "{lemma:enemy}=a !>det {}", "enemies"},
		{"absent but there", "{lemma:enemy}=a !>nmod ({} >case {lemma:of})", ""},
		{"optional there", "{lemma:enemy} >nsubj {}=a ?>nmod ({}=b >case {})", "Talibs/Daesh"},
		{"optional missing", "{lemma:enemy} >nsubj {}=a ?>det {}=b", "Talibs/-"},
		{"descendant", "{lemma:enemy} >>conj {}=a", "Haqqanis"},
		{"ancestor", "{norm:of} <<nmod {}=a", "enemies"},
		{"next", "{lemma:enemy} . {}=a", "of"},
		{"later", "{lemma:of} .. {mention}=a", "Daesh"},
		{"previous", "{lemma:enemy} , {upos:AUX}=a", "are"},
		{"earlier", "{lemma:be} ,, {mention}=a", "Talibs Haqqanis"},
		{"sibling", "{lemma:be} $ {mention}=a", "Talibs Daesh"},
		{"sibling later", "{lemma:be} $. {mention}=a", "Daesh"},
		{"sibling before", "{lemma:be} $, {mention}=a", "Talibs"},
		{"not", "{mention !dep:nsubj|conj}=a", "Daesh"},
		{"form and feature", "{form:name feat:Number=Sing dep:nmod}=a", "Daesh"},
		{"no such feature", "{form:name feat:Number=Plur}=a", ""},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.pattern, enemies, c.want) })
	}
	for _, c := range []struct{ name, pattern, want string }{
		{"what which stands for", "{lemma:break} >nsubj~ {mention}=a", "Talibs"},
		{"its verb's conjunct", "{lemma:fight} >nsubj~ {mention}=a >obj {}=b", "Talibs/Daesh"},
		{"another verb's subject", "{lemma:win} >nsubj~ {}=a", "Talibs"},
		{"no passive", "{lemma:fight} >nsubj:pass~ {mention}=a", ""},
		{"not without the sign", "{lemma:win} >nsubj {}=a", ""},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.pattern, shared, c.want) })
	}
}

// check matches a pattern and compares its captures a and b, match by match.
func check(t *testing.T, pattern, words, want string) {
	t.Helper()
	set, err := Parse("test.rules", "rule test\n "+pattern, Lists{"foes": {"foe", "enemy"}})
	if err != nil {
		t.Fatal(err)
	}
	v := parsed(t, words)
	var got []string
	set.Match(v, func(m *Match) {
		var captures []string
		for _, name := range m.Rule.Captures {
			form := "-"
			if at := m.Token(name); at != text.None {
				form = v.Text.Form(at)
			}
			captures = append(captures, form)
		}
		got = append(got, strings.Join(captures, "/"))
	})
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s: got %q, want %q", pattern, s, want)
	}
}

func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"apposition", "leader/leader/NOUN/4/nsubj ,/,/PUNCT/3/punct Oran/Oran/PROPN/4/nsubj spoke/speak/VERB/0/root", "Oran<appos leader"},
		{"two clauses are none", "he/he/NOUN/2/nsubj fell/fall/VERB/0/root and/and/CCONJ/4/cc she/she/NOUN/2/nsubj", ""},
		{"quoted subject", "Oran/Oran/PROPN/3/nsubj rules/rule/VERB/3/ccomp said/say/VERB/0/root Ilan/Ilan/PROPN/3/nsubj", "Oran<nsubj rules"},
	} {
		t.Run(c.name, func(t *testing.T) { checkRepair(t, c.words, c.want) })
	}
}

// checkRepair compares the words that the repair hangs elsewhere.
func checkRepair(t *testing.T, words, want string) {
	t.Helper()
	before := parsed(t, words).Text
	raw := *before
	after := repair(&raw)
	var got []string
	for i := range after.Tokens {
		if k := after.Tokens[i]; k.Dep == "appos" || strings.HasPrefix(words, "Oran") && i == 0 {
			got = append(got, after.Form(i)+"<"+k.Dep+" "+after.Form(k.Head))
		}
	}
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got %q, want %q", s, want)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"rule a\n  {lemma:x", "f.rules:2: a node is open: close it with }"},
		{"rule a\n  {}\n  >nsubj x", "f.rules:3: a node such as {lemma:say} should stand here"},
		{"rule a\n  {} >nsubj ({}", "f.rules:2: a group is open: close it with )"},
		{"rule a\n  {} )", "f.rules:2: a ) too many"},
		{"rule a\n  {lemma:@none}", `there is no list "none"`},
		{"rule a\n  {lema:x}", `"lema:x" is no test`},
		{"rule a\n  {lemma:x|}", "empty value"},
		{"rule a\n  {} !>nsubj {}=x", `"x" is captured where nothing may stand`},
		{"rule a\n  {} >NSUBJ {}", "no dependency name"},
		{"rule a\n  {} .dep {}", "takes no dependency name"},
		{"rule a\n  {} >>conj& {}", "& goes with > and < only"},
		{"rule a\n  {} {}", "a relation such as >nsubj"},
		{"rule a\n  {}=", "wants the name of a capture"},
		{"rule a\n  {}\n  + an [open", "f.rules:3: a capture in an example"},
		{"rule a", "has no pattern"},
		{"rule\n {}", "a rule needs a name"},
		{"rule a b\n {}", "not of the form key=value"},
		{"rule a\n {}\nrule a\n {}", "f.rules:3: there is a rule a already, at f.rules:1"},
		{"list a", "a list is written"},
		{"foo", "a block starts with list or rule"},
		{"rule a\n {}" + strings.Repeat(" > {}", MaxNodes), "more than 16 nodes"},
	} {
		if _, err := Parse("f.rules", c.source, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.source, err, c.want)
		}
	}
}

func TestLoadReplacesAndExtends(t *testing.T) {
	own := fstest.MapFS{"a.rules": {Data: []byte("list foes = enemy\n  rival\nrule one v=1\n  {lemma:@foes}=a\nrule two\n  {}\n")}}
	theirs := fstest.MapFS{"b.rules": {Data: []byte("list foes += nemesis\nrule one v=2\n  {lemma:@foes}=a\nrule three\n  {}\n")}}
	set, err := Load(nil, own, nil, theirs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range set.Rules {
		names = append(names, r.Name+r.Property("v"))
	}
	if want := []string{"one2", "two", "three"}; !slices.Equal(names, want) {
		t.Errorf("rules %v, want %v", names, want)
	}
	if len(set.byLemma) != 3 {
		t.Errorf("index %v, want three lemmas", set.byLemma)
	}
}

func TestExamples(t *testing.T) {
	const source = "rule a\n  {lemma:enemy} >nsubj {}=x\n  + [x Talibs] w\n  + [x Daesh] w\n  - w\nrule b\n  {lemma:none}\n  + w\nrule c\n  {}\n"
	set, err := Parse("f.rules", source, nil)
	if err != nil {
		t.Fatal(err)
	}
	wrong := set.Check(func(string) *View { return parsed(t, enemies) })
	if len(wrong) != 4 {
		t.Errorf("want four failures, one of each sort, got:\n%s", strings.Join(wrong, "\n"))
	}
}

func TestMissCostsNoMemory(t *testing.T) {
	var source strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&source, "rule r%d\n  {lemma:w%d} >nsubj {}=a\n", i, i)
	}
	source.WriteString("rule near\n  {lemma:enemy} >nsubj& {mention}=a >obj ({}=b >case {})\n")
	set, err := Parse("f.rules", source.String(), nil)
	if err != nil {
		t.Fatal(err)
	}
	v := parsed(t, enemies)
	m := matcher{view: v, found: func(*Match) { t.Error("matched") }, candidates: make([]int, 0, 64)}
	allocations := testing.AllocsPerRun(100, func() {
		for i := range v.Text.Tokens {
			set.try(&m, set.byLemma[v.Text.Tokens[i].Lemma], i)
		}
	})
	if allocations != 0 {
		t.Errorf("%v allocations a pass, want none", allocations)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("list a = b\nrule c d=e\n  {lemma:@a !upos:X}=f >g& ({} ?.. {}) !$, {}\n  + h [f i]\n")
	f.Add("rule a\n  {}=(")
	v := parsed(f, enemies)
	f.Fuzz(func(t *testing.T, source string) {
		set, err := Parse("fuzz.rules", source, nil)
		if err != nil {
			return
		}
		n := 0
		set.Match(v, func(m *Match) {
			for _, name := range m.Rule.Captures {
				if at := m.Token(name); at < text.None || at >= len(v.Text.Tokens) {
					t.Fatalf("capture %s at %d", name, at)
				}
			}
			if n++; n > 1000 {
				t.Skip("too many ways to match")
			}
		})
	})
}

package figures

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

// corpora is the folder that holds data/; tests of it skip where it is absent.
func corpora(t *testing.T) string {
	root := os.Getenv("ANNALS_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(root, "data")); err != nil {
		t.Skipf("no corpora at %s; set ANNALS_SHARED", root)
	}
	return root
}

// plurals is the most of a hundred labels that have no number: people harmed who are told of in
// the plural, vague counts and "many".
const plurals = 12

// TestLabels checks that every label fits its document: spans inside the window,
// numbers that the text could give, totals that are labelled themselves.
func TestLabels(t *testing.T) {
	var windows []window
	for _, set := range labelSets {
		more, err := readLabels(set.file)
		if err != nil {
			t.Fatal(err)
		}
		windows = append(windows, more...)
		for _, w := range more {
			if p := set.part(w.doc); !strings.HasPrefix(p, "held out") && heldOut(w.doc) {
				t.Errorf("%s is held out and must not be looked at", w.doc)
			}
		}
	}
	unnumbered := 0
	source := articles{root: filepath.Join(corpora(t), "data")}
	labels := 0
	for _, w := range windows {
		a, err := source.get(w.doc)
		if err != nil {
			t.Fatal(err)
		}
		if w.span.End > len(a.text) {
			t.Fatalf("%s: window %v in %d bytes", w.doc, w.span, len(a.text))
		}
		spans := map[annals.Span]bool{}
		for _, l := range w.labels {
			spans[l.span] = true
			labels++
			if !w.span.Contains(l.span) {
				t.Errorf("%s: label %v outside its window %v", w.doc, l.span, w.span)
			}
			if l.value == nil && l.low == nil && l.high == nil {
				unnumbered++
			}
			for _, s := range slices.Concat(l.who.alt, l.event.alt, l.time.alt, l.speaker.alt) {
				if cutsWord(a.text, s) {
					t.Errorf("%s: label %v has a field that cuts a word: %q", w.doc, l.span, s.In(a.text))
				}
			}
		}
		for _, l := range w.labels {
			if !l.total.Empty() && !spans[l.total] {
				t.Errorf("%s: label %v is part of %v, which is no label", w.doc, l.span, l.total)
			}
		}
	}
	if 100*unnumbered > plurals*labels {
		t.Errorf("%d of %d labels have no number, want no more than %d of a hundred", unnumbered, labels, plurals)
	}
	if labels < 400 {
		t.Errorf("%d labels, want 400 or more", labels)
	}
}

// cutsWord says that a span begins or ends inside a word.
func cutsWord(text string, s annals.Span) bool {
	inside := func(at int) bool {
		return at > 0 && at < len(text) && isLetter(text[at-1]) && isLetter(text[at])
	}
	return inside(s.Start) || inside(s.End)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func TestReadLabels(t *testing.T) {
	good := "window\td\t0\t50\n3-9\tkilled|other\t5\t5\t-\tperson\t4-9\t-\t10-12|14-16\t?\t-\tday\t1\n"
	windows, err := parseLabels(good)
	if err != nil || len(windows) != 1 || len(windows[0].labels) != 1 {
		t.Fatal(windows, err)
	}
	l := windows[0].labels[0]
	if *l.value != 5 || l.high != nil || !l.time.matches(annals.Span{}) || l.event.matches(annals.Span{}) || !l.event.matches(annals.Span{Start: 15, End: 20}) || !l.cumulative || l.per != "day" {
		t.Errorf("read %+v", l)
	}
	for _, bad := range []string{"3-9\tkilled\n", "window\td\t0\t50\n9-3\tkilled\t5\t5\t-\tperson\t-\t-\t-\t-\t-\t-\t0\n"} {
		if _, err := parseLabels(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestAgreement(t *testing.T) {
	got, err := agreements()
	if err != nil || len(got) != 6 || !strings.Contains(got[4], "figures in both passes") || !strings.Contains(got[5], "15 of 17 figures in both readings") {
		t.Error(got, err)
	}
}

func TestListed(t *testing.T) {
	for cell, want := range map[string]float64{"12": 12, "": 0, "10+": 10, "Unknown": 0, "5-7": 5} {
		if got := listed(cell); got != want {
			t.Errorf("%q: %g, want %g", cell, got, want)
		}
	}
}

func TestRubrics(t *testing.T) {
	for _, set := range []string{"gva", "incident-list", "isaf", "labels"} {
		if _, err := rubricOf(set); err != nil {
			t.Error(err)
		}
	}
	if _, err := rubricOf("none"); err == nil {
		t.Error("no error for a set without a rubric")
	}
}

func TestProvinceCodes(t *testing.T) {
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	khost, other := provinceCodes(g, []string{"khost"}), provinceCodes(g, []string{"kunar"})
	if len(khost) != 1 || len(other) != 1 || khost[0] == other[0] {
		t.Errorf("codes of two provinces: %v %v", khost, other)
	}
	if got := provinceCodes(g, []string{"southern afghanistan"}); len(got) != 0 {
		t.Errorf("a part of a country is no province: %v", got)
	}
}

func TestMainDate(t *testing.T) {
	syntax, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	day := func(edtf string, at int) annals.Time {
		return annals.Time{Span: annals.Span{Start: at, End: at + 1}, EDTF: edtf, Type: "DATE"}
	}
	assault := annals.Event{Trigger: annals.Span{Start: 3, End: 6}, Status: annals.Happened, PLOVER: &annals.PLOVER{Type: "ASSAULT"}, Time: 2, EDTF: "2021-08-26"}
	arrest := annals.Event{Trigger: annals.Span{Start: 3, End: 6}, Status: annals.Happened, PLOVER: &annals.PLOVER{Type: "COERCE"}, Time: 1, EDTF: "2021-08-28"}
	for name, c := range map[string]struct {
		times  []annals.Time
		events []annals.Event
		want   string
	}{
		"the assault, not the arrest": {[]annals.Time{day("2021-08-28", 1), day("2021-08-26", 4)}, []annals.Event{arrest, assault}, "2021-08-26"},
		"an arrest alone":             {[]annals.Time{day("2021-08-28", 1), day("2021-08-26", 4)}, []annals.Event{arrest}, "2021-08-28"},
		"nothing after publication":   {[]annals.Time{day("2021-09-28", 1)}, nil, "2021-08-30"},
		"the news of the day":         {nil, []annals.Event{{Trigger: assault.Trigger, Status: annals.Happened}}, "2021-08-30"},
		"no dateline":                 {[]annals.Time{{Span: annals.Span{End: 1}, EDTF: "2021-08-29", Dateline: true}}, nil, "2021-08-30"},
		"a deed long ago, its trial now": {[]annals.Time{{Span: annals.Span{Start: 1, End: 2}, EDTF: "2021-08-29", Type: "DATE", Derived: "weekday from publication"},
			{Span: annals.Span{Start: 4, End: 5}, EDTF: "2020-01-03", Type: "DATE"}}, nil, "2020-01-03"},
	} {
		body := "It hit us."
		d := &annotate.Document{Doc: &annals.Document{Text: body, Published: &annals.Published{EDTF: "2021-08-30"}},
			Text: syntax.Read(body)}
		d.Times, d.Events = c.times, c.events
		if got := mainDate(d); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

package plain_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/plain"
	"github.com/annals-project/annals/source/traced"
)

// want is what a text should become: paragraphs, and what is taken from it.
type want struct {
	text    []string
	title   string
	removed []string
	embeds  []string // author, date and text
	dates   []string // basis and date
	by      []string
}

func check(t *testing.T, in string, o plain.Options, w want) {
	t.Helper()
	a := plain.Read(traced.Whole(in), o)
	equal := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q\n%s: %q\n   want: %q", in, what, got, want)
		}
	}
	var removed, embeds, dates []string
	for _, n := range a.Notes {
		if n.Kind == annals.BoilerplateRemoved {
			removed = append(removed, n.Original)
		}
		if n.Raw.Empty() {
			t.Errorf("%q: note about %q points nowhere", in, n.Original)
		}
	}
	for _, e := range a.Embeds {
		embeds = append(embeds, e.Author+" "+e.Published+" "+e.Text)
	}
	for _, d := range a.Dates {
		dates = append(dates, d.Basis+" "+d.EDTF())
	}
	equal("text", a.Text.String, strings.Join(w.text, "\n\n"))
	equal("title", a.Title, w.title)
	equal("removed", strings.Join(removed, "|"), strings.Join(w.removed, "|"))
	equal("embeds", strings.Join(embeds, "|"), strings.Join(w.embeds, "|"))
	equal("dates", strings.Join(dates, "|"), strings.Join(w.dates, "|"))
	equal("byline", strings.Join(a.Byline, "|"), strings.Join(w.by, "|"))
}

const (
	one = "Soldiers clashed with rebels near the river on Monday, and two people died, officials said."
	two = "A spokesman for the governor said the road would stay closed until the end of the week."
)

func TestHeader(t *testing.T) {
	for in, w := range map[string]want{
		" date 2018-04-02 Clashes near the river\n" + one + "\n" + two: {
			text: []string{"Clashes near the river", one, two}, title: "Clashes near the river",
			removed: []string{"date 2018-04-02"}, dates: []string{"header 2018-04-02"}},
		"Mon, 02 Apr 2018\n\n" + one + "\n\n" + two: {
			text: []string{one, two}, removed: []string{"Mon, 02 Apr 2018"}, dates: []string{"header 2018-04-02"}},
		"Title: Clashes near the river\nAuthor: Ada Okoro\nDate: 2 April 2018 10:00 GMT\nSource: The Post\n\n" + one: {
			text: []string{"Clashes near the river", one}, title: "Clashes near the river", by: []string{"Ada Okoro"},
			removed: []string{"Title:", "Author: Ada Okoro", "Date: 2 April 2018 10:00 GMT", "Source: The Post"}, dates: []string{"header 2018-04-02"}},
		"---\ntitle: Clashes near the river\ndate: 2018-04-02\n---\n" + one: {
			text: []string{"Clashes near the river", one}, title: "Clashes near the river",
			removed: []string{"---", "title:", "date: 2018-04-02", "---"}, dates: []string{"header 2018-04-02"}},
		"Clashes near the river\nBy Ada Okoro and Jan Smit\nPublished: April 2, 2018\n" + one + "\n" + two: {
			text: []string{"Clashes near the river", one, two}, title: "Clashes near the river", by: []string{"Ada Okoro", "Jan Smit"},
			removed: []string{"By Ada Okoro and Jan Smit", "Published: April 2, 2018"}, dates: []string{"header 2018-04-02"}},
		"AB-XY3-0001 (SITE)\n\n" + one: {text: []string{one}, removed: []string{"AB-XY3-0001 (SITE)"}},
		"date 2018-04-02 " + strings.Repeat(one+" ", 4) + "\n" + two: {text: []string{strings.TrimSpace(strings.Repeat(one+" ", 4)), two},
			removed: []string{"date 2018-04-02"}, dates: []string{"header 2018-04-02"}},
		one: {text: []string{one}},
		"UPDATE: Army says river is quiet\n" + one: {text: []string{"UPDATE: Army says river is quiet", one}, title: "UPDATE: Army says river is quiet"},
		"Source: army took the bridge\n" + one:     {text: []string{"Source: army took the bridge", one}, title: "Source: army took the bridge"},
		one + "\nDate: 2018-04-02":                 {text: []string{one, "Date: 2018-04-02"}},
	} {
		check(t, in, plain.Options{}, w)
	}
}

func TestFurniture(t *testing.T) {
	for in, w := range map[string]want{
		one + "\n" + two + "Expand\n" + two: {text: []string{one, two, two}, removed: []string{"Expand"}},
		one + " Read more\n" + two:          {text: []string{one, two}, removed: []string{" Read more"}},
		one + "\n\nMore River News\n\nAccess More\n\nSign up for River News\n\na weekly newsletter about the river": {
			text: []string{one}, removed: []string{"More River News", "Access More", "Sign up for River News", "a weekly newsletter about the river"}},
		"Home\nWorld\nSport\nOpinion\n" + one + "\n" + two: {text: []string{one, two}, removed: []string{"Home", "World", "Sport", "Opinion"}},
		one + "\nADVERTISEMENT\nShare on Facebook\n12 comments\n" + two: {text: []string{one, two},
			removed: []string{"ADVERTISEMENT", "Share on Facebook", "12 comments"}},
		one + "\nWe use cookies to improve this site.\n" + two: {text: []string{one, two}, removed: []string{"We use cookies to improve this site."}},
		one + " (AFP)\n": {text: []string{one}, removed: []string{" (AFP)"}, by: []string{"Agence France-Presse"}},
		one + " Copyright 2018 The Post - All rights reserved.": {text: []string{one}, removed: []string{" Copyright 2018 The Post - All rights reserved."}},
		one + "\n— Reuters\n(Reporting by Ada Okoro; editing by Jan Smit)": {text: []string{one}, by: []string{"Reuters"},
			removed: []string{"(Reporting by Ada Okoro; editing by Jan Smit)", "— Reuters"}},
		one + " The Associated Press contributed to this report.": {text: []string{one}, by: []string{"Associated Press"},
			removed: []string{" The Associated Press contributed to this report."}},
		one + "\nAdditional reporting by Jan Smit, AFP and Xinhua; editing by Ada Okoro.": {text: []string{one}, by: []string{"Agence France-Presse", "Xinhua"},
			removed: []string{"Additional reporting by Jan Smit, AFP and Xinhua; editing by Ada Okoro."}},
		one + "\nSource: AFP":                                        {text: []string{one}, by: []string{"Agence France-Presse"}, removed: []string{"Source: AFP"}},
		one + "\nSource: the harbour office\n" + two:                 {text: []string{one, "Source: the harbour office", two}},
		one + "\nReporting by doctors shows that more died.\n" + two: {text: []string{one, "Reporting by doctors shows that more died.", two}},
		one + "\nThe rebels want to expand.\n" + two:                 {text: []string{one, "The rebels want to expand.", two}},
		one + "\nMore\nnews\n" + two:                                 {text: []string{one, "More", "news", two}},
		"Menu ☰\n\nTranslated automatically from Spanish\n\n" + one + "\n\nPromoted - scroll down to read on\n\n" + two + "\n\nNext story: The mill closes\n\nReplies [7]": {
			text: []string{one, two}, removed: []string{"Menu ☰", "Translated automatically from Spanish", "Promoted - scroll down to read on", "Next story: The mill closes", "Replies [7]"}},
		one + "\n\nOkoro reported from Lomé. Jan Smit in Gao contributed.\n\nFollow all our coverage of the river.\n\nAO // JS": {
			text: []string{one}, removed: []string{"Okoro reported from Lomé. Jan Smit in Gao contributed.", "Follow all our coverage of the river.", "AO // JS"}},
		one + "\n\nClashes reported from Gao\n\nTranslated by a soldier, the letter was read aloud.\n\n" + two: {
			text: []string{one, "Clashes reported from Gao", "Translated by a soldier, the letter was read aloud.", two}},
	} {
		check(t, in, plain.Options{}, w)
	}
}

func TestEmbeds(t *testing.T) {
	post := "Smoke over the bridge. pic.twitter.com/Ab1 — Ada Okoro (@ada) April 2, 2018"
	for in, w := range map[string]want{
		one + "\n\n" + post + "\n\n" + two:                                     {text: []string{one, two}, embeds: []string{"Ada Okoro (@ada) 2018-04-02 Smoke over the bridge. pic.twitter.com/Ab1"}},
		one + "\nSmoke over the bridge.\n— Ada (@ada) April 2, 2018\n" + two:   {text: []string{one, two}, embeds: []string{"Ada (@ada) 2018-04-02 Smoke over the bridge."}},
		strings.Repeat(two+" ", 6) + "— Ada (@ada) April 2, 2018":              {text: []string{strings.Repeat(two+" ", 6) + "— Ada (@ada) April 2, 2018"}},
		one + "\nA post shared by Ada O (@ada.o) on Apr 2, 2018 at 9:00am PDT": {text: []string{one}, embeds: []string{"Ada O (@ada.o) 2018-04-02 "}},
	} {
		check(t, in, plain.Options{}, w)
	}
}

func TestLayout(t *testing.T) {
	for in, w := range map[string]want{
		"   LIMA, 3 MAR 91 (EFE) -- [REPORT] [TEXT] THE POLICE SAID TODAY THAT TWO\nPEOPLE HAD BEEN KILLED BY A BOMB IN THE NORTH-\nEASTERN PART OF THE CITY.\n\n   NOBODY HAS SAID WHO\nDID IT  SO FAR.": {
			text: []string{"LIMA, 3 MAR 91 (EFE) -- [REPORT] [TEXT]",
				"THE POLICE SAID TODAY THAT TWO PEOPLE HAD BEEN KILLED BY A BOMB IN THE NORTH-EASTERN PART OF THE CITY.",
				"NOBODY HAS SAID WHO DID IT SO FAR."},
			dates: []string{"dateline 1991-03-03"}, by: []string{"EFE"}},
		one + "\r\n" + two + "\u2028" + one:    {text: []string{one, two, one}},
		"Two\u00a0 words\tand\u2009more here.": {text: []string{"Two words and more here."}},
		"BENTO, April 2 (AFP) - " + one:        {text: []string{"BENTO, April 2 (AFP) -", one}, dates: []string{"dateline XXXX-04-02"}, by: []string{"Agence France-Presse"}},
	} {
		check(t, in, plain.Options{}, w)
	}
	check(t, "# Clashes *near* the river\n\n"+one+" [more](http://x.example)\n\n> "+two, plain.Options{Markdown: true},
		want{title: "Clashes *near* the river", text: []string{"Clashes near the river", one + " more", two}})
}

// TestNothingLost: whatever is put together, every byte of it that is no white
// space is in the text where the trace says, or in a note.
func TestNothingLost(t *testing.T) {
	parts := []string{one, two, "Expand", " date 2018-04-02 ", "\n", "\n\n", " ", "Home", "Sport", "(AFP)", "By Ada Okoro",
		"Sign up for River News", "KABUL, Aug 30 (ANI): ", "— Ada (@ada) April 2, 2018", "A-1", "---", "Title: x", "\u00a0", "é—“”",
		"More River News", "\r\n", "  ", "word", "12 comments", "Wed, 07 Dec 2022", "pic.twitter.com/a"}
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "parts"), "")
		a := plain.Read(traced.Whole(in), plain.Options{})
		kept := make([]bool, len(in))
		for _, s := range a.Text.Source {
			if s.Text.Len() == s.Raw.Len() && squash(s.Text.In(a.Text.String)) != squash(s.Raw.In(in)) {
				t.Fatalf("%q: %q is not %q", in, s.Text.In(a.Text.String), s.Raw.In(in))
			}
			mark(kept, s.Raw)
		}
		for _, n := range a.Notes {
			mark(kept, n.Raw)
		}
		for i, r := range in {
			if !unicode.IsSpace(r) && !kept[i] {
				t.Fatalf("%q: %q is lost; text %q, notes %v", in, in[i:], a.Text.String, a.Notes)
			}
		}
	})
}

func mark(kept []bool, s annals.Span) {
	for i := s.Start; i < s.End; i++ {
		kept[i] = true
	}
}

func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", " date 2018-04-02 x", "a\r\nb", "— A (@b) May 2", one + "Expand", "---\n---", "\u2028", "\x80"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, in string, markdown bool) {
		a := plain.Read(traced.Whole(in), plain.Options{Markdown: markdown})
		for _, s := range a.Text.Source {
			if s.Text.End > len(a.Text.String) || s.Raw.End > len(in) {
				t.Errorf("segment %v beyond the text", s)
			}
		}
		plain.Read(traced.Whole(in), plain.Options{Page: true, Title: "x"})
	})
}

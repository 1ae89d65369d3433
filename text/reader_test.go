package text

import (
	"strings"
	"sync"
	"testing"
)

// sentences joins the sentences of source with a bar.
func sentences(t *testing.T, source string) string {
	got := reader(t).Read(source)
	var out []string
	for _, s := range got.Sentences {
		out = append(out, strings.Join(strings.Fields(source[s.Start:s.End]), " "))
	}
	return strings.Join(out, "|")
}

func TestSentences(t *testing.T) {
	for source, want := range map[string]string{
		`He said a "new threat has arisen." "While most became aware of it, it has been around.`:      `He said a "new threat has arisen."|"While most became aware of it, it has been around.`,
		`"It poses a greater threat to the Taliban."According to a report, it remains.`:               `"It poses a greater threat to the Taliban."|According to a report, it remains.`,
		"Mr. Smith of the U.S. Army met Gen. Jones.  They talked.":                                    "Mr. Smith of the U.S. Army met Gen. Jones.|They talked.",
		"It took in $ 27 . 5 million . In 2009 . 5 men sat . Some 3 . 5 percent fell ; $4 . 2 sank .": "It took in $ 27 . 5 million .|In 2009 .|5 men sat .|Some 3 . 5 percent fell ; $4 . 2 sank .",
		"They heard Lt . Ann Lee . Mr . Roe left . He saw Gen . Low .":                                "They heard Lt . Ann Lee .|Mr . Roe left .|He saw Gen . Low .",
		"They fled.\n1. Who did it?\nNobody knows who did it.":                                        "They fled.|1. Who did it?|Nobody knows who did it.",
		wrapped: "THE SOURCE SAID THAT TWO SOLDIERS WERE KILLED IN THE CLASH.|AN M-16 RIFLE AND SEVERAL CARTRIDGES WERE SEIZED IN THE SAME PLACE BY MEN OF THE 3D BRIGADE WHO WERE SEARCHING THE HOUSES OF THE VILLAGE.|IT LEFT.",
	} {
		check(t, source, sentences(t, source), want)
	}
}

// wrapped is upper-case copy with hard line breaks and two blanks after a stop.
const wrapped = "   THE SOURCE SAID THAT TWO SOLDIERS WERE KILLED IN THE CLASH.  AN M-16\n" +
	"RIFLE AND SEVERAL CARTRIDGES WERE SEIZED IN THE SAME PLACE BY MEN\n" +
	"OF THE 3D BRIGADE WHO WERE SEARCHING THE HOUSES OF THE\n" +
	"VILLAGE.  IT LEFT."

func TestHeadings(t *testing.T) {
	got := reader(t).Read("Taliban vs ISKP\nThe two have fought each other over territory for years.\nExpand\n2. Who leads it?\nNobody knows that for sure, officials said.")
	var headings []string
	for i, s := range got.Sentences {
		if s.Heading {
			headings = append(headings, got.Source[s.Start:got.Sentences[i].End])
		}
	}
	check(t, "headings", strings.Join(headings, "|"), "Taliban vs ISKP|Expand|2. Who leads it?")
}

func BenchmarkTokenize(b *testing.B) {
	b.SetBytes(int64(len(benchmarkText)))
	b.ReportAllocs()
	for b.Loop() {
		Tokenize(benchmarkText)
	}
}

func BenchmarkRead(b *testing.B) {
	r := reader(b)
	b.ReportAllocs()
	b.SetBytes(int64(len(benchmarkText)))
	for b.Loop() {
		r.Read(benchmarkText)
	}
	words := len(strings.Fields(benchmarkText))
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNewReader(b *testing.B) {
	for b.Loop() {
		reader(b)
	}
}

// benchmarkText is running text in the manner of a report.
var benchmarkText = strings.Repeat(`At least sixty people were killed and dozens more were wounded when a car bomb exploded near a crowded market in the capital on Tuesday, officials said. "We heard a very loud blast and then there was smoke everywhere," said a shopkeeper who gave only his first name. No group has claimed responsibility for the attack, but the interior minister blamed fighters who had been driven from the northern provinces last month.

The army said that it had surrounded the village and was searching for survivors. Three soldiers, among them a colonel, didn't return from the operation. Rescue workers, who arrived two hours later, couldn't reach the wounded because of shelling.

`, 12)

func TestDatelines(t *testing.T) {
	for source, want := range map[string]string{
		"   SAN SALVADOR, 3 JAN 90 (AFP) -- [REPORT] [COPREFA] [TEXT] THE ARMY SAID IT FLED.": "THE",
		"KABUL, Afghanistan — Gunmen killed two soldiers on Sunday.":                          "Gunmen",
		"WASHINGTON (Reuters) - The army said it had fled.":                                   "The",
		"The general – a friend of the minister – was killed.":                                "The",
		"Smith, 42 years old -- a soldier -- was killed.":                                     "Smith",
	} {
		got := reader(t).Read(source)
		check(t, source, got.Form(got.dateline(&got.Sentences[0])), want)
	}
}

func TestReaderIsSafeForConcurrentUse(t *testing.T) {
	r := reader(t)
	want := r.Read(wrapped)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 10 {
				got := r.Read(wrapped)
				for i, k := range got.Tokens {
					if k != want.Tokens[i] {
						t.Errorf("token %d is %+v, read alone it was %+v", i, k, want.Tokens[i])
						return
					}
				}
			}
		})
	}
	wait.Wait()
}

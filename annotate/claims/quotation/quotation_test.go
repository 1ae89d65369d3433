package quotation

import (
	"strings"
	"testing"

	"github.com/annals-project/annals/text"
)

// check finds the quotations of a text without syntax: one sentence a line.
func check(t *testing.T, source string, want ...string) {
	t.Helper()
	var got []string
	for _, q := range Find(lines(source)) {
		mark := ""
		if q.Continues {
			mark += "+"
		}
		if q.Damaged {
			mark += "?"
		}
		got = append(got, mark+q.In(source))
	}
	if g, w := strings.Join(got, " | "), strings.Join(want, " | "); g != w {
		t.Errorf("%q: got %s, want %s", source, g, w)
	}
}

// lines makes each line a paragraph of sentences that end in a full stop.
func lines(source string) *text.Text {
	x := &text.Text{Source: source, Tokens: text.Tokenize(source)}
	at, paragraph := 0, 0
	for i := range x.Tokens {
		last := i == len(x.Tokens)-1
		newline := !last && strings.Contains(source[x.Tokens[i].End:x.Tokens[i+1].Start], "\n")
		stop := x.Form(i) == "." && (last || source[x.Tokens[i].End] == ' ')
		if last || newline || stop {
			x.Sentences = append(x.Sentences, text.Sentence{Start: x.Tokens[at].Start, End: x.Tokens[i].End, First: at, Last: i + 1, Paragraph: paragraph})
			at = i + 1
		}
		if newline {
			paragraph++
		}
	}
	x.Index()
	return x
}

func TestFind(t *testing.T) {
	check(t, "“We go,” he said.", "“We go,”")
	check(t, `"We go," he said. "Now."`, `"We go,"`, `"Now."`)
	check(t, "«On y va», dit-il.", "«On y va»")
	check(t, "“We go.\n“And stay,” he said.", "?“We go.", "+“And stay,”")
	check(t, "He said “we go. They stayed.", "?“we go.")
	check(t, "We go,” he said.", "?We go,”")
	check(t, "“If I had -- “ “Stop,” she said.", "“If I had -- “", "“Stop,”")
	check(t, "“If I had— “ she began.", "“If I had— “")
	check(t, "It is 6\" long.")
	check(t, "”“”\"\"“")
	check(t, "")
}

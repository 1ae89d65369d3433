package pipeline_test

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
)

//go:embed testdata/claims.txt
var claimCases string

// claimCase is a text with the claims that a reader must find in it, all of
// them and in this order, and what must stand inside which of them.
type claimCase struct {
	name   string
	text   string
	claims []string
	inside []string
}

// readClaimCases reads blocks parted by empty lines: "#" the name, "|" a
// paragraph of the text, ">" a claim, "@" a claim's number (0 the report itself)
// and an event's trigger, a figure's words or a relation that stands inside it.
func readClaimCases(t *testing.T) []claimCase {
	t.Helper()
	var out []claimCase
	for block := range strings.SplitSeq(claimCases, "\n\n") {
		var c claimCase
		var paragraphs []string
		for line := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
			mark, rest, _ := strings.Cut(line, " ")
			switch mark {
			case "#":
				c.name = rest
			case "|":
				paragraphs = append(paragraphs, rest)
			case ">":
				c.claims = append(c.claims, rest)
			case "@":
				c.inside = append(c.inside, rest)
			default:
				t.Fatalf("testdata/claims.txt: %q starts with none of # | > @", line)
			}
		}
		c.text = strings.Join(paragraphs, "\n\n")
		out = append(out, c)
	}
	return out
}

func TestClaimCases(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range readClaimCases(t) {
		t.Run(c.name, func(t *testing.T) { checkClaims(t, p, &c) })
	}
}

func checkClaims(t *testing.T, p *pipeline.Pipeline, c *claimCase) {
	t.Helper()
	r := p.Read(&annals.Document{ID: "d", Text: c.text})
	var got []string
	for i := range r.Claims {
		got = append(got, writtenClaim(r, &r.Claims[i]))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(c.claims, "\n"); g != w {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", c.text, g, w)
	}
	stands := standing(r)
	for _, want := range c.inside {
		if !strings.Contains(stands, "\n"+want+"\n") {
			t.Errorf("%s\nwant %s among:%s", c.text, want, stands)
		}
	}
}

// writtenClaim is a claim as the cases write it: kind (source | cue | content)
// type, and as far as known speaker, role, affiliation and the way.
func writtenClaim(r *annals.Reading, c *annals.Claim) string {
	text := r.Document.Text
	var content, more []string
	for _, piece := range c.Content {
		content = append(content, piece.In(text))
	}
	if c.SpeakerType != "" {
		more = append(more, c.SpeakerType)
	}
	if c.Speaker != 0 {
		e := &r.Entities[c.Speaker-1]
		more = append(more, "speaker="+e.Name)
		if e.Role != "" {
			more = append(more, "role="+e.Role)
		}
		if e.Affiliation != 0 {
			more = append(more, "of="+r.Entities[e.Affiliation-1].Name)
		}
	}
	for _, v := range c.Via {
		more = append(more, "via="+r.Entities[v-1].Name)
	}
	return strings.TrimSpace(fmt.Sprintf("%s (%s | %s | %s) %s", c.Kind, c.Source.In(text), c.Cue.In(text), strings.Join(content, " … "), strings.Join(more, ", ")))
}

// standing writes what stands inside which claim, a line each.
func standing(r *annals.Reading) string {
	var b strings.Builder
	text := r.Document.Text
	b.WriteByte('\n')
	for _, e := range r.Events {
		fmt.Fprintf(&b, "%d event %s\n", e.Claim, e.Trigger.In(text))
	}
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "%d figure %s\n", f.Claim, f.Span.In(text))
	}
	for _, x := range r.Relations {
		fmt.Fprintf(&b, "%d relation %s %s %s\n", x.Claim, r.Entities[x.From-1].Name, x.Type, r.Entities[x.To-1].Name)
	}
	return b.String()
}

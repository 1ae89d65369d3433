package seeds

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

func entityName(r *annals.Reading, e annals.Ref) string {
	if e == 0 {
		return "?"
	}
	return r.Entities[e-1].Name
}

func eventWords(r *annals.Reading, e *annals.Event) string {
	words := []string{e.Text, string(e.Status)}
	if e.PLOVER != nil {
		words = append(words, e.PLOVER.Type, e.PLOVER.Mode)
	}
	words = append(words, e.EDTF)
	if e.Place != 0 {
		words = append(words, "at "+r.Mentions[e.Place-1].Text)
	}
	for _, a := range e.Arguments {
		words = append(words, fmt.Sprintf("%s=%s", a.Role, r.Mentions[a.Mention-1].Text))
	}
	return strings.Join(words, " ")
}

func figureWords(r *annals.Reading, f *annals.Figure) string {
	words := []string{f.Text, string(f.Measure), number(f.Low), number(f.Value), number(f.High), f.Per}
	if f.Subject != 0 {
		words = append(words, "of "+entityName(r, f.Subject))
	}
	if f.Time != 0 {
		words = append(words, r.Times[f.Time-1].EDTF)
	}
	if f.PartOf != 0 {
		words = append(words, "part of "+r.Figures[f.PartOf-1].Text)
	}
	return strings.Join(words, " ")
}

func number(x *float64) string {
	if x == nil {
		return "?"
	}
	return account.Number(*x)
}

func firstByte(c *annals.Claim) int {
	if !c.Source.Empty() || len(c.Content) == 0 {
		return c.Source.Start
	}
	return c.Content[0].Start
}

func claimWords(r *annals.Reading, c *annals.Claim) string {
	words := []string{string(c.Kind), c.SpeakerType, entityName(r, c.Speaker)}
	for _, v := range c.Via {
		words = append(words, "via "+entityName(r, v))
	}
	for _, s := range c.Content {
		words = append(words, "“"+s.In(r.Document.Text)+"”")
	}
	return strings.Join(words, " ")
}

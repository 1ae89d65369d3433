package codebook

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// notes drafts what happened in words of annals' own, with the sources it rests
// on; a coder rewrites it.
func (c *coding) notes() value {
	sentences := []string{c.whatHappened()}
	for _, m := range []annals.Measure{annals.Killed, annals.Injured, annals.Abducted, annals.Captured} {
		if t, ok := c.event.Tally(m); ok {
			sentences = append(sentences, tollWords(m, &t))
		}
	}
	if c.event.Alleged {
		sentences = append(sentences, "Alleged: only those quoted say so.")
	}
	if said := c.saidBy(); len(said) > 0 {
		sentences = append(sentences, "According to "+listed(said)+".")
	}
	sentences = append(sentences, "Reports: "+c.citedReports()+".")
	statements := slices.Clone(c.event.Statements)
	for _, t := range c.event.Tallies {
		statements = append(statements, t.Statements...)
	}
	return value{words: one(strings.Join(sentences, " ")), statements: unique(statements)}
}

// whatHappened is "On 26 August 2021, suicide bomb at Kabul (Kabul, Afghanistan), attributed to X, against Y."
func (c *coding) whatHappened() string {
	words := c.when() + ", " + strings.ToLower(c.Kind(c.event))
	if p := c.event.Place; p != nil {
		words += " at " + p.Name
		if around := unlike(p.Name, p.Admin1Nm, countries()[p.Country].name); len(around) > 0 {
			words += " (" + strings.Join(around, ", ") + ")"
		}
	}
	if !c.sides[0].empty() {
		words += ", attributed to " + c.sides[0].parties[0].Name
	}
	if !c.sides[1].empty() {
		against := c.sides[1].parties[0]
		if against.Actor < 0 {
			against.Name = strings.ToLower(against.Name)
		}
		words += ", against " + against.Name
	}
	return words + "."
}

func (c *coding) when() string {
	switch {
	case c.first.IsZero() || c.last.IsZero():
		return "At an unknown date"
	case c.span() == 1:
		return "On " + c.first.Format("2 January 2006")
	}
	return fmt.Sprintf("Between %s and %s", c.first.Format("2 January 2006"), c.last.Format("2 January 2006"))
}

// unlike are the names that differ from the first and are known.
func unlike(name string, others ...string) []string {
	var out []string
	for _, o := range others {
		if o != "" && o != name {
			out = append(out, o)
		}
	}
	return out
}

// tollWords is "Killed: 183 by the rule …, 13 to 183 across sources."
func tollWords(m annals.Measure, t *account.Tally) string {
	name := strings.ToUpper(string(m[:1])) + string(m[1:])
	switch {
	case t.Low == nil || t.High == nil:
		if t.Best == nil {
			return name + ": no number by the rule " + t.Rule + "."
		}
		return fmt.Sprintf("%s: %s.", name, account.Number(*t.Best))
	case *t.Low == *t.High:
		return fmt.Sprintf("%s: %s.", name, account.Number(*t.Low))
	case t.Best == nil:
		return fmt.Sprintf("%s: %s to %s across sources.", name, account.Number(*t.Low), account.Number(*t.High))
	}
	return fmt.Sprintf("%s: %s (%s to %s across sources).", name, account.Number(*t.Best), account.Number(*t.Low), account.Number(*t.High))
}

// saidBy are the origins that are quoted for the event, but for the reports themselves.
func (c *coding) saidBy() []string {
	var out []string
	for _, s := range c.event.Statements {
		o := c.Resolution.Origin(s)
		if o < 0 || c.Resolution.Origins[o].Reading >= 0 {
			continue
		}
		if name := strings.Join(strings.Fields(c.OriginName(&c.Resolution.Origins[o])), " "); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func listed(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// citedReports is "Northgate Wire, 26 August 2021 [B2 B3]; …".
func (c *coding) citedReports() string {
	var out []string
	for _, d := range c.event.Documents {
		doc := c.Reading(c.Documents[d].Reading).Document
		name := doc.Publisher
		if name == "" {
			name = "report " + c.Documents[d].Label
		}
		when := "undated"
		if doc.Published != nil {
			when = doc.Published.EDTF
			if t, err := time.Parse(time.DateOnly, when); err == nil {
				when = t.Format("2 January 2006")
			}
		}
		out = append(out, fmt.Sprintf("%s, %s [%s]", name, when, strings.Join(c.refs(c.event.Statements, d), " ")))
	}
	return strings.Join(out, "; ")
}

// refs are the references of statements in one report.
func (c *coding) refs(keys []resolve.StatementKey, document int) []string {
	var out []string
	for _, x := range c.Cite(keys) {
		if x.Document == document {
			out = append(out, c.Ref(x))
		}
	}
	return out
}

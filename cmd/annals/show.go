package main

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

type showCommand struct {
	accountFlags
	ID string `arg:"" help:"An ID as the lists print it, or its beginning."`
}

// Run shows one thing of the record.
func (c *showCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	found, err := find(a, c.ID)
	if err != nil {
		return err
	}
	for _, line := range found.lines {
		fmt.Fprintln(env.stdout, line)
	}
	printDecisions(env, found)
	printSentences(env, a, a.Cite(found.statements))
	return nil
}

// found is a thing of the account: what to say of it, and its statements.
type found struct {
	lines      []string
	statements []resolve.StatementKey
	sentences  []account.Citation
	decisions  []string // what annals and persons decided about its parts
}

// find looks an ID up among all that has one. The beginning of an ID will do
// when only one thing begins so.
func find(a *account.Account, id string) (*found, error) {
	if id == "" {
		return nil, usage("an ID is missing; the lists (annals events, annals actors, …) print them")
	}
	var hits []*found
	hit := func(full string, f func() *found) {
		if strings.HasPrefix(full, id) || strings.HasPrefix(full, "sha256:"+id) {
			hits = append(hits, f())
		}
	}
	for i := range a.Events {
		hit(a.Events[i].ID, func() *found { return showEvent(a, &a.Events[i]) })
	}
	for i := range a.Actors {
		if strings.EqualFold(a.Actors[i].Name, id) {
			return showActor(a, &a.Actors[i]), nil
		}
		hit(a.Actors[i].ID, func() *found { return showActor(a, &a.Actors[i]) })
	}
	for i := range a.Relations {
		hit(a.Relations[i].ID, func() *found { return showRelation(&a.Relations[i]) })
	}
	for i := range a.Conflicts {
		hit(a.Conflicts[i].ID, func() *found { return showConflict(&a.Conflicts[i]) })
	}
	for i := range a.Documents {
		d := &a.Documents[i]
		hit(a.Reading(d.Reading).Document.ID, func() *found { return showDocument(a, d) })
		if d.Label == id {
			return showDocument(a, d), nil
		}
	}
	findStatements(a, hit)
	if i := a.Resolution.EventNamed(id); len(hits) == 0 && i >= 0 {
		return showEvent(a, &a.Events[a.EventOf(i)]), nil
	}
	if i := a.Resolution.ActorNamed(id); len(hits) == 0 && i >= 0 && a.ActorAt(i) >= 0 {
		return showActor(a, &a.Actors[a.ActorAt(i)]), nil
	}
	switch len(hits) {
	case 0:
		return nil, notFound("nothing in the record has the ID %q; the lists (annals events, annals actors, …) print the IDs", id)
	case 1:
		return hits[0], nil
	}
	return nil, usage("%d things begin with %q: give more of the ID", len(hits), id)
}

func findStatements(a *account.Account, hit func(string, func() *found)) {
	for reading := range a.Resolution.Readings {
		r := a.Original(reading)
		for i := range r.Statements {
			s := &r.Statements[i]
			key := resolve.StatementKey{Reading: reading, Statement: i}
			hit(s.ID, func() *found {
				return &found{lines: []string{fmt.Sprintf("statement about %s, %s", article(s.About), s.ID)}, statements: []resolve.StatementKey{key}}
			})
		}
	}
}

func article(about annals.About) string {
	if about == annals.AboutEvent {
		return "an event"
	}
	return "a " + string(about)
}

func showEvent(a *account.Account, e *account.Event) *found {
	f := &found{statements: e.Statements}
	f.lines = append(f.lines, e.Title, "id: "+e.ID, strings.TrimSpace("status: "+string(e.Status)+" "+alleged(e)),
		fmt.Sprintf("grade: %s: %s", e.Grade, a.GradeReason(e)))
	if e.EDTF != "" {
		f.lines = append(f.lines, "date: "+e.EDTF)
	}
	if e.Place != nil {
		f.lines = append(f.lines, fmt.Sprintf("place: %s, %s (%s)", e.Place.Name, e.Place.Country, e.Place.Precision))
	}
	for _, p := range e.Parties {
		f.lines = append(f.lines, fmt.Sprintf("%s: %s", p.Role, p.Name))
	}
	if e.Whole >= 0 {
		f.lines = append(f.lines, fmt.Sprintf("part of: %s %s: %s", a.Events[e.Whole].ID, a.Events[e.Whole].Title, a.Resolution.Events[e.Resolved].WholeWhy))
	}
	for _, p := range e.Parts {
		f.lines = append(f.lines, fmt.Sprintf("has as a part: %s %s", a.Events[p].ID, a.Events[p].Title))
	}
	for _, t := range e.Tallies {
		f.lines = append(f.lines, fmt.Sprintf("%s: low %s, best %s, high %s (%s)", t.Measure, known(t.Low), known(t.Best), known(t.High), t.Rule))
	}
	for i := range e.Ledger {
		entry := &e.Ledger[i]
		f.lines = append(f.lines, fmt.Sprintf("  %s %s %s, reported %s [%s]", entry.Numeral(), entry.Figure.Who, entry.Figure.Measure, orUnknown(entry.Reported), refs(a, entry.Statements)))
		f.statements = append(f.statements, entry.Statements...)
	}
	f.decisions = eventDecisions(a, e.Resolved)
	return f
}

func orUnknown(s string) string {
	if s == "" {
		return "at an unknown date"
	}
	return s
}

func showActor(a *account.Account, actor *account.Actor) *found {
	f := &found{lines: []string{fmt.Sprintf("%s (%s)", actor.Name, actor.Kind), "id: " + actor.ID}}
	for _, n := range actor.Aliases {
		f.lines = append(f.lines, fmt.Sprintf("name: %s (%s, %d times)", n.Name, n.Kind, n.Count))
		f.statements = append(f.statements, n.Statements...)
	}
	for _, l := range a.Resolution.Actors[actor.Resolved].PossiblySame {
		f.lines = append(f.lines, fmt.Sprintf("possibly the same as %s: %s", a.Resolution.Actors[l.Actor].Name, strings.Join(l.Why, ", ")))
	}
	profile(f, a, actor)
	f.decisions = actorDecisions(a, actor.Resolved)
	history(f, a, actor)
	return f
}

func showRelation(r *account.Relation) *found {
	return &found{lines: []string{fmt.Sprintf("%s %s %s", r.From, r.Type, r.To), "id: " + r.ID}, statements: r.Statements}
}

func showConflict(c *account.Conflict) *found {
	return &found{lines: []string{fmt.Sprintf("%s: %s", c.Kind, c.Message), "id: " + c.ID}, statements: c.Statements, sentences: c.Sentences}
}

func showDocument(a *account.Account, d *account.Document) *found {
	r := a.Reading(d.Reading)
	doc := r.Document
	f := &found{lines: []string{"report " + d.Label + ": " + doc.Title, "id: " + doc.ID, "from: " + doc.URI, "status: " + d.Status}}
	if doc.Published != nil {
		f.lines = append(f.lines, fmt.Sprintf("published: %s (by %s)", doc.Published.EDTF, strings.Join(doc.Published.Basis, ", ")))
	} else {
		f.lines = append(f.lines, "published: unknown")
	}
	for _, n := range append(append([]annals.Note{}, doc.Notes...), r.Notes...) {
		f.lines = append(f.lines, fmt.Sprintf("note, %s: %s", strings.ReplaceAll(string(n.Kind), "_", " "), n.Message))
	}
	f.lines = append(f.lines, "", doc.Text)
	return f
}

func printSentences(env *environment, a *account.Account, citations []account.Citation) {
	for _, c := range citations {
		fmt.Fprintf(env.stdout, "[%s] %s\n", a.Ref(c), clip(a.Text(c), 500))
	}
}

type profileCommand struct {
	accountFlags
	Actor string `arg:"" help:"A name of the actor, or its ID."`
}

// Run shows one actor.
func (c *profileCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	for i := range a.Actors {
		actor := &a.Actors[i]
		match := actor.ID == c.Actor || strings.EqualFold(actor.Name, c.Actor)
		for _, n := range actor.Aliases {
			match = match || strings.EqualFold(n.Name, c.Actor)
		}
		if match {
			f := showActor(a, actor)
			fmt.Fprintln(env.stdout, strings.Join(f.lines, "\n"))
			printSentences(env, a, a.Cite(f.statements))
			return nil
		}
	}
	return notFound("no actor is called %q; annals actors lists them", c.Actor)
}

// profile adds what the reports tell of an actor beyond its names.
func profile(f *found, a *account.Account, actor *account.Actor) {
	fact := func(what string, x account.Fact) {
		words := []string{what, x.Value, x.EDTF, x.Place}
		if len(x.Speakers) > 0 {
			words = append(words, "(says "+strings.Join(x.Speakers, ", ")+")")
		}
		f.lines = append(f.lines, fmt.Sprintf("%s [%s]", strings.Join(strings.Fields(strings.Join(words, " ")), " "), refs(a, x.Statements)))
		f.statements = append(f.statements, x.Statements...)
	}
	for _, x := range actor.Profile.Founded {
		fact("founded", x)
	}
	index := a.ActorOf(a.Resolution.Actors[actor.Resolved].Entities[0])
	for _, x := range a.Origins(index) {
		fact("origin:", x)
	}
	for _, x := range actor.Profile.Leaders {
		fact("leader", x)
	}
	for _, x := range actor.Profile.Aims {
		fact("aim:", x)
	}
	for _, x := range a.Area(index) {
		fact("acted at", x)
	}
	for i := range actor.Profile.Figures {
		e := &actor.Profile.Figures[i]
		f.lines = append(f.lines, fmt.Sprintf("%s %s %s %s [%s]", e.Figure.Measure, e.Numeral(), e.Figure.Who, e.EDTF, refs(a, e.Statements)))
		f.statements = append(f.statements, e.Statements...)
	}
	for i := range a.Relations {
		if r := &a.Relations[i]; r.From == actor.Name || r.To == actor.Name {
			f.lines = append(f.lines, fmt.Sprintf("%s %s %s [%s]", r.From, r.Type, r.To, refs(a, r.Statements)))
			f.statements = append(f.statements, r.Statements...)
		}
	}
}

// history adds the events of an actor, and through which reports it is seen.
func history(f *found, a *account.Account, actor *account.Actor) {
	for _, i := range a.EventsOf(a.ActorOf(a.Resolution.Actors[actor.Resolved].Entities[0])) {
		e := &a.Events[i]
		when := e.EDTF
		if when == "" {
			when = "undated"
		}
		f.lines = append(f.lines, fmt.Sprintf("event %s %s: %s, %s [%s]", e.ID, when, e.Title, e.Status, refs(a, e.Statements)))
	}
	c := a.Coverage(actor.Documents)
	f.lines = append(f.lines, fmt.Sprintf("seen in %d reports: %s; months: %s", c.Reports, countedWords(c.Outlets), countedWords(c.Months)))
}

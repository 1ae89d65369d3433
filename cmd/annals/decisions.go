package main

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// printDecisions prints what annals and persons decided about a thing's parts.
func printDecisions(env *environment, f *found) {
	for _, line := range f.decisions {
		fmt.Fprintln(env.stdout, line)
	}
}

// mostMembers bounds the lines about members and decisions of each kind.
const mostMembers = 20

// eventDecisions says which reports' mentions an event is made of, and why.
func eventDecisions(a *account.Account, resolved int) []string {
	event := &a.Resolution.Events[resolved]
	var members []string
	for _, k := range event.Mentions {
		e := &a.Reading(k.Reading).Events[k.Event-1]
		members = append(members, fmt.Sprintf("told in %s: %s “%s”", a.DocumentOf(k.Reading).Label, a.Resolution.EventKey(k).Short("x"), e.Text))
	}
	return append(first(members), told(a, a.Resolution.RulingsOnEvent(resolved), a.Resolution.DecisionsOnEvent(resolved))...)
}

// actorDecisions says which reports' entities an actor is made of, and why.
func actorDecisions(a *account.Account, resolved int) []string {
	actor := &a.Resolution.Actors[resolved]
	var members []string
	for _, k := range actor.Entities {
		e := &a.Reading(k.Reading).Entities[k.Entity-1]
		members = append(members, fmt.Sprintf("named in %s: %s “%s”", a.DocumentOf(k.Reading).Label, a.Resolution.EntityKey(k).Short("a"), e.Name))
	}
	return append(first(members), told(a, a.Resolution.RulingsOnActor(resolved), a.Resolution.DecisionsOnActor(resolved))...)
}

// told writes judgements of two things, those of persons first.
func told(a *account.Account, rulings []annals.Judgement, decisions []resolve.Decision) []string {
	var out []string
	for _, j := range rulings {
		out = append(out, fmt.Sprintf("%s judged %s and %s %s%s (%s)", j.By, short(j.Left), short(j.Right), j.Verdict, because(j.Why), shortID(j.ID)))
	}
	var own []string
	for i := range decisions {
		j := a.Resolution.Judgement(&decisions[i])
		own = append(own, fmt.Sprintf("annals judged %s and %s %s%s", short(j.Left), short(j.Right), j.Verdict, because(j.Why)))
	}
	return append(out, first(own)...)
}

// first is the first lines of many, with how many there are more.
func first(lines []string) []string {
	if len(lines) <= mostMembers {
		return lines
	}
	return append(lines[:mostMembers:mostMembers], fmt.Sprintf("… and %d more", len(lines)-mostMembers))
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

// short is the ID that lists print for a key.
func short(key string) string {
	k, err := annals.ParseKey(key)
	switch {
	case err != nil:
		return key
	case k.Kind == annals.ActorKey:
		return k.Short("a")
	case k.Kind == annals.EventKey:
		return k.Short("x")
	}
	return key
}

// amended says what a person did to a statement.
func amended(x *account.Amendment) string {
	j := &x.Judgement
	if j.Verdict == annals.Rejected {
		return strings.TrimSpace(fmt.Sprintf("rejected by %s%s (%s)", j.By, because(j.Why), shortID(j.ID)))
	}
	return fmt.Sprintf("%s corrected by %s from %q to %q%s (%s)", j.Field, j.By, x.Was, j.Value, because(j.Why), shortID(j.ID))
}

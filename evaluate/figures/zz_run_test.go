package figures

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/annotate/claims"
	read "github.com/annals-project/annals/annotate/figures"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

func TestRun(t *testing.T) {
	read1 := chainOf(t)
	env := evaluate.Env{Data: "/work/shared", Read: func(title, s, pub string) *annotate.Document {
		return read1(title, s, pub)
	}}
	for _, task := range Tasks() {
		if w := os.Getenv("TASK"); w != "" && !strings.Contains(w, task.Name) { continue }
		rep, err := task.Run(context.Background(), env)
		if err != nil { t.Fatal(err) }
		for _, n := range rep.Notes { fmt.Println(n) }; for _, r := range rep.Rows { fmt.Printf("%-14s %-9s %-45s %6.1f n=%d goal %v\n", r.Set, r.Part, r.Measure, r.Value, r.N, r.Goal) }
		if os.Getenv("DETAIL") != "" { for _, l := range rep.Detail { fmt.Println(l) } }
	}
}

func chainOf(t *testing.T) func(title, s, pub string) *annotate.Document {
	rd, err := text.NewReader()
	if err != nil { t.Fatal(err) }
	var chain []annotate.Component
	add := func(c annotate.Component, err error) { if err != nil { fmt.Println("without", err); return }; chain = append(chain, c) }
	m, err := mentions.New(); add(m, err)
	co, err := coref.New(); if err == nil { add(co, err) } else { fmt.Println("without", err) }
	if os.Getenv("NOPLACES") == "" { g, err := gazetteer.Open(); if err != nil { t.Fatal(err) }; add(places.New(g), nil) }
	ti, err := times.New(); add(ti, err)
	ev, err := events.New(); if err == nil { add(ev, err) } else { fmt.Println("without", err) }
	fi, err := read.New("literal"); add(fi, err)
	cl, err := claims.New(nil); add(cl, err)
	return func(title, s, pub string) *annotate.Document {
		doc := &annals.Document{Text: s, Title: title}
		if pub != "" { doc.Published = &annals.Published{EDTF: pub, Basis: []string{"given"}} }
		d := &annotate.Document{Doc: doc, Text: rd.Read(s)}
		for _, c := range chain { c.Annotate(d) }
		return d
	}
}

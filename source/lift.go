package source

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/decode"
	"github.com/annals-project/annals/source/mail"
	"github.com/annals-project/annals/source/page"
	"github.com/annals-project/annals/source/plain"
	"github.com/annals-project/annals/source/repair"
	"github.com/annals-project/annals/source/traced"
)

// lifted is an article with what its page declares.
type lifted struct {
	plain.Article
	Language string
}

// lift decodes, repairs and reads what was received, by its kind.
func lift(in received) (lifted, error) {
	if in.kind == message {
		return liftMessage(in)
	}
	text, notes, err := decode.Text(in.raw, in.declared)
	if err != nil {
		return lifted{}, err
	}
	if in.kind == pageKind {
		return liftPage(text, notes, in.url)
	}
	text, mends := repair.Text(text)
	article := plain.Read(text, plain.Options{Markdown: in.kind == markdown})
	article.Notes = concat(notes, mends, article.Notes)
	return lifted{Article: article}, nil
}

// liftPage reads a page; what an extractor leaves of furniture goes as in plain text.
func liftPage(text traced.Text, notes []annals.Note, address string) (lifted, error) {
	p, err := page.Read(text, address)
	if err != nil {
		return lifted{}, err
	}
	mended, mends := repair.Text(p.Text)
	a := plain.Read(mended, plain.Options{Page: true, Title: p.Title})
	a.Title = p.Title
	if p.Publisher != "" {
		a.Publisher = p.Publisher
	}
	a.Byline = union(p.Byline, a.Byline)
	a.Address = p.Canonical
	a.Dates = append(a.Dates, p.Dates...)
	a.Embeds = append(p.Embeds, a.Embeds...)
	a.Notes = concat(notes, mends, p.Notes, a.Notes)
	return lifted{Article: a, Language: p.Language}, nil
}

// liftMessage reads a mail message: its body as what it is, its head as the header.
func liftMessage(in received) (lifted, error) {
	m, err := mail.Read(in.raw)
	if err != nil {
		return lifted{}, err
	}
	body := in
	body.raw, body.declared, body.kind = m.Body, m.Type, plainText
	if m.Page {
		body.kind = pageKind
	}
	out, err := lift(body)
	if err != nil {
		return lifted{}, err
	}
	moveBack(&out.Article, m.Offset)
	if m.Date != (dating.Date{}) {
		out.Dates = append(out.Dates, dating.Evidence{Date: m.Date, Basis: "header", Raw: m.DateRaw})
	}
	if m.Subject != "" {
		out.Title = m.Subject
	}
	if m.From != "" {
		out.Byline = union(out.Byline, []string{m.From})
	}
	return out, nil
}

// moveBack makes places in a body places in its message, which it starts so many
// bytes into; a body that was encoded for transfer (a negative offset) has none.
func moveBack(a *plain.Article, offset int) {
	move := func(s annals.Span) annals.Span {
		if offset < 0 || s == (annals.Span{}) {
			return annals.Span{}
		}
		return annals.Span{Start: s.Start + offset, End: s.End + offset}
	}
	for i := range a.Text.Source {
		a.Text.Source[i].Raw = move(a.Text.Source[i].Raw)
	}
	if offset < 0 {
		a.Text.Source = nil
	}
	for i := range a.Notes {
		a.Notes[i].Raw = move(a.Notes[i].Raw)
	}
	for i := range a.Dates {
		a.Dates[i].Raw = move(a.Dates[i].Raw)
	}
	for i := range a.Embeds {
		a.Embeds[i].Raw = move(a.Embeds[i].Raw)
	}
}

func concat(lists ...[]annals.Note) []annals.Note {
	var all []annals.Note
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

func union(a, b []string) []string {
	out := a
next:
	for _, s := range b {
		for _, known := range a {
			if known == s {
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}

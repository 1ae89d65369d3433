// Package train makes the weights of package events from the development texts
// and keys of MUC-4 (TST1 and TST2 are never looked at).
package train

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

// Train reads the development texts below data/muc4, learns the three scorers and
// writes their weights to outDir. It is the same every time.
func Train(ctx context.Context, dataDir, outDir string, progress func(string)) error {
	texts, docs, err := Read(ctx, dataDir, 1, progress)
	if err != nil {
		return err
	}
	finder, err := events.NewWith(events.Scorers{})
	if err != nil {
		return err
	}
	s, err := Learn(texts, docs, finder, events.Best())
	if err != nil {
		return err
	}
	for name, raw := range s.Weights() {
		if err := os.WriteFile(filepath.Join(outDir, name), raw, 0o644); err != nil {
			return fmt.Errorf("weights of events: %w", err)
		}
	}
	return nil
}

// Read gives every step-th development text, read up to where events begin.
func Read(ctx context.Context, dataDir string, step int, progress func(string)) ([]muc.Text, []*annotate.Document, error) {
	all, err := muc.Load(dataDir, muc.DEV)
	if err != nil {
		return nil, nil, err
	}
	reader, chain, err := before()
	if err != nil {
		return nil, nil, err
	}
	var texts []muc.Text
	var docs []*annotate.Document
	for i := 0; i < len(all); i += step {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		article := all[i].Article()
		d := &annotate.Document{Doc: &annals.Document{Text: article}, Text: reader.Read(article)}
		if all[i].Published != "" {
			d.Doc.Published = &annals.Published{EDTF: all[i].Published}
		}
		chain.Annotate(d)
		texts, docs = append(texts, all[i]), append(docs, d)
		if len(docs)%200 == 0 {
			progress(fmt.Sprintf("read %d of %d texts", len(docs), (len(all)+step-1)/step))
		}
	}
	return texts, docs, nil
}

// before is the reading chain up to the events.
func before() (*text.Reader, annotate.Chain, error) {
	reader, err := text.NewReader()
	if err != nil {
		return nil, nil, err
	}
	find, err := mentions.New()
	if err != nil {
		return nil, nil, err
	}
	resolve, err := coref.New()
	if err != nil {
		return nil, nil, err
	}
	g, err := gazetteer.Open()
	if err != nil {
		return nil, nil, err
	}
	when, err := times.New()
	if err != nil {
		return nil, nil, err
	}
	chain, err := annotate.NewChain(damage.New(), find, resolve, places.New(g), when)
	return reader, chain, err
}

// roleOf maps the key's roles to the contract's.
var roleOf = map[annals.Role][]muc.Role{annals.Actor: {muc.PerpInd, muc.PerpOrg}, annals.Victim: {muc.Victim},
	annals.Target: {muc.Target}, annals.WeaponRole: {muc.Weapon}}

// Answer is a text's key in the terms of package events.
func Answer(t *muc.Text) events.Answer {
	a := events.Answer{Type: muc.EventType}
	for _, template := range t.Key {
		a.Incidents = append(a.Incidents, events.AnsweredIncident{Type: strings.Split(template.Type, " / ")[0],
			Fills: func(role annals.Role, a *annals.Annotations, ref annals.Ref) bool {
				m := muc.Representative(a, ref)
				if m == nil {
					return false
				}
				for _, r := range roleOf[role] {
					for _, e := range template.Roles[r] {
						if e.Has(muc.Filler(a, m)) || e.Has(m.Text) {
							return true
						}
					}
				}
				return false
			}})
	}
	return a
}

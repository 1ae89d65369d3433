package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/all"
	"github.com/annals-project/annals/evaluate/table"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/privacy"
	"github.com/annals-project/annals/source"
)

type evaluateCommand struct {
	Tasks   []string `arg:"" optional:"" name:"task" help:"Tasks to run; none lists them, \"all\" runs all."`
	Data    string   `help:"Folder with the annotated corpora (data/, gold/, seeds/)." default:"../shared" placeholder:"DIR"`
	Write   string   `help:"Put the tables into this Markdown file, task by task." placeholder:"FILE"`
	Floors  string   `help:"Fail when a figure lies below its floor in this file." placeholder:"FILE"`
	Verbose bool     `short:"v" help:"Print a line an item."`
}

// Run measures the tasks, and fails when a floor is broken.
func (c *evaluateCommand) Run(env *environment) error {
	tasks := all.Tasks()
	if len(c.Tasks) == 0 {
		for _, t := range tasks {
			fmt.Fprintln(env.stdout, t.Name)
		}
		return nil
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		return err
	}
	var floors table.Floors
	if c.Floors != "" {
		if floors, err = table.ReadFloors(c.Floors); err != nil {
			return err
		}
	}
	var broken []string
	for _, t := range tasks {
		if !slices.Contains(c.Tasks, "all") && !slices.Contains(c.Tasks, t.Name) {
			continue
		}
		report, err := t.Run(env.ctx, evaluationEnv(env, p, c.Data))
		if err != nil {
			return fmt.Errorf("evaluate %s: %w", t.Name, err)
		}
		if err := c.show(env, t.Name, &report); err != nil {
			return err
		}
		broken = append(broken, floors.Broken(t.Name, &report)...)
	}
	if len(broken) > 0 {
		return fmt.Errorf("below the floor: %s", strings.Join(broken, "; "))
	}
	return c.unknown(tasks)
}

func (c *evaluateCommand) unknown(tasks []evaluate.Task) error {
	for _, name := range c.Tasks {
		if name != "all" && !slices.ContainsFunc(tasks, func(t evaluate.Task) bool { return t.Name == name }) {
			return usage("there is no task %q; annals evaluate lists them", name)
		}
	}
	return nil
}

func (c *evaluateCommand) show(env *environment, name string, report *evaluate.Report) error {
	if c.Verbose {
		for _, line := range report.Detail {
			fmt.Fprintln(env.stdout, line)
		}
	}
	section := table.Section(name, report)
	fmt.Fprintln(env.stdout, section)
	if c.Write == "" {
		return nil
	}
	return table.Update(c.Write, name, section)
}

// exported reads texts into one account and gives what leaves the desk of it.
func exported(p *pipeline.Pipeline, in []evaluate.Text) (map[string]string, string, error) {
	var readings []*annals.Reading
	for _, t := range in {
		d := &annals.Document{ID: t.ID, URI: t.ID, Text: t.Body, Raw: []byte(t.Body), Language: "en"}
		if t.Published != "" {
			d.Published = &annals.Published{EDTF: t.Published, Basis: []string{"given"}}
		}
		readings = append(readings, p.Read(d))
	}
	known, err := pipeline.Aliases()
	if err != nil {
		return nil, "", err
	}
	masked := privacy.Mask(account.Derive(account.Input{Readings: readings, Known: known}))
	texts := map[string]string{}
	for _, r := range masked.Resolution.Readings {
		texts[r.Document.ID] = r.Document.Text
	}
	var out strings.Builder
	err = export.Record(&out, masked, now())
	return texts, out.String(), err
}

// evaluationEnv lets tasks read texts and files with the whole chain.
func evaluationEnv(env *environment, p *pipeline.Pipeline, data string) evaluate.Env {
	return evaluate.Env{
		Data: data,
		Read: func(title, text, published string) *annotate.Document {
			d := &annals.Document{Title: title, Text: text, Language: "en"}
			if published != "" {
				d.Published = &annals.Published{EDTF: published, Basis: []string{"given"}}
			}
			return p.Annotate(d)
		},
		Extract: func(path string) (*annotate.Document, error) {
			var out *annotate.Document
			var failed error
			err := source.Walk(env.ctx, []string{path}, source.Options{}, func(item source.Item) bool {
				if item.Err != nil {
					failed = item.Err
					return false
				}
				out = p.Annotate(item.Doc)
				return false
			})
			if failed != nil {
				return nil, failed
			}
			return out, err
		},
		Export: func(in []evaluate.Text) (map[string]string, string, error) {
			return exported(p, in)
		},
		Account: func(paths ...string) (*account.Account, error) {
			in := intake{Paths: paths}
			readings, err := in.all(env, p)
			if err != nil {
				return nil, err
			}
			for _, r := range readings {
				r.Document.URI = filepath.ToSlash(r.Document.URI)
			}
			known, err := pipeline.Aliases()
			if err != nil {
				return nil, err
			}
			return account.Derive(account.Input{Readings: readings, Known: known}), nil
		},
	}
}

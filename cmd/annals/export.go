package main

import (
	"fmt"

	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
)

type exportCommand struct {
	accountFlags
	Format string `help:"json: the record's public form." enum:"json" default:"json"`
}

// Run writes the account of the record.
func (c *exportCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	return export.Record(env.stdout, a, now())
}

type versionCommand struct{}

// Run prints the version that stands in every statement.
func (c *versionCommand) Run(env *environment) error {
	_, err := fmt.Fprintln(env.stdout, pipeline.Extractor)
	return err
}

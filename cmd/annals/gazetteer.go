package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/gazetteer/actors/compile"
	"github.com/annals-project/annals/gazetteer/build"
)

type gazetteerCommand struct {
	Add   gazetteerAdd   `cmd:"" help:"Turn a GeoNames dump or a CSV of places into a table that --places reads."`
	Build gazetteerBuild `cmd:"" help:"Make the embedded tables again from their sources."`
}

type gazetteerAdd struct {
	File string `arg:"" help:"GeoNames dump (tab-separated), or CSV with the columns name, lat, lon, country, admin1, kind, alternates." type:"existingfile"`
	Out  string `help:"Where to write the table." default:"annals.places" placeholder:"FILE"`
}

// Run makes a table of a user's own places.
func (c *gazetteerAdd) Run(env *environment) error {
	n, err := gazetteer.AddFile(c.File, c.Out)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%d places in %s; read with --places %s\n", n, c.Out, c.Out)
	return nil
}

type gazetteerBuild struct {
	Data string `help:"Folder that holds the sources (data/)." default:"../shared" placeholder:"DIR"`
	Out  string `help:"Root of the source tree." default:"." type:"existingdir" placeholder:"DIR"`
}

// Run makes the embedded tables of places, actors and words again.
func (c *gazetteerBuild) Run(*environment) error {
	data, out := filepath.Join(c.Data, "data"), func(folder ...string) string {
		return filepath.Join(append([]string{c.Out}, folder...)...)
	}
	return errors.Join(
		build.Tables(filepath.Join(data, "gazetteer"), out("gazetteer")),
		build.Lexica(data, out("annotate", "places")),
		compile.Files(data, out("gazetteer", "actors")),
	)
}

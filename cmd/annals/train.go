package main

import (
	"fmt"
	"path/filepath"

	names "github.com/annals-project/annals/annotate/coref/train"
	events "github.com/annals-project/annals/annotate/events/train"
	figures "github.com/annals-project/annals/annotate/figures/train"
	places "github.com/annals-project/annals/annotate/places/train"
	relations "github.com/annals-project/annals/annotate/relations/train"
	syntax "github.com/annals-project/annals/model/train"
	rarity "github.com/annals-project/annals/resolve/train"
)

type trainCommand struct {
	Stage string `arg:"" enum:"syntax,names,places,events,figures,relations,rarity" help:"syntax, names, places, events, figures, relations or rarity. Each stands on the ones before as they are embedded in this program: run them in this order, each with annals built anew (make models does)."`
	Data  string `help:"Folder that holds the corpora (data/)." default:"../shared" placeholder:"DIR"`
	Out   string `help:"Root of the source tree whose weights are written." default:"." type:"existingdir" placeholder:"DIR"`
}

// Run trains one stage and writes the weights that the next build embeds.
func (c *trainCommand) Run(env *environment) error {
	data := filepath.Join(c.Data, "data")
	switch c.Stage {
	case "syntax":
		return syntax.Syntax(env.ctx, data, filepath.Join(c.Out, "model"), env.stdout, syntax.Options{})
	case "names":
		return names.Train(env.ctx, data, filepath.Join(c.Out, "model"), env.stdout)
	case "places":
		return places.Weights(data, filepath.Join(c.Out, "annotate", "places", "weights.tsv"))
	case "events":
		return events.Train(env.ctx, data, filepath.Join(c.Out, "annotate", "events", "weights"), func(line string) { fmt.Fprintln(env.stdout, line) })
	case "figures":
		return figures.Train(env.ctx, data, filepath.Join(c.Out, "annotate", "figures", "weights"), func(line string) { fmt.Fprintln(env.stdout, line) })
	case "relations":
		return relations.Train(env.ctx, data, filepath.Join(c.Out, "annotate", "relations", "scorer"), func(line string) { fmt.Fprintln(env.stdout, line) })
	case "rarity":
		return rarity.Rarity(c.Data, filepath.Join(c.Out, "resolve", "rarity.tsv"))
	}
	return usage("there is no stage %q", c.Stage)
}

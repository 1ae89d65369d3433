package main

import (
	"fmt"
	"iter"
	"runtime"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/llm"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/source"
)

// intake is the flags of every command that reads reports.
type intake struct {
	Paths        []string      `arg:"" optional:"" name:"path" help:"Files, folders, addresses, or - for standard input (the default): .txt .md .html .jsonl .json .eml, also gzipped or with zstd."`
	MaxBytes     int64         `help:"Largest document, unpacked." default:"52428800" placeholder:"BYTES"`
	MaxTime      time.Duration `help:"Longest wait for one address." default:"30s"`
	MaxRedirects int           `help:"Most redirects followed." default:"5"`
	AllowPrivate bool          `help:"Fetch from private and loopback addresses too."`
	Rules        string        `help:"Folder with extraction rules of your own, laid over the shipped ones." type:"existingdir" placeholder:"DIR"`
	Places       []string      `help:"Gazetteer tables of your own (see annals gazetteer add)." type:"existingfile" placeholder:"FILE"`
	Counts       string        `help:"How vague counts such as \"dozens\" are read: ${counts}." default:"literal" placeholder:"TABLE"`
	ModelURL     string        `help:"Let a large model propose what the text must prove: base address of an OpenAI-compatible service. Reports are sent there, private names masked; a key is read from ANNALS_MODEL_KEY." placeholder:"URL"`
	ModelName    string        `help:"Which model of that service to ask." placeholder:"NAME"`
	Workers      int           `help:"Reports read at a time; 0 is one a core." default:"0"`
}

func (in *intake) sourceOptions(env *environment) source.Options {
	return source.Options{MaxBytes: in.MaxBytes, MaxTime: in.MaxTime, MaxRedirects: in.MaxRedirects,
		AllowPrivate: in.AllowPrivate, Stdin: env.stdin}
}

func (in *intake) pipeline(env *environment) (*pipeline.Pipeline, error) {
	o := pipeline.Options{Rules: in.Rules, Places: in.Places, Counts: in.Counts}
	switch {
	case in.ModelURL != "" && in.ModelName != "":
		o.Model = &llm.Endpoint{URL: in.ModelURL, Model: in.ModelName, Context: env.ctx, Log: env.stderr}
	case in.ModelURL != in.ModelName:
		return nil, usage("--model-url and --model-name go together; give both or neither")
	}
	return pipeline.New(o)
}

func (in *intake) paths() []string {
	if len(in.Paths) == 0 {
		return []string{"-"}
	}
	return in.Paths
}

// result is one document of the input: its reading, or why there is none.
type result struct {
	item    source.Item
	reading *annals.Reading // nil when item.Err is set or skip said so
}

// readings reads the input, several documents at a time, and yields the
// results in its order. skip may leave documents unread; it may be nil.
func (in *intake) readings(env *environment, p *pipeline.Pipeline, skip func(*annals.Document) bool) iter.Seq[result] {
	items := func(yield func(source.Item) bool) {
		// The walk ends early only when the context does, which run reports.
		_ = source.Walk(env.ctx, in.paths(), in.sourceOptions(env), yield)
	}
	workers := in.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return pipeline.Ordered(env.ctx, workers, items, func(item source.Item) result {
		if item.Err != nil || skip != nil && skip(item.Doc) {
			return result{item: item}
		}
		return read(p, item)
	})
}

// read reads one document. A fault of annals' own costs this document and not
// the batch.
func read(p *pipeline.Pipeline, item source.Item) (r result) {
	defer func() {
		if fault := recover(); fault != nil {
			r = result{item: source.Item{URI: item.URI, GivenID: item.GivenID, Err: &source.Error{Code: source.Internal, Where: item.URI,
				What: fmt.Sprintf("annals failed on it (%v)", fault), Do: "please report it with the document"}}}
		}
	}()
	return result{item, p.Read(item.Doc)}
}

// complain prints the line that says why a document could not be read.
func complain(env *environment, item source.Item) {
	fmt.Fprintf(env.stderr, "annals: %v\n", item.Err)
}

// all reads the whole input into memory, for an account that is not stored.
func (in *intake) all(env *environment, p *pipeline.Pipeline) ([]*annals.Reading, error) {
	var out []*annals.Reading
	seen := map[string]bool{}
	failed := false
	progress := newProgress(env, "read")
	for r := range in.readings(env, p, nil) {
		progress.step(words(r.reading))
		if r.item.Err != nil {
			failed = true
			progress.pause()
			complain(env, r.item)
			continue
		}
		if id := r.reading.Document.ID; !seen[id] {
			seen[id] = true
			out = append(out, r.reading)
		}
	}
	progress.done()
	switch {
	case len(out) == 0 && env.ctx.Err() == nil:
		return nil, &failure{exitFailure, fmt.Errorf("nothing could be read at %s", strings.Join(in.paths(), ", "))}
	case failed:
		return out, errPartial
	}
	return out, nil
}

// words counts a reading's words roughly, for the rate that progress shows.
func words(r *annals.Reading) int {
	if r == nil {
		return 0
	}
	return len(strings.Fields(r.Document.Text))
}

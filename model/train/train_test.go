package train

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/annals-project/annals/model/syntax"
	"github.com/annals-project/annals/model/treebank"
)

const tiny = `# newdoc id = one
# sent_id = 1
# text = The rebels don't attack.
1	The	the	DET	DT	Definite=Def|PronType=Art	2	det	_	_
2	rebels	rebel	NOUN	NNS	Number=Plur	5	nsubj	_	_
3-4	don't	_	_	_	_	_	_	_	_
3	do	do	AUX	VBP	_	5	aux	_	_
4	n't	not	PART	RB	Polarity=Neg	5	advmod	_	_
5	attack	attack	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

# newpar
# sent_id = 2
# text = They fled.
1	They	they	PRON	PRP	Case=Nom	2	nsubj	_	_
2	fled	flee	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func documents(t *testing.T) []treebank.Document {
	t.Helper()
	docs, err := treebank.Read(strings.NewReader(tiny))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func tinyNetwork(t *testing.T) []byte {
	t.Helper()
	examples, labels := examplesOf(append(documents(t), documents(t)...)) // a feature needs two sightings
	vectors := map[string][]float32{"rebels": make([]float32, vectorWidth)}
	vectors["rebels"][3] = 1
	words := syntax.NewClasses([]uint32{syntax.WordFeature("rebels")}, []uint16{0}, [][]uint32{{syntax.ClassFeature("noun.person")}})
	shape := syntax.Shape{Hidden: 16, Layers: 2, Tag: 16, Arc: 16, Rel: 16}
	m, err := Network(context.Background(), examples, labels, words, vectors, shape, 300, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return m.Encode()
}

// TestTrainingIsReproducible trains a tiny network twice.
func TestTrainingIsReproducible(t *testing.T) {
	first := tinyNetwork(t)
	if !bytes.Equal(first, tinyNetwork(t)) {
		t.Fatal("the same data gave two different networks")
	}
	m, err := syntax.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]syntax.Word, 3)
	m.Analyze([]string{"They", "fled", "."}, []syntax.Span{{First: 0, Last: 3}}, out)
	if out[0].Head != 1 || out[0].Dep != "nsubj" || out[1].Head != -1 || out[2].UPOS != "PUNCT" {
		t.Errorf("after learning two sentences by heart the second reads %+v", out)
	}
}

func TestBoundaryIsReproducible(t *testing.T) {
	docs := documents(t)
	a, err := Boundary(context.Background(), docs, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Boundary(context.Background(), docs, io.Discard)
	if !bytes.Equal(a.Append(nil), b.Append(nil)) {
		t.Error("the same data gave two different boundary models")
	}
}

func TestTreebankOffsets(t *testing.T) {
	d := documents(t)[0]
	if want := "The rebels don't attack.\n\nThey fled."; d.Text != want {
		t.Fatalf("text %q, want %q", d.Text, want)
	}
	for _, s := range d.Sentences {
		for _, w := range s.Words {
			if got := d.Text[w.Start:w.End]; got != w.Form {
				t.Errorf("word %q stands at %q", w.Form, got)
			}
		}
	}
}

func TestRespace(t *testing.T) {
	v := respace("It ended. They fled.", map[int]bool{9: true, 20: true}, func(int) string { return "" })
	if v.source != "It ended.They fled." || !v.gold[9] || !v.gold[19] || len(v.gold) != 2 {
		t.Errorf("got %q with ends %v", v.source, v.gold)
	}
}

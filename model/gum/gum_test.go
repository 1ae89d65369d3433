package gum

import (
	"os"
	"testing"
)

func TestEntities(t *testing.T) {
	b := builder{docs: []Document{{}}}
	for _, line := range []string{
		"1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref(2-place-new-nnnnn-cf1-1-sgl)",
		"2\tking\tking\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=1)",
		"3\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
	} {
		if err := b.line(line); err != nil {
			t.Fatal(err)
		}
	}
	b.endDocument()
	d := b.docs[0]
	if d.Text != "The king slept" || len(d.Mentions) != 2 {
		t.Fatalf("%q %+v", d.Text, d.Mentions)
	}
	if m := d.Mentions[1]; m.First != 0 || m.Last != 2 || m.Head != 1 || m.Type != "person" || m.Entity != "1" {
		t.Errorf("%+v", m)
	}
}

func TestOpen(t *testing.T) {
	path := "../../../shared/data/ud/en_gum-ud-dev.conllu.gz"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the corpora are not at ../shared/data")
	}
	docs, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, d := range docs {
		words += len(d.Words)
		for _, w := range d.Words {
			if w.Start > w.End || w.End > len(d.Text) {
				t.Fatalf("%s: %+v", d.ID, w)
			}
		}
	}
	if len(docs) != 20 || words != 18432 {
		t.Errorf("%d documents, %d words; the treebank's README has 20, 18432", len(docs), words)
	}
}

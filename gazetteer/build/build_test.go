package build

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// data is where the published tables lie.
var data = flag.String("data", "../../../shared/data", "folder that holds gazetteer/")

// write makes the embedded tables anew: go test ./gazetteer/build -write
var rewrite = flag.Bool("write", false, "write the embedded tables")

// TestEmbeddedTablesAreCurrent builds the tables and compares them with the
// embedded ones, byte by byte.
func TestEmbeddedTablesAreCurrent(t *testing.T) {
	source := filepath.Join(*data, "gazetteer")
	if _, err := os.Stat(source); err != nil {
		t.Skip("the published gazetteer tables are not here: ", err)
	}
	out := t.TempDir()
	if *rewrite {
		out = ".."
	}
	if err := Tables(source, out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"geonames.table", "cities28-odbl.table"} {
		made, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		embedded, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made, embedded) {
			t.Errorf("%s differs from what its sources give; run: go test ./gazetteer/build -write", name)
		}
	}
}

// TestLexicaAreCurrent does the same for the word lists of annotate/places.
func TestLexicaAreCurrent(t *testing.T) {
	if _, err := os.Stat(filepath.Join(*data, "wordnet")); err != nil {
		t.Skip("the published word lists are not here: ", err)
	}
	const home = "../../annotate/places"
	out := t.TempDir()
	if *rewrite {
		out = home
	}
	if err := Lexica(*data, out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"given.tsv", "words.tsv"} {
		made, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join(home, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made, kept) {
			t.Errorf("%s differs from what its sources give; run: go test ./gazetteer/build -write", name)
		}
	}
}

package train

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestTrainIsTheSameEveryTime(t *testing.T) {
	data := filepath.Join("..", "..", "..", "..", "shared", "data")
	if _, err := os.Stat(filepath.Join(data, "re3d")); err != nil || testing.Short() {
		t.Skip("no corpus re3d beside the source tree, or a short test")
	}
	trained := func() string {
		dir := t.TempDir()
		if err := Train(context.Background(), data, dir, func(string) {}); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(dir, "scorer.bin"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if a, b := trained(), trained(); a != b || len(a) == 0 {
		t.Errorf("trained twice: %d and %d bytes that differ or are none", len(a), len(b))
	}
}

func TestTrainNamesAMissingCorpus(t *testing.T) {
	if err := Train(context.Background(), t.TempDir(), t.TempDir(), func(string) {}); err == nil {
		t.Error("no error without a corpus")
	}
}

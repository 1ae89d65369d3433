// Package train makes the weights of package events from the development texts
// and keys of MUC-4 (TST1 and TST2 are never looked at).
package train

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/evaluate/muc"
)

// Train reads the development texts below data/muc4, learns the scorers and
// writes their weights to outDir. It is the same every time.
func Train(ctx context.Context, dataDir, outDir string, progress func(string)) error {
	texts, err := muc.Load(dataDir, muc.DEV)
	if err != nil {
		return err
	}
	progress(fmt.Sprintf("reading %d texts", len(texts)))
	docs, err := muc.Read(ctx, texts)
	if err != nil {
		return err
	}
	progress("learning")
	learner, err := muc.NewLearner(texts, docs)
	if err != nil {
		return err
	}
	s, err := learner.Learn(func(int) bool { return true }, events.Best())
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

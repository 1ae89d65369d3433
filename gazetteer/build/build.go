// Package build makes the embedded tables of the gazetteer from the published
// ones. The same input gives the same bytes.
package build

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/annals-project/annals/gazetteer"
)

// Tables writes geonames.table and cities28-odbl.table into folder out from
// the GeoNames and Countries States Cities tables in folder data.
func Tables(data, out string) error {
	s := &sources{folder: data}
	world := geoNames(s)
	if s.err != nil {
		return s.err
	}
	if err := write(filepath.Join(out, "geonames.table"), world); err != nil {
		return err
	}
	cities := cities28(s)
	if s.err != nil {
		return s.err
	}
	return write(filepath.Join(out, "cities28-odbl.table"), cities)
}

func write(path string, b *gazetteer.Builder) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("gazetteer build: %w", err)
	}
	if _, err := b.WriteTo(f); err != nil {
		f.Close()
		return fmt.Errorf("gazetteer build: %s: %w", path, err)
	}
	return f.Close()
}

package gazetteer

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AddFile reads a GeoNames dump (19 tab-separated columns, as allCountries.txt)
// or a CSV with a header line (name, lat, lon, country, admin1, kind,
// alternates; the last parted by semicolons) and writes it as a table at out,
// which Open takes. It gives the number of places. A table that is at out is
// replaced, so that adding a corrected file is adding it again.
func AddFile(path, out string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, fmt.Errorf("gazetteer add: %w", err)
	}
	defer f.Close()
	b := NewBuilder()
	in := bufio.NewReaderSize(f, 1<<20)
	start, _ := in.Peek(1 << 12)
	if isDump(string(start)) {
		err = b.readDump(in)
	} else {
		err = b.readCSV(in)
	}
	if err != nil {
		return 0, fmt.Errorf("gazetteer add %s: %w", path, err)
	}
	if len(b.table.places) == 0 {
		return 0, fmt.Errorf("gazetteer add %s: no place in it; give a GeoNames dump or a CSV with the columns %s", path, strings.Join(csvColumns, ","))
	}
	return len(b.table.places), b.writeFile(out)
}

// writeFile writes beside out and moves the file into place when it is whole.
func (b *Builder) writeFile(out string) error {
	part := out + ".part"
	f, err := os.Create(part)
	if err != nil {
		return fmt.Errorf("gazetteer add: %w", err)
	}
	_, err = b.WriteTo(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("gazetteer add: %w", err)
	}
	return os.Rename(part, out)
}

// Columns of a GeoNames dump.
const (
	dumpID, dumpName, dumpASCII, dumpAlternates = 0, 1, 2, 3
	dumpLat, dumpLon, dumpClass, dumpCode       = 4, 5, 6, 7
	dumpCountry, dumpAdmin1, dumpAdmin2         = 8, 10, 11
	dumpPopulation, dumpColumns                 = 14, 19
)

// isDump tells a GeoNames dump by its first line.
func isDump(start string) bool {
	line, _, _ := strings.Cut(start, "\n")
	f := strings.Split(line, "\t")
	if len(f) < dumpColumns {
		return false
	}
	_, err := strconv.Atoi(f[dumpID])
	return err == nil
}

func (b *Builder) readDump(in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < dumpColumns {
			continue
		}
		kind, ok := dumpKind(f[dumpClass], f[dumpCode])
		if !ok || f[dumpName] == "" {
			continue
		}
		p := Place{Name: f[dumpName], Kind: kind, Country: f[dumpCountry], Admin1: f[dumpAdmin1], Admin2: f[dumpAdmin2],
			Capital: f[dumpCode] == "PPLC", Seat: f[dumpCode] == "PPLA"}
		p.ID, _ = strconv.Atoi(f[dumpID])
		p.Population, _ = strconv.Atoi(f[dumpPopulation])
		p.locate(f[dumpLat], f[dumpLon])
		b.addNamed(p, append(strings.Split(f[dumpAlternates], ","), f[dumpASCII]))
	}
	return lines.Err()
}

// dumpKind is the kind of a GeoNames feature; ok is false for what is left out
// (streets, undersea features, areas below the second level).
func dumpKind(class, code string) (Kind, bool) {
	switch {
	case class == "P":
		return Settlement, true
	case strings.HasPrefix(code, "PCL"):
		return Country, true
	case code == "ADM1":
		return Admin1, true
	case code == "ADM2" || code == "ADM3":
		return Admin2, true
	case class == "L" || class == "H" || class == "T" && strings.HasSuffix(code, "S"):
		return Region, true
	case class == "S" || class == "T":
		return Spot, true
	}
	return 0, false
}

// locate sets the coordinates, when they are numbers on the globe.
func (p *Place) locate(lat, lon string) {
	y, err1 := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	x, err2 := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if err1 == nil && err2 == nil && y >= -90 && y <= 90 && x >= -180 && x <= 180 {
		p.Lat, p.Lon, p.Located = y, x, true
	}
}

// addNamed adds a place with its other names. Names of a letter or two in
// plain script would meet words, so they are left out.
func (b *Builder) addNamed(p Place, names []string) {
	n := b.Add(p)
	for _, name := range names {
		if name = strings.TrimSpace(name); utf8.RuneCountInString(name) > 2 {
			b.Name(n, name, Alternate)
		}
	}
}

var csvColumns = []string{"name", "lat", "lon", "country", "admin1", "kind", "alternates"}

var csvKinds = map[string]Kind{"": Settlement, "region": Region, "country": Country, "admin1": Admin1, "admin2": Admin2,
	"district": Admin2, "settlement": Settlement, "village": Settlement, "spot": Spot, "facility": Spot}

func (b *Builder) readCSV(in io.Reader) error {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return err
	}
	columns := map[string]int{}
	for i, name := range header {
		columns[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))] = i
	}
	if _, ok := columns["name"]; !ok {
		return fmt.Errorf("line 1 has no column \"name\"; the columns are %s", strings.Join(csvColumns, ","))
	}
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		cell := func(name string) string {
			if i, ok := columns[name]; ok && i < len(record) {
				return strings.TrimSpace(record[i])
			}
			return ""
		}
		kind, ok := csvKinds[strings.ToLower(cell("kind"))]
		if !ok {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("line %d: kind %q is none of region, country, admin1, admin2, settlement, spot", line, cell("kind"))
		}
		if cell("name") == "" {
			continue
		}
		p := Place{Name: cell("name"), Kind: kind, Country: strings.ToUpper(cell("country")), Admin1: cell("admin1")}
		p.locate(cell("lat"), cell("lon"))
		b.addNamed(p, strings.Split(cell("alternates"), ";"))
	}
}

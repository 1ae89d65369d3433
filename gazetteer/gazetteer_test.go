package gazetteer

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func open(t testing.TB, user ...string) *Gazetteer {
	t.Helper()
	g, err := Open(user...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// check scans a text and compares the names found, and what each may stand for
// first, with want: "Kabul=AF Kabul".
func check(t *testing.T, g *Gazetteer, source string, want ...string) {
	t.Helper()
	var got []string
	g.Scan(source, func(m Match) {
		p := g.Place(g.Lookup(nil, m.Hash)[0].Place)
		got = append(got, fmt.Sprintf("%s=%s %s", m.In(source), p.Country, p.Name))
	})
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%q:\n got %q\nwant %q", source, got, want)
	}
}

func TestScan(t *testing.T) {
	g := open(t)
	check(t, g, "the attack outside Kabul’s airport", "Kabul=AF Kabul")
	check(t, g, "in Sana'a, Yemen.", "Sana'a=YE Sanaa Governorate", "Yemen=YE Yemen")
	check(t, g, "U.S. forces left Mazar-i-Sharif", "U.S.=US United States", "Mazar-i-Sharif=AF Mazār-e Sharīf")
	check(t, g, "the Sinai\nPeninsula", "Sinai\nPeninsula=EG Sinai Peninsula")
	check(t, g, "Afghan and South African troops", "Afghan=AF Afghanistan", "South African=ZA South Africa")
	check(t, g, "nothing here, kabul neither")
	check(t, g, "")
}

func TestOpenIsFast(t *testing.T) {
	start := time.Now()
	if _, err := decode(geonamesTable); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("decoding the table took %v", took)
	}
}

func TestDamagedTableIsAnError(t *testing.T) {
	for _, cut := range []int{0, 5, len(magic), len(magic) + 100, len(cities28Table) / 2} {
		if _, err := decode(cities28Table[:cut]); err == nil {
			t.Errorf("a table cut at byte %d was read", cut)
		}
	}
}

func TestAddFile(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "villages.csv"), filepath.Join(folder, "user.table")
	rows := "name,lat,lon,country,admin1,kind,alternates\nQala-e-Nowhere,34.5,69.2,af,13,village,Nowhere Fort;Kala Nowhere\n"
	if err := os.WriteFile(in, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := AddFile(in, out); err != nil || n != 1 {
		t.Fatalf("AddFile = %d, %v", n, err)
	}
	g := open(t, out)
	check(t, g, "near Qala-e-Nowhere and Nowhere Fort", "Qala-e-Nowhere=AF Qala-e-Nowhere", "Nowhere Fort=AF Qala-e-Nowhere")
	check(t, open(t), "near Qala-e-Nowhere")
	if _, err := Open(filepath.Join(folder, "none.table")); err == nil {
		t.Error("a table that is not there was opened")
	}
}

func TestAddFileErrors(t *testing.T) {
	for content, want := range map[string]string{
		"place,lat\nx,1\n":          "no column \"name\"",
		"name,kind\nx,galaxy\n":     "line 2: kind \"galaxy\"",
		"name,lat,lon\n":            "no place in it",
		"name\n\"unfinished,1,2\n ": "line",
	} {
		in := filepath.Join(t.TempDir(), "in.csv")
		if err := os.WriteFile(in, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := AddFile(in, in+".table"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", content, err, want)
		}
	}
}

func FuzzScan(f *testing.F) {
	g := open(f)
	for _, s := range []string{"Kabul", "U.S.", "O’Brien’s", "É", "\xff\xfe", "St. Louis, Mo.", "N'Djamena"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		last := 0
		g.Scan(source, func(m Match) {
			if m.Start < last || m.End <= m.Start || m.End > len(source) {
				t.Fatalf("match %v in %d bytes after %d", m.Span, len(source), last)
			}
			last = m.End
			if len(g.Lookup(nil, m.Hash)) == 0 {
				t.Fatalf("match %q has no entry", m.In(source))
			}
		})
	})
}

func FuzzDecode(f *testing.F) {
	b := NewBuilder()
	b.Add(Place{Name: "Kabul", Country: "AF", Admin1: "13", Lat: 34.5, Lon: 69.2, Located: true})
	packed, err := b.build().encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Fuzz(func(t *testing.T, packed []byte) {
		if table, err := decode(packed); err == nil {
			for i := range table.places {
				table.place(i)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	g := open(b)
	text := strings.Repeat("Last Thursday, a suicide bomber and multiple gunmen killed 13 US service members and nearly 200 Afghan civilians in the attack at the Kabul airport. ", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Scan(text, func(Match) {})
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(geonamesTable); err != nil {
			b.Fatal(err)
		}
	}
}

// maxResident is the most memory the embedded gazetteer may hold, in bytes.
const maxResident = 25 << 20

func TestOpenIsSmall(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var tables []*table
	for _, packed := range [][]byte{geonamesTable, cities28Table} {
		table, err := decode(packed)
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, table)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if held := int64(after.HeapAlloc) - int64(before.HeapAlloc); held > maxResident {
		t.Errorf("the tables hold %d MB", held>>20)
	} else {
		t.Logf("the tables hold %.1f MB", float64(held)/(1<<20))
	}
	runtime.KeepAlive(tables)
}

package edtf

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func must(t testing.TB, s string) Value {
	t.Helper()
	v, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		in, from, to string // "" open
		prec         Precision
	}{
		{"2021-08-26", "2021-08-26", "2021-08-26", Day},
		{"2021-08-26?", "2021-08-26", "2021-08-26", Day},
		{"2021-02", "2021-02-01", "2021-02-28", Month},
		{"2021", "2021-01-01", "2021-12-31", Year},
		{"198X", "1980-01-01", "1989-12-31", Decade},
		{"19XX", "1900-01-01", "1999-12-31", Century},
		{"2018-22", "2018-06-01", "2018-08-31", Season},
		{"2018-24", "2017-12-01", "2019-02-28", Season},
		{"2021-08-2X", "2021-08-20", "2021-08-29", Month},
		{"2021-08-3X", "2021-08-30", "2021-08-31", Month},
		{"2021-XX", "2021-01-01", "2021-12-31", Year},
		{"2021-1X", "2021-10-01", "2021-12-31", Year},
		{"2019-10/2020-02", "2019-10-01", "2020-02-29", Range},
		{"2017-01/..", "2017-01-01", "", Range},
		{"../2017-01", "", "2017-01-31", Range},
		{"2017-01/", "2017-01-01", "", Range},
		{"[2021-08-26,2021-08-27]", "2021-08-26", "2021-08-27", Range},
		{"{2016,2018..2020}", "2016-01-01", "2020-12-31", Range},
		{"[..2016]", "", "2016-12-31", Range},
		{"XXXX-08-30", "0000-08-30", "9999-08-30", Day},
		{"XXXX-02-29", "0000-02-29", "9999-02-28", Day},
		{"2021-08-26T17:30:00Z", "2021-08-26", "2021-08-26", Second},
		{"-0044-03-15", "-0044-03-15", "-0044-03-15", Day},
		{"Y-170000", "-170000-01-01", "-170000-12-31", Year},
	} {
		v := must(t, c.in)
		from, hasFrom := v.Earliest()
		to, hasTo := v.Latest()
		if got := day(from, hasFrom); got != c.from {
			t.Errorf("%s begins %q, want %q", c.in, got, c.from)
		}
		if got := day(to, hasTo); got != c.to {
			t.Errorf("%s ends %q, want %q", c.in, got, c.to)
		}
		if v.Precision() != c.prec || v.String() != c.in {
			t.Errorf("%s has precision %d, want %d", c.in, v.Precision(), c.prec)
		}
	}
}

func day(t time.Time, ok bool) string {
	if !ok {
		return ""
	}
	return t.Format(time.DateOnly)
}

func TestRefused(t *testing.T) {
	for _, s := range []string{"", "21", "2021-13", "2021-00", "2021-02-29", "2021-8-1", "2021/08/01/", "2021-25", "2021-4X",
		"/", "../..", "2021/2020", "[", "[]", "[2021", "{2021]", "[2021,]", "2021-08-26T17:30", "Y2021", "Y99999999999", "-0000",
		"2021-08-26T25:00:00", "?", "2021??", "2021-08-32", "2021-04-31", "[2021..2019]", "2021--01", "２０２１", "P1D", "2021-W30"} {
		if v, err := Parse(s); err == nil {
			t.Errorf("%q was read as %+v", s, v)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool
	}{
		{"2021-08", "2021-08-26", true, true},
		{"2021-08-26", "2021-08", true, false},
		{"2021-08-26", "2021-08-27", false, false},
		{"2017-01/..", "2021-08-26", true, true},
		{"2017-01/..", "2016-12-31", false, false},
		{"2018-22", "2018-07", true, true},
		{"[2021-08-26,2021-08-27]", "2021-08-27", true, true},
		{"2021-08", "[2021-08-26,2021-08-27]", true, true},
		{"[2021-08-26,2021-08-27]", "2021-08-25", false, false},
		{"2018-24", "2018-01-15", true, true},
		{"2018-24", "2018-07", false, false},
		{"XXXX-08-30", "2021-08-30", true, true},
		{"XXXX-08-30", "2021-08-29", false, false},
		{"XXXX-08-30", "2021-08", true, false},
		{"2021", "XXXX-08-30", true, false},
		{"2021-08-31/2022-08-29", "XXXX-08-30", false, false},
		{"XXXX-08-30", "XXXX-08-31", false, false},
		{"XXXX-08", "XXXX-08-31", true, true},
		{"XXXX-08", "2021-08-31", true, true},
		{"2021-XX-15", "2021-03-15", true, true},
		{"2021-XX-15", "2021-03-16", false, false},
		{"XXXX-XX-XX", "1000/2999", true, true},
		{"198X", "1984", true, true},
		{"19X4", "1985", false, false},
		{"19X4", "1984", true, true},
	} {
		a, b := must(t, c.a), must(t, c.b)
		if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps {
			t.Errorf("%s overlaps %s: not %v both ways", c.a, c.b, c.overlaps)
		}
		if a.Contains(b) != c.contains {
			t.Errorf("%s contains %s: not %v", c.a, c.b, c.contains)
		}
	}
	var none Value
	if v := must(t, "2021"); v.Contains(none) || none.Overlaps(v) || none.Contains(v) || !none.IsZero() {
		t.Error("no date stands for something")
	}
}

func TestContainmentImpliesOverlap(t *testing.T) {
	pattern := rapid.StringMatching(`[12X][0-9X][0-9X][0-9X](-(0[1-9]|1[0-2]|XX|2[1-4])|-(0[1-9]|XX)-([0-2X][1-8X]))?(/\.\.)?`)
	rapid.Check(t, func(t *rapid.T) {
		a, errA := Parse(pattern.Draw(t, "a"))
		b, errB := Parse(pattern.Draw(t, "b"))
		if errA != nil || errB != nil {
			t.Skip("no date")
		}
		if !a.Overlaps(a) || !a.Contains(a) {
			t.Fatalf("%s does not contain itself", a)
		}
		if a.Contains(b) && !a.Overlaps(b) {
			t.Fatalf("%s contains %s but does not overlap it", a, b)
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatalf("%s and %s: overlap is not mutual", a, b)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2021-08-26", "XXXX-08-30", "[2021..2022]", "2017-01/..", "Y-17000", "2021-08-26T17:30:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err != nil {
			return
		}
		from, okFrom := v.Earliest()
		to, okTo := v.Latest()
		if okFrom && okTo && from.After(to) {
			t.Fatalf("%q begins %v after it ends %v", s, from, to)
		}
		if !v.Overlaps(v) {
			t.Fatalf("%q does not overlap itself", s)
		}
	})
}

package decode_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals/source/decode"
)

func check(t *testing.T, raw, declared, want string, wantErr error) {
	t.Helper()
	got, _, err := decode.Text([]byte(raw), declared)
	if !errors.Is(err, wantErr) || got.String != want {
		t.Errorf("%q (%s): %q, %v; want %q, %v", raw, declared, got.String, err, want, wantErr)
	}
}

func TestText(t *testing.T) {
	check(t, "plain", "", "plain", nil)
	check(t, "\xEF\xBB\xBFmarked caf\u00e9", "", "marked café", nil)
	check(t, "\xFF\xFEc\x00\xe9\x00", "", "cé", nil)
	check(t, "\xFE\xFF\x00c\x00\xe9", "", "cé", nil)
	check(t, "c\x00a\x00f\x00e\x00s\x00 \x00o\x00n\x00", "", "cafes on", nil)
	check(t, "It\x92s a \x93test\x94", "", "It’s a “test”", nil)
	check(t, "\xF0\xC5\xDE\xC1\xD4\xD8 news", "text/plain; charset=koi8-r", "Печать news", nil)
	check(t, "<meta charset=windows-1251>\xcf\xf0", "text/html", "<meta charset=windows-1251>Пр", nil)
	check(t, "caf\u00e9 and caf\u00e9 and a stray \x93", "", "café and café and a stray “", nil)
	check(t, "\x00\x01\x02\x03\x04\x05\x06\x07\x08", "", "", decode.ErrBinary)
	check(t, "%PDF-1.7 text", "", "", decode.ErrBinary)
	check(t, "\x82\xa0\x82\xa2 ab\nline", "text/plain; charset=shift_jis", "あい ab\nline", nil)
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "plain", "\xFF\xFEa\x00", "\x93x\x94", "\x1b$B", "caf\xe9\n\x82\xa0"} {
		f.Add([]byte(s), "")
		f.Add([]byte(s), "text/plain; charset=shift_jis")
	}
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		got, _, err := decode.Text(raw, declared)
		if err == nil && !utf8.ValidString(got.String) {
			t.Errorf("%q is not UTF-8", got.String)
		}
		for _, s := range got.Source {
			if s.Text.End > len(got.String) || s.Raw.End > len(raw) {
				t.Errorf("segment %v beyond the text", s)
			}
		}
	})
}

package correction_test

import (
	"testing"

	"github.com/annals-project/annals/source/correction"
)

func check(t *testing.T, title, text, want string) {
	t.Helper()
	if got := correction.Mark(title, text); got != want {
		t.Errorf("%q / %q: %q, want %q", title, text, got, want)
	}
}

func TestMark(t *testing.T) {
	const body = "Two people died near the river on Monday.\n\nThe army said it was looking into it."
	for _, c := range []struct{ title, text, want string }{
		{"Two die near river", body, ""},
		{"Two die near river", body + "\n\nCorrection: An earlier headline gave the wrong day.", "corrected"},
		{"Two die near river", body + "\n\nThis article has been corrected to give the right number of dead.", "corrected"},
		{"Two die near river", body + "\n\nAn earlier version of this story misstated the number of dead.", "corrected"},
		{"Two die near river", "(Corrects spelling of name in second paragraph)\n\n" + body, "corrected"},
		{"CORRECTED-Two die near river", body, "corrected"},
		{"Correction: Two die near river", body, "corrected"},
		{"RETRACTED: Two die near river", body, "retracted"},
		{"", "Editor's note: This story has been withdrawn because its source could not be confirmed.", "retracted"},
		{"", "KILL: please do not use the story about the river.", "retracted"},
		{"", body + "\n\nThis article has been corrected.\n\nThis report was retracted on 3 May.", "retracted"},
		{"Army withdrawn from river", body, ""},
		{"Correction officer shot", body, ""},
		{"Kill team found guilty", body, ""},
		{"", "The army has withdrawn from the river.", ""},
		{"", "The minister said an earlier report was wrong.", ""},
	} {
		check(t, c.title, c.text, c.want)
	}
}

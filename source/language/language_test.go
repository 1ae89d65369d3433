package language_test

import (
	"testing"

	"github.com/annals-project/annals/source/language"
)

func check(t *testing.T, text, want string) {
	t.Helper()
	if got := language.Of(text); got != want {
		t.Errorf("%q: %q, want %q", text, got, want)
	}
}

func TestOf(t *testing.T) {
	check(t, "Soldiers clashed with rebels near the river on Monday, officials said.", "en")
	check(t, "SOLDIERS CLASHED WITH REBELS NEAR THE RIVER ON MONDAY, OFFICIALS SAID.", "en")
	check(t, "Des soldats se sont affrontés lundi avec des rebelles près du fleuve, selon les autorités.", "fr")
	check(t, "Los soldados se enfrentaron el lunes con los rebeldes cerca del río, dijeron las autoridades.", "es")
	check(t, "اشتبك الجنود مع المتمردين بالقرب من النهر يوم الاثنين", "ar")
	check(t, "12:30", "")
	check(t, "", "")
}

package claims

import (
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

func TestMedium(t *testing.T) {
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"The governor denied in an email that his men had burned the mill.":               "an email",
		"The front has said via its Nord channel that its men held the bridge.":           "its Nord channel",
		"Two farmers told Radio Kala that a widow had died.":                              "Radio Kala",
		"The mayor told a city radio station that four soldiers had died.":                "a city radio station",
		"The mayor told reporters that four soldiers had died.":                           "reporters",
		"The mayor, in an audio message, claimed that four soldiers had died.":            "an audio message",
		"In a statement on its radio, the front said that its men had killed a clerk.":    "a statement on its radio",
		"The front claimed the attack through its Nord outlet.":                           "its Nord outlet",
		"The mayor said that four soldiers had sent a letter.":                            "",
		"The mayor told farmers that four soldiers had died.":                             "",
		"At the railway station the mayor said that four soldiers had died.":              "",
		"“No mill was burned in the town,” the mayor said in a statement.":                "a statement",
		"The mayor said that the army had killed six men, the front said in a statement.": "a statement",
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: read(t, source)}
		c.Annotate(d)
		got := ""
		for _, claim := range d.Claims {
			if !claim.Medium.Empty() {
				got = claim.Medium.In(source)
			}
		}
		if got != want {
			t.Errorf("%s\n got %q, want %q", source, got, want)
		}
	}
}

package relations

import (
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

var reader = sync.OnceValues(text.NewReader)

// named are the mentions of the rules' examples. Tests of rules know their
// mentions, so that they do not change with the models that find them.
var named = []struct {
	text string
	kind annals.Kind
	form annals.Form
}{
	{"ISIS-K", annals.ArmedGroup, annals.Name}, {"Taliban", annals.ArmedGroup, annals.Name},
	{"Boko Haram", annals.ArmedGroup, annals.Name}, {"Islamic State", annals.ArmedGroup, annals.Name},
	{"Qassam Brigades", annals.ArmedGroup, annals.Name}, {"Gaza Front", annals.ArmedGroup, annals.Name}, {"Real IRA", annals.ArmedGroup, annals.Name},
	{"Provisional IRA", annals.ArmedGroup, annals.Name}, {"Hamas", annals.ArmedGroup, annals.Name},
	{"Fatah", annals.ArmedGroup, annals.Name}, {"Hezbollah", annals.ArmedGroup, annals.Name}, {"Party", annals.Organisation, annals.Name},
	{"Iran", annals.PlaceKind, annals.Name}, {"Lebanon", annals.PlaceKind, annals.Name},
	{"Hassan Nasrallah", annals.Person, annals.Name}, {"Ahmed Yassin", annals.Person, annals.Name},
	{"leader", annals.Person, annals.Nominal}, {"the group", annals.ArmedGroup, annals.Nominal}, {"farmers", annals.Population, annals.Nominal}, {"soldiers", annals.StateForce, annals.Nominal},
}

// read parses a text and marks the mentions it knows, each an entity of its own.
func read(t testing.TB, source string) *annotate.Document {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: r.Read(source)}
	for _, n := range named {
		if at := strings.Index(source, n.text); at >= 0 {
			span := annals.Span{Start: at, End: at + len(n.text)}
			d.Mentions = append(d.Mentions, annals.Mention{Span: span, Head: span, Text: n.text, Kind: n.kind, Form: n.form, Entity: annals.Ref(len(d.Entities) + 1)})
			d.Entities = append(d.Entities, annals.Entity{Name: n.text, Kind: n.kind, Mentions: []annals.Ref{annals.Ref(len(d.Mentions))}})
		}
	}
	return d
}

func TestRuleExamples(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range r.rules.Check(func(s string) *pattern.View { return pattern.Of(read(t, s)) }) {
		t.Error(wrong)
	}
}

package resolve

import (
	"testing"

	"github.com/annals-project/annals"
)

func TestOfficersOfOne(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"the Harbour police chief", "a Harbour police sergeant", true},
		{"Sheriff Ada Quill", "Undersheriff Tom Marrin", true},
		{"the interior minister", "the interior ministry", true},
		{"the fire chief", "firefighters", true},
		{"the Harbour police chief", "a Marrin police sergeant", false},
		{"the interior minister", "the defence ministry", false},
		{"the mayor", "the police chief", false},
		{"a spokesman", "the police chief", false},
	}
	for _, test := range tests {
		a, b := &voice{calling: callingOf(test.a)}, &voice{calling: callingOf(test.b)}
		if got := officersOfOne(a, b); got != test.want {
			t.Errorf("%q (%+v) and %q (%+v): %v", test.a, a.calling, test.b, b.calling, got)
		}
	}
}

func TestTitled(t *testing.T) {
	const name = "Ada Quill"
	tests := []struct{ before, want string }{
		{"so said Harbour Police Sgt. ", "Harbour Police Sgt. "},
		{"so said Sheriff's Capt . ", "Sheriff's Capt . "},
		{"so said police sergeant ", "police sergeant "},
		{"the sergeant, ", ""},
		{"so it was, said ", ""},
	}
	for _, test := range tests {
		at := annals.Span{Start: len(test.before), End: len(test.before) + len(name)}
		if got := titled(test.before+name, at); got != test.want {
			t.Errorf("%q: %q, want %q", test.before, got, test.want)
		}
	}
}

// TestOffice holds how a person is called whom a report calls in two ways.
func TestOffice(t *testing.T) {
	tests := []struct{ first, then, want string }{
		{"", "the police chief", "police"},
		{"a spokesman", "a police spokesman", "police"},
		{"the police chief", "a spokesman for the navy", "police"},
		{"", "the council", ""},
		{"", "Sheriff", "sheriff"},
	}
	for _, test := range tests {
		v := &voice{person: true, name: "Ada Quill", calling: callingOf(test.first)}
		v.office(callingOf(test.then))
		if body, _ := v.forBody(); body.head != test.want {
			t.Errorf("%q, then %q: of %q, want %q", test.first, test.then, body.head, test.want)
		}
	}
	alone := &voice{person: true, actor: 1}
	sameOffices([]*voice{{person: true, actor: 1, calling: callingOf("the police chief")}, alone, {person: true, actor: 2}})
	if alone.head != "chief" {
		t.Errorf("called %q where another report tells the office", alone.head)
	}
}

// TestParty holds that one who is named twice parts no party from another officer of his
// body, and that a second body does.
func TestParty(t *testing.T) {
	chief := newParty(&voice{person: true, actor: 1, name: "Ada Quill", calling: callingOf("the Harbour police chief")})
	again := newParty(&voice{person: true, actor: 2, name: "Quill", calling: callingOf("the chief")})
	chief.take(again)
	tests := []struct {
		name, source string
		worded, want bool
	}{
		{"Tom Marrin", "a Harbour police sergeant", false, true},
		{"Tom Marrin", "a Marrin police sergeant", false, false},
		{"Tom Marrin", "the brigade spokesman", false, false},
		{"Tom Marrin", "", false, false},
		{"Tom Marrin", "", true, true},
	}
	for _, test := range tests {
		o := newParty(&voice{person: true, actor: 3, name: test.name, calling: callingOf(test.source)})
		if got := chief.mayBe(o, test.worded); got != test.want {
			t.Errorf("%s, %q, worded %v: %v", test.name, test.source, test.worded, got)
		}
	}
}

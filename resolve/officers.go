package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// forBody is the body whose word one has who speaks for it or holds an office in it:
// the police of a sergeant and of their chief. False for who has no such office.
func (c *calling) forBody() (calling, bool) {
	if c.sort == bodyWord {
		return *c, true
	}
	if c.sort != officeWord || c.head == spokesman {
		return calling{}, false
	}
	body := calling{head: c.head, of: map[string]bool{}}
	for w := range c.of {
		body.of[w] = true
	}
	if led := ledBy[c.head]; led != "" && len(c.of) > 0 {
		body.head, body.sort = led, bodyWord
		return body, true
	}
	body = body.bodyNamed()
	return body, body.sort == bodyWord
}

// ledBy are the bodies at whose heads offices stand that go by the same words: the
// interior ministry of the interior minister.
var ledBy = map[string]string{"minister": "ministry", "secretary": "department"}

// officersOfOne says whether two sources are one body or of it: what a sergeant and what
// the chief tells of one arrest the police has told.
func officersOfOne(a, b *voice) bool {
	x, ofBody := a.forBody()
	y, both := b.forBody()
	return ofBody && both && x.agrees(&y)
}

// ofOffice says whether a calling is of an office or of one who speaks for somebody.
func (c *calling) ofOffice() bool { return !c.byName && c.sort == officeWord || c.speaks }

// office takes up what a report says of a person's office beside one of his names
// where it says less beside another.
func (v *voice) office(c calling) {
	if !v.person {
		return
	}
	_, have := v.forBody()
	_, told := c.forBody()
	for _, w := range nameWords(v.name) {
		delete(c.of, w)
	}
	if c.ofOffice() && (v.head == "" && c.head != "" || !have && told) {
		v.calling = c
	}
}

// offices gives the persons of a report who speak there the offices that stand as
// titles before their names.
func (r *Resolution) offices(in int, voices map[string]*voice) {
	r.eachNamed(in, voices, func(v *voice, name annals.Span) {
		v.office(callingOf(titled(r.Readings[in].Document.Text, name)))
	})
}

// eachNamed visits the persons of a report who speak there wherever they are named.
func (r *Resolution) eachNamed(in int, voices map[string]*voice, visit func(v *voice, name annals.Span)) {
	for i := range r.Readings[in].Mentions {
		m := &r.Readings[in].Mentions[i]
		if m.Form != annals.Name || m.Kind != annals.Person || m.Entity == 0 {
			continue
		}
		if actor := r.Actor(EntityKey{in, m.Entity}); actor >= 0 {
			if v := voices[actorOrigin+r.Actors[actor].ID]; v != nil {
				visit(v, m.Span)
			}
		}
	}
}

// titled are the words of a title or rank that stand right before a name: "Harbour
// Police Sgt." before "Ada Quill".
func titled(text string, name annals.Span) string {
	from := max(0, name.Start-longestTitle)
	words := textWords(text[from:name.Start])
	start, next := name.Start, name.Start
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		w.Start, w.End = w.Start+from, w.End+from
		if w.End-w.Start == 1 { // of a genitive
			continue
		}
		_, short := readAs()[w.lower]
		first, _ := utf8.DecodeRuneInString(text[w.Start:])
		if strings.Trim(text[w.End:next], " .'’s") != "" || !unicode.IsUpper(first) && !short && voiceWords()[singular(w.lower)] == "" {
			break
		}
		start, next = w.Start, w.Start
	}
	return text[start:name.Start]
}

// longestTitle is how many bytes before a name its title begins at most.
const longestTitle = 80

// sameOffices gives those of whom a report tells no office the one that another tells.
func sameOffices(voices []*voice) {
	told := map[int]calling{}
	for _, v := range voices {
		if _, ofBody := v.forBody(); v.person && ofBody {
			if _, met := told[v.actor]; !met {
				told[v.actor] = v.calling
			}
		}
	}
	for _, v := range voices {
		if c, met := told[v.actor]; met && v.person && v.head == "" {
			v.calling = c
		}
	}
}

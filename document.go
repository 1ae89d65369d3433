package annals

import "time"

// Span is a range of bytes, half open.
type Span struct{ Start, End int }

// Empty says that a span holds no byte: the zero Span means "nowhere".
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return max(0, s.End-s.Start) }

// Overlaps says whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains says whether o lies wholly in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// In is the text the span covers; "" when it does not fit.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Document is one report: the article lifted out of what was received, and
// where that came from.
type Document struct {
	ID        string   // "sha256:" and the hash of the raw bytes and, where there is one, the address
	GivenID   string   // the identifier its giver uses, echoed and never interpreted
	URI       string   // address, or the path it was read from
	Title     string   // headline
	Publisher string   // outlet, as the page or the dateline names it
	Byline    []string // authors and agencies
	Language  string   // ISO 639-1; "" unknown
	Published *Published
	Retrieved time.Time // when it was received: a file's last change, a page's fetch; zero unknown

	// Text is the article alone: no menus, adverts, embeds. Spans of every
	// annotation are bytes of it.
	Text   string
	Embeds []Embed // posts by others that stood in the article
	Notes  []Note  // what intake repaired, removed or kept apart

	Raw    []byte    // as received
	Source []Segment // where Text stands in Raw; ascending; gaps were repaired or made up

	Correction string // "corrected" or "retracted" when the outlet marks the report so, else ""
}

// Segment says that Text[Text.Start:Text.End] came from Raw[Raw.Start:Raw.End].
// Where the two lengths differ the stretch was repaired as a whole.
type Segment struct{ Text, Raw Span }

// Published is when a report came out, with how that is known.
type Published struct {
	EDTF  string   // never finer than known: "2021-08-30", "XXXX-08-30"
	Basis []string // dateline header metadata url inferred given
	Span  Span     // in Text, when it stands there
	Raw   Span     // in Raw, when it stands there

	// Years are the years that fit a date whose own year is not written, the
	// likeliest first; none when the year is known or nothing bounds it.
	Years []int
}

// Embed is a post by another author that stood in the article.
type Embed struct {
	Author    string
	Published string // EDTF; "" unknown
	URI       string
	Text      string
	Raw       Span
}

// NoteKind is what a note is about.
type NoteKind string

// Kinds of note.
const (
	DamagedText        NoteKind = "damaged_text"
	RepairedText       NoteKind = "repaired_text"
	ContradictionNote  NoteKind = "contradiction"
	EmbeddedPost       NoteKind = "embedded_post"
	BoilerplateRemoved NoteKind = "boilerplate_removed"
	UnreportedNote     NoteKind = "none_reported" // "no casualties reported": not known, rather than none
)

// Note is something a reader of the report should know about its text.
type Note struct {
	Kind     NoteKind
	Span     Span   // in Text; empty when what it is about was removed
	Raw      Span   // in Raw
	Original string // the text before repair, or what was removed
	Message  string
}

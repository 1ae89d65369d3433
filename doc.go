// Package annals holds the nouns of the project: what a report is, what is read
// in it, and what is concluded from many of them.
//
// A statement is what one report says, at one place in its text. Statements are
// never edited. Everything a reader sees (an actor, an event, a low, best and
// high, a contradiction) is derived from statements and judgements, and can be
// derived again.
//
// Offsets are byte offsets into Document.Text, half open; package export turns
// them into code points for the wire. Absent knowledge is a zero value (an empty
// string, a nil pointer, a zero Ref), never a guess. This package imports the
// standard library only: no SQL, no HTTP, no wire format.
package annals

package annals

import "time"

// Reading is what annals read in one report with one version of itself.
type Reading struct {
	Document *Document
	Annotations
	Sentences  []Span // of Document.Text, ascending
	Extractor  string // "annals 0.1 model en-1"
	Statements []Statement
}

// About is what a statement is about.
type About string

// What statements are about.
const (
	AboutEvent    About = "event"
	AboutFigure   About = "figure"
	AboutRelation About = "relation"
	AboutProfile  About = "profile"
	AboutClaim    About = "claim"

	// AboutNothing marks, where an account is derived, a statement that a person
	// rejected. The stored statement is what it was.
	AboutNothing About = ""
)

// Statement is what one report says, at one place in its text. It is never
// edited: a new reading makes new statements beside the old.
type Statement struct {
	ID        string // "sha256:" and the hash of all fields below but Recorded
	Document  string // Document.ID
	About     About
	Ref       Ref // the event, figure, relation, entity or claim of the reading it states
	Aim       Ref `json:",omitempty"` // of a profile, which of the entity's aims it states; 0 its names
	Evidence  []Evidence
	Proof     map[string]Proof // a field ("number", "date", "place", "actor") to its verdict
	Claim     Ref              // the claim it stands inside, 0 when the report says it itself
	Reported  string           // EDTF: when the report came out; "" unknown
	Recorded  time.Time
	Extractor string
}

// Evidence is a stretch of the report's text that bears a statement.
type Evidence struct {
	Span
	Text string
}

// Verdict is the outcome of a mechanical check of one field.
type Verdict string

// Verdicts.
const (
	Stated      Verdict = "stated"      // stands literally in the evidence
	DerivedFrom Verdict = "derived"     // follows from it by a named step
	Unsupported Verdict = "unsupported" // neither
)

// Proof is a verdict on one field of a statement, and how it was reached.
type Proof struct {
	Verdict Verdict
	Step    string // for derived: "weekday before publication"
	Spans   []Span // what it leans on
}

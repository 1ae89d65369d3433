package annals

// Ref points into one of the slices of Annotations: 1 is its first element, 0
// is none. Which slice is said by the field that holds it.
type Ref int

// Annotations is what annals reads in one report.
type Annotations struct {
	Mentions  []Mention
	Entities  []Entity
	Times     []Time
	Figures   []Figure
	Events    []Event
	Claims    []Claim
	Relations []Relation
	Notes     []Note
}

// Form is how a mention refers.
type Form string

// Forms of mention.
const (
	Name    Form = "name"
	Nominal Form = "nominal"
	Pronoun Form = "pronoun"
)

// Kind is what sort of thing a mention or entity is.
type Kind string

// Kinds of mention and entity.
const (
	Person       Kind = "person"
	ArmedGroup   Kind = "armed_group"
	StateForce   Kind = "state_force"
	Government   Kind = "government"
	Organisation Kind = "organisation"
	Population   Kind = "population" // civilians, a nationality, a community
	PlaceKind    Kind = "place"
	Facility     Kind = "facility"
	Weapon       Kind = "weapon"
	Vehicle      Kind = "vehicle"
	OtherKind    Kind = "other"
)

// Mention is a stretch of text that refers to something.
type Mention struct {
	Span
	Text   string // as written
	Form   Form
	Kind   Kind
	Head   Span   // the word that carries it ("gunmen" in "two ISIS-K gunmen")
	Entity Ref    // into Entities
	Place  *Place // places and facilities only, once resolved
	Score  float64
}

// Entity is what the mentions of one report that refer to one thing refer to.
type Entity struct {
	Name        string // its fullest or most used name, as written; a nominal where no name is given
	Kind        Kind
	Aliases     []Alias
	Role        string // "national security adviser", as written
	Affiliation Ref    // into Entities: what that role is held in
	Mentions    []Ref  // into Mentions, in the order of the text
	Public      bool   // a person with a public role stated in the text
	Aims        []Aim  `json:",omitempty"` // of a group, force or government, in the order found
}

// Aim is what an entity fights for, seeks or demands, as the text has it.
type Aim struct {
	Span
	Text  string
	Claim Ref // into Claims: the claim it stands inside
	Rule  string
}

// Alias is another name for an entity, with the place that introduces it.
type Alias struct {
	Name string
	Span Span   // where it is introduced: "the Islamic State Khorasan Province (ISIS-K)"
	Kind string // acronym, official, other
}

// Place is where a mention lies.
type Place struct {
	GeoNames  int    // 0 unknown
	Name      string // the gazetteer's name
	Country   string // ISO 3166-1 alpha-2
	Admin1    string // GeoNames admin1 code
	Admin1Nm  string // its name
	Lat, Lon  float64
	Located   bool      // Lat and Lon are known
	Precision Precision // never finer than the text supports
	Relation  string    // in, outside, near; "" plain
	Inside    Ref       // into Mentions: what the text says it lies in
	RunnersUp []Place   // at most two, best first
	Score     float64
}

// Precision is how finely a place is known.
type Precision string

// Precisions, finest first.
const (
	Point      Precision = "point"
	Settlement Precision = "settlement"
	Admin2     Precision = "admin2"
	Admin1     Precision = "admin1"
	Country    Precision = "country"
	Region     Precision = "region"
)

// Time is a stretch of text that says when.
type Time struct {
	Span
	Text  string
	EDTF  string // level 1, and level 2's unspecified digits and sets; "" unknown
	Type  string // TIMEX3: DATE TIME DURATION SET
	Value string // TIMEX3 value

	// How the value follows: "" when it stands in the text, else a named step
	// ("weekday before publication") with the place in the text it leans on.
	Derived string
	Anchor  Span

	Dateline bool // says when the report was written, as a dateline does
}

// Figure is a number of something: dead, injured, fighters, attacks, dollars.
type Figure struct {
	Span
	Text      string
	Measure   Measure
	Value     *float64
	Low, High *float64 // bounds; nil unbounded or not said
	Qualifier string   // as written: "at least", "nearly"
	Unit      string   // person family attack … or a currency code
	Per       string   // "day", "year" for a rate; "" for a count
	Who       string   // those counted, as written
	WhoSpan   Span
	Victims   Victims

	IncludesAttackers *bool
	PartOf            Ref  // into Figures
	Cumulative        bool // counts over a longer time than one event

	Subject Ref // into Entities: whose strength, whose attacks
	Event   Ref // into Events
	Place   Ref // into Mentions
	Time    Ref // into Times
	Claim   Ref // into Claims

	Confidence float64
	Rule       string // what found it
}

// ToldRule is the Rule of a figure of people whom a report tells of by what befell them and
// does not count: once more ("the priests were murdered", "who was kidnapped"), or without
// a number ("policemen were wounded"). Others of its figures may count them.
const ToldRule = "told"

// Told says that a figure tells of people without counting them, so that it adds to no sum
// and stands against none.
func (f *Figure) Told() bool { return f.Rule == ToldRule }

// Measure is what a figure counts.
type Measure string

// Measures.
const (
	Killed      Measure = "killed"
	Injured     Measure = "injured"
	Captured    Measure = "captured"
	Abducted    Measure = "abducted"
	Released    Measure = "released"
	Surrendered Measure = "surrendered"
	Displaced   Measure = "displaced"
	Missing     Measure = "missing"
	Escaped     Measure = "escaped"
	Strength    Measure = "strength"
	Attacks     Measure = "attacks"
	Clashes     Measure = "clashes"
	Money       Measure = "money"
	Destroyed   Measure = "destroyed"
	OtherFigure Measure = "other"
)

// Victims is who was counted, in the terms of casualty recording. "" is not stated.
type Victims struct {
	Status string // civilian combatant mixed not_stated
	Side   string // as written: whose
	Sex    string // female male
	Age    string // child adult
	Group  string // as written: journalists, Hazara …
}

// Status is whether an event is said to have taken place.
type Status string

// Statuses.
const (
	Happened     Status = "happened"
	Attempted    Status = "attempted"
	Planned      Status = "planned"
	Feared       Status = "feared"
	Denied       Status = "denied"
	Hypothetical Status = "hypothetical"
)

// Event is one mention of something that was done.
type Event struct {
	Trigger    Span
	Text       string  // the trigger as written
	PLOVER     *PLOVER // nil when PLOVER has no type for it, or the word that says it is lost
	ACLED      *ACLED
	UCDP       int // type of violence 1..3; 0 none
	Status     Status
	Time       Ref    // into Times
	EDTF       string // from Time, or derived
	Place      Ref    // into Mentions
	Places     []Ref
	Arguments  []Argument
	Links      []Link
	Claim      Ref  // into Claims: the claim it stands inside
	Background bool // told as history, not as the news
	Confidence float64
	Rule       string // the rule or features that produced it

	// Salience is how likely the report is about this: a specific incident told
	// as its news, for violence and strikes; 0 where it was not asked.
	Salience float64
	// Implied are roles that no words around the trigger state, but the report as
	// a whole suggests, with their salience. They are no assertion of the report.
	Implied []Argument
}

// PlainRule is the Rule of an event that no line of the lexicon of events knows: what a
// word tells that governs a figure.
const PlainRule = "plain"

// PLOVER is a type and mode of the PLOVER event ontology.
type PLOVER struct {
	Type  string // ASSAULT, PROTEST, …
	Mode  string // the main one; "" none
	Modes []string
}

// ACLED is an event type and sub-type of the ACLED codebook.
type ACLED struct{ Type, SubType string }

// Role is the part a mention plays in an event.
type Role string

// Roles.
const (
	Actor       Role = "actor"       // did it
	Victim      Role = "victim"      // people harmed
	Target      Role = "target"      // thing or place attacked
	WeaponRole  Role = "weapon"      // means used
	Recipient   Role = "recipient"   // other side of a non-violent act
	Beneficiary Role = "beneficiary" // for whom
)

// Argument is a mention in a role.
type Argument struct {
	Role       Role
	Mention    Ref // into Mentions
	Confidence float64
	Rule       string
	Salience   float64 // how likely the report's main incidents have it in this role
}

// LinkType is how one event stands to another.
type LinkType string

// Link types.
const (
	PartOf     LinkType = "part_of"
	ResponseTo LinkType = "response_to"
	FollowUp   LinkType = "follow_up"
	SameAs     LinkType = "same_as"
)

// Link ties an event to another of the same report.
type Link struct {
	Type  LinkType
	Event Ref // into Events
}

// ClaimKind is what a speaker does in saying.
type ClaimKind string

// Claim kinds.
const (
	Said                  ClaimKind = "said"
	DeniedClaim           ClaimKind = "denied"
	ClaimedResponsibility ClaimKind = "claimed_responsibility"
	Warned                ClaimKind = "warned"
	Reported              ClaimKind = "reported"
	Estimated             ClaimKind = "estimated"
)

// Claim is something said by someone in the report.
type Claim struct {
	Source      Span   // the words that name the speaker; empty when none do
	Cue         Span   // "said", "according to"
	Content     []Span // what is said; pieces in the order of the text
	Presupposed Span   // the part of Content that is judged and not asserted: what is condemned; empty for none
	Speaker     Ref    // into Entities
	SpeakerType string // official unnamed_official witness medical belligerent government un ngo expert media other
	Via         []Ref  // into Entities: through whom, nearest first
	Medium      Span   // the words for what it was said in or to, "an email", "its radio"; empty when none do
	Time        Ref    // into Times: when it was said
	Kind        ClaimKind
	Confidence  float64
	Rule        string
}

// RelationType is how one entity stands to another.
type RelationType string

// Relation types. Direction: From is the first of the pair in the name
// ("From affiliate_of To"); ally_of, hostile_to and alias_of have none.
const (
	AffiliateOf    RelationType = "affiliate_of"
	PartOfRelation RelationType = "part_of"
	AllyOf         RelationType = "ally_of"
	HostileTo      RelationType = "hostile_to"
	LeaderOf       RelationType = "leader_of"
	MemberOf       RelationType = "member_of"
	SplinterOf     RelationType = "splinter_of"
	FoundedBy      RelationType = "founded_by"
	SupportedBy    RelationType = "supported_by"
	LocatedIn      RelationType = "located_in"
	AliasOf        RelationType = "alias_of"
)

// Relation ties two entities of one report.
type Relation struct {
	Span
	Text       string
	Type       RelationType
	From, To   Ref // into Entities
	Time       Ref // into Times
	Claim      Ref // into Claims
	Confidence float64
	Rule       string
}

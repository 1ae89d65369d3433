package snapshot

// The values that pages show and the API answers with: one shape for both.
// Absent knowledge is an absent field or null.

// Tally is low, best and high of a measure.
type Tally struct {
	Low  *float64 `json:"low"`
	Best *float64 `json:"best"`
	High *float64 `json:"high"`
}

// ACLED is a type and sub-type of the ACLED codebook.
type ACLED struct {
	Type    string `json:"type"`
	SubType string `json:"sub_type,omitempty"`
}

// Place is where an event lies, no finer than reports support.
type Place struct {
	Place     string   `json:"place,omitempty" doc:"the gazetteer's name"`
	Written   string   `json:"written,omitempty" doc:"as a report writes it"`
	Country   string   `json:"country,omitempty" doc:"ISO 3166-1 alpha-2"`
	Admin1    string   `json:"admin1,omitempty" doc:"GeoNames code"`
	Admin1Nm  string   `json:"admin1_name,omitempty"`
	GeoNames  int      `json:"geonames,omitempty"`
	Precision string   `json:"precision,omitempty" enum:"point,settlement,admin2,admin1,country,region"`
	Relation  string   `json:"relation,omitempty" doc:"in, outside or near; absent for plain"`
	Lat       *float64 `json:"lat,omitempty" doc:"of the place, or of a point in the area that says nothing of where in it"`
	Lon       *float64 `json:"lon,omitempty"`
}

// Event is one event as a line of a list.
type Event struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Href       string `json:"href"`
	EDTF       string `json:"edtf,omitempty"`
	Start      string `json:"start,omitempty" doc:"first day the date allows"`
	End        string `json:"end,omitempty" doc:"last day the date allows"`
	Type       string `json:"type,omitempty" doc:"PLOVER"`
	Mode       string `json:"mode,omitempty" doc:"PLOVER"`
	ACLED      *ACLED `json:"acled,omitempty"`
	UCDP       int    `json:"ucdp,omitempty" doc:"type of violence, 1 to 3"`
	Status     string `json:"status,omitempty" enum:"happened,attempted,planned,feared,denied,hypothetical"`
	Alleged    bool   `json:"alleged" doc:"only claims carry it"`
	Background bool   `json:"background" doc:"every report tells it as history"`
	Grade      string `json:"grade,omitempty"`
	Sources    int    `json:"sources" doc:"independent origins"`
	Reports    int    `json:"reports"`
	Conflicts  int    `json:"conflicts"`
	Killed     *Tally `json:"killed,omitempty"`
	Injured    *Tally `json:"injured,omitempty"`
	Place
	Key string `json:"key" doc:"what judgements name it by"`
}

// Actor is one actor as a line of a list.
type Actor struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Href     string   `json:"href"`
	Kind     string   `json:"kind"`
	Role     string   `json:"role,omitempty"`
	Aliases  []string `json:"aliases,omitempty"`
	Mentions int      `json:"mentions"`
	Reports  int      `json:"reports"`
	Events   int      `json:"events"`
	Open     int      `json:"possibly_same" doc:"how many other actors it may be"`
	Key      string   `json:"key" doc:"what judgements name it by"`
}

// Document is one report as a line of a list.
type Document struct {
	ID        string   `json:"id"`
	Label     string   `json:"label" doc:"as references print it"`
	Href      string   `json:"href"`
	Title     string   `json:"title,omitempty"`
	Opening   bool     `json:"opening,omitempty" doc:"it has no headline; title is its first words"`
	Publisher string   `json:"publisher,omitempty"`
	URI       string   `json:"uri,omitempty"`
	Published string   `json:"published,omitempty" doc:"EDTF"`
	Basis     string   `json:"basis,omitempty" doc:"how that date is known"`
	Status    string   `json:"status" enum:"current,superseded,corrected,retracted"`
	Group     string   `json:"group,omitempty" doc:"its copies"`
	Events    int      `json:"events"`
	Damaged   int      `json:"damaged" doc:"notes of damage and repair"`
	Relevance string   `json:"relevance,omitempty" doc:"a coder's verdict"`
	Assigned  string   `json:"assigned,omitempty" doc:"the coder it waits for"`
	Coders    []string `json:"coders,omitempty" doc:"who is through with coding it"`
	Start     string   `json:"-"`
	End       string   `json:"-"`
}

// Party is someone in a role of an event.
type Party struct {
	Role  string `json:"role"`
	Name  string `json:"name"`
	Actor string `json:"actor,omitempty" doc:"absent for those without a name of their own"`
	Href  string `json:"href,omitempty"`
	Why   string `json:"evidence" doc:"where its sentences are"`
}

// DocumentRef is a report as evidence names it.
type DocumentRef struct {
	Label     string `json:"label"`
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Href      string `json:"href"`
}

// Entry is one report's number: a line of a ledger.
type Entry struct {
	Ref           string      `json:"ref"`
	Href          string      `json:"href"`
	Statement     string      `json:"statement,omitempty"`
	Key           string      `json:"key" doc:"what judgements name it by"`
	Measure       string      `json:"measure"`
	Numeral       string      `json:"numeral"`
	Value         *float64    `json:"value"`
	Low           *float64    `json:"low"`
	High          *float64    `json:"high"`
	Unit          string      `json:"unit,omitempty"`
	Per           string      `json:"per,omitempty"`
	Who           string      `json:"who,omitempty"`
	Total         bool        `json:"total"`
	Part          bool        `json:"part"`
	Counts        bool        `json:"counts" doc:"false where the report was superseded or retracted"`
	EDTF          string      `json:"edtf,omitempty" doc:"the time it is for"`
	Start         string      `json:"start,omitempty"`
	End           string      `json:"end,omitempty"`
	Reported      string      `json:"reported,omitempty"`
	ReportedStart string      `json:"reported_start,omitempty"`
	ReportedEnd   string      `json:"reported_end,omitempty"`
	Speaker       string      `json:"speaker,omitempty" doc:"who says so; absent for the report itself"`
	Origin        string      `json:"origin,omitempty"`
	OriginName    string      `json:"origin_name,omitempty"`
	Document      DocumentRef `json:"document"`
	Sentence      string      `json:"sentence"`
}

// LedgerTally is low, best and high with the rule they were worked out by.
type LedgerTally struct {
	Tally
	Rule     string   `json:"rule"`
	Computed []string `json:"computed,omitempty"`
	Href     string   `json:"href"`
}

// Measure is the lines of one measure.
type Measure struct {
	Measure string       `json:"measure"`
	Tally   *LedgerTally `json:"tally,omitempty"`
	Entries []Entry      `json:"entries"`
}

// Ledger is every number that reports give for one event, or of one actor.
type Ledger struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	EDTF     string    `json:"edtf,omitempty"`
	Href     string    `json:"href"`
	Measures []Measure `json:"measures"`
}

// Claim is one thing that someone says in one report.
type Claim struct {
	Key         string      `json:"key"`
	Href        string      `json:"href"`
	Speaker     string      `json:"speaker,omitempty"`
	Actor       string      `json:"actor,omitempty"`
	ActorHref   string      `json:"actor_href,omitempty"`
	SpeakerType string      `json:"speaker_type,omitempty"`
	Via         []string    `json:"via,omitempty"`
	Kind        string      `json:"kind"`
	EDTF        string      `json:"edtf,omitempty"`
	Content     string      `json:"content"`
	Document    DocumentRef `json:"document"`
	Statements  []string    `json:"statements"`
}

// Relation is how one actor stands to another.
type Relation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	From       string   `json:"from"`
	FromActor  string   `json:"from_actor,omitempty"`
	FromHref   string   `json:"from_href,omitempty"`
	To         string   `json:"to"`
	ToActor    string   `json:"to_actor,omitempty"`
	ToHref     string   `json:"to_href,omitempty"`
	EDTF       []string `json:"edtf,omitempty"`
	Speakers   []string `json:"said_by,omitempty"`
	Sources    int      `json:"sources"`
	Href       string   `json:"href"`
	Statements []string `json:"statements"`
}

// Conflict is statements that do not fit together.
type Conflict struct {
	ID       string     `json:"id"`
	Href     string     `json:"href"`
	Kind     string     `json:"kind"`
	Message  string     `json:"message"`
	About    []Link     `json:"about,omitempty" doc:"the events and actors it is about"`
	Evidence []Evidence `json:"evidence"`
}

// Link is a name with its address.
type Link struct {
	Name string `json:"name"`
	Href string `json:"href"`
}

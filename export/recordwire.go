package export

type wireRecord struct {
	Annals     string          `json:"annals"`
	Generated  string          `json:"generated"`
	AsOf       string          `json:"as_of,omitempty"`
	LeftOut    []wireLeftOut   `json:"left_out,omitempty"`
	Documents  []wireDocument  `json:"documents"`
	Groups     []wireGroup     `json:"groups"`
	Origins    []wireOrigin    `json:"origins"`
	Sources    []wireSource    `json:"sources"`
	Actors     []wireActor     `json:"actors"`
	Events     []wireAccount   `json:"events"`
	Relations  []wireTie       `json:"relations"`
	Conflicts  []wireConflict  `json:"conflicts"`
	Statements []wireStatement `json:"statements"`
	Judgements []wireJudgement `json:"judgements"`
	Reviews    []wireReview    `json:"reviews"`
	Reuses     []wireReuse     `json:"reuses"`
}

type wireDocument struct {
	ID         string         `json:"id"`
	URI        string         `json:"uri,omitempty"`
	Title      string         `json:"title,omitempty"`
	Publisher  string         `json:"publisher,omitempty"`
	Published  *wirePublished `json:"published"`
	Retrieved  string         `json:"retrieved,omitempty"`
	RawSHA256  string         `json:"raw_sha256"`
	ArchiveURI string         `json:"archive_uri,omitempty"`
	Group      string         `json:"group,omitempty"`
	VersionOf  *string        `json:"version_of"`
	Status     string         `json:"status"`
	Irrelevant bool           `json:"irrelevant,omitempty"`
}

type wireGroup struct {
	ID        string   `json:"id"`
	Documents []string `json:"documents"`
	Why       string   `json:"why"`
	Origin    string   `json:"origin,omitempty"`
}

type wireOrigin struct {
	ID         string   `json:"id"`
	Actor      string   `json:"actor,omitempty"`
	Work       string   `json:"work,omitempty"`
	Document   string   `json:"document,omitempty"`
	Statements []string `json:"statements"`
}

// wireLeftOut is a report that an account as of a date does not use.
type wireLeftOut struct {
	ID  string `json:"id"`
	URI string `json:"uri,omitempty"`
	Why string `json:"why"`
}

type wireSource struct {
	Actor       string  `json:"actor,omitempty"`
	Name        string  `json:"name"`
	Reliability *string `json:"reliability"`
	By          string  `json:"by"`
	Why         string  `json:"why,omitempty"`
}

type wireActor struct {
	ID           string         `json:"id"`
	Name         string         `json:"name"`
	Kinds        []wireKind     `json:"kinds"`
	Aliases      []wireAlias    `json:"aliases"`
	Role         string         `json:"role,omitempty"`
	PossiblySame []wireLikeness `json:"possibly_same,omitempty"`
	Profile      wireProfile    `json:"profile"`
}

type wireKind struct {
	Kind string `json:"kind"`
	EDTF string `json:"edtf,omitempty"`
}

type wireAlias struct {
	Name       string   `json:"name"`
	Lang       string   `json:"lang,omitempty"`
	Script     string   `json:"script,omitempty"`
	Kind       string   `json:"kind"`
	Statements []string `json:"statements"`
}

type wireLikeness struct {
	Actor string   `json:"actor"`
	Score float64  `json:"score"`
	Why   []string `json:"why"`
}

type wireProfile struct {
	Founded  []wireFact   `json:"founded,omitempty"`
	Leaders  []wireFact   `json:"leaders,omitempty"`
	Aims     []wireFact   `json:"aims,omitempty"`
	Strength []wireNumber `json:"strength,omitempty"`
	Attacks  []wireNumber `json:"attacks,omitempty"`
	Clashes  []wireNumber `json:"clashes,omitempty"`
	Funding  []wireNumber `json:"funding,omitempty"`
	Losses   []wireNumber `json:"losses,omitempty"`
	Other    []wireNumber `json:"other,omitempty"`
}

type wireFact struct {
	Value      string   `json:"value,omitempty"`
	EDTF       string   `json:"edtf,omitempty"`
	Place      string   `json:"place,omitempty"`
	SaidBy     []string `json:"said_by,omitempty"`
	Statements []string `json:"statements"`
}

// wireNumber is one report's number, with its bounds as that report gives them.
type wireNumber struct {
	Measure    string   `json:"measure"`
	Value      *float64 `json:"value"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Qualifier  string   `json:"qualifier,omitempty"`
	Unit       string   `json:"unit,omitempty"`
	Who        string   `json:"who,omitempty"`
	EDTF       string   `json:"edtf,omitempty"`
	Reported   string   `json:"reported,omitempty"`
	SaidBy     string   `json:"said_by,omitempty"`
	Origin     string   `json:"origin,omitempty"`
	Statements []string `json:"statements"`
}

type wireAccount struct {
	ID         string       `json:"id"`
	Title      string       `json:"title"`
	PLOVER     *wirePLOVER  `json:"plover"`
	ACLED      *wireACLED   `json:"acled,omitempty"`
	UCDP       *wireUCDP    `json:"ucdp,omitempty"`
	Status     string       `json:"status"`
	Alleged    bool         `json:"alleged"`
	Grade      *wireGrade   `json:"grade,omitempty"`
	Background bool         `json:"background,omitempty"`
	EDTF       string       `json:"edtf,omitempty"`
	Place      *wirePlace   `json:"place,omitempty"`
	PlaceName  string       `json:"place_name,omitempty"`
	Places     []*wirePlace `json:"places,omitempty"`
	Actors     []wireParty  `json:"actors"`
	Links      []wireLink   `json:"links,omitempty"`
	Elsewhere  bool         `json:"counted_elsewhere,omitempty"` // sums take its parts, or what it is a part of, and not it
	Documents  []string     `json:"documents"`
	Sources    int          `json:"independent_sources"`
	Figures    []wireTally  `json:"figures"`
	Ledger     []wireNumber `json:"ledger"`
	Statements []string     `json:"statements"`
}

// wireGrade is how well an event is founded, by which rule and on what.
type wireGrade struct {
	Grade     string  `json:"grade"`
	Rule      string  `json:"rule"`
	Origins   int     `json:"origins"`
	Weight    float64 `json:"weight"`
	Admitted  bool    `json:"admitted"`
	Contested bool    `json:"contested"`
	Withdrawn bool    `json:"withdrawn"`
}

type wireParty struct {
	Actor string `json:"actor,omitempty"`
	Name  string `json:"name"`
	Role  string `json:"role"`
}

type wireTally struct {
	Measure    string   `json:"measure"`
	Who        string   `json:"who"`
	Low        *float64 `json:"low"`
	Best       *float64 `json:"best"`
	High       *float64 `json:"high"`
	Rule       string   `json:"rule"`
	Computed   []string `json:"computed,omitempty"`
	Statements []string `json:"statements"`
}

type wireTie struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	FromName   string   `json:"from_name"`
	ToName     string   `json:"to_name"`
	EDTF       string   `json:"edtf,omitempty"`
	SaidBy     []string `json:"said_by,omitempty"`
	Statements []string `json:"statements"`
}

type wireConflict struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Statements []string       `json:"statements"`
	Sentences  []wireEvidence `json:"sentences"`
	Message    string         `json:"message"`
}

type wireEvidence struct {
	Document string `json:"document,omitempty"`
	wireSpan
}

type wireStatement struct {
	ID          string               `json:"id"`
	Document    string               `json:"document"`
	About       string               `json:"about"`
	Value       any                  `json:"value"`
	Evidence    []wireEvidence       `json:"evidence"`
	Proof       map[string]string    `json:"proof"`
	Steps       map[string]wireProof `json:"steps,omitempty"`
	SaidBy      *string              `json:"said_by"`
	Via         []string             `json:"via,omitempty"`
	Origin      *string              `json:"origin"`
	Credibility *int                 `json:"credibility"`
	Reported    string               `json:"reported,omitempty"`
	Recorded    string               `json:"recorded,omitempty"`
	Extractor   string               `json:"extractor"`
}

// wireProof is how a derived field follows: the step and what it leans on.
type wireProof struct {
	Step  string     `json:"step,omitempty"`
	Spans []wireSpan `json:"spans,omitempty"`
}

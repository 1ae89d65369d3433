// Package export writes what was read and what was concluded in the formats
// that others read. The JSON forms are the public contract, version 1; their
// schemas stand in docs/schema.
package export

// Version is the version of both public JSON forms.
const Version = "1"

type wireSpan struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Text  string  `json:"text,omitempty"`
	Raw   *[2]int `json:"raw,omitempty"`
}

type wirePublished struct {
	EDTF  string   `json:"edtf"`
	Basis []string `json:"basis"`
	Start *int     `json:"start,omitempty"`
	End   *int     `json:"end,omitempty"`
	Raw   *[2]int  `json:"raw,omitempty"`
}

type wireEmbed struct {
	Author    string  `json:"author,omitempty"`
	Published string  `json:"published,omitempty"`
	URI       string  `json:"uri,omitempty"`
	Text      string  `json:"text"`
	Raw       *[2]int `json:"raw,omitempty"`
}

type wireReport struct {
	Annals    string         `json:"annals"`
	ID        string         `json:"id"`
	Document  string         `json:"document"`
	Extractor string         `json:"extractor"`
	URI       string         `json:"uri,omitempty"`
	Title     string         `json:"title,omitempty"`
	Publisher string         `json:"publisher,omitempty"`
	Byline    []string       `json:"byline,omitempty"`
	Language  string         `json:"language,omitempty"`
	Published *wirePublished `json:"published"`
	Status    string         `json:"status,omitempty"`
	Text      string         `json:"text"`
	Embeds    []wireEmbed    `json:"embeds"`
	Mentions  []wireMention  `json:"mentions"`
	Entities  []wireEntity   `json:"entities"`
	Times     []wireTime     `json:"times"`
	Figures   []wireFigure   `json:"figures"`
	Events    []wireEvent    `json:"events"`
	Claims    []wireClaim    `json:"claims"`
	Relations []wireRelation `json:"relations"`
	Notes     []wireNote     `json:"notes"`
}

type wireMention struct {
	ID string `json:"id"`
	wireSpan
	Form   string     `json:"form"`
	Kind   string     `json:"kind"`
	Entity string     `json:"entity,omitempty"`
	Place  *wirePlace `json:"place,omitempty"`
}

type wirePlace struct {
	GeoNames  int         `json:"geonames,omitempty"`
	Name      string      `json:"name,omitempty"`
	Country   string      `json:"country,omitempty"`
	Admin1    *wireAdmin  `json:"admin1,omitempty"`
	Lat       *float64    `json:"lat,omitempty"`
	Lon       *float64    `json:"lon,omitempty"`
	Precision string      `json:"precision,omitempty"`
	Relation  string      `json:"relation,omitempty"`
	Inside    string      `json:"inside,omitempty"`
	RunnersUp []wirePlace `json:"runners_up,omitempty"`
}

type wireAdmin struct {
	Code string `json:"code,omitempty"`
	Name string `json:"name,omitempty"`
}

type wireEntity struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Kind        string    `json:"kind"`
	Aliases     []string  `json:"aliases,omitempty"`
	Role        string    `json:"role,omitempty"`
	Affiliation string    `json:"affiliation,omitempty"`
	Public      bool      `json:"public,omitempty"`
	Aims        []wireAim `json:"aims,omitempty"`
}

// wireAim is what an entity fights for, seeks or demands.
type wireAim struct {
	wireSpan
	Claim string `json:"claim,omitempty"`
	Rule  string `json:"rule,omitempty"`
}

type wireTimex struct {
	Type  string `json:"type"`
	Value string `json:"value,omitempty"`
}

type wireTime struct {
	ID string `json:"id"`
	wireSpan
	EDTF    string    `json:"edtf,omitempty"`
	Timex3  wireTimex `json:"timex3"`
	Derived string    `json:"derived,omitempty"`
	Anchor  *wireSpan `json:"anchor,omitempty"`
}

type wireFigure struct {
	ID string `json:"id"`
	wireSpan
	Measure           string       `json:"measure"`
	Value             *float64     `json:"value"`
	Low               *float64     `json:"low"`
	High              *float64     `json:"high"`
	Qualifier         string       `json:"qualifier,omitempty"`
	Unit              string       `json:"unit,omitempty"`
	Per               string       `json:"per,omitempty"`
	Who               string       `json:"who,omitempty"`
	Victims           *wireVictims `json:"victims,omitempty"`
	IncludesAttackers *bool        `json:"includes_attackers"`
	PartOf            string       `json:"part_of,omitempty"`
	Cumulative        bool         `json:"cumulative"`
	Subject           string       `json:"subject,omitempty"`
	Event             string       `json:"event,omitempty"`
	Place             string       `json:"place,omitempty"`
	Time              string       `json:"time,omitempty"`
	Claim             string       `json:"claim,omitempty"`
	Confidence        float64      `json:"confidence,omitempty"`
	Rule              string       `json:"rule,omitempty"`
}

type wireVictims struct {
	Status string `json:"status,omitempty"`
	Side   string `json:"side,omitempty"`
	Sex    string `json:"sex,omitempty"`
	Age    string `json:"age,omitempty"`
	Group  string `json:"group,omitempty"`
}

type wirePLOVER struct {
	Type  string   `json:"type"`
	Mode  string   `json:"mode,omitempty"`
	Modes []string `json:"modes,omitempty"`
}

type wireACLED struct {
	Type    string `json:"type"`
	SubType string `json:"sub_type,omitempty"`
}

type wireUCDP struct {
	TypeOfViolence int `json:"type_of_violence"`
}

type wireEvent struct {
	ID         string         `json:"id"`
	Trigger    wireSpan       `json:"trigger"`
	PLOVER     *wirePLOVER    `json:"plover"`
	ACLED      *wireACLED     `json:"acled,omitempty"`
	UCDP       *wireUCDP      `json:"ucdp,omitempty"`
	Status     string         `json:"status"`
	Time       string         `json:"time,omitempty"`
	EDTF       string         `json:"edtf,omitempty"`
	Place      string         `json:"place,omitempty"`
	Places     []string       `json:"places,omitempty"`
	Arguments  []wireArgument `json:"arguments"`
	Implied    []wireArgument `json:"implied,omitempty"`  // what no words at the trigger state, the whole report suggests
	Salience   float64        `json:"salience,omitempty"` // how likely it is a specific incident told as news
	Links      []wireLink     `json:"links,omitempty"`
	Claim      string         `json:"claim,omitempty"`
	Background bool           `json:"background,omitempty"`
	Confidence float64        `json:"confidence,omitempty"`
	Rule       string         `json:"rule,omitempty"`
}

type wireArgument struct {
	Role     string  `json:"role"`
	Mention  string  `json:"mention"`
	Salience float64 `json:"salience,omitempty"`
	Rule     string  `json:"rule,omitempty"`
}

type wireLink struct {
	Type  string `json:"type"`
	Event string `json:"event"`
}

type wireClaim struct {
	ID          string     `json:"id"`
	Source      *wireSpan  `json:"source"`
	Cue         *wireSpan  `json:"cue"`
	Content     *wireSpan  `json:"content"`
	Pieces      []wireSpan `json:"pieces,omitempty"` // where the content is broken up
	Speaker     *string    `json:"speaker"`
	SpeakerType string     `json:"speaker_type,omitempty"`
	Via         []string   `json:"via,omitempty"`
	Medium      *wireSpan  `json:"medium,omitempty"`
	Time        string     `json:"time,omitempty"`
	Kind        string     `json:"kind"`
	Confidence  float64    `json:"confidence,omitempty"`
	Rule        string     `json:"rule,omitempty"`
}

type wireRelation struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	From string `json:"from"`
	To   string `json:"to"`
	wireSpan
	Time       string  `json:"time,omitempty"`
	Claim      string  `json:"claim,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
	Rule       string  `json:"rule,omitempty"`
}

type wireNote struct {
	Kind     string  `json:"kind"`
	Start    *int    `json:"start,omitempty"`
	End      *int    `json:"end,omitempty"`
	Raw      *[2]int `json:"raw,omitempty"`
	Original string  `json:"original,omitempty"`
	Message  string  `json:"message,omitempty"`
}

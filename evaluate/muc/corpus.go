package muc

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Text is one report of the corpus and its answer key.
type Text struct {
	ID        string // "DEV-MUC3-0001", "TST2-MUC4-0100"
	Body      string // the lines after the header line, as printed: upper case, hard line breaks
	Published string // EDTF day from the dateline; "" where it gives none
	Key       []Template
}

// articleReach is how far into a text its header can go, in bytes.
const articleReach = 900

// Article is the report without its dateline and source lines, as the keys count
// it: what follows "[TEXT]" or, without that, the dateline's dashes.
func (t *Text) Article() string {
	reach := t.Body[:min(len(t.Body), articleReach)]
	for _, mark := range []string{"[TEXT]", "--"} {
		if i := strings.Index(reach, mark); i >= 0 {
			return t.Body[i+len(mark):]
		}
	}
	return t.Body
}

// Template is one incident as the corpus sees it: its type and, per role, the
// entities that fill it.
type Template struct {
	Type  string // attack, bombing, kidnapping, arson, robbery, forced work stoppage
	Roles [len(roleNames)][]Entity
}

// Entity is one filler: every string that names it.
type Entity []string

// Role numbers one of the five role slots.
type Role int

// The five roles of the gtt form, in its order.
const (
	PerpInd Role = iota
	PerpOrg
	Target
	Victim
	Weapon
)

var roleNames = [...]string{"PerpInd", "PerpOrg", "Target", "Victim", "Weapon"}

// String is the role as the gtt form writes it.
func (r Role) String() string { return roleNames[r] }

// Part is a part of the corpus.
type Part string

// DEV is for tuning and training; TST1 and TST2 are only measured.
const (
	DEV  Part = "DEV"
	TST1 Part = "TST1"
	TST2 Part = "TST2"
)

// Load reads the texts and keys of some parts of the corpus below data/muc4,
// in the order of their identifiers.
func Load(data string, parts ...Part) ([]Text, error) {
	root := filepath.Join(data, "muc4")
	keys := map[string][]Template{}
	for _, name := range []string{"train.jsonl.gz", "dev.jsonl.gz"} {
		if err := loadKeys(filepath.Join(root, "gtt", name), keys); err != nil {
			return nil, err
		}
	}
	var out []Text
	for _, part := range parts {
		files, _ := filepath.Glob(filepath.Join(root, strings.ToLower(string(part)), strings.ToLower(string(part))+"-muc*"))
		if len(files) == 0 {
			return nil, fmt.Errorf("no texts of %s below %s: give the folder that holds muc4 with --data", part, root)
		}
		sort.Strings(files)
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				return nil, fmt.Errorf("MUC-4 texts: %w", err)
			}
			for _, t := range Split(string(raw)) {
				key, known := keys[t.ID]
				if !known {
					continue // its key was withheld
				}
				t.Key = key
				out = append(out, t)
			}
		}
	}
	return out, nil
}

var header = regexp.MustCompile(`(?m)^(?:DEV|TST1|TST2)-MUC[34]-\d{4}[^\n]*\n`)

// Split cuts a file of the corpus into its texts, keys left empty.
func Split(file string) []Text {
	starts := header.FindAllStringIndex(file, -1)
	out := make([]Text, 0, len(starts))
	for i, s := range starts {
		end := len(file)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body := file[s[1]:end]
		out = append(out, Text{ID: strings.Fields(file[s[0]:s[1]])[0], Body: body, Published: published(body)})
	}
	return out
}

var dateline = regexp.MustCompile(`\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d{2})\b`)

const months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"

// datelineReach is how far into a text its dateline can stand, in bytes.
const datelineReach = 200

// published reads "4 FEB 90" off the dateline.
func published(body string) string {
	m := dateline.FindStringSubmatch(body[:min(len(body), datelineReach)])
	if m == nil {
		return ""
	}
	day, _ := strconv.Atoi(m[1])
	year, _ := strconv.Atoi(m[3])
	return fmt.Sprintf("19%02d-%02d-%02d", year, strings.Index(months, m[2])/3+1, day)
}

// loadKeys reads the templates of a file in the gtt form into keys.
func loadKeys(path string, keys map[string][]Template) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("MUC-4 keys: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("MUC-4 keys %s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct {
			ID        string                       `json:"docid"`
			Templates []map[string]json.RawMessage `json:"templates"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return fmt.Errorf("MUC-4 keys %s: %w", path, err)
		}
		keys[row.ID] = []Template{}
		for _, t := range row.Templates {
			template, err := readTemplate(t)
			if err != nil {
				return fmt.Errorf("MUC-4 keys %s, %s: %w", path, row.ID, err)
			}
			keys[row.ID] = append(keys[row.ID], template)
		}
	}
	return lines.Err()
}

// readTemplate takes a template out of its JSON: a role holds entities, an
// entity [string, offset] pairs.
func readTemplate(raw map[string]json.RawMessage) (t Template, err error) {
	if err = json.Unmarshal(raw["incident_type"], &t.Type); err != nil {
		return t, err
	}
	for r, name := range roleNames {
		var entities [][][2]any
		if err = json.Unmarshal(raw[name], &entities); err != nil {
			return t, err
		}
		for _, strs := range entities {
			var e Entity
			for _, s := range strs {
				if text, ok := s[0].(string); ok {
					e = append(e, text)
				}
			}
			t.Roles[r] = append(t.Roles[r], e)
		}
	}
	return t, nil
}

package llm

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/annals-project/annals"
)

// answer is what a model proposes about one stretch of text.
type answer struct {
	Events    []eventProposal    `json:"events"`
	Figures   []figureProposal   `json:"figures"`
	Claims    []claimProposal    `json:"claims"`
	Relations []relationProposal `json:"relations"`
}

// citation is the words that a proposal rests on, and about where they stand in
// the text sent, in code points; -1 unknown.
type citation struct {
	Quote  string `json:"quote"`
	Offset int    `json:"offset"`
}

type eventProposal struct {
	citation
	Trigger   string             `json:"trigger"`
	Type      string             `json:"type"`
	Status    annals.Status      `json:"status"`
	Arguments []argumentProposal `json:"arguments"`
	Date      string             `json:"date"`
	Place     string             `json:"place"`
}

type argumentProposal struct {
	Role annals.Role `json:"role"`
	Name string      `json:"name"`
}

type figureProposal struct {
	citation
	Text    string         `json:"text"`
	Value   float64        `json:"value"`
	Measure annals.Measure `json:"measure"`
	Cue     string         `json:"cue"`
}

type claimProposal struct {
	citation
	Source  string           `json:"source"`
	Cue     string           `json:"cue"`
	Content string           `json:"content"`
	Kind    annals.ClaimKind `json:"kind"`
}

type relationProposal struct {
	citation
	Type annals.RelationType `json:"type"`
	From string              `json:"from"`
	To   string              `json:"to"`
	Cue  string              `json:"cue"`
}

var errNoSchema = errors.New("its answer is not the JSON that was asked for")

// readAnswer reads a completion. Anything but the schema, all of it and nothing
// after it, is refused: that is the only way in.
func readAnswer(data []byte) (*answer, error) {
	var completion struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"`
			} `json:"message"`
		} `json:"choices"`
	}
	if json.Unmarshal(data, &completion) != nil || len(completion.Choices) == 0 {
		return nil, errNoSchema
	}
	d := json.NewDecoder(bytes.NewReader([]byte(completion.Choices[0].Message.Content)))
	d.DisallowUnknownFields()
	a := &answer{}
	if err := d.Decode(a); err != nil {
		return nil, errNoSchema
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errNoSchema
	}
	return a, nil
}

package syntax

import (
	"strings"
	"testing"

	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

const sample = `# newdoc id = sample
# sent_id = 1
# text = "The army didn't attack," he said.
1	"	"	PUNCT	''	_	6	punct	_	SpaceAfter=No
2	The	the	DET	DT	_	3	det	_	_
3	army	army	NOUN	NN	_	6	nsubj	_	_
4-5	didn't	_	_	_	_	_	_	_	_
4	did	do	AUX	VBD	_	6	aux	_	_
5	n't	not	PART	RB	_	6	advmod	_	_
6	attack	attack	VERB	VB	_	0	root	_	SpaceAfter=No
7	,	,	PUNCT	,	_	6	punct	_	SpaceAfter=No
8	"	"	PUNCT	''	_	6	punct	_	_
9	he	he	PRON	PRP	_	10	nsubj	_	_
10	said	say	VERB	VBD	_	6	parataxis	_	SpaceAfter=No
11	.	.	PUNCT	.	_	6	punct	_	_

`

func documents(t *testing.T) []treebank.Document {
	t.Helper()
	docs, err := treebank.Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestDamages(t *testing.T) {
	words := documents(t)[0].Sentences[0].Words
	for _, d := range damages {
		want := map[string]string{
			"":                    `" The army did n't attack , " he said .`,
			"in capitals":         `" THE ARMY DID N'T ATTACK , " HE SAID .`,
			"in small letters":    `" the army did n't attack , " he said .`,
			"without punctuation": ` The army did n't attack   he said `,
			"with curly quotes":   `“ The army did n’t attack , ” he said .`,
		}[d.name]
		if got := strings.Join(d.apply(words), " "); got != want {
			t.Errorf("damage %q gives %q, want %q", d.name, got, want)
		}
	}
}

func TestRawCountsBytes(t *testing.T) {
	r, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	got := Raw(r, documents(t))
	if got.Words != 11 || got.OurWords != 11 || got.SameWords != 11 || got.Sentences != 1 || got.SameSents != 1 {
		t.Errorf("counted %+v", got)
	}
}

func TestGoldSentences(t *testing.T) {
	gold, err := goldSentences()
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 20 {
		t.Errorf("%d texts, want 20", len(gold))
	}
}

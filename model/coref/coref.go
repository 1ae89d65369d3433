// Package coref scores which earlier mention of a text a noun phrase or pronoun
// refers to, or whether it refers to something new, with a log-linear ranking
// model over features of the pair.
//
// Source: mention ranking, Denis and Baldridge 2008; features after Durrett and
// Klein 2013.
package coref

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/annals-project/annals/model/names"
)

//go:embed coref.bin
var packed []byte

// Default is the ranker embedded in the program.
var Default = sync.OnceValues(func() (*Ranker, error) {
	raw, err := names.Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("coref: unpack the weights: %w", err)
	}
	return Decode(raw)
})

// Forms of a mention.
const (
	Name uint8 = iota
	Nominal
	Pronoun
)

// Number of a mention.
const (
	UnknownNumber uint8 = iota
	Singular
	Plural
)

// Mention is what ranking asks of a mention. Words are hashes of small forms.
type Mention struct {
	Form, Kind, Class, Number, Determiner, Role uint8
	Head, Word                                  uint64
	Modifiers                                   []uint64 // content words before the head
	Sentence                                    int
	First, Last, At                             int // tokens; At is the head
	Governor                                    int // token that governs the head, -1 for none
	Predicate                                   uint64
	Quoted                                      bool
}

// Entity is what is known of those merged so far.
type Entity struct {
	Size    int
	Named   bool
	Heads   []uint64 // head words of its nominals and names
	Kind    uint8
	Mention int // its latest
}

// Ranker scores pairs. It is immutable.
type Ranker struct {
	slots []slot
	mask  uint32
}

type slot struct {
	key   uint32
	value int16 // in 1/unit; 0 is an empty slot
}

const unit = 256

// Score sums the weights of features.
func (r *Ranker) Score(features []uint64) int32 {
	sum := int32(0)
	for _, f := range features {
		key := uint32(f >> 32)
		for at := key & r.mask; r.slots[at].value != 0; at = (at + 1) & r.mask {
			if r.slots[at].key == key {
				sum += int32(r.slots[at].value)
				break
			}
		}
	}
	return sum
}

// Unit is how much of a score is one natural logarithm.
func (r *Ranker) Unit() int32 { return unit }

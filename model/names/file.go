package names

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/gazetteer/phrase"
	"github.com/annals-project/annals/model/chain"
)

//go:embed names.bin
var weights []byte

// Default is the finder embedded in the program.
var Default = sync.OnceValues(func() (*Finder, error) { return Decode(weights) })

// Encode is a finder as Decode reads it.
func Encode(f *Finder) ([]byte, error) {
	raw := f.resources.Listed.Append(nil)
	raw = f.resources.Clusters.Append(raw)
	return Pack(f.model.Append(raw))
}

// Pack compresses weights; the same bytes in give the same bytes out.
func Pack(raw []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	packed := w.EncodeAll(raw, nil)
	return packed, w.Close()
}

// Unpack is the inverse of Pack.
func Unpack(packed []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(packed, nil)
}

// Decode reads a finder from the bytes Encode made.
func Decode(packed []byte) (*Finder, error) {
	raw, err := Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("names: unpack the weights: %w", err)
	}
	lexicon, err := actors.Default()
	if err != nil {
		return nil, err
	}
	r := &Resources{Actors: lexicon}
	if r.Listed, raw, err = phrase.Decode(raw); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if r.Clusters, raw, err = decodeClusters(raw); err != nil {
		return nil, err
	}
	m, _, err := chain.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return New(r, m), nil
}

package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"
)

// file reads the documents of one file: one, or as many as it has JSON lines.
func (w *walker) file(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return w.fail(unreadable(path, err))
	}
	defer f.Close()
	of := kindOf(path)
	info, err := f.Stat()
	if err != nil {
		return w.fail(unreadable(path, err))
	}
	if of != jsonLines && info.Size() > w.options.MaxBytes {
		return w.fail(w.tooLarge(path, info.Size()))
	}
	w.received = info.ModTime().UTC()
	return w.stream(f, path, of)
}

func (w *walker) tooLarge(where string, size int64) *Error {
	return &Error{Code: TooLarge, Where: where, Do: "split it, or raise the limit",
		What: fmt.Sprintf("it has %d bytes, more than the limit of %d", size, w.options.MaxBytes)}
}

// stream reads documents from an open file or standard input, unpacking it first
// when it is packed.
func (w *walker) stream(r io.Reader, where string, of kind) error {
	in := bufio.NewReaderSize(r, 64<<10)
	unpacked, done, err := unpack(in)
	if err != nil {
		return w.fail(badArchive(where, err))
	}
	defer done()
	isPacked := unpacked != in
	head, err := unpacked.Peek(1024)
	if err != nil && !errors.Is(err, io.EOF) {
		return w.fail(readError(where, err, isPacked))
	}
	if of == unknownKind {
		of = sniff(head)
	}
	if of == jsonLines || of == jsonKind && sniff(head) == jsonLines && !oneObject(head) {
		return w.jsonLines(unpacked, where, isPacked)
	}
	raw, failure := w.all(unpacked, where, isPacked)
	if failure != nil {
		return w.fail(failure)
	}
	if of == jsonKind {
		return w.json(raw, where)
	}
	return w.document(received{raw: raw, where: where, kind: of})
}

// all reads a whole document, up to the limit and no further.
func (w *walker) all(r io.Reader, where string, isPacked bool) ([]byte, *Error) {
	raw, err := io.ReadAll(io.LimitReader(r, w.options.MaxBytes+1))
	if err != nil {
		return nil, readError(where, err, isPacked)
	}
	if int64(len(raw)) > w.options.MaxBytes {
		if isPacked {
			return nil, &Error{Code: Bomb, Where: where, Do: "do not trust it; raise the limit if you do",
				What: fmt.Sprintf("it unpacks to more than the limit of %d bytes", w.options.MaxBytes)}
		}
		return nil, &Error{Code: TooLarge, Where: where, Do: "split it, or raise the limit",
			What: fmt.Sprintf("it has more than the limit of %d bytes", w.options.MaxBytes)}
	}
	return raw, nil
}

var (
	gzipMagic = []byte{0x1F, 0x8B}
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}
)

// windowLimit bounds the memory a zstd file may ask for.
const windowLimit = 64 << 20

// unpack looks through gzip or zstd by its first bytes; anything else comes back
// as it is. done is to be called when all is read.
func unpack(in *bufio.Reader) (out *bufio.Reader, done func(), err error) {
	magic, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), func() { z.Close() }, nil
	case bytes.HasPrefix(magic, zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(windowLimit), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), z.Close, nil
	}
	return in, func() {}, nil
}

func badArchive(where string, err error) *Error {
	return &Error{Code: BadArchive, What: "it cannot be unpacked (" + err.Error() + ")", Where: where, Do: "get it again", Err: err}
}

func readError(where string, err error, isPacked bool) *Error {
	if isPacked {
		return badArchive(where, err)
	}
	return unreadable(where, err)
}

// standardInput reads documents as JSON lines; anything else on it is one document.
func (w *walker) standardInput() error {
	return w.stream(w.options.Stdin, "-", unknownKind)
}

package source

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
)

// kind is what a file holds.
type kind int

const (
	unknownKind kind = iota
	plainText
	markdown
	pageKind
	jsonLines
	jsonKind
	message
)

// kinds are told by the end of a name, behind which ".gz" or ".zst" may stand.
var kinds = map[string]kind{
	".txt": plainText, ".text": plainText, ".md": markdown, ".markdown": markdown,
	".html": pageKind, ".htm": pageKind, ".xhtml": pageKind,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonKind, ".eml": message,
}

// packed are the ends of names of packed files.
var packed = map[string]bool{".gz": true, ".zst": true}

func kindOf(path string) kind {
	ext := strings.ToLower(filepath.Ext(path))
	if packed[ext] {
		path = strings.TrimSuffix(path, filepath.Ext(path))
		ext = strings.ToLower(filepath.Ext(path))
	}
	return kinds[ext]
}

// jsonValue is the start of one JSON value over several lines: a list of objects,
// or an object whose first line is its brace alone.
var jsonValue = regexp.MustCompile(`^(?:\[\s*\{|\{\s*\n)`)

// sniff tells what bytes hold when no name says it: JSON lines, a page, else
// plain text.
func sniff(head []byte) kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	lower := bytes.ToLower(head[:min(len(head), 1024)])
	switch {
	case jsonValue.Match(head):
		return jsonKind
	case len(head) > 1 && head[0] == '{' && bytes.ContainsRune([]byte(" \t\r\n\"}"), rune(head[1])):
		return jsonLines
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return pageKind
	case bytes.HasPrefix(lower, []byte("<")) && (bytes.Contains(lower, []byte("<head")) || bytes.Contains(lower, []byte("<body")) || bytes.Contains(lower, []byte("<p>"))):
		return pageKind
	}
	return plainText
}

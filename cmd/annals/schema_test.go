package main

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/export"
)

// schema compiles one of the published schemas.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../docs/schema/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, packed []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("the output breaks its schema: %v", err)
	}
}

// TestSchemas holds what annals prints against the published schemas, and each
// span's text against the code points it names.
func TestSchemas(t *testing.T) {
	readings := samples(t)
	annotations := schema(t, "annotations-1.json")
	for _, r := range readings {
		var b bytes.Buffer
		if err := export.Annotations(&b, r); err != nil {
			t.Fatal(err)
		}
		validate(t, annotations, b.Bytes())
		checkSpans(t, b.Bytes())
	}
	var failure, record bytes.Buffer
	if err := export.Failure(&failure, "x", "empty", "x: the file is empty"); err != nil {
		t.Fatal(err)
	}
	validate(t, annotations, failure.Bytes())
	if err := export.Record(&record, account.Derive(account.Input{Readings: readings}), time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	validate(t, schema(t, "record-1.json"), record.Bytes())
}

// checkSpans walks the JSON and cuts the text at every start and end it finds.
func checkSpans(t *testing.T, packed []byte) {
	t.Helper()
	var report map[string]any
	if err := json.Unmarshal(packed, &report); err != nil {
		t.Fatal(err)
	}
	text, _ := report["text"].(string)
	if !utf8.ValidString(text) {
		t.Error("the text is no valid UTF-8")
	}
	points := []rune(text)
	var walk func(any)
	walk = func(value any) {
		switch v := value.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			start, hasStart := v["start"].(float64)
			end, hasEnd := v["end"].(float64)
			want, hasText := v["text"].(string)
			if hasStart && hasEnd && hasText && string(points[int(start):int(end)]) != want {
				t.Errorf("text[%v:%v] is %q, the span says %q", start, end, string(points[int(start):int(end)]), want)
			}
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(report)
}

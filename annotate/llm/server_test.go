package llm_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/llm"
	"github.com/annals-project/annals/text"
)

// service is a local stand-in for a model: it says what it is told to say.
type service struct {
	*httptest.Server
	mu     sync.Mutex
	bodies []string // of the requests
	keys   []string // their Authorization
}

func serve(t *testing.T, answer func(w http.ResponseWriter, n int)) *service {
	t.Helper()
	s := &service{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.bodies, s.keys = append(s.bodies, string(body)), append(s.keys, r.Header.Get("Authorization"))
		n := len(s.bodies)
		s.mu.Unlock()
		if r.URL.Path != "/v1/chat/completions" {
			http.NotFound(w, r)
			return
		}
		answer(w, n)
	}))
	t.Cleanup(s.Close)
	return s
}

// proposing answers every request with the same content.
func proposing(content string) func(http.ResponseWriter, int) {
	return func(w http.ResponseWriter, _ int) {
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]any{"role": "assistant", "content": content}}}})
	}
}

func (s *service) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.bodies)
}

// component asks the service; what it says is written to log.
func component(t *testing.T, s *service, log io.Writer) *llm.Component {
	t.Helper()
	c, err := llm.New(llm.Endpoint{URL: s.URL + "/v1", Model: "m", Timeout: 5 * time.Second, Context: t.Context(), Log: log})
	if err != nil {
		t.Fatal(err)
	}
	return llm.WithoutPauses(c)
}

var reader = sync.OnceValues(text.NewReader)

// named is a name or noun of the test documents; entities are made by key.
type named struct {
	words, key string
	kind       annals.Kind
	form       annals.Form
	public     bool
}

// read makes a document with syntax and, for each named, a mention wherever its
// words stand.
func read(t *testing.T, source string, all ...named) *annotate.Document {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: r.Read(source)}
	entities := map[string]annals.Ref{}
	for _, n := range all {
		ref := entities[n.key]
		if ref == 0 {
			d.Entities = append(d.Entities, annals.Entity{Name: n.words, Kind: n.kind, Public: n.public})
			ref = annals.Ref(len(d.Entities))
			entities[n.key] = ref
		}
		for at := 0; ; {
			k := strings.Index(source[at:], n.words)
			if k < 0 {
				break
			}
			span := annals.Span{Start: at + k, End: at + k + len(n.words)}
			d.Mentions = append(d.Mentions, annals.Mention{Span: span, Text: n.words, Form: n.form, Kind: n.kind, Head: span, Entity: ref})
			d.Entities[ref-1].Mentions = append(d.Entities[ref-1].Mentions, annals.Ref(len(d.Mentions)))
			at = span.End
		}
	}
	return d
}

package source_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/annals-project/annals/source"
)

// site serves a small site with everything that can go wrong.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	page := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<html><body><p>%s</p></body></html>", one)
	}
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
	})
	mux.HandleFunc("/page", page)
	mux.HandleFunc("/closed", page)
	mux.HandleFunc("/once", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	mux.HandleFunc("/sneak", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/closed", http.StatusFound) })
	mux.HandleFunc("/elsewhere", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/flood", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for range 64 {
			if _, err := fmt.Fprint(w, strings.Repeat("word ", limit/100)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for {
			select {
			case <-r.Context().Done():
				return
			case <-time.After(10 * time.Millisecond):
				fmt.Fprint(w, "more ")
				w.(http.Flusher).Flush()
			}
		}
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestAddress(t *testing.T) {
	s := site(t)
	o := options()
	o.AllowPrivate, o.MaxTime = true, 300*time.Millisecond
	for path, want := range map[string]string{
		"/page": one, "/once": one, "/closed": "robots", "/sneak": "robots", "/circle": "redirects", "/elsewhere": "bad_address",
		"/gone": "http_status", "/missing": "http_status", "/picture": "unsupported", "/flood": "too_large", "/endless": "timeout",
	} {
		check(t, o, []string{s.URL + path}, strings.TrimPrefix(path, "/")+" "+want)
	}
	o.IgnoreRobots = true
	check(t, o, []string{s.URL + "/closed"}, "closed "+one)
}

// TestPrivate: no way of writing a private address gets through, nor a redirect to one.
func TestPrivate(t *testing.T) {
	s := site(t)
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1.2.3"} {
		refused(t, "http://"+host+port+"/page")
	}
	for _, host := range []string{"10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fd00::1]", "[fe80::1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]"} {
		refused(t, "http://"+host+":1/")
	}
}

func refused(t *testing.T, address string) {
	t.Helper()
	source.Walk(context.Background(), []string{address}, options(), func(i source.Item) bool {
		// A host without such an address answers before anything is dialled.
		if i.Err == nil || i.Err.Code != source.RefusedPrivate && i.Err.Code != source.Unreachable {
			t.Errorf("%s: %+v", address, i)
		}
		return true
	})
}

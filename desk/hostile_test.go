package desk

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// payload breaks out of text, of attributes in either quote, of scripts and
// addresses, wherever it is written as it stands.
const payload = `"'></textarea></title><script src=//evil.example></script><img src=x onerror=alert(1)><a href=javascript:alert(1)>{{.}}`

// hostile makes every text of a reading an attack. The article keeps its length,
// so that every span cuts a piece out of the attack.
func hostile(r *annals.Reading) {
	article := []byte(r.Document.Text)
	for i := range article {
		if article[i] != '\n' {
			article[i] = payload[i%len(payload)]
		}
	}
	text := string(article)
	id, statements := r.Document.ID, r.Statements
	ids := make([]string, len(statements))
	for i := range statements {
		ids[i] = statements[i].ID
	}
	poison(reflect.ValueOf(r).Elem())
	r.Document.ID, r.Document.Text = id, text
	for i := range r.Statements {
		r.Statements[i].ID, r.Statements[i].Document = ids[i], id
	}
	r.Document.URI = "javascript:alert(1)//" + id
}

// poison puts the payload behind every plain string below a value. Strings of a
// type of their own are annals' words, not the report's.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() && v.Type() == reflect.TypeFor[string]() {
			v.SetString(v.String() + payload)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "EDTF" {
				poison(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				poison(v.Index(i))
			}
		}
	default:
	}
}

// attacks lists what of a page a browser would run or follow.
func attacks(page string) []string {
	var out []string
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			if t.Data == "img" || t.Data == "iframe" || t.Data == "style" {
				out = append(out, t.String())
			}
			for _, a := range t.Attr {
				value := strings.ToLower(strings.TrimSpace(a.Val))
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
					out = append(out, t.String())
				case t.Data == "script" && value != "/assets/desk.js" && a.Key == "src":
					out = append(out, t.String())
				case (a.Key == "href" || a.Key == "src" || a.Key == "action") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "//") || strings.HasPrefix(value, "data:")):
					out = append(out, t.String())
				}
			}
		default:
		}
	}
}

// TestHostileRecord serves a record whose every text is an attack.
func TestHostileRecord(t *testing.T) {
	check(t, "the test sees an attack", len(attacks(payload)) > 2, true)
	in := readings(t)
	for _, r := range in {
		hostile(r)
	}
	d, b := open(t, in, Options{Coder: payload})
	s := d.keeper.current.Load().coder
	first := s.Actors[0].Key
	for _, form := range []url.Values{
		{"verdict": {"rated"}, "left": {payload}, "value": {"B"}, "why": {payload}},
		{"verdict": {"corrected"}, "left": {s.Events[0].Key}, "field": {payload}, "value": {payload}, "why": {payload}},
		{"verdict": {"same"}, "left": {first}, "right": {s.Actors[len(s.Actors)-1].Key}, "why": {payload}},
		{"verdict": {"assigned"}, "left": {snapshot.DocumentKey(s.Documents[0].ID)}, "value": {payload}},
	} {
		answer, body := b.post("/judge", form)
		check(t, form.Get("verdict")+": "+clip(oneLine(body), 200), answer.StatusCode, 303)
	}
	s = d.keeper.current.Load().coder
	pages := []string{"/search?q=" + url.QueryEscape(payload), "/events?actor=" + url.QueryEscape(payload) + "&since=" + url.QueryEscape(payload),
		"/nowhere" + url.PathEscape(payload), "/merge?left=" + url.QueryEscape(s.Actors[0].Key) + "&with=" + s.Actors[1].ID}
	for address := range addresses(s) {
		pages = append(pages, address)
	}
	for _, e := range s.Events {
		pages = append(pages, e.Href, "/evidence/event/"+e.ID)
	}
	for _, a := range s.Actors {
		pages = append(pages, a.Href)
	}
	for _, x := range s.Documents {
		pages = append(pages, x.Href, "/coding?document="+url.QueryEscape(x.ID))
	}
	queue := d.keeper.current.Load().queue()
	pages = append(pages, "/review")
	for i := range queue {
		pages = append(pages, hrefOf(&queue[i], ""))
	}
	for _, address := range pages {
		_, body := b.get(address)
		if found := attacks(body); len(found) > 0 {
			t.Errorf("%s: %d attacks stand in the page, the first is %s", address, len(found), found[0])
		}
	}
	_, body := b.upload("/add", "files", payload+".txt", "Nothing happened.", url.Values{})
	check(t, "a hostile file name", len(attacks(body)), 0)
}

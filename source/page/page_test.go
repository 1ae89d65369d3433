package page_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/annals-project/annals/source/page"
	"github.com/annals-project/annals/source/traced"
)

const (
	one = "Soldiers clashed with rebels near the river on Monday, and two people died, officials said. The road to the north was closed for hours."
	two = "A spokesman for the governor said the road would stay closed until the end of the week, and asked people to stay at home."
)

// want is what a page should give; an empty field is not looked at.
type want struct{ text, title, publisher, by, dates, embed, canonical string }

func check(t *testing.T, name, in, address string, w want) {
	t.Helper()
	p, err := page.Read(traced.Whole(in), address)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var dates, embeds []string
	for _, d := range p.Dates {
		dates = append(dates, d.Basis+" "+d.EDTF())
	}
	for _, e := range p.Embeds {
		embeds = append(embeds, strings.Join([]string{e.Author, e.Published, e.URI, e.Text}, "|"))
	}
	for _, c := range []struct{ what, got, want string }{
		{"text", p.Text.String, w.text}, {"title", p.Title, w.title}, {"publisher", p.Publisher, w.publisher},
		{"byline", strings.Join(p.Byline, ", "), w.by}, {"dates", strings.Join(dates, ", "), w.dates},
		{"embeds", strings.Join(embeds, "\n"), w.embed}, {"canonical", p.Canonical, w.canonical},
	} {
		if c.want != "" && c.got != c.want {
			t.Errorf("%s: %s\n %q, want\n %q", name, c.what, c.got, c.want)
		}
	}
	traces(t, name, in, p)
}

// traces checks that every traced stretch says what the markup says.
func traces(t *testing.T, name, in string, p page.Page) {
	t.Helper()
	covered := 0
	for _, s := range p.Text.Source {
		covered += s.Text.Len()
		if s.Text.Len() == s.Raw.Len() && strings.Join(strings.Fields(s.Text.In(p.Text.String)), " ") != strings.Join(strings.Fields(s.Raw.In(in)), " ") {
			t.Errorf("%s: %q is traced to %q", name, s.Text.In(p.Text.String), s.Raw.In(in))
		}
	}
	if covered*10 < len(p.Text.String)*9 {
		t.Errorf("%s: %d of %d bytes are traced", name, covered, len(p.Text.String))
	}
}

func body(head, inner string) string {
	return "<!doctype html><html><head>" + head + "</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><article>" +
		inner + "</article><footer>All rights reserved</footer></body></html>"
}

func TestRead(t *testing.T) {
	article := "<p>" + one + "</p><p>" + strings.Replace(two, "governor", "<b>governor</b>", 1) + "</p>"
	check(t, "structured data", body(`<title>x | The Post</title><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},`+
		`{"@type":["NewsArticle"],"headline":"On the &amp; river","datePublished":"2018-04-02T23:00:00-05:00","author":[{"name":"Ada Okoro"},{"name":"Jan Smit"}],"publisher":{"name":"The Post"}}]}</script>`, article),
		"", want{text: one + "\n\n" + two, title: "On the & river", publisher: "The Post", by: "Ada Okoro, Jan Smit", dates: "metadata 2018-04-02"})
	check(t, "meta elements", body(`<title>x</title><meta property="og:title" content="On the river"><meta property="og:site_name" content="The Post">`+
		`<meta name="author" content="By Ada Okoro"><meta property="article:published_time" content="2018-04-02"><link rel="canonical" href="/2018/04/02/river">`, article),
		"https://post.example/x", want{title: "On the river", publisher: "The Post", by: "Ada Okoro", dates: "metadata 2018-04-02, url 2018-04-02", canonical: "https://post.example/2018/04/02/river"})
	check(t, "what is shown", body(`<title>On the river | The Post</title><meta property="og:site_name" content="The Post">`,
		`<h1>On the river</h1><div class="byline">By Ada Okoro</div><span class="post-date">Published: April 2, 2018</span>`+article),
		"", want{title: "On the river", by: "Ada Okoro", dates: "header 2018-04-02"})
	check(t, "a time element", body("", `<time datetime="2018-04-02T10:00Z">long ago</time>`+article), "", want{dates: "metadata 2018-04-02"})
	check(t, "a date in the text alone", body("", article+"<p>The last such clash was on April 2, 2016, the army has said in a statement since.</p>"), "", want{})
	check(t, "a post", body("", article+`<blockquote class="twitter-tweet"><p>Smoke over the bridge.</p>&mdash; Ada (@ada) <a href="https://t.example/ada/1?ref=x">April 2, 2018</a></blockquote>`),
		"", want{text: one + "\n\n" + two, embed: "Ada (@ada)|2018-04-02|https://t.example/ada/1?ref=x|Smoke over the bridge."})
	check(t, "references", body("", "<p>"+strings.ReplaceAll(one, "and", "&amp;&nbsp;")+"</p><p>"+two+"</p>"), "",
		want{text: strings.Join(strings.Fields(strings.ReplaceAll(one, "and", "& ")), " ") + "\n\n" + two})
	curly := strings.Repeat("<p>“We ran,” said one of them, whose name is José. “Nobody stopped.” "+one+"</p>", 6)
	check(t, "characters beyond ASCII", body("", curly), "", want{text: strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(curly, "<p>", ""), "</p>", "\n\n"), "\n\n")})
	p, err := page.Read(traced.Whole(body(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"`+one+`\n\n`+two+`"}</script>`, "<div id=app></div>")), "")
	if err != nil || p.Text.String != one+"\n\n"+two {
		t.Errorf("a page put together by scripts: %q, %v", p.Text.String, err)
	}
	check(t, "a short page", "<p>Two died.</p>", "", want{text: "Two died."})
}

func TestNoDate(t *testing.T) {
	p, err := page.Read(traced.Whole(body("", "<p>"+one+"</p><p>The last such clash was on April 2, 2016, the army has said in a statement since.</p><p>"+two+"</p>")), "")
	if err != nil || len(p.Dates) != 0 {
		t.Errorf("%v, %v", p.Dates, err)
	}
}

func TestTooMuch(t *testing.T) {
	for in, want := range map[string]error{
		strings.Repeat("<div>", 100_000): page.ErrDeep,
		strings.Repeat("<br>", 400_000):  page.ErrLarge,
	} {
		if _, err := page.Read(traced.Whole(in), ""); !errors.Is(err, want) {
			t.Errorf("%.20s…: %v, want %v", in, err, want)
		}
	}
}

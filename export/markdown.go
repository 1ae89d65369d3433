package export

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	texttemplate "text/template"

	"github.com/annals-project/annals/account"
)

//go:embed report.md.tmpl
var markdownText string

//go:embed report.html.tmpl
var pageText string

var functions = map[string]any{"join": func(refs []string) string { return strings.Join(refs, " ") }}

var (
	markdown = texttemplate.Must(texttemplate.New("md").Funcs(functions).Parse(markdownText))
	page     = template.Must(template.New("html").Funcs(functions).Parse(pageText))
)

// Markdown writes the account to be read in a terminal or an editor. Each line
// ends with references such as [A4], report A's fourth sentence; the sentences
// stand at the end.
func Markdown(w io.Writer, a *account.Account) error { return markdown.Execute(w, newView(a)) }

// Page writes the account as one HTML page that holds everything it needs; its
// references lead to the sentence in the report's text.
func Page(w io.Writer, a *account.Account) error { return page.Execute(w, newView(a)) }

// Package form makes the written forms of words comparable.
package form

import "strings"

var plainer = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "´", "'", "`", "'", "“", `"`, "”", `"`,
	"„", `"`, "«", `"`, "»", `"`, "''", `"`, "``", `"`, "‐", "-", "‑", "-", "–", "-", "—", "--", "…", "...", "\u00ad", "")

// Plain is form with straight quotes, hyphens for dashes and no soft hyphens.
// It returns form itself, without allocating, when nothing is to be changed.
func Plain(form string) string {
	for i := range len(form) {
		if c := form[i]; c >= 0x80 || c == '`' || c == '\'' && len(form) > 1 && form[:2] == "''" {
			return plainer.Replace(form)
		}
	}
	return form
}

// Norm is Plain in lower case.
func Norm(form string) string { return strings.ToLower(Plain(form)) }

package plain

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
)

// signature ends a post as pages show it: "— Name (@handle) August 15, 2021".
var signature = regexp.MustCompile(`\s*(?:—|–|--?|&mdash;)\s*(?P<name>[^()\n—]{1,60}?)\s*\(@(?P<handle>\w{1,30})\)\s*(?P<date>[\p{L}\d ,./]{6,24})?\s*$`)

// shared ends a post of a picture service: "A post shared by Name (@handle)".
var shared = regexp.MustCompile(`(?i)^(?:view this (?:post|photo) on instagram\s*)?a (?:post|photo|video|reel) shared by (?P<name>[^()\n]{1,60}?)\s*\(@(?P<handle>[\w.]{1,30})\)(?: on (?P<date>[^\n]{6,40}))?$`)

// pictureLink is the address of a picture or video in a post.
var pictureLink = regexp.MustCompile(`(?:https?://)?pic\.(?:twitter|x)\.com/\w+|https?://t\.co/\w+`)

const (
	// longestPost is the longest paragraph, in bytes, that is taken for a post as a
	// whole: 280 characters, links and signature.
	longestPost = 480
)

// embeds takes posts by others out of the text. A signature alone in its
// paragraph signs the paragraph before it; a signature in a paragraph too long
// for a post is noted and left, since nobody can say where the post starts.
func (a *Article) embeds() {
	text := a.Text.String
	pars := paragraphs(text)
	var out []removal
	for i, p := range pars {
		post, m := signed(p.In(text))
		if m == nil {
			continue
		}
		switch {
		case p.Len() > longestPost:
			a.Notes = append(a.Notes, annals.Note{Kind: annals.EmbeddedPost, Raw: a.Text.Raw(p), Original: m.words,
				Message: "a post by another author ends this paragraph; where it starts cannot be told"})
			continue
		case post == "" && i > 0 && pars[i-1].Len() <= longestPost && !m.alone:
			p.Start, post = pars[i-1].Start, pars[i-1].In(text)
			if len(out) > 0 && out[len(out)-1].Overlaps(p) {
				continue
			}
		}
		a.Embeds = append(a.Embeds, annals.Embed{Author: m.author, Published: m.date,
			URI: address(post), Text: strings.TrimSpace(post), Raw: a.Text.Raw(p)})
		out = append(out, removal{withGap(text, p), "a post by another author, kept apart"})
	}
	before := len(a.Notes)
	a.drop(out)
	for i := before; i < len(a.Notes); i++ {
		a.Notes[i].Kind = annals.EmbeddedPost
	}
}

// signing is what a signature says.
type signing struct {
	words, author, date string
	alone               bool // needs no words before it
}

// signed splits a paragraph into a post and its signature; nil when it has none.
func signed(paragraph string) (post string, _ *signing) {
	if !strings.Contains(paragraph, "(@") {
		return "", nil
	}
	for _, re := range []*regexp.Regexp{shared, signature} {
		loc := re.FindStringSubmatchIndex(paragraph)
		if loc == nil {
			continue
		}
		m := re.FindStringSubmatch(paragraph)
		s := &signing{words: strings.TrimSpace(m[0]), alone: re == shared,
			author: strings.TrimSpace(m[1]) + " (@" + m[2] + ")"}
		if w, ok := dating.Parse(m[3]); ok {
			s.date = w.EDTF()
		} else if found := dating.Find(m[3]); len(found) > 0 {
			s.date = found[0].EDTF()
		}
		return paragraph[:loc[0]], s
	}
	return "", nil
}

// Signed splits a post into its words and its signature: the author and the
// date as EDTF. It is false when nobody signs it.
func Signed(text string) (post, author, date string, ok bool) {
	post, s := signed(text)
	if s == nil {
		return "", "", "", false
	}
	return strings.TrimSpace(post), s.author, s.date, true
}

// address is the address of a post's picture, the only one a post in plain text shows.
func address(post string) string {
	link := pictureLink.FindString(post)
	if link != "" && !strings.Contains(link, "://") {
		link = "https://" + link
	}
	return link
}

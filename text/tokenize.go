package text

import "strings"

// Tokenize cuts source into tokens as Universal Dependencies treebanks of
// English do: punctuation apart, "don't" as "do" and "n't", hyphenated words in
// pieces but for prefixes, numbers, dates, addresses whole. The tokens are in
// order, do not overlap, and cover every visible character.
func Tokenize(source string) []Token {
	s := scanner{src: source, words: words(), tokens: make([]Token, 0, len(source)/5+1)}
	for i := 0; i < len(source); {
		i = s.token(i)
	}
	return s.tokens
}

// scanner holds the state of one pass over a source.
type scanner struct {
	src    string
	words  *lexicon
	tokens []Token

	chunkEnd   int  // end of the run without blanks last searched for an address
	plainChunk bool // it can hold none
}

// emit adds the token start ≤ b < end and returns end.
func (s *scanner) emit(start, end int) int {
	s.tokens = append(s.tokens, Token{Start: start, End: end, Head: None})
	return end
}

// token reads what stands at i, a token or white space, and returns its end.
func (s *scanner) token(i int) int {
	r, c, w := next(s.src, i)
	switch c {
	case classSpace:
		return i + w
	case classLetter, classDigit:
		return s.word(i)
	case classQuote:
		return s.quote(i, r, w)
	case classStop:
		if r == '.' && s.digitAt(i+1) && !s.gluedTo(i) {
			return s.word(i)
		}
		return s.emit(i, s.runOfClass(i, classStop))
	case classDash:
		return s.emit(i, s.runOf(i, r))
	case classBracket:
		if end := s.emoticon(i); end > i {
			return s.emit(i, end)
		}
		if r == '<' || r == '>' {
			return s.emit(i, s.runOf(i, r))
		}
		return s.emit(i, i+w)
	}
	return s.sign(i, r, w)
}

// sign reads a sign that is no punctuation proper: @name, #tag, emoji, ****.
func (s *scanner) sign(i int, r rune, w int) int {
	if end := s.emoticon(i); end > i {
		return s.emit(i, end)
	}
	if (r == '@' || r == '#') && s.letterAt(i+1) {
		return s.emit(i, s.plainWord(i+1))
	}
	if strings.ContainsRune("$%,;:", r) {
		return s.emit(i, i+w)
	}
	return s.emit(i, s.joined(s.runOf(i, r)))
}

// joined skips the joiners and marks that belong to the sign before i, and what
// a joiner ties to it.
func (s *scanner) joined(i int) int {
	for i < len(s.src) {
		r, c, w := next(s.src, i)
		if c != classLetter || !isMarkLike(r) {
			break
		}
		i += w
		if r == '\u200d' && i < len(s.src) {
			if _, c, w := next(s.src, i); c == classOther {
				i += w
			}
		}
	}
	return i
}

// quote reads a quotation mark, or a clitic or year that starts with one.
func (s *scanner) quote(i int, r rune, w int) int {
	if isApostrophe(r) {
		if s.gluedTo(i) {
			if end := s.clitic(i + w); end > 0 {
				return s.emit(i, end)
			}
		} else if s.digitAt(i+w) && s.digitAt(i+w+1) && !s.digitAt(i+w+2) {
			return s.emit(i, s.plainWord(i+w))
		}
		end := i + w
		if strings.HasPrefix(s.src[end:], s.src[i:end]) {
			end += w
		}
		return s.emit(i, end)
	}
	return s.emit(i, i+w)
}

// clitic is the end of the clitic whose letters start at i, 0 when none does.
func (s *scanner) clitic(i int) int {
	end := s.letters(i)
	var buf [maxListed]byte
	switch string(lowered(&buf, s.src[i:end])) {
	case "s", "re", "ve", "ll", "d", "m":
		if !s.digitAt(end) {
			return end
		}
	}
	return 0
}

// emoticons are the common ones; more would cut into times and lists.
var emoticons = [...]string{":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", "=)", "^_^"}

// emoticon is the end of the emoticon that stands alone at i, or i.
func (s *scanner) emoticon(i int) int {
	if s.gluedTo(i) {
		return i
	}
	for _, e := range emoticons {
		if strings.HasPrefix(s.src[i:], e) && !s.wordAt(i+len(e)) {
			return i + len(e)
		}
	}
	return i
}

func (s *scanner) runOf(i int, r rune) int {
	for i < len(s.src) {
		q, _, w := next(s.src, i)
		if q != r {
			break
		}
		i += w
	}
	return i
}

func (s *scanner) runOfClass(i int, want class) int {
	for i < len(s.src) {
		_, c, w := next(s.src, i)
		if c != want {
			break
		}
		i += w
	}
	return i
}

// letters is the end of the run of letters at i.
func (s *scanner) letters(i int) int { return s.runOfClass(i, classLetter) }

// plainWord is the end of the run of letters and digits at i.
func (s *scanner) plainWord(i int) int {
	for i < len(s.src) {
		_, c, w := next(s.src, i)
		if c != classLetter && c != classDigit {
			break
		}
		i += w
	}
	return i
}

func (s *scanner) classAt(i int) class {
	if i >= len(s.src) {
		return classSpace
	}
	_, c, _ := next(s.src, i)
	return c
}

func (s *scanner) digitAt(i int) bool  { return s.classAt(i) == classDigit }
func (s *scanner) letterAt(i int) bool { return s.classAt(i) == classLetter }
func (s *scanner) wordAt(i int) bool   { return s.letterAt(i) || s.digitAt(i) }

// gluedTo says that a token ends right before i.
func (s *scanner) gluedTo(i int) bool {
	return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].End == i
}

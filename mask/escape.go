package mask

import "net/url"

// unescape undoes percent signs as far as they are well formed.
func unescape(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

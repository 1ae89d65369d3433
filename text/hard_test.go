package text

import (
	"strings"
	"testing"
	"time"
)

// TestHardTextsTakeLinearTime reads long texts made to be gone through again and
// again; each took minutes with an unbounded look-ahead.
func TestHardTextsTakeLinearTime(t *testing.T) {
	const size = 200_000
	for _, piece := range []string{"ab.", "1-", "a", "'s", "[", "(", "\"", "A.", "a@", "1,", "-", ".", "\u0301", "e-", "x://", "\n", "I'", "No. "} {
		source := strings.Repeat(piece, size/len(piece))
		start := time.Now()
		verifyTokens(t, source, Tokenize(source))
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%d bytes of %q took %v", len(source), piece, d)
		}
	}
}

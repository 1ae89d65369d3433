package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/relational"
)

// What PostgreSQL allows of a tsvector: a megabyte in all, positions up to
// 16383, 255 of them a word, words under two kilobytes. A part stays below.
const (
	partWords     = 8 << 10
	partBytes     = 256 << 10
	wordBytes     = 512 // of a longer word only so much is looked at
	wordPositions = 255
)

// Find looks documents up by the words they hold; those that hold them more
// often, or in the title, first.
func (dialect) Find(q record.Query, limit, offset int) relational.Find {
	var args []any
	var holds, either []string
	for _, phrase := range q {
		for _, w := range phrase {
			args = append(args, quote(w))
			holds = append(holds, fmt.Sprintf(`SELECT document FROM words WHERE words @@ $%d::tsquery`, len(args)))
			either = append(either, quote(w))
		}
	}
	args = append(args, strings.Join(either, " | "))
	query := fmt.Sprintf(`SELECT d.id, d.body FROM documents d JOIN (
			SELECT document, sum(ts_rank(words, $%d::tsquery, 1)) AS rank FROM words WHERE document IN (%s) GROUP BY document
		) found ON found.document = d.rowid ORDER BY found.rank DESC, d.id`, len(args), strings.Join(holds, " INTERSECT "))
	if q.HasPhrase() {
		return relational.Find{Query: query, Args: args, Words: true}
	}
	args = append(args, limit, offset)
	return relational.Find{Query: fmt.Sprintf(`%s LIMIT $%d OFFSET $%d`, query, len(args)-1, len(args)), Args: args}
}

// quote writes a word as PostgreSQL reads it, whatever stands in it.
func quote(word string) string {
	if len(word) > wordBytes {
		word = strings.ToValidUTF8(word[:wordBytes], "")
	}
	return "'" + word + "'" // letters, marks and digits alone: nothing to escape
}

// part is a piece of a document as a tsvector.
type part struct {
	positions map[string][]string
	words     int
	bytes     int
}

func newPart() *part { return &part{positions: map[string][]string{}} }

func (p *part) full() bool { return p.words >= partWords || p.bytes >= partBytes }

// add takes a word in; weight is "A" for one of the title, else "".
func (p *part) add(word, weight string) {
	w := quote(word)
	p.words++
	at := p.positions[w]
	if at == nil {
		p.bytes += len(w)
	}
	if len(at) < wordPositions {
		p.positions[w] = append(at, fmt.Sprint(p.words)+weight)
	}
}

func (p *part) String() string {
	var b strings.Builder
	for w, at := range p.positions {
		b.WriteString(w + ":" + strings.Join(at, ",") + " ")
	}
	return b.String()
}

// parts cuts a document's title and text into parts.
func parts(d *annals.Document) []*part {
	out := []*part{newPart()}
	add := func(text, weight string) {
		for _, w := range record.Words(text) {
			last := out[len(out)-1]
			if last.full() {
				last = newPart()
				out = append(out, last)
			}
			last.add(w, weight)
		}
	}
	add(d.Title, "A")
	add(d.Text, "")
	return out
}

// IndexWords makes a document findable.
func (dialect) IndexWords(ctx context.Context, tx *sql.Tx, d *annals.Document) error {
	for i, p := range parts(d) {
		_, err := tx.ExecContext(ctx, `INSERT INTO words (document, part, words) SELECT rowid, $1, $2::tsvector FROM documents WHERE id = $3`, i, p.String(), d.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// DropWords takes a document out of what can be found.
func (dialect) DropWords(ctx context.Context, tx *sql.Tx, document string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM words WHERE document = (SELECT rowid FROM documents WHERE id = $1)`, document)
	return err
}

-- +goose Up
-- The words of each report, to be searched; the text itself stands in
-- documents. rowid is that of documents.
CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);

-- What was taken out, and why; nothing of what it was.
CREATE TABLE tombstones (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    whole    INTEGER NOT NULL,
    body     BLOB NOT NULL
) STRICT;
CREATE INDEX tombstones_by_document ON tombstones (document);

-- One number that grows with every change.
CREATE TABLE revision (n INTEGER NOT NULL) STRICT;
INSERT INTO revision VALUES (1);

-- +goose Down
DROP TABLE revision;
DROP TABLE tombstones;
DROP TABLE words;

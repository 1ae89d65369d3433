-- +goose Up
-- A report as received. raw is compressed with zstd; body is the rest of the
-- noun as JSON. Nothing in this table is ever updated.
CREATE TABLE documents (
    id         TEXT PRIMARY KEY,
    uri        TEXT NOT NULL,
    version_of TEXT REFERENCES documents (id),
    raw        BLOB NOT NULL,
    body       BLOB NOT NULL
) STRICT;
CREATE INDEX documents_by_uri ON documents (uri);

-- What one version of annals read in a report. seq orders readings of one report.
CREATE TABLE readings (
    document    TEXT NOT NULL REFERENCES documents (id),
    extractor   TEXT NOT NULL,
    seq         INTEGER NOT NULL,
    annotations BLOB NOT NULL,
    PRIMARY KEY (document, extractor)
) STRICT;

-- Append-only and content-addressed: the id is the hash of what is stated.
CREATE TABLE statements (
    id        TEXT NOT NULL,
    document  TEXT NOT NULL,
    extractor TEXT NOT NULL,
    position  INTEGER NOT NULL,
    body      BLOB NOT NULL,
    PRIMARY KEY (document, extractor, position),
    FOREIGN KEY (document, extractor) REFERENCES readings (document, extractor)
) STRICT;
CREATE INDEX statements_by_id ON statements (id);

-- Undoing a judgement adds one.
CREATE TABLE judgements (
    seq  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
) STRICT;

-- +goose Down
DROP TABLE judgements;
DROP TABLE statements;
DROP TABLE readings;
DROP TABLE documents;

-- +goose Up
-- Texts compare by their bytes, whatever the database's locale, so that the
-- order of reports is the same everywhere.

-- A report as received. raw is compressed with zstd; body is the rest of the
-- noun as JSON, compressed. rowid is the order of arrival.
CREATE TABLE documents (
    rowid      BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id         TEXT COLLATE "C" PRIMARY KEY,
    uri        TEXT COLLATE "C" NOT NULL,
    version_of TEXT COLLATE "C" REFERENCES documents (id),
    raw        BYTEA NOT NULL,
    body       BYTEA NOT NULL
);
CREATE INDEX documents_by_uri ON documents USING hash (uri); -- an address may be longer than a page of a B-tree
CREATE INDEX documents_by_version ON documents (version_of) WHERE version_of IS NOT NULL;

-- What one version of annals read in a report. seq orders readings of one report.
CREATE TABLE readings (
    document    TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    extractor   TEXT COLLATE "C" NOT NULL,
    seq         INTEGER NOT NULL,
    annotations BYTEA NOT NULL,
    PRIMARY KEY (document, extractor)
);

-- Append-only and content-addressed: the id is the hash of what is stated.
CREATE TABLE statements (
    id        TEXT COLLATE "C" NOT NULL,
    document  TEXT COLLATE "C" NOT NULL,
    extractor TEXT COLLATE "C" NOT NULL,
    position  INTEGER NOT NULL,
    body      BYTEA NOT NULL,
    PRIMARY KEY (document, extractor, position),
    FOREIGN KEY (document, extractor) REFERENCES readings (document, extractor)
);
CREATE INDEX statements_by_id ON statements (id);

-- Undoing a judgement adds one.
CREATE TABLE judgements (
    seq  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id   TEXT COLLATE "C" NOT NULL UNIQUE,
    body BYTEA NOT NULL
);

-- What was taken out, and why; nothing of what it was.
CREATE TABLE tombstones (
    seq      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       TEXT COLLATE "C" NOT NULL UNIQUE,
    document TEXT COLLATE "C" NOT NULL,
    whole    BOOLEAN NOT NULL,
    body     BYTEA NOT NULL
);
CREATE INDEX tombstones_by_document ON tombstones (document);

-- The words of each report, to be searched. A long report has several parts. The
-- words are cut by annals, so that they are those a query is cut into.
CREATE TABLE words (
    document BIGINT NOT NULL,
    part     INTEGER NOT NULL,
    words    TSVECTOR NOT NULL,
    PRIMARY KEY (document, part)
);
CREATE INDEX words_by_word ON words USING gin (words);

-- One number that grows with every change. Who changes the record holds this row,
-- so that changes come one after another.
CREATE TABLE revision (n BIGINT NOT NULL);
INSERT INTO revision VALUES (1);

-- +goose Down
DROP TABLE revision;
DROP TABLE words;
DROP TABLE tombstones;
DROP TABLE judgements;
DROP TABLE statements;
DROP TABLE readings;
DROP TABLE documents;

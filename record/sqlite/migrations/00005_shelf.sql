-- +goose Up
-- What belongs together, kept from report to report: bodies by number, and the
-- keys under which candidates meet. complete is 0 when reports came, went or were
-- read anew without it.
CREATE TABLE shelf (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE shelf_keys (key INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;
CREATE TABLE shelf_state (complete INTEGER NOT NULL) STRICT;
INSERT INTO shelf_state SELECT NOT EXISTS (SELECT 1 FROM documents);

-- +goose Down
DROP TABLE shelf_state;
DROP TABLE shelf_keys;
DROP TABLE shelf;

-- +goose Up
-- What belongs together, kept from report to report: bodies by number, and the
-- keys under which candidates meet. complete is 0 when reports came, went or were
-- read anew without it.
CREATE TABLE shelf (id BIGINT PRIMARY KEY, body BYTEA NOT NULL);
CREATE TABLE shelf_keys (key BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (key, id));
CREATE TABLE shelf_state (complete INTEGER NOT NULL);
INSERT INTO shelf_state SELECT CASE WHEN EXISTS (SELECT 1 FROM documents) THEN 0 ELSE 1 END;

-- +goose Down
DROP TABLE shelf_state;
DROP TABLE shelf_keys;
DROP TABLE shelf;

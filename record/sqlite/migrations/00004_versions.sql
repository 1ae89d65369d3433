-- +goose Up
-- Which version of a page is its newest, without looking through them all.
CREATE INDEX documents_by_version ON documents (version_of) WHERE version_of IS NOT NULL;

-- +goose Down
DROP INDEX documents_by_version;

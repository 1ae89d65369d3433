package main

import (
	"context"

	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/postgres"
	"github.com/annals-project/annals/record/sqlite"
)

// recordFlags name the record.
type recordFlags struct {
	DB string `help:"The record: a file, or the address of a PostgreSQL database (postgres://user@host/database)." default:"annals.db" env:"ANNALS_DB" placeholder:"RECORD"`
}

// open opens the record for writing, and makes it where there is none.
func (f *recordFlags) open(ctx context.Context) (record.Store, error) {
	if postgres.Names(f.DB) {
		return opened(postgres.Open(ctx, f.DB))
	}
	return opened(sqlite.Open(ctx, f.DB))
}

// openExisting opens a record that has to be there.
func (f *recordFlags) openExisting(ctx context.Context) (record.Store, error) {
	if postgres.Names(f.DB) {
		return opened(postgres.OpenExisting(ctx, f.DB))
	}
	return opened(sqlite.OpenExisting(ctx, f.DB))
}

// opened keeps a store that could not be opened from being taken for one.
func opened[S record.Store](store S, err error) (record.Store, error) {
	if err != nil {
		return nil, err
	}
	return store, nil
}

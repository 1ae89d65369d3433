// Package postgrestest lends tests an empty record in a PostgreSQL server.
package postgrestest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// Variable names the environment variable that holds the address of the server.
const Variable = "ANNALS_TEST_POSTGRES"

// usual are the addresses at which a server of one's own is looked for.
var usual = []string{
	"postgres://postgres@127.0.0.1:5432/postgres?sslmode=disable",
	"postgres:///postgres?host=/var/run/postgresql",
}

// answersWithin is how long a server may take to say that it is there.
const answersWithin = 3 * time.Second

// Address gives the address of a new empty schema, which goes when the test
// ends. Without a server the test is skipped, and says why; a server that was
// named but does not answer fails it.
func Address(t testing.TB) string {
	t.Helper()
	if named := os.Getenv(Variable); named != "" {
		db, err := connect(named)
		if err != nil {
			t.Fatalf("%s names a PostgreSQL server that cannot be used: %v", Variable, err)
		}
		return schema(t, db, named)
	}
	var why []string
	for _, address := range usual {
		db, err := connect(address)
		if err == nil {
			return schema(t, db, address)
		}
		why = append(why, err.Error())
	}
	t.Skipf("no PostgreSQL to test with: start one, or name it in %s (%s)", Variable, strings.Join(strings.Fields(strings.Join(why, "; ")), " "))
	return ""
}

func connect(address string) (*sql.DB, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), answersWithin)
	defer cancel()
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close() // the ping's error says more
		return nil, err
	}
	return db, nil
}

// schema makes a schema that no other test has.
func schema(t testing.TB, db *sql.DB, address string) string {
	t.Helper()
	name := "annals_test_" + strings.ToLower(rand.Text())
	if _, err := db.ExecContext(context.Background(), `CREATE SCHEMA `+name); err != nil {
		t.Fatalf("the PostgreSQL server lets no schema be made: %v", err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), `DROP SCHEMA `+name+` CASCADE`); err != nil {
			t.Errorf("schema %s is left behind: %v", name, err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	query := u.Query()
	query.Set("search_path", name)
	u.RawQuery = query.Encode()
	return u.String()
}

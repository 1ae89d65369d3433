package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/annals-project/annals/desk"
	"github.com/annals-project/annals/desk/access"
	"github.com/annals-project/annals/record/postgres"
)

// accessFlags name the file of names and passwords.
type accessFlags struct {
	Passwords string `help:"File of names and hashed passwords; by default beside the record's file." placeholder:"FILE"`
}

func (f *accessFlags) path(db string) string {
	switch {
	case f.Passwords != "":
		return f.Passwords
	case postgres.Names(db):
		return "annals.passwords" // an address of a database has no folder to stand in
	}
	return db + ".passwords"
}

type serveCommand struct {
	recordFlags
	accessFlags
	Addr string   `help:"Where to listen; others than this machine need a password first." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Host []string `help:"A name the desk may be asked under, besides addresses and localhost." placeholder:"NAME"`
	TLS  bool     `help:"Browsers reach the desk over TLS, through a proxy: send cookies over nothing else."`
}

// Run opens the record in a browser until it is stopped.
func (c *serveCommand) Run(env *environment) error {
	users, err := access.Open(c.path(c.DB))
	if err != nil {
		return err
	}
	store, err := c.open(env.ctx)
	if err != nil {
		return err
	}
	d, err := desk.New(env.ctx, store, desk.Options{Users: users, Coder: userName(), Hosts: c.Host, TLS: c.TLS})
	if err == nil {
		err = d.Serve(env.ctx, c.Addr, func(at net.Addr) { fmt.Fprintf(env.stdout, "the desk is open at http://%s\n", at) })
	}
	if errors.Is(err, desk.ErrOpen) {
		err = usage("%w", err)
	}
	return errors.Join(err, store.Close())
}

type passwordCommand struct {
	recordFlags
	accessFlags
	Name   string `help:"Whose password; it stands beside their judgements." default:"${user}" placeholder:"NAME"`
	Role   string `help:"coder reads reports as published, judges and adds; reader sees private names masked." enum:"coder,reader" default:"coder"`
	Remove bool   `help:"Take the access of this name away."`
}

// Run sets a password for the desk. It is typed, or one line of standard input.
func (c *passwordCommand) Run(env *environment) error {
	path := c.path(c.DB)
	users, err := access.Open(path)
	if err != nil {
		return err
	}
	if c.Remove {
		if !users.Remove(c.Name) {
			return notFound("nobody called %s has a password", c.Name)
		}
		return users.Save(path)
	}
	password, err := askPassword(env)
	if err != nil {
		return err
	}
	if err := users.Set(c.Name, access.Role(c.Role), password); err != nil {
		return usage("%w", err)
	}
	if err := users.Save(path); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s may use the desk as %s; restart annals serve for it to know\n", c.Name, c.Role)
	return nil
}

func askPassword(env *environment) (string, error) {
	if f, ok := env.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(env.stderr, "Password: ")
		typed, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(env.stderr)
		return string(typed), err
	}
	line, err := bufio.NewReader(env.stdin).ReadString('\n')
	if line == "" && err != nil {
		return "", usage("no password: type one, or give it as a line of standard input")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// Package access says who may use the desk, and how: it keeps the names,
// roles and hashed passwords in a file beside the record.
package access

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Role is what someone may do.
type Role string

// Roles.
const (
	Coder  Role = "coder"  // reads reports as published, judges, adds
	Reader Role = "reader" // reads, names of private persons masked
)

// User is someone who may use the desk.
type User struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
	Hash string `json:"hash"` // of the password, as the argon2 reference writes it
}

// List is the users of a desk.
type List struct{ Users []User }

// Parameters of argon2id, as OWASP recommends them (Password Storage Cheat Sheet).
const (
	passes    = 2
	kibibytes = 19 * 1024
	lanes     = 1
	keyLength = 32
	saltBytes = 16
)

// ErrPassword says that a password is too short.
var ErrPassword = errors.New("a password needs at least 10 characters")

// leastPassword is the length below which passwords are guessed.
const leastPassword = 10

// Open reads a list; one that is not there is empty.
func Open(path string) (*List, error) {
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &List{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("passwords: %w", err)
	}
	l := &List{}
	if err := json.Unmarshal(body, &l.Users); err != nil {
		return nil, fmt.Errorf("passwords: %s is damaged: %w", path, err)
	}
	return l, nil
}

// Save writes the list whole or not at all, for its owner's eyes only.
func (l *List) Save(path string) error {
	body, err := json.MarshalIndent(l.Users, "", " ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".passwords-*")
	if err != nil {
		return fmt.Errorf("passwords: %w", err)
	}
	defer func() { _ = os.Remove(f.Name()) }() // after the rename there is nothing to remove
	_, err = f.Write(append(body, '\n'))
	if err := errors.Join(err, f.Chmod(0o600), f.Close()); err != nil {
		return fmt.Errorf("passwords: %w", err)
	}
	return os.Rename(f.Name(), path)
}

// Set gives a user a role and password, or changes them.
func (l *List) Set(name string, role Role, password string) error {
	if role != Coder && role != Reader {
		return fmt.Errorf("role %q: it is coder or reader", role)
	}
	if name = strings.TrimSpace(name); name == "" || name == "annals" {
		return fmt.Errorf("name %q: give the name that judgements shall carry", name)
	}
	if len([]rune(password)) < leastPassword {
		return ErrPassword
	}
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	u := User{name, role, hash(password, salt)}
	for i := range l.Users {
		if l.Users[i].Name == name {
			l.Users[i] = u
			return nil
		}
	}
	l.Users = append(l.Users, u)
	return nil
}

// Remove takes a user's access away.
func (l *List) Remove(name string) bool {
	before := len(l.Users)
	l.Users = slices.DeleteFunc(l.Users, func(u User) bool { return u.Name == name })
	return len(l.Users) < before
}

// Named finds a user.
func (l *List) Named(name string) (User, bool) {
	for _, u := range l.Users {
		if u.Name == name {
			return u, true
		}
	}
	return User{}, false
}

func hash(password string, salt []byte) string {
	key := argon2.IDKey([]byte(password), salt, passes, kibibytes, lanes, keyLength)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, kibibytes, passes, lanes,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(key))
}

// nobody is held against when a name is unknown, so that the answer takes as
// long as for one that is known.
var nobody = hash("nobody", make([]byte, saltBytes))

// Check finds the user of a name and password.
func (l *List) Check(name, password string) (User, bool) {
	u, found := l.Named(name)
	if !found {
		u.Hash = nobody
	}
	return u, matches(u.Hash, password) && found
}

func matches(encoded, password string) bool {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	var memory, time uint32
	var threads uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &threads); err != nil || time == 0 || threads == 0 {
		return false
	}
	salt, errSalt := base64.RawStdEncoding.DecodeString(parts[4])
	want, errKey := base64.RawStdEncoding.DecodeString(parts[5])
	if errSalt != nil || errKey != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, time, memory, threads, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}

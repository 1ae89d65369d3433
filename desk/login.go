package desk

import (
	"net/http"
	"strings"
	"unicode/utf8"
)

func (d *Desk) loginPage(w http.ResponseWriter, r *http.Request) {
	d.show(w, r, http.StatusOK, "login", page{Title: "Log in", Data: ""})
}

// longestName bounds the name of a coder, which every judgement carries.
const longestName = 80

// login begins a session. Where nobody has a password, a name is enough: only
// this machine can reach the desk, and judgements should carry who made them.
func (d *Desk) login(w http.ResponseWriter, r *http.Request) {
	if !d.logins.allow(r) {
		w.Header().Set("Retry-After", "60")
		d.show(w, r, http.StatusTooManyRequests, "login", page{Title: "Log in", Data: "too many tries; wait a minute"})
		return
	}
	name := strings.TrimSpace(r.PostFormValue("name"))
	if len(d.options.Users.Users) > 0 {
		u, ok := d.options.Users.Check(name, r.PostFormValue("password"))
		if !ok {
			d.show(w, r, http.StatusUnauthorized, "login", page{Title: "Log in", Data: "name or password is wrong"})
			return
		}
		name = u.Name
	}
	if name == "" || name == "annals" || utf8.RuneCountInString(name) > longestName {
		d.show(w, r, http.StatusBadRequest, "login", page{Title: "Log in", Data: "give the name that your judgements shall carry"})
		return
	}
	if err := d.session.RenewToken(r.Context()); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	d.session.Remove(r.Context(), "forms")
	d.session.Put(r.Context(), "name", name)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (d *Desk) logout(w http.ResponseWriter, r *http.Request) {
	if err := d.session.Destroy(r.Context()); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

package desk

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/desk/snapshot"
)

// patience is how long a coder waits to see what a judgement does before the
// page comes with a word that it is being worked in.
const patience = 4 * time.Second

// longestText bounds what a judgement says.
const longestText = 20000

// errUnfit says that a judgement makes no sense.
var errUnfit = errors.New("this judgement makes no sense")

// judge takes a judgement from a form, one for each thing it is about, and leads
// back to the page it came from.
func (d *Desk) judge(w http.ResponseWriter, r *http.Request) {
	var all []annals.Judgement
	_ = r.PostFormValue("left") // reads the form
	for _, left := range r.PostForm["left"] {
		all = append(all, annals.Judgement{Left: strings.TrimSpace(left), Right: strings.TrimSpace(r.PostFormValue("right")),
			Verdict: r.PostFormValue("verdict"), Field: r.PostFormValue("field"), Value: strings.TrimSpace(r.PostFormValue("value")),
			Why: strings.TrimSpace(r.PostFormValue("why"))})
	}
	if len(all) == 0 {
		d.wrong(w, r, "choose what the judgement is about")
		return
	}
	if err := d.record(r, all...); err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	http.Redirect(w, r, backTo(r), http.StatusSeeOther)
}

// record keeps judgements in the name of the visitor, and waits a little for the
// account to show them.
func (d *Desk) record(r *http.Request, judgements ...annals.Judgement) error {
	ctx, s := r.Context(), d.snapshot(r)
	for i := range judgements {
		j := &judgements[i]
		j.By, j.At = d.visitor(r).name, d.options.Now()
		*j = annals.NewJudgement(*j)
		if err := fits(s, j); err != nil {
			return err
		}
	}
	var revision int64
	for _, j := range judgements {
		var err error
		revision, err = d.keeper.change(ctx, func() ([]*annals.Reading, error) { return nil, d.store.Judge(ctx, j) })
		if err != nil {
			return err
		}
	}
	waiting, stop := context.WithTimeout(ctx, patience)
	defer stop()
	if d.keeper.wait(waiting, revision) {
		d.session.Put(ctx, "notice", "Kept: "+judgements[0].Verdict+". It can be undone under Audit.")
	} else {
		d.session.Put(ctx, "notice", "Kept: "+judgements[0].Verdict+". It is being worked in; this page shows it in a moment.")
	}
	return nil
}

// sides say what a verdict may be about.
var sides = map[string][]annals.KeyKind{
	annals.Accepted:   {annals.EventKey, annals.FigureKey, annals.ClaimKey, annals.RelationKey, annals.AimKey, annals.ActorKey, annals.DocumentKey},
	annals.Rejected:   {annals.EventKey, annals.FigureKey, annals.ClaimKey, annals.RelationKey, annals.AimKey},
	annals.Corrected:  {annals.EventKey, annals.FigureKey, annals.RelationKey, annals.ClaimKey},
	annals.Relevant:   {annals.DocumentKey},
	annals.Irrelevant: {annals.DocumentKey},
	annals.Assigned:   {annals.DocumentKey},
	annals.Coded:      {annals.EventKey, annals.DocumentKey},
}

// fits says why a judgement makes no sense; nil when it does.
func fits(s *snapshot.Snapshot, j *annals.Judgement) error {
	if utf8.RuneCountInString(j.Why)+utf8.RuneCountInString(j.Value)+utf8.RuneCountInString(j.Left)+utf8.RuneCountInString(j.Right) > longestText {
		return errors.New("that is too long to keep")
	}
	switch j.Verdict {
	case annals.Same, annals.Different, annals.Unsure:
		left, errLeft := annals.ParseKey(j.Left)
		right, errRight := annals.ParseKey(j.Right)
		if errLeft != nil || errRight != nil || left.Kind != right.Kind || left == right || left.Kind != annals.ActorKey && left.Kind != annals.EventKey {
			return errors.New("same, different and unsure are about two different actors, or two different events")
		}
		return nil
	case annals.Rated:
		if !slices.Contains([]string{"A", "B", "C", "D", "E", "F", ""}, j.Value) || j.Left == "" {
			return errors.New("a reliability is a letter from A to F")
		}
		return nil
	case annals.Withdrawn:
		if !slices.ContainsFunc(s.Log, func(have annals.Judgement) bool { return have.ID == j.Left }) {
			return errors.New("there is no such judgement to undo")
		}
		return nil
	}
	key, err := annals.ParseKey(j.Left)
	switch {
	case err != nil || !slices.Contains(sides[j.Verdict], key.Kind):
		return errUnfit
	case s.DocumentNamed(key.Document) < 0:
		return errors.New("the report it is about is not in the record")
	case j.Verdict == annals.Corrected && (j.Field == "" || j.Value == ""):
		return errors.New("a correction says which field is to read what")
	case j.Verdict == annals.Irrelevant && j.Why == "":
		return errors.New("say why the report is not relevant")
	case j.Verdict == annals.Assigned && j.Value == "":
		return errors.New("say whom the report is assigned to")
	}
	return nil
}

// backTo is the page of this desk that a form came from; no other site's.
func backTo(r *http.Request) string {
	back := r.PostFormValue("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.HasPrefix(back, `/\`) || strings.ContainsAny(back, "\r\n") {
		return "/"
	}
	return back
}

// audit shows the log, newest first.
func (d *Desk) audit(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	all := make([]int, len(s.Log))
	for i := range all {
		all[i] = len(s.Log) - 1 - i
	}
	rows, p := paged(r, all)
	log := pick(s.Log, rows)
	slices.Reverse(log)
	tombstones, err := d.store.Tombstones(r.Context())
	if err != nil {
		d.wrong(w, r, err.Error())
		return
	}
	d.show(w, r, http.StatusOK, "audit", page{Title: "Audit", Section: "audit", Snapshot: s, Data: map[string]any{"Lines": logLines(s, log), "Pager": p, "Tombstones": tombstones}})
}

// sources shows outlets and origins with the reliability that persons set.
func (d *Desk) sources(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	words := strings.ToLower(strings.TrimSpace(r.URL.Query().Get("q")))
	all := []int{}
	for i := range s.Sources {
		if strings.Contains(strings.ToLower(s.Sources[i].Name), words) {
			all = append(all, i)
		}
	}
	rows, p := paged(r, all)
	d.show(w, r, http.StatusOK, "sources", page{Title: "Sources", Section: "sources", Snapshot: s,
		Data: map[string]any{"Rows": pick(s.Sources, rows), "Pager": p, "Words": r.URL.Query().Get("q")}})
}

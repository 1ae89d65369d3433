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

// judge takes a judgement from a form and leads back to the page it came from.
func (d *Desk) judge(w http.ResponseWriter, r *http.Request) {
	j := annals.Judgement{Left: strings.TrimSpace(r.PostFormValue("left")), Right: strings.TrimSpace(r.PostFormValue("right")),
		Verdict: r.PostFormValue("verdict"), Field: r.PostFormValue("field"), Value: strings.TrimSpace(r.PostFormValue("value")),
		Why: strings.TrimSpace(r.PostFormValue("why"))}
	if err := d.record(r, j); err != nil {
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
	annals.Accepted:   {annals.EventKey, annals.FigureKey, annals.ClaimKey, annals.RelationKey, annals.ActorKey, annals.DocumentKey},
	annals.Rejected:   {annals.EventKey, annals.FigureKey, annals.ClaimKey, annals.RelationKey},
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

// pairPage is two things side by side, before they are joined or set apart.
type pairPage struct {
	Left, Right   string // keys
	Apart         bool   // they are one, and are to be set apart
	Events        []snapshot.EventDetail
	Actors        []snapshot.ActorDetail
	LeftPart      *snapshot.Evidence // the sentences of the two parts, where they are to be set apart
	RightPart     *snapshot.Evidence
	Names         []string // what the whole would be called
	Reports, Told int      // what the whole would hold
}

// merge shows two actors or events side by side, and what they would be as one.
func (d *Desk) merge(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	left, err := annals.ParseKey(r.URL.Query().Get("left"))
	if err != nil {
		d.wrong(w, r, "there is nothing to compare with")
		return
	}
	with := strings.TrimSpace(r.URL.Query().Get("with"))
	with = with[strings.LastIndexByte(with, '/')+1:]
	p := pairPage{Left: left.String()}
	switch left.Kind {
	case annals.EventKey:
		i, j := s.EventNamed(left.Short("x")), s.EventNamed(with)
		if i < 0 || j < 0 || i == j {
			d.wrong(w, r, "give the ID or address of another event")
			return
		}
		p.Events = []snapshot.EventDetail{s.Event(i), s.Event(j)}
		p.Right = p.Events[1].Key
	case annals.ActorKey:
		i, j := s.ActorNamed(left.Short("a")), s.ActorLike(with)
		if i < 0 || j < 0 || i == j {
			d.wrong(w, r, "give the name, ID or address of another actor")
			return
		}
		p.Actors = []snapshot.ActorDetail{s.Actor(i), s.Actor(j)}
		p.Right = p.Actors[1].Key
	default:
		d.wrong(w, r, "only actors and events can be joined")
		return
	}
	p.whole()
	d.show(w, r, http.StatusOK, "pair", page{Title: "One or two?", Snapshot: s, Data: p})
}

// whole works out what two things would be as one.
func (p *pairPage) whole() {
	reports, told := map[string]bool{}, map[string]bool{}
	for _, a := range p.Actors {
		for _, n := range a.Names {
			if !slices.Contains(p.Names, n.Name) {
				p.Names = append(p.Names, n.Name)
			}
		}
		for _, x := range a.Documents {
			reports[x.ID] = true
		}
		p.Told += a.Mentions
	}
	for _, e := range p.Events {
		for _, x := range e.Documents {
			reports[x.ID] = true
		}
		for _, t := range e.Tellings {
			told[t.Key] = true
		}
	}
	p.Reports, p.Told = len(reports), p.Told+len(told)
}

// split shows two parts of one actor or event side by side, with their sentences.
func (d *Desk) split(w http.ResponseWriter, r *http.Request) {
	s := d.snapshot(r)
	left, errLeft := annals.ParseKey(r.URL.Query().Get("left"))
	right, errRight := annals.ParseKey(r.URL.Query().Get("right"))
	if errLeft != nil || errRight != nil || left == right || left.Kind != right.Kind {
		d.wrong(w, r, "choose two different parts")
		return
	}
	x, foundLeft := s.SentenceAt(left)
	y, foundRight := s.SentenceAt(right)
	if !foundLeft || !foundRight {
		d.wrong(w, r, "the reports of these parts are not in the record")
		return
	}
	d.show(w, r, http.StatusOK, "pair", page{Title: "One or two?", Snapshot: s,
		Data: pairPage{Left: left.String(), Right: right.String(), Apart: true, LeftPart: &x, RightPart: &y}})
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

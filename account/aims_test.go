package account_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
)

// TestAims holds the aims that profiles show, through the whole chain: "whose:
// what, says who".
func TestAims(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		texts []string
		want  []string
	}{
		{"what it fights for", []string{"The Taliban, who are fighting for an Islamic emirate, attacked a barracks in Herat."}, []string{"Taliban: an Islamic emirate"}},
		{"a purpose, and no more", []string{"Boko Haram wants to overthrow the government, which was elected in May."}, []string{"Boko Haram: to overthrow the government"}},
		{"the group's own goal", []string{"Boko Haram's goal is to establish a caliphate in the north."}, []string{"Boko Haram: to establish a caliphate in the north"}},
		{"what it says itself to demand", []string{"The Taliban demanded that foreign troops leave the country."}, []string{"Taliban: foreign troops leave the country, says Taliban"}},
		{"who says so", []string{"Boko Haram attacked a barracks. The army said Boko Haram seeks an end to foreign rule."}, []string{"Boko Haram: an end to foreign rule, says army"}},
		{"two reports, one aim", []string{"Boko Haram seeks independence.", "Boko Haram is fighting for independence."}, []string{"Boko Haram: independence"}},

		{"negated", []string{"Boko Haram does not seek independence."}, nil},
		{"over", []string{"Boko Haram no longer seeks independence."}, nil},
		{"merely possible", []string{"Boko Haram may seek independence."}, nil},
		{"a condition", []string{"If Boko Haram seeks independence, talks will fail."}, nil},
		{"denied", []string{"Boko Haram denied that it wanted to overthrow the government."}, nil},
		{"no proof of it", []string{"Boko Haram has given no proof that it seeks peace."}, nil},
		{"asked of it", []string{"The mayor called on Boko Haram to fight for independence."}, nil},
		{"not the group's own verb", []string{"Boko Haram shot at a crowd demanding the release of its leader."}, nil},
		{"a thing, no aim", []string{"Boko Haram is seeking fuel. Boko Haram fought for two days."}, nil},
		{"a person's", []string{"The minister, Farid Noorzai, wants to overthrow the government."}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var reports []published
			for _, text := range test.texts {
				reports = append(reports, published{"2021-03-04", text, ""})
			}
			checkAims(t, chain(t, p, reports), test.want)
		})
	}
}

// TestAimRejected: an aim that a person rejects is gone from the profile, the others
// stay, and all is back when the judgement is withdrawn.
func TestAimRejected(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := "Boko Haram seeks independence. Boko Haram wants to overthrow the government."
	in := account.Input{Readings: []*annals.Reading{p.Read(&annals.Document{ID: "sha256:a", URI: "a", Text: text, Language: "en"})}}
	both := []string{"Boko Haram: independence", "Boko Haram: to overthrow the government"}
	checkAims(t, account.Derive(in), both)
	key := annals.Key{Kind: annals.AimKey, Document: "sha256:a", At: strings.Index(text, "independence")}
	no := annals.NewJudgement(annals.Judgement{Left: key.String(), Verdict: annals.Rejected, By: "Maryam"})
	in.Judgements = []annals.Judgement{no}
	a := account.Derive(in)
	checkAims(t, a, both[1:])
	if len(a.Amendments) != 1 || a.Amendments[0].Text != "independence" || len(a.Amendments[0].Statements) != 1 {
		t.Errorf("amendments %+v, want the one aim with its statement", a.Amendments)
	}
	in.Judgements = append(in.Judgements, annals.NewJudgement(annals.Judgement{Left: no.ID, Verdict: annals.Withdrawn, By: "Maryam"}))
	checkAims(t, account.Derive(in), both)
}

// checkAims wants these aims and no others, each with a sentence that has its words.
func checkAims(t *testing.T, a *account.Account, want []string) {
	t.Helper()
	var got []string
	for i := range a.Actors {
		for _, aim := range a.Actors[i].Profile.Aims {
			line := a.Actors[i].Name + ": " + aim.Value
			if len(aim.Speakers) > 0 {
				line += ", says " + strings.Join(aim.Speakers, ", ")
			}
			got = append(got, line)
			for _, k := range aim.Statements {
				if s := a.Statement(k); !strings.Contains(s.Evidence[0].Text, aim.Value) {
					t.Errorf("%q is cited by %q", aim.Value, s.Evidence[0].Text)
				}
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

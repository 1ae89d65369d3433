package times

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

func TestForEvent(t *testing.T) {
	syntax, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []struct{ source, trigger, edtf, derived string }{
		{"Last Thursday, a suicide bomber killed 13 service members in the attack at the airport.", "killed", "2021-08-26", SameClause},
		{"Last Thursday, a suicide bomber killed 13 service members in the attack at the airport.", "attack", "2021-08-26", SameClause},
		{"The group was founded in January 2015.", "founded", "2015-01", SameClause},
		{"The group surrendered in late 2019 and early 2020.", "surrendered", "2019-10/2020-02", SameClause},
		{"Rebels attacked the town on Sunday. They killed two guards.", "killed", "2021-08-29", Carried},
		{"Rebels attacked the town on Sunday.\n\nThey killed two guards.", "killed", "2021-08-29", OnlyDay},
		{"Rebels attacked the town on Sunday.\n\nThe war began in 2015.\n\nThey killed two guards.", "killed", "2021-08-29", OnlyDay},
		{"The army said on Sunday that it was ready.\n\nRebels killed two guards.", "killed", "", ""},
		{"Rebels attacked the town on Sunday.\n\nThe talks began on Friday.\n\nThey killed two guards.", "killed", "", ""},
		{"Police said on Sunday that the rebels killed two guards.", "said", "2021-08-29", SameClause},
		{"Police said on Sunday that the rebels killed two guards.", "killed", "", ""},
		{"Rebels attacked the town.", "attacked", "", ""},
		{"• 3 August, Herat: Two guards were killed.", "killed", "2021-08-03", SameClause},
		{"Herat – Tue 3 Aug: Police arrested two men after farmers protested.", "protested", "2021-08-03", FromLabel},
		{"The town has been calm since 21 January 2015, when a bomb killed a judge.", "killed", "2015-01-21", SameSentence},
		{"The union has called for a strike on Sunday.", "strike", "2021-09-05", SameClause},
		{"Two men fired at a car on Sunday around 1 p.m. A guard was hurt. Soldiers shot a man.", "shot", "2021-08-29", Carried},
		{"Troops led a raid on Sunday.\n\nFour men were detained during the raid.", "detained", "2021-08-29", Carried},
		{"Troops led a raid on Sunday.\n\nFour men were detained during a raid.", "detained", "", ""},
		{"Troops led a raid on Sunday.\n\nFour men were detained during the raid of a village.", "detained", "", ""},
		{"KABUL, Afghanistan (Aug. 30, 2021)\nForces detained a man.", "detained", "", ""},
		{"KABUL, Afghanistan (Aug. 30, 2021) Forces detained a man yesterday.", "detained", "2021-08-29", SameClause},
		{"The talks will resume on Friday. Rebels attacked the town.", "attacked", "", ""},
		{"The army bombed the town every Friday.", "bombed", "", ""},
		{"Rebels attacked the town. It happened on Friday near the mill.\n\nThe talks began on Sunday.", "attacked", "2021-08-27", ToldNext},
		{"Rebels attacked the town. The attack took place on Friday.\n\nThe talks began on Sunday.", "attacked", "2021-08-27", ToldNext},
		{"Rebels attacked the town. The talks took place on Friday.\n\nThe talks ended on Sunday.", "attacked", "", ""},
		{"A man was arrested on Friday for the murder of a guard.", "arrested", "2021-08-27", SameClause},
		{"A man was arrested on Friday for the murder of a guard.", "murder", "", ""},
		{"A man was charged on Friday with the murder of a guard on 3 May.", "murder", "2021-05-03", SameClause},
		{"A man was sentenced on Friday. He had killed a guard.", "killed", "", ""},
		{"Two men were arrested on Friday while planting a bomb.", "planting", "2021-08-27", SameSentence},
		{"Soldiers arrested two men and killed a third on Friday.", "killed", "2021-08-27", SameClause},
		{"Two men are recovering after a shooting Saturday in the old town.", "shooting", "2021-08-28", SameClause},
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: e.source, Published: &annals.Published{EDTF: "2021-08-30"}}, Text: syntax.Read(e.source)}
		c.Annotate(d)
		at := strings.Index(e.source, e.trigger)
		got := ForEvent(d, annals.Span{Start: at, End: at + len(e.trigger)})
		if got.EDTF != e.edtf || got.Derived != e.derived {
			t.Errorf("%q, %s: got %q by %q, want %q by %q", e.source, e.trigger, got.EDTF, got.Derived, e.edtf, e.derived)
		}
		if (got.Time > 0) != (got.EDTF != "") {
			t.Errorf("%q, %s: a date without its time, or the other way round: %+v", e.source, e.trigger, got)
		}
	}
}

func TestForNews(t *testing.T) {
	syntax, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const day, lead = "2021-08-29/2021-08-30", "The town is small. It lies by a river. Its market is old. "
	for _, e := range []struct{ source, published, trigger, edtf string }{
		{"Gunmen have killed six people in Kabul.", "2021-08-30", "killed", day},
		{"Gunmen have killed six people in Kabul.", "", "killed", ""},
		{lead + "Gunmen killed six people.", "2021-08-30", "killed", day},
		{lead + "Gunmen had killed six people.", "2021-08-30", "killed", ""},
		{lead + "The army will attack the rebels.", "2021-08-30", "attack", ""},
		{lead + "Gunmen killed six people in 2015.", "2021-08-30", "killed", "2015"},
	} {
		d := &annotate.Document{Doc: &annals.Document{Text: e.source}, Text: syntax.Read(e.source)}
		if e.published != "" {
			d.Doc.Published = &annals.Published{EDTF: e.published}
		}
		c.Annotate(d)
		at := strings.Index(e.source, e.trigger)
		got := ForNews(d, annals.Span{Start: at, End: at + len(e.trigger)})
		if got.EDTF != e.edtf || (got.EDTF == day) != (got.Derived == NewsOfTheDay) {
			t.Errorf("%q, published %q: %s is dated %q by %q, want %q", e.source, e.published, e.trigger, got.EDTF, got.Derived, e.edtf)
		}
	}
}

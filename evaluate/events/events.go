// Package events measures what the reader says of events: whether they happened,
// and of what type they are.
//
// status: 400 event mentions labelled by hand before the code they measure
// (testdata/status.tsv). A mention counts as the event whose trigger overlaps it;
// one that no event overlaps is missed and wrong for its status. A second set of
// 576 (testdata/status_tuning.tsv) is for tuning alone.
//
// plover: texts with one type each, the PLOVER gold sentences and the NGEC stories
// (headline and story). A text's type is that of the surest event of the
// first sentence that tells of one.
package events

import "github.com/annals-project/annals/evaluate"

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "status", Run: runStatus}, {Name: "plover", Run: runPlover}}
}

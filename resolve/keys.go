package resolve

import "github.com/annals-project/annals"

// EntityKey is the key of an entity of a reading: where its first name stands,
// or its first mention where it has no name.
func (r *Resolution) EntityKey(k EntityKey) annals.Key {
	reading := r.Readings[k.Reading]
	e := &reading.Entities[k.Entity-1]
	key := annals.Key{Kind: annals.ActorKey, Document: reading.Document.ID}
	for i, ref := range e.Mentions {
		m := &reading.Mentions[ref-1]
		if i == 0 {
			key.At = m.Start
		}
		if m.Form == annals.Name {
			key.At = m.Start
			break
		}
	}
	return key
}

// EventKey is the key of an event mention of a reading: where its trigger stands.
func (r *Resolution) EventKey(k EventKey) annals.Key {
	reading := r.Readings[k.Reading]
	return annals.Key{Kind: annals.EventKey, Document: reading.Document.ID, At: reading.Events[k.Event-1].Trigger.Start}
}

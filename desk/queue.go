package desk

// waiting is something that waits for a person.
type waiting struct{ Title, Href, Reason string }

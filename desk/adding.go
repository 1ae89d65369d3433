package desk

// adding is the reports being added.
type adding struct{ desk *Desk }

func newAdding(d *Desk) *adding { return &adding{d} }

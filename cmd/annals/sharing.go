package main

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/privacy"
)

// sharing is the flags of every command whose output may leave the desk. What is
// printed on a terminal is the coder's own; a file or a pipe is for others.
type sharing struct {
	WithNames bool   `help:"Show the names of private persons in what is written to a file or a pipe; children and those near whose names a report speaks of sexual violence stay covered."`
	Coarsen   string `help:"Blur camps, hospitals, homes and whatever else is known to the point: admin2, admin1 or country is the finest area shown." enum:",admin2,admin1,country" default:"" placeholder:"AREA"`
}

// share gives the account as it may be printed; leaves says that it is for
// others even on a terminal.
func (s *sharing) share(env *environment, a *account.Account, leaves bool) (*account.Account, error) {
	if s.Coarsen != "" {
		var err error
		if a, err = privacy.Coarsen(a, annals.Precision(s.Coarsen)); err != nil {
			return nil, err
		}
	}
	switch {
	case env.desk && !leaves:
		return a, nil
	case s.WithNames:
		return privacy.MaskSensitive(a), nil
	}
	return privacy.Mask(a), nil
}

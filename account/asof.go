package account

import (
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// LeftOut is a report that an account as of a date does not use.
type LeftOut struct {
	Document *annals.Document
	Why      string
}

// AsOf is the input as it could be known at the end of a day: the reports that
// had surely come out by then. date is EDTF ("2021-08-27", "2021-08"; of a month
// or year its end). Reports that came out later, or of which that is not known,
// are left out and listed. A version that had not yet been replaced counts again.
func (in Input) AsOf(date string) (Input, error) {
	day, err := edtf.Parse(date)
	if err != nil {
		return in, fmt.Errorf("as of %q: %w; write a date such as 2021-08-27", date, err)
	}
	end, bounded := day.Latest()
	if !bounded {
		return in, fmt.Errorf("as of %q: the date has no end; write a date such as 2021-08-27", date)
	}
	out := in
	out.Readings, out.Versions, out.LeftOut, out.Day = nil, map[string]string{}, nil, date
	for _, r := range in.Readings {
		published := ""
		if r.Document.Published != nil {
			published = r.Document.Published.EDTF
		}
		v, err := edtf.Parse(published)
		if published == "" || err != nil {
			out.LeftOut = append(out.LeftOut, LeftOut{r.Document, "its date of publication is not known"})
			continue
		}
		first, hasFirst := v.Earliest()
		last, hasLast := v.Latest()
		switch {
		case hasLast && !last.After(end):
			out.Readings = append(out.Readings, r)
			if old, replaces := in.Versions[r.Document.ID]; replaces {
				out.Versions[r.Document.ID] = old
			}
		case hasFirst && first.After(end):
			out.LeftOut = append(out.LeftOut, LeftOut{r.Document, "published " + published + ", after " + date})
		default:
			out.LeftOut = append(out.LeftOut, LeftOut{r.Document, "published " + published + ", which may be after " + date})
		}
	}
	return out, nil
}

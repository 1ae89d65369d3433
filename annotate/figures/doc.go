// Package figures reads numbers and what they count: the dead and injured of an
// attack, the strength of a group, its attacks, sums of money.
//
// A number is taken for a count only where the words around it say so; ages,
// dates, distances, calibres, addresses, flight numbers and shares are left
// alone. What befell those counted is read from the verb or noun that governs
// them (data/triggers.tsv, data/heads.tsv), by the order of the words first and
// the tags where there are any, so that upper-case and broken text is read too.
package figures

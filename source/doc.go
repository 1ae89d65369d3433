// Package source is where documents come from: files, folders, standard input and
// addresses in; annals.Document out, the article lifted out of its page.
//
// Walk is the door. It reads one document at a time, never gives up a batch for
// one bad file or line, and says of everything it could not read what was
// wrong, where, and what to do.
//
// What comes in is peeled in steps, each in a package of its own: decode
// (bytes to text), repair (mojibake, lost marks), page (HTML), mail (messages),
// plain (text scraped from pages), dating (when it came out), language. Package traced
// carries the place of every byte through all of them.
//
// Conventions. Document.Text has one paragraph a line and a blank line between
// paragraphs; a dateline is a paragraph of its own. The headline of plain text
// stands in Text as well as in Title; that of a page in Title alone, unless the page repeats it.
// Explainer boxes an outlet sets into its article are article text; promotions in
// them are not. An envelope (gzip, zstd, a JSON line) is transport: Raw and ID are of
// what it holds.
package source

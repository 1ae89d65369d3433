// Package gazetteer looks up the names of places. It holds the countries, their
// first and second level areas, the settlements of 15,000 people or more, the
// regions that are no administration (the Sahel, the Sinai Peninsula), and the
// adjectives of countries. Its tables are embedded, and decoded once, at first
// use.
//
// A name is found by the hash of its words, so that scanning a text allocates
// nothing: letters lose their case and diacritics, apostrophes and full stops
// are dropped, hyphens part words.
//
// Sources: GeoNames (CC BY 4.0); tables of our own for regions, representative
// points, abbreviations and country adjectives, from general geography; in a
// file of its own, under its share-alike licence, places of 28 countries from
// the Countries States Cities Database (ODbL 1.0).
package gazetteer

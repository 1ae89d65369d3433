package corpus

import "unicode"

// Training is what the shipped model learns from: everything but what is held
// out (GUM's kept tenth, WNUT17 dev).
func Training(data string) ([]Document, error) {
	var all []Document
	for _, read := range []func() ([]Document, error){
		func() ([]Document, error) { return WikiGold(data) },
		func() ([]Document, error) { return GUM(data, "train") },
		func() ([]Document, error) { return WNUT(data, "train") },
		func() ([]Document, error) { return BroadTwitter(data) },
	} {
		docs, err := read()
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	return all, nil
}

// Corrupted adds copies all in capitals of one document in three, and copies
// all in small letters of another third.
func Corrupted(docs []Document) []Document {
	out := docs
	for i := range docs {
		switch docs[i].Part(3) {
		case 0:
			out = append(out, docs[i].Recase(unicode.ToUpper, "-upper"))
		case 1:
			out = append(out, docs[i].Recase(unicode.ToLower, "-lower"))
		}
	}
	return out
}

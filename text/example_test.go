package text_test

import (
	"fmt"
	"log"

	"github.com/annals-project/annals/text"
)

func ExampleReader() {
	reader, err := text.NewReader()
	if err != nil {
		log.Fatal(err)
	}
	t := reader.Read("Two soldiers were killed by rebels.")
	for i, k := range t.Tokens {
		fmt.Println(t.Form(i), k.Lemma, k.UPOS, k.Dep)
	}
	// Output:
	// Two two NUM nummod
	// soldiers soldier NOUN nsubj:pass
	// were be AUX aux:pass
	// killed kill VERB root
	// by by ADP case
	// rebels rebel NOUN obl:agent
	// . . PUNCT punct
}

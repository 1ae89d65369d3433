package claims

import "testing"

// TestPrinted is about what is somebody's word over sentences: texts printed whole,
// and turns of a transcript.
func TestPrinted(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"a text under its labels", "HARBOR CITY, 4 MAY 88 (RADIO NORTH) -- [COMMUNIQUE] [RIVER FRONT COMMAND] [TEXT] TWO BRIDGES FELL. FOUR MEN DIED.\n\nTHE ROAD IS OURS.",
			[]string{"said (RIVER FRONT COMMAND | COMMUNIQUE | TWO BRIDGES FELL. FOUR MEN DIED … THE ROAD IS OURS)"}},
		{"an issuer behind by", "[STATEMENT BY THE RIVER FRONT] [TEXT] TWO BRIDGES FELL.",
			[]string{"said (THE RIVER FRONT | STATEMENT | TWO BRIDGES FELL)"}},
		{"a text without an issuer", "[COMMUNIQUE] [TEXT] TWO BRIDGES FELL.", nil},
		{"the outlet's own text", "[REPORT] [ANA SOSA] [TEXT] TWO BRIDGES FELL. ANA SOSA WAS THERE.", nil},
		{"a text presented", "[TEXT] HERE IS A HARBOR MINISTRY COMMUNIQUE:\n\n1. TWO BRIDGES FELL.\n\n2. FOUR MEN DIED.",
			[]string{"said (A HARBOR MINISTRY COMMUNIQUE | COMMUNIQUE | 1. TWO BRIDGES FELL … 2. FOUR MEN DIED)"}},
		{"a text issued", "The river command issued the following statement:\n\n1. Two bridges fell.\n\n2. Four men died.\n\nThe town was quiet.",
			[]string{"said (The river command | issued | 1. Two bridges fell … 2. Four men died)"}},
		{"a text by a body", "STATEMENT ISSUED BY THE RIVER FRONT: Two bridges fell.",
			[]string{"said (THE RIVER FRONT | STATEMENT | Two bridges fell)"}},
		{"no text", "The court sentenced the following men: Ali Noor and Omar Sen.", nil},
		{"turns", "[TEXT] THE MAYOR, OMAR SEN, SPOKE TODAY.\n\n[SEN] FOUR MEN DIED. TWO FLED.\n\n[REPORTER] WHERE WAS THAT?\n\n[SEN, INTERRUPTING] AT THE MILL. [END RECORDING] TEN HOUSES BURNED.",
			[]string{"said (SEN | ] | FOUR MEN DIED. TWO FLED)", "said (SEN | ] | AT THE MILL)"}},
		{"a quoted turn", "[TEXT] OMAR SEN SPOKE TODAY.\n\n[SEN] \"FOUR MEN DIED. TWO FLED.\" TEN HOUSES BURNED.",
			[]string{"said (SEN | ] | \"FOUR MEN DIED. TWO FLED.\")"}},
		{"an interviewer", "[INTERVIEW WITH OMAR SEN BY ANA LUZ] [TEXT] [LUZ] FOUR MEN DIED. [SEN] I KNOW.",
			[]string{"said (LUZ | ] | FOUR MEN DIED)", "said (SEN | ] | I KNOW)"}},
		{"the outlet's reporter", "[TEXT] OUR REPORTER ANA LUZ IS THERE.\n\n[LUZ] FOUR MEN DIED.", nil},
		{"the author of the outlet's own text", "[REPORT] [TEXT] [ANA LUZ] FOUR MEN DIED. THIS WAS ANA LUZ.", nil},
		{"words put in", "The mayor met Omar Sen. [Sen] fell in the river. [He] swam.", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.source, c.want...) })
	}
}

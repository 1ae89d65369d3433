package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"annals": main})
}

// TestScripts runs the command line as a user types it; see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			dir, err := os.Getwd()
			env.Setenv("EXAMPLES", dir+"/../../examples/kabul-2021")
			env.Setenv("NO_COLOR", "1")
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": exitStatus, "saved": saveAsSpreadsheet, "bomb": makeBomb, "large": makeLarge, "nested": makeNested, "endless": serveEndless,
		},
	})
}

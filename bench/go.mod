// The benchmark is a module of its own so that annals does not depend on what
// it is compared with.
module github.com/annals-project/annals/bench

go 1.26.0

require (
	github.com/annals-project/annals v0.0.0
	github.com/jdkato/prose/v2 v2.0.0
)

replace github.com/annals-project/annals => ..

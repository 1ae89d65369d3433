# Aliases only: each target is one command that can be typed by hand.

.PHONY: test race lint models gazetteer evaluate fuzz bench

test:
	CGO_ENABLED=0 go test ./...

race:
	CGO_ENABLED=1 go test -race ./...

lint:
	golangci-lint run ./...

models:
	CGO_ENABLED=0 go run ./cmd/annals train --data ../shared --out .

gazetteer:
	CGO_ENABLED=0 go run ./cmd/annals gazetteer build --data ../shared

evaluate:
	CGO_ENABLED=0 go run ./cmd/annals evaluate all --data ../shared --write EVALUATION.md --floors evaluate/floors.tsv

fuzz:
	./.ci/fuzz 2m

bench:
	CGO_ENABLED=0 go test -run '^$$' -bench . ./...

# Aliases only: each target is one command that can be typed by hand.

.PHONY: test race lint models gazetteer evaluate fuzz bench

test:
	CGO_ENABLED=0 go test -timeout 20m ./...

race:
	./.ci/race

lint:
	golangci-lint run ./...

# Each stage stands on the weights of the one before, which its build embeds.
models:
	CGO_ENABLED=0 go run ./cmd/annals train syntax --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train names --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train places --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train events --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train figures --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train relations --data ../shared
	CGO_ENABLED=0 go run ./cmd/annals train rarity --data ../shared

gazetteer:
	CGO_ENABLED=0 go run ./cmd/annals gazetteer build --data ../shared --out .

evaluate:
	CGO_ENABLED=0 go run ./cmd/annals evaluate all --data ../shared --write EVALUATION.md --floors evaluate/floors.tsv

fuzz:
	./.ci/fuzz 2m

bench:
	CGO_ENABLED=0 go test -run '^$$' -bench . ./...

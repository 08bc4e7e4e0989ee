# Porte-voix. `make help` lists the targets; each sets up what it needs.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
DATA ?= ../shared/data
CORPUS ?= ../shared/corpus
# What is compiled once serves both workers and every process that a test starts.
export PYTHONDONTWRITEBYTECODE :=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run test setup soak bench evals notebooks encoder security golden promote lint clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.ready-to-run ## set up on first use, then serve the demo organisation (PORT=8000)
	$(BIN)/porte-voix serve --demo --port $(PORT)

setup: $(VENV)/.ready-to-test ## the complete environment, with the extra models

test: $(VENV)/.ready-to-test lint ## lint, types, import contracts and all tests
	$(BIN)/pytest -n 2 --dist loadgroup -m "not soak"

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: $(VENV)/.ready-to-test ## every long figure in full
	$(BIN)/pytest -m soak -s --timeout 3600

bench: $(VENV)/.ready-to-test ## speed, beside peers in the same run
	DATA=$(DATA) $(BIN)/python -m benchmarks

evals: $(VENV)/.ready-to-test ## quality, against the floors (DATA=../shared/data)
	DATA=$(DATA) $(BIN)/python -m benchmarks.quality

notebooks: $(VENV)/.ready-to-test ## execute the notebooks
	$(BIN)/pytest tests/notebooks

encoder: $(VENV)/.ready-to-test ## train the bundled encoder (CORPUS=../shared/corpus)
	OMP_NUM_THREADS=$${OMP_NUM_THREADS:-2} $(BIN)/python -m training.encoder $(CORPUS)

security: $(VENV)/.ready-to-test ## bandit, a search for secrets, known holes of the pinned closure
	$(BIN)/python -m tests.scans
	$(BIN)/python -m tests.scans audit || \
		{ echo "pip-audit found something above, or had no network to ask"; exit 1; }

promote: $(VENV)/.ready-to-test ## hold a prompt version against the gate (PROMPT=draft_post VERSION=2), release it with RELEASE=1, BY=FILE of one player
	$(BIN)/python -m tests.personalizer.played.gate $(PROMPT) $(VERSION) $(if $(RELEASE),--promote) $(if $(BY),--by $(BY))

golden: $(VENV)/.ready-to-test ## write the golden files anew, for review
	$(BIN)/python -m tests.golden

clean: ## remove the environment and the demo's data
	rm -rf $(VENV) var

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say which with make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-to-run: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "setting up (about a minute)…"
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready-to-run
	@echo "setting up what the tests need (a few minutes)…"
	$(PIP) --no-build-isolation --editable '.[models,postgres,dev]'
	@touch $@

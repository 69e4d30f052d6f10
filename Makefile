# Everything that a person types. Only Python 3.11 or newer and make are needed; the rest is made here, once.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help setup run test browser browser-test lint bench licences fuzz coverage docs lock clean
.DEFAULT_GOAL := help

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## the environment in .venv, with locked packages

# The build backend is in the lock: nothing outside it is fetched. Nothing is installed again until the lock changes.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the locked packages into $(VENV) (once)"
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

run: $(STAMP) ## read corpus/, check it and write outputs/report.html
	@$(BIN)/crossfoot run corpus/ -o outputs/

test: $(STAMP) ## all tests
	@$(BIN)/python -m pytest

# Playwright drives the system's Chromium and downloads none of its own.
browser: $(STAMP) ## what the browser tests need, as far as it can be installed here
	@$(BIN)/python -c 'import playwright, axe_core_python' 2>/dev/null || \
		$(PIP) install --quiet 'playwright>=1.49,<2' 'axe-core-python==0.1.0' || \
		echo "playwright and axe-core-python cannot be installed here"
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
		{ test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -qq --yes chromium; } >/dev/null 2>&1 || \
		echo "no Chromium: install it with 'sudo apt-get install chromium'"

browser-test: browser ## the report and the review in a real Chromium
	@$(BIN)/python -m pytest tests/browser -rs

lint: $(STAMP) ## style, types and the rules of what may import what
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

licences: $(STAMP) ## the licence of every locked package, against those that .ci/licences.toml allows
	@$(BIN)/python .ci/licences.py

fuzz: $(STAMP) ## hostile inputs to everything that reads; RUNS=100000 for a long run, SEED=1 for other inputs
	@$(BIN)/python -m fuzz --runs $(or $(RUNS),1000) --seed $(or $(SEED),0)

# Left out: how time grows is not to be measured under a measuring process, nor what it does without room to write.
COVERED := --data-file=$(CURDIR)/build/coverage/data
coverage: $(STAMP) ## the lines and branches that no test goes through, child processes counted; takes half an hour
	@$(BIN)/python -c 'import coverage' 2>/dev/null || $(PIP) install --quiet 'coverage>=7.10,<8'
	@mkdir -p build/coverage && rm -f build/coverage/*
	@$(BIN)/coverage run $(COVERED) -m pytest -k 'not linearly and not fills_up'
	@$(BIN)/coverage combine --quiet $(COVERED) build/coverage
	@$(BIN)/coverage report $(COVERED)

bench: $(STAMP) ## speed and memory beside spaCy and quantulum3, into docs/performance.md
	@$(BIN)/python -m benchmarks.throughput

docs: $(STAMP) ## the pages of docs/ that are made from the code
	@$(BIN)/python docs/write.py

lock: $(STAMP) ## the lock anew, from pyproject.toml: names, versions and hashes, no addresses
	@$(PIP) install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --extra dev --extra team --generate-hashes --strip-extras --allow-unsafe --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml

clean: ## away with everything that can be made again; decisions stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find outputs -mindepth 1 ! -name .gitkeep ! -name 'decisions.sqlite*' -delete

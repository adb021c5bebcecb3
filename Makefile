# Everything from nothing: `make demo` to see it, `make test` to check it.
PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint types check-imports unit browser coverage bench chaos train lock clean help

help:
	@echo "make demo    the bot, a local Bot API server and a chat page; prints one address"
	@echo "make test    the whole test suite, linters and type checker, as CI does"
	@echo "make coverage  the suite once more, with the branches that no test takes"
	@echo "make bench   targets and figures, measured side by side"
	@echo "make train   the models of what people type, trained anew from their phrases"
	@echo "make chaos   kills and faults; the full number with LONG=1"
	@echo "make lock    newest versions, a week old, into the lock files"

$(READY): requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Inloop needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $(READY)

demo: $(READY)
	$(BIN)/inloop demo --port $(PORT)

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m tests.house.plain

types: $(READY)
	$(BIN)/mypy

check-imports: $(READY)
	$(BIN)/lint-imports

browser: $(READY)
	@$(BIN)/python -m tests.browser

test: lint types check-imports browser
	$(BIN)/pytest -n auto --dist loadscope --durations=15

coverage: $(READY) browser
	$(BIN)/pytest -n auto --dist loadscope --cov --cov-report=term:skip-covered

bench: $(READY)
	$(BIN)/python -m tests.bench

train: $(READY)
	$(BIN)/python -m tests.training

chaos: $(READY)
	$(BIN)/python -m tests.chaos $(if $(LONG),--long)

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis .coverage* demo-data

# Two commands suffice on a fresh machine that has make and Python 3.11 or later: `make demo` and `make test`.
# Every path below is relative, so that a clone may live under any name, spaces included.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check lint types imports docs test-whoosh test-whoosh-suite test-corpus test-browser test-api screenshots load bench fuzz format name-data lock clean

# Take the first Python that runs: a pyenv shim exists, and fails, for a version that is not selected; Debian may
# leave ensurepip out.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& echo $$python && break; done)
SHARED ?= ../shared
FUZZ_SECONDS ?= 600
# Tests that read names load a model of some 400 MB each.
TOGETHER := -n auto --maxprocesses 4 --dist worksteal
# What finds faults of accessibility in pages; fetched for the tests alone.
AXE := 4.14.1
FORKS := whoosh-reloaded whoosh3
BIN := .venv/bin

# Accents must be printed under the C locale too; what the caller's shell sets must not reach the environment made here.
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
unexport PYTHONPATH PYTHONHOME ARCHIVE_SEARCH_INDEX

# A virtual environment knows its folder by absolute path: build it anew once the tree was copied or moved.
$(shell for stamp in .venv*/locked; do \
	[ ! -e "$$stamp" ] || [ "$$(cat "$$stamp")" = "$$(pwd -P)" ] || rm -f "$$stamp"; done)

define create_venv
@[ -n "$(PYTHON)" ] || { echo "no Python 3.11 or later with venv runs here: install one or give PYTHON=..." >&2; exit 1; }
@echo "creating $(@D) with $(PYTHON)"
@"$(PYTHON)" -m venv --clear $(@D)
@$(@D)/bin/python -m pip install --quiet --no-deps --require-hashes --only-binary :all: --requirement requirements.lock
endef

define install_package
@$(@D)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
@touch $@
endef

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-17s  %s\n", $$1, $$2 }' Makefile

demo: .venv/installed ## Index seeds/ into index/ and answer one query
	$(BIN)/archive-search index seeds
	$(BIN)/archive-search query "Lattaquié base aérienne"

test: .venv/installed ## Run the fast test suite
	$(BIN)/python -m pytest -m "not corpus and not browser" $(TOGETHER)

check: lint types imports docs test ## Run everything that must hold before a commit

lint: .venv/installed ## Check style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/installed ## Check types
	$(BIN)/mypy

imports: .venv/installed ## Check which package imports which
	$(BIN)/lint-imports

docs: .venv/installed ## Check that generated pages are up to date
	@pages=$$(grep -rlF '[[[cog' README.md docs --include='*.md' 2>/dev/null); \
	[ -z "$$pages" ] || { printf '%s\n' "$$pages" | $(BIN)/cog -P --check --diff @-; }

test-whoosh: $(FORKS:%=test-%) ## Run the fast test suite over the other distributions of Whoosh

.PHONY: $(FORKS:%=test-%)
$(FORKS:%=test-%): test-%: .venv-%/installed
	.venv-$*/bin/python -m pytest -m "not corpus and not browser" $(TOGETHER)

test-whoosh-suite: .venv/installed ## Run Whoosh's own tests over our codec; SUITE_FLAGS=--write writes docs/whoosh-suite.md
	rm -rf build/whoosh-suite
	$(BIN)/python -m pip download --quiet --no-deps --no-binary Whoosh --require-hashes --dest build/whoosh-suite \
		--requirement tests/whoosh_suite/source.txt
	$(BIN)/python tests/whoosh_suite/run_suite.py build/whoosh-suite $(SUITE_FLAGS)

test-corpus: .venv/installed ## Run the tests that need the measuring corpus beside the project
	$(BIN)/python -m pytest -m corpus --capture=no

test-browser: .venv/installed build/browser/node_modules/axe-core/axe.min.js ## Read the pages in a real Chromium
	$(BIN)/python -m pytest -m browser tests/browser

# It depends on this file for the version above.
build/browser/node_modules/axe-core/axe.min.js: Makefile
	npm install --prefix build/browser --no-save --no-audit --no-fund --ignore-scripts axe-core@$(AXE)
	@touch $@

test-api: .venv/installed ## Ask the JSON interface for 5,000 things that its OpenAPI document allows or not (schemathesis)
	PYTHONPATH=tests $(BIN)/python tools/try_api.py --work build/api

screenshots: .venv/installed ## Write a picture of each page to build/screenshots; INDEX=... takes another archive
	PYTHONPATH=tests $(BIN)/python tools/screenshots.py --to build/screenshots $(if $(INDEX),--index "$(INDEX)")

bench: .venv/installed ## Measure this program and its peers on that corpus; BENCH_FLAGS=--quick tries it out
	$(BIN)/python -m benchmarks --shared "$(SHARED)" --work build/bench $(BENCH_FLAGS)

load: .venv/installed ## Measure result pages on an archive, one by one and under load: INDEX=... names it
	@$(PYTHON) -m venv build/load/venv && build/load/venv/bin/python -m pip install --quiet --requirement tools/load/requirements.txt
	$(BIN)/python tools/load --index "$(INDEX)" --work build/load --locust build/load/venv/bin/locust

fuzz: .venv/installed ## Look for queries that fail, for FUZZ_SECONDS (600) seconds
	@$(BIN)/python -m pip install --quiet --requirement tools/fuzz-requirements.txt
	rm -rf build/fuzz/archive
	$(BIN)/archive-search index --index build/fuzz/archive seeds
	$(BIN)/python tools/fuzz_queries.py --index build/fuzz/archive --work build/fuzz --seconds $(FUZZ_SECONDS)

format: .venv/installed ## Format the code and mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

name-data: .venv/installed ## Write the lists of places that names are judged by
	$(BIN)/python -m pip install --quiet --requirement tools/requirements.txt
	$(BIN)/python tools/name_data.py

lock: ## Write the lock files anew; LOCK_FLAGS=--upgrade takes the newest versions
	"$(PYTHON)" -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv
	$(call compile,requirements.lock,--all-extras --group dev pyproject.toml)
	for fork in $(FORKS); do $(call compile,.ci/$$fork.lock,.ci/$$fork.in) || exit; done

compile = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(LOCK_FLAGS) --output-file $(1) $(2)

clean: ## Remove the virtual environments, caches and built files; never an archive
	rm -rf .venv .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/locked: requirements.lock
	$(create_venv)
	@pwd -P > $@

.venv/installed: .venv/locked pyproject.toml
	$(install_package)

# The forks share the import name of Whoosh: the lock brings Whoosh 2.7.4, which makes way before a fork comes in.
$(FORKS:%=.venv-%/locked): .venv-%/locked: requirements.lock .ci/%.lock
	$(create_venv)
	@$(@D)/bin/python -m pip uninstall --quiet --yes Whoosh
	@$(@D)/bin/python -m pip install --quiet --no-deps --require-hashes --only-binary :all: --requirement .ci/$*.lock
	@pwd -P > $@

$(FORKS:%=.venv-%/installed): .venv-%/installed: .venv-%/locked pyproject.toml
	$(install_package)

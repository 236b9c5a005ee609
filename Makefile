# The commands of this project. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The one that Playwright brings: newer than Debian's, which the checks of styles are too new for.
NODE = $(firstword $(wildcard $(VENV)/lib/python*/site-packages/playwright/driver/node))

PYTHON_IS_NEW = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }

# Material for MkDocs otherwise prints an announcement of its own at every build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build release due changes review-pack review-import recheck items import strings translations new new-page new-quiz new-term new-reference move check search-report test announcement programs lint types unit browser format schemas promises pages social screenshot bench lighthouse lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site.stamp $(if $(OUTPUTS),$(VENV)/outputs.stamp) ## Show the site at http://127.0.0.1:8000 and reload it as you write (OUTPUTS=1: with downloads)
	@$(BIN)/python hooks/primer_mkdocs/address.py "$(ADDRESS)"
	@echo "The site will be at http://$(ADDRESS)/ - press Ctrl+C to stop."
	@$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

build: $(VENV)/outputs.stamp ## Build the site into site/, with every warning an error
	@$(BIN)/mkdocs build --strict --clean

release: $(VENV)/outputs.stamp ## Build the site for the address in SITE_URL, ready to upload
	@PYTHONPATH=hooks $(BIN)/python -m tools.release

due: $(VENV)/site.stamp ## List what is past its review date, or will be within 30 days
	@PYTHONPATH=hooks $(BIN)/python tools/due.py

changes: $(VENV)/site.stamp ## List the pages that say something else than changes.yml has recorded
	@PYTHONPATH=hooks $(BIN)/python tools/changes.py $(ARGS)

review-pack: $(VENV)/outputs.stamp ## Write a document of each page for a clinician and for a lawyer (PAGES="complain power": of these)
	@PYTHONPATH=hooks $(BIN)/python -m tools.review pack $(PAGES)

review-import: $(VENV)/outputs.stamp ## Read back what a reviewer decided (FILE=complain.docx)
	@PYTHONPATH=hooks $(BIN)/python -m tools.review import "$${FILE-}"

recheck: $(VENV)/recheck.stamp ## Visit every source on the web to see if it still says what we print (ARGS=--help says more)
	@$(BIN)/python -m tools.recheck $(ARGS)

items: $(VENV)/site.stamp ## List what gives an answer away in a quiz, or teaches nothing
	@PYTHONPATH=hooks $(BIN)/python tools/items.py

import: $(VENV)/outputs.stamp ## Make a quiz of a file in GIFT, Moodle XML, Aiken or CSV (make import FILE=quiz.xml QUIZ=tides)
	@PYTHONPATH=hooks $(BIN)/python -m tools.importing "$${FILE-}" "$${QUIZ-}"

check: $(VENV)/dev.stamp ## Say what is wrong with pages and data, in a minute and without a browser
	@PYTHONPATH=hooks $(BIN)/python -m tools.check

test: announcement programs lint types ## Run every check; installs what it needs
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

announcement:
	@echo "Every check takes some 20 minutes on two cores, and longer the first time: what is missing is installed first."

programs: $(VENV)/dev.stamp
	@$(BIN)/python tools/system.py

lint: $(VENV)/dev.stamp node_modules/installed.stamp ## Check the style and format of the code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(NODE) node_modules/eslint/bin/eslint.js
	@$(NODE) node_modules/stylelint/bin/stylelint.mjs "**/*.css"
	@$(NODE) node_modules/prettier/bin/prettier.cjs --log-level warn --check .

types: $(VENV)/dev.stamp node_modules/installed.stamp ## Check the types
	@$(BIN)/mypy
	@$(NODE) node_modules/typescript/bin/tsc

unit: $(VENV)/dev.stamp node_modules/installed.stamp ## Run the tests that need neither a browser nor Java
	@$(BIN)/pytest --ignore tests/browser --ignore tests/engines --ignore tests/pages --ignore tests/ship

browser: programs node_modules/installed.stamp ## Run the tests in browsers
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal tests/browser tests/engines

format: $(VENV)/dev.stamp node_modules/installed.stamp ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
	@$(NODE) node_modules/eslint/bin/eslint.js --fix
	@$(NODE) node_modules/stylelint/bin/stylelint.mjs --fix "**/*.css"
	@$(NODE) node_modules/prettier/bin/prettier.cjs --log-level warn --write .

schemas: $(VENV)/site.stamp ## Write the schemas by which editors check data files
	@PYTHONPATH=hooks $(BIN)/python -m primer_mkdocs.schemas docs

translations: $(VENV)/site.stamp ## List what other languages do not have yet, and what is older than its original
	@PYTHONPATH=hooks $(BIN)/python -m tools.translations

strings: $(VENV)/site.stamp ## Write all strings in English into docs/_data/strings/LANGUAGE.yml, to be translated
	@PYTHONPATH=hooks $(BIN)/python tools/strings.py $(LANGUAGE)

new: ## Write a starter of a site on your own subject into the folder SITE (make new SITE=../my-site)
	@$(PYTHON_IS_NEW)
	@$(PYTHON) tools/new.py "$${SITE-}"

move: $(VENV)/site.stamp ## Move a page and mend what leads to it (make move FROM=trust/power.md TO=options/power.md)
	@PYTHONPATH=hooks $(BIN)/python -m tools.move "$${FROM-}" "$${TO-}"

new-page: $(VENV)/site.stamp ## Begin a page (make new-page PAGE=trust/humour.md TITLE="Is it all right to laugh?")
	@PYTHONPATH=hooks $(BIN)/python -m tools.adding page "$${PAGE-}" "$${TITLE-}"

new-quiz: $(VENV)/site.stamp ## Begin a quiz (QUIZ=humour-and-play)
	@PYTHONPATH=hooks $(BIN)/python -m tools.adding quiz "$${QUIZ-}" "$${TITLE-}"

new-term: $(VENV)/site.stamp ## Begin a term of the glossary (TERM=humour)
	@PYTHONPATH=hooks $(BIN)/python -m tools.adding term "$${TERM-}" "$${TITLE-}"

new-reference: $(VENV)/site.stamp ## Begin a reference (REFERENCE=family-name-2020)
	@PYTHONPATH=hooks $(BIN)/python -m tools.adding reference "$${REFERENCE-}" "$${TITLE-}"

promises: $(VENV)/dev.stamp ## Record what is new among the addresses, anchors, error codes and fields that we promise
	@PYTHONPATH=hooks $(BIN)/python tools/promises.py

pages: $(VENV)/dev.stamp ## Write the HTML of each kind of page again, so that what has changed can be looked at
	@WRITE_PAGES=1 $(BIN)/pytest --quiet tests/promises/test_pages.py

search-report: $(VENV)/dev.stamp ## Say how often the search finds what people look for, in the site that `make build` built
	@PYTHONPATH=hooks $(BIN)/python -m tools.search_report

social: $(VENV)/dev.stamp ## Make the picture that is shown beside links to the site
	@$(BIN)/python tools/social.py

screenshot: $(VENV)/dev.stamp ## Make the picture of the site that the README shows
	@$(BIN)/python -m tools.screenshot

bench: $(VENV)/site.stamp ## Measure what our hooks cost, as ratios to plain Material
	@$(BIN)/python tools/bench.py

lighthouse: $(VENV)/dev.stamp .cache/lighthouse/installed.stamp ## Measure a few pages with Lighthouse, as on a phone (ARGS="/glossary/": this one)
	@$(BIN)/python tools/system.py nginx browser
	@PYTHONPATH=hooks $(BIN)/python -m tools.lighthouse $(ARGS)

lock: $(VENV)/python.stamp ## Pin again everything that pyproject.toml asks for
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/python -m pip --disable-pip-version-check --quiet install pip-tools==7.6.2
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --constraint requirements.lock --extra recheck --output-file requirements-recheck.lock pyproject.toml
	@$(COMPILE) --constraint requirements.lock --extra outputs --output-file requirements-outputs.lock pyproject.toml
	@$(COMPILE) --constraint requirements.lock --constraint requirements-recheck.lock --constraint requirements-outputs.lock \
		--extra recheck --extra outputs --extra dev \
		--output-file requirements-dev.lock pyproject.toml
	@echo "Wrote requirements.lock, requirements-recheck.lock, requirements-outputs.lock and requirements-dev.lock."

COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean: ## Remove everything that was built or installed
	@rm -rf site build $(VENV) node_modules .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find hooks tests tools -name __pycache__ -prune -exec rm -rf {} +

# One environment: `serve` and `build` need the site's packages, the checks add theirs on top.

$(VENV)/python.stamp:
	@$(PYTHON_IS_NEW)
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module cannot make an environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/site.stamp: requirements.lock $(VENV)/python.stamp
	@echo "Installing the site's packages into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/recheck.stamp: requirements-recheck.lock $(VENV)/python.stamp
	@echo "Installing the packages that read the web into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements-recheck.lock
	@touch $@ $(VENV)/site.stamp

$(VENV)/outputs.stamp: requirements-outputs.lock $(VENV)/python.stamp
	@echo "Installing the packages that write documents into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements-outputs.lock
	@touch $@ $(VENV)/site.stamp

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/python.stamp
	@echo "Installing the packages of the checks into $(VENV): some 750 MB on disk, a minute or more ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@ $(VENV)/recheck.stamp $(VENV)/outputs.stamp $(VENV)/site.stamp

node_modules/installed.stamp: package.json package-lock.json $(VENV)/dev.stamp
	@$(BIN)/python tools/system.py npm
	@echo "Installing packages from npm into node_modules, some 100 MB on disk ..."
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

.cache/lighthouse/installed.stamp: tools/lighthouse/package.json tools/lighthouse/package-lock.json | $(VENV)/dev.stamp
	@$(BIN)/python tools/system.py npm
	@mkdir -p $(@D)
	@cp tools/lighthouse/package.json tools/lighthouse/package-lock.json $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

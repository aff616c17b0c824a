# Every command sets up what it needs first, so each works on a bare clone with Python 3.11+, git and make.

# What the environment depends on, as two short names for stamp files; nothing where Python is too old or lacks venv.
PROBE := import ensurepip, hashlib, pathlib, sys, venv; \
  short = lambda content: hashlib.sha256(content).hexdigest()[:12]; \
  supported = sys.version_info >= (3, 11) or sys.exit(1); \
  sys.stdout.write("python-" + short((sys.version + sys.base_prefix).encode()) + " "); \
  sys.stdout.write("packages-" + short(pathlib.Path("requirements.lock").read_bytes()))

ifndef PYTHON
PYTHON := $(shell for python in python3 python3.13 python3.12 python3.11; do \
  $$python -c '$(PROBE)' >/dev/null 2>&1 && echo $$python && break; done)
endif
STAMPS := $(addprefix .venv/,$(shell $(PYTHON) -c '$(PROBE)' 2>/dev/null))
RUN := .venv/bin/python

# Some systems name the machine in a variable NAME; only the one typed after make counts.
ifeq ($(origin NAME),environment)
NAME :=
endif

.DEFAULT_GOAL := help
.PHONY: help set-up site serve check test bench new-page readme-pictures format lock torch browser

help:  ## this list
	@awk -F ':.*## +' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile

site: set-up  ## build the site into site/
	@$(RUN) scripts/build.py site

serve: set-up  ## live preview: a changed page or shelf shows in seconds
	@$(RUN) scripts/build.py serve

check: set-up  ## check every formula, or one: make check NAME=topic.name
	@$(RUN) scripts/build.py check $(NAME)

# The tests follow the links of a site that does not know its address.
test: export SITE_URL :=
test: set-up  ## everything: formatting, the site, all tests in a real browser too
	@$(RUN) -m ruff format --check --quiet . && $(RUN) -m ruff check --quiet . \
	  || { echo "make test failed: the code is not formatted as agreed (above). To mend most of it: make format"; exit 1; }
	@$(RUN) scripts/browser.py
	@$(RUN) scripts/build.py site
	@$(RUN) -m pytest -n auto -rs

bench: set-up  ## measure size and speed, as a table
	@$(RUN) scripts/build.py bench

new-page: set-up  ## start a page: make new-page NAME=topics/x TITLE="…"
	@$(RUN) scripts/build.py new-page "$$NAME" "$$TITLE"

readme-pictures: set-up  ## take the pictures shown in README.md again
	@$(RUN) scripts/browser.py
	@$(RUN) scripts/build.py readme-pictures

format: set-up  ## format the code and mend what ruff can mend
	@$(RUN) -m ruff check --fix --quiet . ; $(RUN) -m ruff format .

lock: set-up  ## pin the newest packages that pyproject.toml allows
	@$(RUN) -m pip install --quiet uv
	@$(RUN) -m uv pip compile pyproject.toml --group test --output-file requirements.lock --upgrade --quiet \
	  --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-annotate
	@echo "Pinned in requirements.lock: $$(grep -c '==' requirements.lock) packages. The next command installs them."

torch: set-up  ## install PyTorch, for the tests of the tabs that show it
	@$(RUN) scripts/environment.py torch

set-up: $(if $(STAMPS),$(lastword $(STAMPS)),no-python)

.PHONY: no-python
no-python:
	@echo "This project needs Python 3.11 or newer with its venv module (Debian, Ubuntu: apt-get install python3-venv)." \
	  "Where that is not python3, name it: make site PYTHON=python3.12"
	@exit 1

$(word 1,$(STAMPS)):
	@echo "Set-up: a Python environment in .venv"
	@$(PYTHON) -m venv --clear .venv
	@touch $@

$(word 2,$(STAMPS)): $(word 1,$(STAMPS))
	@echo "Set-up: the packages pinned in requirements.lock (about two minutes, once)"
	@$(RUN) scripts/environment.py
	@rm -f .venv/packages-*
	@touch $@

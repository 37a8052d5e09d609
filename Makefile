# The commands of the checkout. Each sets .venv up first when it is not there or older than its lock file.
# Another Python: make run PYTHON=python3.12. Arguments for the command behind: make test ARGS="-k undo".

PYTHON = python3
ARGS =
# Set up with what the program needs, or with what its developers need on top.
READY = @$(PYTHON) scripts/venv.py
# For `make lock`, the resolver, and how it writes; scripts/venv.py fetches packages with the same one.
UV = uv==0.13.8
LOCK = .venv-lock/bin/uv --quiet pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" $(ARGS)

.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help python run install test check bench format train cities lock clean

help:
	@echo "make run      chat with jobbot in this terminal"
	@echo "make install  only set .venv up, with .venv/bin/jobbot in it"
	@echo "make test     the tests"
	@echo "make check    format, lint, import contracts, types"
	@echo "make bench    measure"
	@echo "make format   put the code into form"
	@echo "make train    train the models of intents and of mails anew from the examples"
	@echo "make cities   make the files of place names anew"
	@echo "make lock     resolve the lock files anew (newer versions: make lock ARGS=--upgrade)"
	@echo "make clean    remove .venv and all that the tools left behind"

python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "jobbot needs Python 3.11 or newer, and there is no $(PYTHON): install it, or name one: make run PYTHON=/path/to/python3" >&2; exit 1; }

run: python
	$(READY) run && exec .venv/bin/jobbot $(ARGS)

install: python
	$(READY) run

test: python
	$(READY) dev && exec .venv/bin/python -m pytest --numprocesses=logical --maxprocesses=4 --dist=loadfile $(ARGS)

check: python
	$(READY) dev
	@.venv/bin/ruff format --check --quiet --output-format=concise . || { echo "Some files are not in form: run make format." >&2; exit 1; }
	@.venv/bin/ruff check --quiet --output-format=concise .
	@.venv/bin/lint-imports
	@.venv/bin/mypy

bench: python
	$(READY) dev && exec .venv/bin/python -m bench $(ARGS)

format: python
	$(READY) dev
	@.venv/bin/ruff check --quiet --fix-only .
	@.venv/bin/ruff format .

train: python
	$(READY) dev && exec .venv/bin/python -m agent.offline.train $(ARGS)
	$(READY) dev && exec .venv/bin/python -m tools.mail.train $(ARGS)

cities: python
	$(READY) dev && exec .venv/bin/python -m scripts.cities

lock: python
	@$(PYTHON) -m venv --clear .venv-lock && .venv-lock/bin/python -m pip --quiet --disable-pip-version-check install $(UV)
	@$(LOCK) --group dev --output-file requirements-dev.lock
	@$(LOCK) --constraints requirements-dev.lock --output-file requirements.lock
	@echo "$(UV)" | .venv-lock/bin/uv --quiet pip compile - --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --output-file requirements-setup.lock
	@rm -rf .venv-lock

clean:
	@rm -rf .venv .venv-lock build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

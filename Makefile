# make run    virtual environment, pinned dependencies, the package, the samples matched
# make test   the same, what the tests need, and the tests

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
SAMPLES := $(filter-out %/README.md,$(wildcard corpus/samples/*.pdf corpus/samples/*.docx corpus/samples/*.json))
SAMPLES += $(filter-out corpus/samples/posting-%,$(wildcard corpus/samples/*.txt corpus/samples/*.html))

.PHONY: run test lint clean

run: $(VENV)/.installed
	$(BIN)/matcher match --format table --top 3 $(sort $(SAMPLES))
	@echo
	@echo "Open the page with:  $(BIN)/matcher app"

test: $(VENV)/.installed-test
	$(BIN)/ruff check matcher tests app.py
	$(BIN)/ruff format --check matcher tests app.py
	$(BIN)/mypy
	$(BIN)/pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check matcher tests app.py
	$(BIN)/ruff format --check matcher tests app.py
	$(BIN)/mypy

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

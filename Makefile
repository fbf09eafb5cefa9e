# Two commands: `make lab` opens the worked example in JupyterLab, `make test` runs every check.
# Both make their own environment in .venv and may be run again and again.

# The first Python that is new enough; set PYTHON=… to choose another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8888
DIST ?= dist
BIN := .venv/bin
AXE := .venv/axe/package/axe.min.js
NOTEBOOK := notebooks/00-start-here.ipynb

# JupyterLab asks nobody for news, updates or extensions; root (containers) is let in.
LAB_OPTIONS := --port=$(PORT) --LabApp.default_url=/lab/tree/$(NOTEBOOK) --LabApp.news_url= --LabApp.extension_manager=readonly \
	--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate \
	$(if $(filter 0,$(shell id -u)),--allow-root) $(if $(filter none,$(BROWSER)),--no-browser)

# ... and does not ask whether it may.
LAB_SETTINGS := .venv/share/jupyter/lab/settings
QUIET := {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}

.PHONY: lab test check axe notebooks pictures binder-check compiled compiled-check benchmarks clean

lab: .venv/lab.done
	@echo "JupyterLab on $(NOTEBOOK): the address with its token follows; Ctrl-C stops it."
	$(BIN)/jupyter lab $(LAB_OPTIONS)

test: .venv/test.done
	-@test -f $(AXE) || $(MAKE) --no-print-directory axe
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	CHROMIUM="$$($(BIN)/python scripts/find_browser.py)" && export CHROMIUM && \
	$(BIN)/pytest -q && \
	$(BIN)/pytest -q --nbval --nbval-sanitize-with tests/nbval.cfg -o addopts= notebooks

# The quick half of `make test`: no browser, no notebooks.
check: .venv/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q --ignore=tests/browser

# axe-core (MPL-2.0) looks for what shuts people out; without it those tests are skipped.
axe: $(AXE)
$(AXE): | .venv/bin/python
	mkdir -p .venv/axe && cd .venv/axe && npm pack --silent axe-core@4.14.1 && tar xzf axe-core-*.tgz

notebooks: .venv/test.done
	$(BIN)/python scripts/write_notebooks.py

pictures: .venv/test.done
	CHROMIUM="$$($(BIN)/python scripts/find_browser.py)" $(BIN)/python scripts/take_pictures.py

binder-check:
	$(PYTHON) scripts/check_binder.py

# A wheel for this Python in which what reads a text is compiled. It is built from a copy: beside the
# sources, what is compiled would be imported in their place, whatever is changed in them later.
compiled: | .venv/bin/python
	rm -rf build/compiled && mkdir -p build/compiled
	cp -r newskit pyproject.toml README.md LICENSE build/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
		--no-deps --wheel-dir $(DIST) ./build/compiled
	@ls $(DIST)/newskit-*.whl

compiled-check: .venv/test.done
	$(BIN)/python scripts/check_compiled.py

benchmarks: .venv/test.done
	for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "newskit needs Python 3.11 or newer on the PATH (or PYTHON=…)."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/lab.done: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab]'
	@mkdir -p $(LAB_SETTINGS)
	@echo '$(QUIET)' > $(LAB_SETTINGS)/overrides.json
	@touch $@

.venv/test.done: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

# make run     open the kiosk with a sample shop
# make test    everything that decides whether a change is good
# make test-newest   the same with the newest versions that setup.cfg allows, in place of the locked ones
# make bench   the table of speed and size, beside its references; with ONLY="scan tap", these parts of it
# make bench-compare OLD=FILE   what has changed since the run that is kept in FILE
# make endurance   power cuts, noise, clocks that jump and more, for hours; with RIG=noise that one alone, with
#                  AMOUNT=1000000 so much of it, with SEED=7 the same again
# make pictures  take the pictures of every screen and storyboard anew
# make release   wheel, source archive, and for arm64 and amd64 an archive that installs with no network; with
#                KEY=FILE, signed by that key of ssh-keygen
# make release-test    that every part has a wheel for each of these machines
# make lock      take up the newest versions of all that is installed, and lock their hashes
# make appliance-test  install the release in a virtual machine and try it from outside; with SUITE=bookworm on
#                      Debian 12, with ARCH=arm64 on a processor as a Pi's, with CLONE=1 from a clone by the network
# make migration MESSAGE="what changes"   draft the step to what the models say by now
# make messages  bring the translations up to date with the messages in the program

PYTHON ?= python3
VENV ?= .venv
SUITE ?= trixie
ARCH ?= amd64
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PIP = $(VENV)/bin/pip --disable-pip-version-check install -q
# Debian's packages are those that the installer takes; more of them for some of the targets.
PACKAGES :=
MISSING = . systemd/installer/packages.sh && \
	missing_of "$$(sed '/^\#/d' systemd/packages systemd/packages-x11) $(PACKAGES)"

.PHONY: run test test-newest bench bench-hub bench-compare pictures release release-test lock appliance-test messages migration packages clean endurance

run: packages $(VENV)/.installed
	$(VENV)/bin/kiosk demo

# Another implementation of age reads what the kiosk encrypts; of a slow or forgetful disk, and of other times, a
# library in C tells; the glass rests on a real X server; counters share what they know by a real PostgreSQL.
test: PACKAGES += age faketime gcc libc6-dev libxtst6 postgresql xvfb
test: packages $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest -n logical --dist worksteal

test-newest: packages
	rm -rf .venv-newest
	$(PYTHON) -m venv .venv-newest
	.venv-newest/bin/pip install -q --disable-pip-version-check -e '.[dev]'
	touch .venv-newest/.installed-dev
	$(MAKE) test VENV=.venv-newest

bench: PACKAGES += chromium libxtst6 postgresql xvfb
bench: packages $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.benchmarks $(ONLY)

bench-hub:
	$(MAKE) bench ONLY=hub

bench-compare: $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.benchmarks.compare $(OLD) $(NEW)

endurance: PACKAGES += e2fsprogs faketime fuse3 gcc libc6-dev mount postgresql qemu-system-common
endurance: packages $(VENV)/.installed-dev
	nice $(VENV)/bin/python tests/endurance $(RIG) $(if $(AMOUNT),--amount $(AMOUNT)) $(if $(SEED),--seed $(SEED)) \
		$(if $(FIRST),--first $(FIRST))

pictures: packages $(VENV)/.installed-dev
	KIOSK_ACCEPT_PICTURES=1 $(VENV)/bin/pytest tests/ui/test_pictures.py tests/ui/test_editor_pictures.py \
		tests/ui/storyboards

release: $(VENV)/.installed-dev
	$(VENV)/bin/python -m release $(if $(KEY),--sign-with $(KEY))

release-test: $(VENV)/.installed-dev
	KIOSK_NETWORK=1 $(VENV)/bin/pytest tests/release

lock: $(VENV)/.installed-dev
	$(VENV)/bin/python -m release --lock

appliance-test: PACKAGES += debootstrap dosfstools e2fsprogs \
	$(if $(filter arm64,$(ARCH)),qemu-system-arm qemu-user-static binfmt-support,qemu-system-x86)
appliance-test: packages $(VENV)/.installed-dev
	mkdir -p build/appliance/archives
	$(VENV)/bin/python -m release --arch $(ARCH) --suite $(SUITE) --into build/appliance/archives
	$(SUDO) $(VENV)/bin/python tests/appliance build/appliance/archives --suite $(SUITE) --arch $(ARCH) $(if $(CLONE),--clone)

messages: $(VENV)/.installed-dev
	mkdir -p build
	$(VENV)/bin/pybabel -q extract --project=greeting-kiosk --keyword=to_translate --no-location --sort-output --width=100 \
		-o build/kiosk.pot kiosk
	$(VENV)/bin/pybabel -q update -D kiosk -i build/kiosk.pot -d kiosk/locale --width=100 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(VENV)/bin/pybabel -q compile -D kiosk -d kiosk/locale

migration: $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.storage.draft_migration "$(MESSAGE)"

packages:
	@if [ -n "$$($(MISSING))" ]; then \
		$(SUDO) apt-get update -qq && missing=$$($(MISSING)) && \
		echo "Installing from Debian: $$missing" && \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends $$missing >/dev/null; \
	fi

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

# What is published as source alone is built with the tools that are locked, too.
$(VENV)/.installed $(VENV)/.installed-dev: requirements/build.txt setup.cfg pyproject.toml | $(VENV)/bin/pip
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes --no-build-isolation --use-pep517 -r $(filter requirements/kiosk.txt requirements/dev.txt,$^)
	$(PIP) --no-build-isolation --no-deps -e .
	touch $@ $(VENV)/.installed

$(VENV)/.installed: requirements/kiosk.txt
$(VENV)/.installed-dev: requirements/dev.txt


clean:
	rm -rf $(VENV) build dist demo-pictures *.egg-info .*_cache .hypothesis

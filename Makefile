# Two commands to begin with: `make demo` shows the daemon at work, `make test` runs every test.

PREFIX ?= /usr
DESTDIR ?=
SYSCONFDIR ?= /etc
UNITDIR ?= /usr/lib/systemd/system
SYSUSERSDIR ?= /usr/lib/sysusers.d
TMPFILESDIR ?= /usr/lib/tmpfiles.d
MANDIR ?= $(PREFIX)/share/man
# Where the shells of Debian look for completions of programs that packages bring.
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/vendor-completions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d

# Debug and release builds live apart, so that neither throws the other's objects away.
DEBUG = .build
RELEASE = .build-release
# The Swift runtime is linked in: the binary then runs where no toolchain is. Addresses are bound at the start, so that
# the table of them is read-only afterwards.
RELEASE_FLAGS = -c release --static-swift-stdlib -Xlinker -z -Xlinker now --scratch-path $(RELEASE)
SWIFT ?= swift
SOURCES = Package.swift Sources Tests Benchmarks

.PHONY: all build demo test after-build torture damage lint acceptance sanitize fuzz bench load train pronouns speaker-confidence install deb setup clean

all: build

setup:
	@.ci/packages

# What is installed, and nothing that only tests and benchmarks need.
build: setup
	$(SWIFT) build $(RELEASE_FLAGS) --product quoted
	$(SWIFT) build $(RELEASE_FLAGS) --product quoted-watch

demo: build
	@demo/run $(RELEASE)/release

test: setup lint
	Tests/Articles/check
	Tests/Marks/check
	$(SWIFT) build --build-tests --scratch-path $(DEBUG)
	@echo 'test: $(words $(STEPS)) steps, $(AT_ONCE) at once; what each prints comes when it ends'
	@rm -rf $(DEBUG)/steps
	@$(MAKE) --no-print-directory --keep-going --output-sync=target --jobs=$(AT_ONCE) after-build \
		|| Tests/step $(DEBUG)/steps failed
	@echo 'test: everything passed'

# What is built is tested in several ways at once, since most of them wait most of the time; those that take long begin.
# What failed comes whole when it ends, and once more in short at the end of all.
AT_ONCE ?= $(shell expr 2 + $$(nproc))
INTEGRATION = abuse commands examples crash live many_files bad_input stalled_log stream_client page links
STEPS = torture daemon rooms unit-live $(INTEGRATION) damage fuzz unit packaging scoring supply
.PHONY: $(STEPS:%=test-%)

after-build: $(STEPS:%=test-%)

STEP = @Tests/step $(DEBUG)/steps $(@:test-%=%)
# Without `swift test`, of which two at once get into each other's way.
SWIFT_TEST = $(STEP) $(DEBUG)/debug/quotedPackageTests.xctest --testing-library swift-testing
# Tests that wait for processes and files: beside those that only compute they would wait for a thread.
WAITING = ^(CommandsTests|DaemonTests|InboxTests|JournalTests|SetupTests)\.

test-rooms:
	$(SWIFT_TEST) --skip '$(WAITING)'

test-daemon:
	$(SWIFT_TEST) --filter '$(WAITING)'

test-torture:
	$(STEP) Tests/Torture/run $(DEBUG)/debug

$(INTEGRATION:%=test-%):
	$(STEP) Tests/Integration/run $(DEBUG)/debug $(@:test-%=%)

test-damage:
	$(STEP) Tests/Torture/damage.py $(DEBUG)/debug

test-fuzz:
	$(STEP) Tests/Fuzz/replay $(DEBUG)/debug/quoted-fuzz

test-scoring:
	$(STEP) Tests/Scoring/check $(DEBUG)/debug

test-supply:
	$(STEP) python3 -B Tests/Supply/check.py $(DEBUG)

test-unit:
	$(STEP) Tests/systemd/verify $(DEBUG)/debug

test-unit-live:
	$(STEP) Tests/systemd/live $(DEBUG)/debug

test-packaging:
	$(STEP) Tests/Packaging/verify $(DEBUG)/debug

# All that can happen to a daemon, for minutes, with 300 kills at least. SEED=… takes the same chances again, and ONLY=…
# names the acts: docs/faults.md.
torture: MINUTES ?= 10
torture: setup
	$(SWIFT) build --scratch-path $(DEBUG)
	MINUTES=$(MINUTES) Tests/Torture/run $(DEBUG)/debug

# Spoils the journal's end and the ledger, again and again, and sees that no article is without its line.
damage: MINUTES ?= 20
damage: setup
	$(SWIFT) build --scratch-path $(DEBUG)
	MINUTES=$(MINUTES) Tests/Torture/damage.py $(DEBUG)/debug

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

# Half an hour on four cores: every test under Thread and under Address Sanitizer.
sanitize: setup
	SWIFT=$(SWIFT) Tests/Sanitizers/run thread .build-thread
	SWIFT=$(SWIFT) Tests/Sanitizers/run address .build-address

# Feeds everything that reads with what libFuzzer makes up. The corpus grows in .build-fuzz/work; what Tests/Fuzz/keep takes
# from there is the project's. Debian's gold cannot link it; Swift's own lld does.
fuzz: MINUTES ?= 60
fuzz: setup
	$(SWIFT) build -c release --product quoted-fuzz --scratch-path .build-fuzz \
		-Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address -Xswiftc -DFUZZING \
		-Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld
	Tests/Fuzz/run .build-fuzz/release/quoted-fuzz .build-fuzz/work $(MINUTES)

# What needs a browser, Spark, a fresh Debian and programs from PyPI: minutes.
acceptance: deb
	@.ci/packages acceptance
	Tests/Acceptance/run $(RELEASE)/release
	Tests/Packaging/install $(PACKAGES)

bench: build
	$(SWIFT) build $(RELEASE_FLAGS) --product quoted-bench
	$(RELEASE)/release/quoted-bench
	python3 -B Benchmarks/daemon.py $(RELEASE)/release

# Some minutes: 100,000 articles by the rules and 2,000 by the model: a table of rate, waiting, memory and descriptors.
load: build
	python3 -B Benchmarks/load.py $(RELEASE)/release

# Trains a model on marked articles, chooses the decoder's options and writes the model's files: an hour on two cores. Interrupted,
# the same command goes on where it stopped. Training/README.md says more; without DEV it says what it needs. With TEACHER=yes a
# larger model is trained, too, in some hours, and the model goes on with what that makes of each word.
PYTHON ?= python3
MODEL ?= Models/en-news
WORK ?= .training
OUT = $(abspath $(WORK))
VENV = $(OUT)/venv/bin
TRAINING = cd Training && $(VENV)/python -m quoted_training
BINARY = --binary $(abspath $(RELEASE))/release/quoted
# FILE:0.3 is read in part in each epoch.
TRAIN_ON = $(BINARY) --train $(abspath Training/marks $(TRAIN)) --mentions $(abspath $(MENTIONS))
CHOOSE_ON = --dev $(abspath $(DEV))
TRAINED = $(OUT)/$(if $(TEACHER),taught,model)/checkpoint.pt

train: build
	@test -n "$(DEV)" || { echo "train: name the marked articles that choices are made on: make train DEV=dev.jsonl TRAIN=news.jsonl" >&2; exit 1; }
	test -x $(VENV)/pip || $(PYTHON) -m venv $(OUT)/venv
	$(VENV)/pip install --quiet -r Training/requirements.txt $(if $(TEACHER),-r Training/requirements-teacher.txt)
	$(TRAINING).train $(TRAIN_ON) $(CHOOSE_ON) --out $(OUT)/model --window 384 --epochs 7 --quantised-epochs 1.5 --masked 0.08 --seed 5
	$(if $(TEACHER),$(TRAINING).train $(TRAIN_ON) $(CHOOSE_ON) --out $(OUT)/teacher --encoder mpnet --window 320 --epochs 4 \
		--rate 1e-4 --seed 21)
	$(if $(TEACHER),$(TRAINING).soft $(OUT)/teacher/checkpoint.pt $(TRAIN_ON) --window 320 --out $(OUT)/opinions.pt)
	$(if $(TEACHER),$(TRAINING).train $(TRAIN_ON) $(CHOOSE_ON) --out $(OUT)/taught --start $(OUT)/model/checkpoint.pt \
		--opinions $(OUT)/opinions.pt --window 384 --epochs 6 --quantised-epochs 2.5 --masked 0.08 --rate 1.2e-4 --head-rate 6e-4 --seed 5)
	$(TRAINING).calibrate $(TRAINED) --dev $(abspath $(firstword $(DEV))) $(BINARY) --out $(OUT)/decoder.json
	$(TRAINING).export $(TRAINED) $(abspath $(MODEL)) --decoder $(OUT)/decoder.json

# Fits whom pronouns mean, by the model and by the rules, on articles whose speakers are marked: behind a new model, or new rules.
pronouns: build
	@test -n "$(DEV)" -a -n "$(TRAIN)" || { echo "pronouns: name articles with marked speakers, and others to tell how right it is: make pronouns TRAIN=news.jsonl DEV=dev.jsonl" >&2; exit 1; }
	test -x $(VENV)/pip || $(PYTHON) -m venv $(OUT)/venv
	$(VENV)/pip install --quiet -r Training/requirements.txt
	$(TRAINING).pronouns --train $(abspath $(firstword $(TRAIN))) --dev $(abspath $(firstword $(DEV))) $(BINARY) \
		--model $(abspath $(MODEL)) --out $(abspath Sources/Speakers/Coreference/AntecedentWeights.swift)

# Fits how sure a speaker is, by the model and by the rules, on articles whose speakers are marked: behind a new model, new rules,
# or new pronouns.
speaker-confidence: build
	@test -n "$(DEV)" || { echo "speaker-confidence: name articles with marked speakers: make speaker-confidence DEV=dev.jsonl TRAIN=news.jsonl" >&2; exit 1; }
	test -x $(VENV)/pip || $(PYTHON) -m venv $(OUT)/venv
	$(VENV)/pip install --quiet -r Training/requirements.txt
	$(TRAINING).speakers --dev $(abspath $(firstword $(DEV))) $(if $(TRAIN),--train $(abspath $(firstword $(TRAIN)))) $(BINARY) --model $(abspath $(MODEL)) \
		--out $(abspath Sources/Speakers/Confidence/SpeakerWeights.swift)

# Installs what was built before: `make build && sudo make install`. A package builder sets DESTDIR. Settings that are
# there already are left alone.
BINARIES ?= $(RELEASE)/release
# Without symbols, which are half of the file.
INSTALL_PROGRAM ?= install -s
# What the settings that are installed ask for.
MODEL = Models/en-news
SHARE = $(DESTDIR)$(PREFIX)/share/quoted
DOC = $(DESTDIR)$(PREFIX)/share/doc/quoted
COMPLETION = $(BINARIES)/quoted --generate-completion-script
# What is linked in brings its licence along.
CHECKOUTS = $(patsubst %/,%,$(dir $(BINARIES)))/checkouts

install:
	@test -x $(BINARIES)/quoted || { echo "install: $(BINARIES)/quoted is missing: run 'make build' first" >&2; exit 1; }
	@test -s $(MODEL)/model.safetensors || { echo "install: $(MODEL) has no model: get it with 'git checkout -- $(MODEL)'" >&2; exit 1; }
	@test -d $(CHECKOUTS) || { echo "install: $(CHECKOUTS) with the licences of what is linked in is missing: run 'make build' first" >&2; exit 1; }
	install -d $(SHARE) $(DOC)
	$(INSTALL_PROGRAM) -D -m 0755 $(BINARIES)/quoted $(DESTDIR)$(PREFIX)/bin/quoted
	$(INSTALL_PROGRAM) -D -m 0755 $(BINARIES)/quoted-watch $(DESTDIR)$(PREFIX)/libexec/quoted/quoted-watch
	rm -rf $(SHARE)/Rules $(SHARE)/Models
	cp -R --no-preserve=ownership,mode Rules Models $(SHARE)/ && chmod -R u=rwX,go=rX $(SHARE)
	install -D -m 0644 systemd/quoted.sysusers $(DESTDIR)$(SYSUSERSDIR)/quoted.conf
	install -D -m 0644 systemd/quoted.tmpfiles $(DESTDIR)$(TMPFILESDIR)/quoted.conf
	install -D -m 0644 systemd/quoted.logrotate $(DESTDIR)$(SYSCONFDIR)/logrotate.d/quoted
	install -d $(DESTDIR)$(UNITDIR) $(DESTDIR)$(SYSCONFDIR)/quoted/rules.d
	test -e $(DESTDIR)$(SYSCONFDIR)/quoted/quoted.yaml || \
		install -m 0644 systemd/quoted.yaml $(DESTDIR)$(SYSCONFDIR)/quoted/quoted.yaml
	packaging/manual $(BINARIES)/quoted $(DESTDIR)$(MANDIR)/man1
	install -d $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	$(COMPLETION) bash | sed '1{/^#!/d}' > $(DESTDIR)$(BASHDIR)/quoted
	$(COMPLETION) zsh > $(DESTDIR)$(ZSHDIR)/_quoted
	$(COMPLETION) fish > $(DESTDIR)$(FISHDIR)/quoted.fish
	chmod 0644 $(DESTDIR)$(BASHDIR)/quoted $(DESTDIR)$(ZSHDIR)/_quoted $(DESTDIR)$(FISHDIR)/quoted.fish
	sed 's|/usr/bin/|$(PREFIX)/bin/|; s|/etc/quoted/|$(SYSCONFDIR)/quoted/|' systemd/quoted.service > $(DESTDIR)$(UNITDIR)/quoted.service
	chmod 0644 $(DESTDIR)$(UNITDIR)/quoted.service
	install -m 0644 LICENSE README.md docs/*.md docs/*.json $(DOC)
	install -D -m 0644 Sources/quoted-watch/COPYING $(DOC)/quoted-watch/COPYING
	find $(CHECKOUTS) -mindepth 2 -maxdepth 2 -type f \( -iname 'licen[sc]e*' -o -iname 'notice*' \) -printf '%P\n' | \
		while read -r text; do install -D -m 0644 "$(CHECKOUTS)/$$text" "$(DOC)/third-party/$$text"; done
	install -m 0644 Package.resolved $(DOC)/third-party/

# The Debian package, of what the release build made. packaging/deb says more.
PACKAGES = .build-deb

deb: build
	@.ci/packages deb
	packaging/deb $(BINARIES) $(PACKAGES)

clean:
	rm -rf $(DEBUG) $(RELEASE) $(PACKAGES) .build-bench .build-thread .build-address .build-fuzz

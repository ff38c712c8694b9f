# The habits of the house: `make demo` shows what the program does, `make test` says whether it is right.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo install uninstall stage version deb dist image wheel python-test test review-test lint reference docs eval eval-floor specimens page-settings bench format clean build-tools install-tools test-tools schema-venv review-tools spark-venv spark-test archive-test \
        fuzz mutate sanitize count
MAKEFLAGS += --no-print-directory
# A recipe that names MAKE itself runs under `make -n`, too.
AGAIN := $(MAKE)

SAMPLE  := Samples/provincial-papi-plan.txt
RESULT  := out/provincial-papi-plan.json
SOURCES := Sources Tests Package.swift
VENV    := .build/schema-venv
SPARK   := .build/spark-venv
SHARED  := $(if $(VANBAN_SHARED),$(VANBAN_SHARED),../shared)
EVAL    := $(SHARED)/eval

help:
	@echo "make demo           build the program and convert $(SAMPLE)"
	@echo "make install        put the program, its man pages and completions under PREFIX=/usr/local"
	@echo "make uninstall      take them away again"
	@echo "make deb            make a Debian package in out/"
	@echo "make dist           make a tarball in out/ that runs without anything installed, and its checksum"
	@echo "make wheel          make a wheel of the Python package in out/, which carries the program"
	@echo "make python-test    install that wheel into an environment of its own, and test it"
	@echo "make image          make a container's image, where podman or docker is there"
	@echo "make test           lint and run every test"
	@echo "make eval           measure the release build on the documents and cases in $(EVAL)"
	@echo "make eval-floor     the same, and let the floor of Tests/eval-floor.json rise to what was reached"
	@echo "make specimens      read COUNT=60 plans made at random (SEED=1) in every layout, pages made by LibreOffice among them"
	@echo "make page-settings  read the samples as PDF files in many settings: typefaces, margins, places in rows, lines or none"
	@echo "make archive-test   run a batch of 5,000 documents, disturbed in every way (release, some minutes)"
	@echo "make review-test    use the review page in a browser, as a person does"
	@echo "make spark-test     run the example with Apache Spark alone"
	@echo "make fuzz           run each target of the fuzzer for SECONDS=60 (TARGETS=tabs,html for some)"
	@echo "make mutate         check COUNT=100000 mutated samples, FIRST=0 the first of them"
	@echo "make count          compare records with their sources by another program (FILES=… for others than the samples)"
	@echo "make sanitize       run every test under the address and thread sanitizers (an hour)"
	@echo "make bench          measure speed and memory (ARGUMENTS='--peers PYTHON' beside the libraries of others)"
	@echo "make docs           write the pages of the library's documentation (DocC) into out/docs"
	@echo "make reference      write down what the program says of its commands and codes, in Documentation/"
	@echo "make format         bring the sources into the house's format"
	@echo "make install-tools  install what is missing (Debian, apt); make build-tools what building wants alone"
	@echo "make clean          remove what was built"

# What came out, for the eye. Standard library only.
define SUMMARY
import json, sys
record = json.load(open(sys.argv[1], encoding="utf-8"))
parts, tasks = record["parts"], record["tasks"]
print("Parts        %d" % len(parts))
for part in parts:
    number = part.get("number") or (part.get("attachedTo") or {}).get("number") or "no number"
    print("             %-9s %s, %s" % (part["kind"], number, part.get("title") or "no title"))
print("Scores       %d" % len(record["indexScores"]))
print("Tasks        %d in %d groups" % (len(tasks), len({(t.get("group") or {}).get("label") for t in tasks})))
print("References   %d" % len(record["references"]))
levels = [d["severity"] for d in record["diagnostics"]]
print("Diagnostics  " + ", ".join("%d %s" % (levels.count(s), s) for s in ("error", "warning", "info")))
coverage = record["coverage"]
print("Coverage     %(characters)d characters: %(recorded)d recorded, %(furniture)d furniture, %(unaccounted)d unaccounted" % coverage)
if tasks:
    task = tasks[0]
    print("First task   %s. %s" % (task["number"], task["task"]))
    print("             lead: %s | due: %s" % (task["lead"], task["deadline"]))
endef
export SUMMARY

demo: build-tools
	@echo "Building (the first time takes some minutes) …"
	@swift build -c release --quiet
	@mkdir -p out
	@.build/release/vanban convert $(SAMPLE) -o $(RESULT)
	@echo "$(SAMPLE) -> $(RESULT)"
	@if command -v python3 >/dev/null; then python3 -c "$$SUMMARY" $(RESULT); \
	else echo "$$(wc -c < $(RESULT)) bytes of JSON (python3 is missing, so there is no summary)"; fi

# Installing. Man pages and completions are what the program says of itself.
PREFIX  ?= /usr/local
DESTDIR ?=
BUILT   := .build/release/vanban
ROOT     = $(DESTDIR)$(PREFIX)
VERSION  = $(shell sed -n 's/.*static var number: String { "\(.*\)" }.*/\1/p' Sources/vanban/VanbanCommand.swift)
ARCH     = $(shell dpkg --print-architecture 2>/dev/null || uname -m)

install: build-tools
	@echo "Building (the first time takes some minutes) …"
	@swift build -c release --quiet --product vanban
	@$(MAKE) stage
	@echo "Installed: $(ROOT)/bin/vanban"

stage:
	@install -d "$(ROOT)/bin" "$(ROOT)/share/man" "$(ROOT)/share/bash-completion/completions" \
	    "$(ROOT)/share/zsh/site-functions" "$(ROOT)/share/fish/vendor_completions.d"
	@install -m 755 $(BUILT) "$(ROOT)/bin/vanban"
	@$(BUILT) --generate-completion-script bash > "$(ROOT)/share/bash-completion/completions/vanban"
	@$(BUILT) --generate-completion-script zsh > "$(ROOT)/share/zsh/site-functions/_vanban"
	@$(BUILT) --generate-completion-script fish > "$(ROOT)/share/fish/vendor_completions.d/vanban.fish"
	@swift build -c release --quiet --product generate-manual
	@for language in en:. vi:vi; do \
	    python3 -B .packaging/man_pages.py $(BUILT) .build/release/generate-manual $${language%:*} \
	        "$(ROOT)/share/man/$${language#*:}/man1" || exit 1; \
	done

uninstall:
	@rm -f "$(ROOT)/bin/vanban" "$(ROOT)/share/bash-completion/completions/vanban" \
	    "$(ROOT)/share/zsh/site-functions/_vanban" "$(ROOT)/share/fish/vendor_completions.d/vanban.fish" \
	    "$(ROOT)"/share/man/man1/vanban*.1.gz "$(ROOT)"/share/man/vi/man1/vanban*.1.gz
	@rm -rf "$(ROOT)/lib/vanban"

version:
	@echo "$(VERSION)"

deb: build-tools
	@swift build -c release --quiet --product vanban
	@.packaging/deb.sh out "$(VERSION)" "$(ARCH)"

dist: build-tools
	@swift build -c release --quiet --product vanban
	@.packaging/dist.sh out "$(VERSION)" "$(ARCH)"

# The Python package: a wheel that carries the program, tried in an environment of its own.
PYTHON_VENV := .build/python-venv

wheel: build-tools
	@swift build -c release --quiet --product vanban
	@.packaging/wheel.sh out "$(VERSION)" python3

python-test: wheel
	@if ! { rm -rf $(PYTHON_VENV) && python3 -m venv $(PYTHON_VENV) && $(PYTHON_VENV)/bin/python -m pip install --quiet \
	        --disable-pip-version-check "$$(ls out/vanban-$(VERSION)-*.whl)[pandas,arrow]"; } > .build/python-venv.log 2>&1; then \
	    echo "Skipped: no environment for the Python package could be made (see .build/python-venv.log)."; exit 0; \
	fi; \
	$(PYTHON_VENV)/bin/python -B bindings/python/tests/test_vanban.py

image:
	@for tool in podman docker; do command -v $$tool >/dev/null && exec $$tool build -t vanban:$(VERSION) -f Containerfile .; done; \
	echo "Neither podman nor docker was found." >&2; exit 1

# What the tests call besides (programs, Python's packages, Spark) comes while they are built.
test: build-tools
	@mkdir -p .build; $(AGAIN) test-tools > .build/test-tools.log 2>&1 & tools=$$!; \
	$(AGAIN) lint && swift build --build-tests; status=$$?; \
	wait $$tools; cat .build/test-tools.log; \
	if [ $$status -eq 0 ]; then swift test --skip-build; else exit $$status; fi

test-tools: install-tools schema-venv review-tools spark-venv

lint:
	@echo "Lint …"
	@swift format lint --strict --recursive $(SOURCES)

# A JSON Schema validator for the tests, kept inside the build folder. The tests that want it say so when it is missing.
schema-venv:
	@if ! $(VENV)/bin/python -c 'import jsonschema, openpyxl, icalendar, vobject' 2>/dev/null; then \
	    echo "Preparing the JSON Schema validator …"; \
	    mkdir -p .build && rm -rf $(VENV); \
	    if ! { python3 -m venv $(VENV) && $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check jsonschema openpyxl icalendar vobject; } \
	            > .build/schema-venv.log 2>&1; then \
	        rm -rf $(VENV); \
	        echo "No validator (see .build/schema-venv.log): going on without the external schema check."; \
	    fi; \
	fi

# What the test of the review page wants: Chromium with its driver, and selenium and axe-core in the tests' own Python. Where
# one of them can't be had, the test says so and is skipped.
review-tools: schema-venv
	@missing=; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v chromedriver >/dev/null || missing="$$missing chromium-driver"; \
	if [ -n "$$missing" ]; then \
	    echo "Installing for the review page's test:$$missing"; mkdir -p .build; \
	    if [ "$$(id -u)" -eq 0 ]; then root=; else root="sudo -n"; fi; \
	    if ! { $$root apt-get update -qq && \
	            $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } \
	            > .build/review-apt.log 2>&1; then \
	        echo "apt could not install$$missing (see .build/review-apt.log): going on without."; \
	    fi; \
	fi
	@if [ -x $(VENV)/bin/python ] && ! $(VENV)/bin/python -c 'import selenium, axe_selenium_python' 2>/dev/null; then \
	    echo "Preparing selenium …"; \
	    if ! $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check selenium axe-selenium-python \
	            > .build/review-venv.log 2>&1; then \
	        echo "No selenium (see .build/review-venv.log): going on without the review page's test."; \
	    fi; \
	fi

review-test: install-tools review-tools
	@swift build --product vanban
	@if [ -x $(VENV)/bin/python ]; then python=$(VENV)/bin/python; else python=python3; fi; \
	$$python -B Tests/Scripts/review.py .build/debug/vanban Samples || [ $$? -eq 77 ]

# What the tests of the examples in Examples/ want: GNU parallel, Java and pyspark (some 500 MB, once). Where one of them can't
# be had, its test says so and is skipped.
spark-venv:
	@missing=; \
	command -v parallel >/dev/null || missing="$$missing parallel"; \
	if ! command -v java >/dev/null && [ ! -x "$$JAVA_HOME/bin/java" ]; then missing="$$missing default-jre-headless"; fi; \
	if [ -n "$$missing" ]; then \
	    echo "Installing for the examples:$$missing"; mkdir -p .build; \
	    if [ "$$(id -u)" -eq 0 ]; then root=; else root="sudo -n"; fi; \
	    if ! { $$root apt-get update -qq && \
	            $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } \
	            > .build/spark-apt.log 2>&1; then \
	        echo "apt could not install$$missing (see .build/spark-apt.log): going on without."; \
	    fi; \
	fi
	@if { command -v java || [ -x "$$JAVA_HOME/bin/java" ]; } >/dev/null \
	        && ! $(SPARK)/bin/python -c 'import pyspark' 2>/dev/null; then \
	    echo "Preparing Apache Spark …"; \
	    mkdir -p .build && rm -rf $(SPARK); \
	    if ! { python3 -m venv $(SPARK) \
	            && timeout 1200 $(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check 'pyspark>=4,<5'; } \
	            > .build/spark-venv.log 2>&1; then \
	        rm -rf $(SPARK); \
	        echo "No Spark (see .build/spark-venv.log): going on without its test."; \
	    fi; \
	fi

spark-test: install-tools spark-venv
	@swift build --product vanban
	@if [ -x $(SPARK)/bin/python ]; then python=$(SPARK)/bin/python; else python=python3; fi; \
	$$python -B Examples/spark/test_convert_archive.py .build/debug/vanban || [ $$? -eq 77 ]

archive-test: install-tools
	@swift build -c release --product vanban
	@python3 -B Tests/Scripts/archive.py .build/release/vanban

# The board: what is exact, wrong in silence, told, and false alarms, on documents with gold and on small cases.
eval eval-floor: install-tools
	@if [ ! -f $(EVAL)/score.py ]; then echo "Skipped: there is no $(EVAL)/score.py."; exit 0; fi; \
	swift build -c release --product vanban --quiet && \
	python3 -B Tests/Scripts/board.py .build/release/vanban $(EVAL) --floor Tests/eval-floor.json \
	    $(if $(filter eval-floor,$@),--raise)

SEED := 1

specimens: install-tools
	@if [ ! -f $(EVAL)/score.py ]; then echo "Skipped: there is no $(EVAL)/score.py."; exit 0; fi; \
	swift build -c release --product vanban --quiet && \
	VANBAN_SHARED=$(SHARED) python3 -B Benchmarks/specimens.py .build/release/vanban \
	    --count $(if $(filter file,$(origin COUNT)),60,$(COUNT)) --seed $(SEED)

page-settings: install-tools
	@swift build -c release --product vanban --quiet && python3 -B Benchmarks/page_settings.py .build/release/vanban --details

# Fuzzing keeps everything of its own outside of the build folder: other compiler settings, a corpus that grows.
FUZZ    := .build-fuzz
SECONDS := 60
COUNT   := 100000
FIRST   := 0
FILES   := Samples/*.txt Samples/*.html Samples/*.docx Samples/layouts/*.txt

# Of two options for sanitizers the compiler takes the last: without the third one the fuzzer would see nothing of the code.
fuzz: install-tools
	@mkdir -p $(FUZZ)/bin
	@VANBAN_FUZZ=1 swift build --scratch-path $(FUZZ)/build -c release --sanitize=fuzzer --sanitize=address \
	    -Xswiftc -sanitize=fuzzer,address --product vanban-fuzz
	@VANBAN_FUZZ=1 swift build -c release --product vanban-mutate
	@cp $(FUZZ)/build/release/vanban-fuzz .build/release/vanban-mutate $(FUZZ)/bin
	@python3 -B Tests/Scripts/fuzz.py $(FUZZ) --seconds $(SECONDS) --targets "$(TARGETS)"

mutate: install-tools
	@mkdir -p $(FUZZ)
	@VANBAN_FUZZ=1 swift build -c release --product vanban-mutate
	@python3 -B Tests/Scripts/mutate.py .build/release/vanban-mutate $(FUZZ)/mutate.log --first $(FIRST) --count $(COUNT)

count: install-tools
	@swift build -c release --product vanban
	@python3 -B Tests/Scripts/independent_count.py .build/release/vanban $(FILES)

# Undefined behaviour has no sanitizer for Swift on Linux; what it would find traps in every build by itself.
sanitize: install-tools schema-venv
	@for kind in address thread; do \
	    echo "Under the $$kind sanitizer …"; \
	    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
	        swift test --scratch-path $(FUZZ)/$$kind --sanitize=$$kind || exit 1; \
	done

bench:
	@Benchmarks/run.sh $(ARGUMENTS)

# The library's symbols come from the modules as they are built: no other build, no plugin.
docs:
	@swift build --quiet --target VanBan
	@Documentation/docc.sh .build/debug out/docs

reference:
	@swift build --quiet --product vanban
	@python3 -B Documentation/reference.py .build/debug/vanban

format:
	@swift format --in-place --recursive $(SOURCES)

clean:
	@rm -rf .build out

# Swift is not in Debian, so it is looked for and, if missing, one is told where to get it.
define APT
	if [ -n "$$missing" ]; then \
	    echo "Installing:$$missing"; \
	    if [ "$$(id -u)" -eq 0 ]; then root=; else root=sudo; fi; \
	    if ! { command -v apt-get && { [ -z "$$root" ] || command -v sudo; }; } >/dev/null; then \
	        echo "Cannot install these by apt; please install them by hand:$$missing" >&2; \
	    elif ! { $$root apt-get update -qq && \
	            $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } \
	            >/dev/null; then \
	        echo "apt could not install$$missing; going on without." >&2; \
	    fi; \
	fi
endef

# What building wants: git, make, python3 and libraries come from apt; sudo is used only by those who are not root.
build-tools:
	@missing=; \
	for tool in git make python3 pkg-config; do command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	pkg-config --exists libxml-2.0 2>/dev/null || missing="$$missing libxml2-dev"; \
	pkg-config --exists libzip 2>/dev/null || missing="$$missing libzip-dev"; \
	pkg-config --exists nettle 2>/dev/null || missing="$$missing nettle-dev"; \
	pkg-config --exists xlsxwriter 2>/dev/null || missing="$$missing libxlsxwriter-dev"; \
	pkg-config --exists sqlite3 2>/dev/null || missing="$$missing libsqlite3-dev"; \
	$(APT)
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	if [ -z "$$version" ] || [ "$$(printf '%s\n' 6.1 "$$version" | sort -V | head -n 1)" != 6.1 ]; then \
	    echo "Swift 6.1 or newer is needed, found: $${version:-none}." >&2; \
	    echo "Get it from https://www.swift.org/install/linux/ (for Debian 12) and put its usr/bin on the PATH." >&2; \
	    exit 1; \
	fi

# And what the program calls, and Python's environments.
install-tools: build-tools
	@missing=; \
	for pair in pdftotext:poppler-utils soffice:libreoffice-writer-nogui tesseract:tesseract-ocr; do \
	    command -v $${pair%%:*} >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	tesseract --list-langs 2>/dev/null | grep -qx vie || missing="$$missing tesseract-ocr-vie"; \
	if ! { command -v python3 && python3 -c 'import ensurepip, venv'; } >/dev/null 2>&1; then missing="$$missing python3-venv"; fi; \
	$(APT)

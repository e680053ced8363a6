# oca, the organizational capacity assessment engine.
#
#   make demo      install what is missing, build, make a plan from a bundled assessment
#   make check     the same for the tests, and run them all
#   make           build build/oca
#   make check-san the tests with address and undefined-behaviour sanitizers
#   make coverage  which lines and branches the tests run, by folder and file
#   make check-mutations seeded faults in scoring and planning, each of which some test must notice
#   make check-faults every system call and allocation failing in turn: an hour; POINTS=500 of each case: minutes
#   make check-kills a thousand kills at random moments, and hundreds of writers at once
#   make check-pages  every kind of page in headless Chromium, with axe
#   make fuzz     each reader, SECONDS=60 of processor time, with clang's libFuzzer
#   make fuzz-keep what it discovered, made small, into tests/fuzz/corpus
#   make fuzz-coverage the readers' lines that fuzzing begins with, by target
#   make bench    how fast it is, as ratios; tests/bench/README.md
#   make check-static clang-tidy and gcc's analyzer over every file
#   make lint      formatting, static analysis, and who may include whom
#   make words     the program's own words extracted anew, for the translators; templates/README.md
#   make workbooks the blank scoring workbook of every rubric and language, in build/workbooks
#   make install   PREFIX=/usr/local, DESTDIR= for packagers

PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config
PYTHON ?= /usr/bin/python3

VERSION := $(shell cat VERSION)
BUILD := build
HARDEN := -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
HARDEN_LINK := -pie -Wl,-z,relro,-z,now
ifdef SAN
BUILD := build/san
HARDEN := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all
HARDEN_LINK :=
endif
ifdef FUZZ
BUILD := build/fuzz
CC := clang
# Rows of tables leave what is zero away, which clang warns of and gcc does not.
CFLAGS += -Wno-missing-field-initializers
HARDEN := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
HARDEN_LINK :=
endif

ifdef COVER
BUILD := build/cover
# Not optimized, so that a line is a line; two threads count in the same place, and children hand their counts in.
CFLAGS := -g
HARDEN := -O0 --coverage -fprofile-update=atomic
KEEP := $(BUILD)/tests/coverage/keep.o
HARDEN_LINK := -Wl,--wrap=_exit $(KEEP)
endif

# `make V=1` shows whole commands.
ifndef V
HUSH := @
SAY := @echo
else
SAY := @:
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wformat=2 -Wcast-qual -Wvla -Werror

# Late on purpose: these are asked for only after `tools` has installed them.
LIBRARIES := libxml-2.0 xlsxwriter jansson libzip zlib libmd gsl libical libxslt libexslt
LIBRARY_FLAGS = $(shell $(PKG_CONFIG) --cflags $(LIBRARIES))
LIBRARY_LINKS = $(shell $(PKG_CONFIG) --libs $(LIBRARIES)) -lcsv -lunistring -lm -lpthread
CMOCKA_FLAGS = $(shell $(PKG_CONFIG) --cflags cmocka)
CMOCKA_LINKS = $(shell $(PKG_CONFIG) --libs cmocka)

DIALECT = -std=c17 -D_POSIX_C_SOURCE=200809L -DOCA_VERSION='"$(VERSION)"'
COMPILE = $(CC) $(DIALECT) $(CPPFLAGS) $(WARN) $(CFLAGS) $(HARDEN) -MMD -MP
LINK = $(CC) $(CFLAGS) $(HARDEN) $(HARDEN_LINK) $(LDFLAGS)

SOURCES := $(wildcard engine/*/*.c reports/*.c reports/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
PARTS := $(filter-out $(BUILD)/engine/cli/main.o,$(OBJECTS))
LOOKED := $(SOURCES:%.c=$(BUILD)/static/%.o)
TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/test_*.c))
FUZZED := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAYS := $(FUZZED:%=$(BUILD)/tests/fuzz/replay_%)
FUZZERS := $(FUZZED:%=$(BUILD)/tests/fuzz/fuzz_%)
SECONDS ?= 60
SAMPLE := templates/samples/example-women.xml
FORMATTED := $(SOURCES) $(wildcard engine/*/*.h reports/*.h reports/*/*.h tests/*.c tests/*.h tests/fuzz/*.c tests/fuzz/*.h tests/bench/*/*.c tests/faults/*.c)

# A catalog for each language of templates/words, where engine/system/language.c finds it.
CATALOGS := $(foreach language,$(patsubst templates/words/%.po,%,$(wildcard templates/words/*.po)),\
              $(BUILD)/words/$(language)/LC_MESSAGES/oca-$(language).mo)

.PHONY: all demo check coverage check-faults check-kills check-mutations check-pages check-recipes check-san check-static \
        check-workbooks bench bench-books fuzz fuzz-coverage fuzz-keep words workbooks tests \
        lint format install uninstall clean golden-update
.DELETE_ON_ERROR:

all: $(BUILD)/oca $(CATALOGS)

.SECONDEXPANSION:
$(CATALOGS): $(BUILD)/words/%.mo: templates/words/$$(subst oca-,,$$(notdir $$*)).po
	@mkdir -p $(@D)
	$(SAY) "words $<"
	$(HUSH)msgfmt --check -o $@ $<

$(BUILD)/oca: $(BUILD)/engine/cli/main.o $(BUILD)/liboca.a | $(KEEP)
	$(SAY) "link  $@"
	$(HUSH)$(LINK) -o $@ $^ $(LIBRARY_LINKS)

$(BUILD)/liboca.a: $(PARTS)
	@rm -f $@
	$(HUSH)$(AR) qcs $@ $^

$(BUILD)/%.o: %.c Makefile VERSION
	@mkdir -p $(@D)
	$(SAY) "cc    $<"
	$(HUSH)$(COMPILE) $(LIBRARY_FLAGS) -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/liboca.a | $(KEEP)
	@mkdir -p $(@D)
	$(SAY) "cc    $<"
	$(HUSH)$(COMPILE) $(LIBRARY_FLAGS) $(CMOCKA_FLAGS) -MF $@.d -o $@ $< $(BUILD)/liboca.a $(HARDEN_LINK) $(LDFLAGS) \
	  $(LIBRARY_LINKS) $(CMOCKA_LINKS)

# What the targets include: gcc notes only what the last of several sources does.
INCLUDED := $(filter-out tests/fuzz/fuzz_% tests/fuzz/replay.c tests/fuzz/mutate.c,$(wildcard tests/fuzz/*.[ch])) tests/archive.h

# A fuzz target with a driver of its own, that tries what once was a finding.
$(BUILD)/tests/fuzz/replay_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(BUILD)/liboca.a $(INCLUDED) | $(KEEP)
	@mkdir -p $(@D)
	$(SAY) "cc    $<"
	$(HUSH)$(COMPILE) $(LIBRARY_FLAGS) -MF $@.d -o $@ $< tests/fuzz/replay.c $(BUILD)/liboca.a $(HARDEN_LINK) $(LDFLAGS) $(LIBRARY_LINKS)

# The same for the fuzzer.
$(BUILD)/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/mutate.c $(BUILD)/liboca.a $(INCLUDED)
	@mkdir -p $(@D)
	$(SAY) "cc    $<"
	$(HUSH)$(COMPILE) -fsanitize=fuzzer $(LIBRARY_FLAGS) -MF $@.d -o $@ $< tests/fuzz/mutate.c $(BUILD)/liboca.a $(LDFLAGS) $(LIBRARY_LINKS)

# The tools come first, then a make that finds them.
demo:
	@.ci/install build
	@$(MAKE) --no-print-directory all
	@mkdir -p build/demo
	@build/oca plan $(SAMPLE) --start 2025-04-01 -o build/demo/isp.xlsx
	@build/oca plan $(SAMPLE) --start 2025-04-01 -o build/demo/plan.xml
	@echo
	@echo "Made from $(SAMPLE):"
	@echo "  build/demo/isp.xlsx  the Institutional Strengthening Plan: open it in Excel or LibreOffice"
	@echo "  build/demo/plan.xml  the same plan as the association's record"

check:
	@.ci/install build check
	@$(MAKE) --no-print-directory all tests
	@$(PYTHON) tests/run_all.py $(BUILD)

check-faults:
	@.ci/install build check
	@$(MAKE) --no-print-directory all $(BUILD)/tests/faults/preload.so
	@$(PYTHON) tests/faults/run.py --program $(BUILD)/oca --preload $(BUILD)/tests/faults/preload.so \
		--points $(or $(POINTS),0)
	@$(PYTHON) tests/faults/full_disk.py $(BUILD)/oca --points 12

# A thousand kills, and hundreds of races of several writers.
check-kills:
	@.ci/install build check
	@$(MAKE) --no-print-directory all
	@$(PYTHON) tests/kills.py $(BUILD)/oca --times 80
	@$(PYTHON) tests/writers.py $(BUILD)/oca --times 100

# Preloaded into the program under test.
$(BUILD)/tests/faults/preload.so: tests/faults/preload.c
	@mkdir -p $(@D)
	$(HUSH)$(CC) -shared -fPIC -O1 -o $@ $< -ldl

check-pages:
	@.ci/install build check pages
	@$(MAKE) --no-print-directory all
	@tests/pages/run.sh $(BUILD)

check-san:
	@$(MAKE) --no-print-directory SAN=1 check

# The page with every line is build/cover/report/index.html.
coverage:
	@.ci/install build check coverage
	@$(MAKE) --no-print-directory COVER=1 all tests
	@$(PYTHON) tests/coverage/run.py build/cover

# Which of the readers' lines fuzzing begins with; `MISSED=--missed` lists those that no target runs.
fuzz-coverage:
	@.ci/install build check coverage
	@$(MAKE) --no-print-directory COVER=1 all tests
	@$(PYTHON) tests/coverage/fuzzed.py build/cover $(MISSED)

# In build/mutations/tree, a copy of the tree.
check-mutations:
	@.ci/install build check
	@$(PYTHON) tests/mutations/run.py

# Writing workbooks against a program that does nothing but write the same cells.
bench-books: all
	@mkdir -p $(BUILD)/tests/bench/books
	@$(CC) -O2 $(LIBRARY_FLAGS) -o $(BUILD)/tests/bench/books/bare tests/bench/books/bare.c $(LIBRARY_LINKS)
	@$(PYTHON) tests/bench/books/run.py --program $(BUILD)/oca --bare $(BUILD)/tests/bench/books/bare

# Hundreds of random fillings of scoring workbooks, in LibreOffice: minutes.
check-workbooks:
	@.ci/install build check
	@$(MAKE) --no-print-directory all
	$(PYTHON) tests/scoring_book.py --program $(BUILD)/oca --fillings 6 --random 40

tests: $(TESTS) $(REPLAYS) $(if $(SAN)$(COVER),,$(BUILD)/tests/faults/preload.so)

# Each target for SECONDS of processor time, or TARGET alone. What is found is written to build/fuzz/found; keep it, made
# small, in tests/fuzz/corpus/TARGET. What ran is entered in tests/fuzz/runs.csv.
fuzz:
	@.ci/install build check fuzz
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory FUZZ=1 tests/.fuzz

.PHONY: tests/.fuzz
tests/.fuzz: $(FUZZERS)
	@$(PYTHON) tests/fuzz/seeds.py $(BUILD)/seeds build/oca
	@$(PYTHON) tests/fuzz/run.py $(BUILD) --seconds $(SECONDS) $(or $(TARGET),$(FUZZED))

# The fewest and smallest inputs that reach what all those in CORPUS do, into tests/fuzz/corpus.
fuzz-keep:
	@.ci/install build check fuzz
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory FUZZ=1 tests/.fuzz-keep

.PHONY: tests/.fuzz-keep
tests/.fuzz-keep: $(FUZZERS)
	@$(PYTHON) tests/fuzz/keep.py $(BUILD) $(CORPUS:%=--corpus %) $(or $(TARGET),$(FUZZED))

# Ratios side by side, never a failure: what each takes, and how far its limit is. BENCH_MOST=100000 writes 2.3 GB.
BENCH_MOST ?= 10000
bench:
	@.ci/install build check bench
	@$(MAKE) --no-print-directory all tests/.bench

.PHONY: tests/.bench
tests/.bench: $(BUILD)/tests/bench/reading/in_process
	@$(PYTHON) tests/bench/reading/run.py $(BUILD)
	@$(PYTHON) tests/bench/portfolio/run.py --program $(BUILD)/oca --most $(BENCH_MOST)
	@$(MAKE) --no-print-directory bench-books

# Tidy data through PostgreSQL and two Dask workers: the same means as the program's own.
check-recipes:
	@.ci/install build recipes
	@$(MAKE) --no-print-directory all
	@$(PYTHON) tests/recipes/run.py --program $(BUILD)/oca

golden-update: all
	$(PYTHON) tests/golden/run.py --program $(BUILD)/oca --update

lint:
	@.ci/install build check lint
	@$(MAKE) --no-print-directory tests/.lint

# English as it stands in the code. Which argument of a function is a message is said here; no date and no line number,
# so that it changes only where a word does.
WORDS := templates/words/oca.pot
KEYWORDS := _ N_ NP_:1,2 C_:1c,2 oca_counted:1,2 oca_plural:3,4 oca_message oca_report:5 oca_report_at:5 FAULT:2 WARN:2 STAYS:2 oca_wrong_usage:2 complain:1 \
            oca_zip_fault:2 wrong:2

.PHONY: tests/.pot
tests/.pot:
	@mkdir -p $(BUILD)
	@$(PYTHON) templates/words/pages.py $(wildcard templates/*.xsl) >$(BUILD)/pages.c
	@xgettext --language=C --from-code=UTF-8 --sort-by-file --add-location=file --add-comments=TRANSLATORS: \
	  --keyword $(KEYWORDS:%=--keyword=%) --package-name=oca --package-version=$(VERSION) \
	  --copyright-holder="the authors of oca" --msgid-bugs-address="as CONTRIBUTING.md says" -o - \
	  $(sort $(SOURCES) $(wildcard engine/*/*.h reports/*.h reports/*/*.h)) $(BUILD)/pages.c | \
	  sed -e '/^"POT-Creation-Date/d' -e 's/=CHARSET/=UTF-8/' >$(BUILD)/oca.pot

words: tests/.pot
	@cp $(BUILD)/oca.pot $(WORDS)
	@for catalog in templates/words/*.po; do msgmerge --quiet --update --backup=none --sort-by-file $$catalog $(WORDS) || exit; done

# The blank scoring workbook of every rubric in every language that it speaks, ready to hand out.
workbooks: all
	@mkdir -p build/workbooks
	@for rubric in $$(grep -l '<rubric ' rubrics/*.xml); do \
	  id=$$(basename $$rubric .xml); \
	  for lang in $$(grep -o 'xml:lang="[^"]*"' $$rubric | cut -d'"' -f2 | sort -u); do \
	    build/oca start $$id --rubric $$rubric --org "Name of the organization" --lang $$lang \
	      -o build/workbooks/$$id-$$lang.xlsx || exit; \
	  done; \
	done

# What this cppcheck claims although it is not so, and what it cannot know.
CPPCHECK_WRONG := missingIncludeSystem normalCheckLevelMaxBranches legacyUninitvar identicalInnerCondition

.PHONY: tests/.lint
tests/.lint:
	clang-format --dry-run -Werror $(FORMATTED)
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 --inline-suppr \
	  $(CPPCHECK_WRONG:%=--suppress=%) $(SOURCES)
	tests/layers.sh

# What clang-tidy and gcc's analyzer say of each file; .clang-tidy tells which checks and why. Minutes.
check-static:
	@.ci/install build lint static
	@$(MAKE) --no-print-directory --keep-going tests/.static

.PHONY: tests/.static
tests/.static: $(LOOKED)
$(BUILD)/static/%.o: %.c .clang-tidy Makefile
	@mkdir -p $(@D)
	$(SAY) "look  $<"
	$(HUSH)clang-tidy --quiet $< -- $(DIALECT) $(LIBRARY_FLAGS) 2>/dev/null
	$(HUSH)$(COMPILE) -fanalyzer $(LIBRARY_FLAGS) -c -o $@ $<

format:
	clang-format -i $(FORMATTED)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/oca $(DESTDIR)$(PREFIX)/bin/oca
	install -m 644 engine/cli/oca.1 $(DESTDIR)$(PREFIX)/share/man/man1/oca.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	$(BUILD)/oca --completion bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/oca
	$(BUILD)/oca --completion zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_oca
	find rubrics templates -type f ! -path 'templates/words/*' -exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/oca/{} \;
	cd $(BUILD) && find words -type f -exec install -D -m 644 {} $(abspath $(DESTDIR)$(PREFIX))/share/oca/{} \;

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/oca $(DESTDIR)$(PREFIX)/share/man/man1/oca.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/oca $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_oca
	rm -rf $(DESTDIR)$(PREFIX)/share/oca

clean:
	rm -rf build

-include $(OBJECTS:.o=.d) $(TESTS:=.d) $(REPLAYS:=.d) $(FUZZERS:=.d) $(LOOKED:.o=.d)

"""Runs all tests of one build folder and ends with one line: N passed, N failed.

    run_all.py BUILD [--without NAME]

Each test prints what fails and its own summary, in cmocka's words or as "N passed, N failed". One without a summary
counts as one test, and so does a bad ending without a counted failure.
"""
import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLES = "templates/samples"
PYTHON = sys.executable
REFERENCES = [("scores", 300), ("tailored", 100), ("rounds", 200), ("portfolio", 60), ("progress", 100),
              ("copies", 150), ("reviews", 100)]  # random cases of each kind, about 5 s each at most


def counted(output):
    """(passed, failed) summed over all summaries in a test's output; None without any."""
    ours = re.findall(r"^(\d+) passed, (\d+) failed$", output, re.M)
    if ours:
        return int(ours[-1][0]), int(ours[-1][1])
    ran = sum(int(n) for n in re.findall(r"^\[=+\].*?(\d+) test\(s\) run\.", output, re.M))
    passed = sum(int(n) for n in re.findall(r"^\[  PASSED  \] (\d+) test\(s\)\.", output, re.M))
    return (passed, ran - passed) if ran else None


def run(name, command):
    """Runs one test, shows its output if something failed, what it left out, and its summary."""
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = done.stdout.decode("utf-8", "replace")
    passed, failed = counted(output) or (int(not done.returncode), 0)
    if done.returncode and not failed:
        failed = 1
    if failed:
        shown = [line for line in output.splitlines() if not re.match(r"\[( RUN      |       OK )\]", line)]
        print(f"--- {name} (exit status {done.returncode})", *shown, sep="\n")
    else:
        print(*(line for line in output.splitlines(keepends=True) if line.endswith(": left out\n")), sep="", end="")
    print(f"{name}: {passed} passed, {failed} failed", flush=True)
    return passed, failed


def workbook_tests(build, program):
    """Plans of the samples as workbooks: their content, and LibreOffice's values against ours."""
    folder = os.path.join(build, "books")
    os.makedirs(folder, exist_ok=True)
    books, tests = [], []
    for name in sorted(os.listdir(os.path.join(ROOT, SAMPLES))):
        book = os.path.join(folder, name[:-len(".xml")] + ".xlsx")
        command = [program, "plan", f"{SAMPLES}/{name}", "--start", "2025-04-01", "-o", book]
        if name.endswith(".xml") and is_assessment(name):
            tests.append((f"oca plan -o {os.path.basename(book)}", command))
            books.append(book)
    if books:  # and the workbook of the next period
        tracked = os.path.join(folder, "tracked.xlsx")
        tests.append(("oca track -o tracked.xlsx",
                      [program, "track", books[0], "--date", "2025-09-01", "--reschedule", "-o", tracked]))
        books.append(tracked)
    for script in ("workbook_check.py", "recalculate.py"):
        if books and os.path.exists(os.path.join(ROOT, "tests", script)):
            tests.append((script, [PYTHON, f"tests/{script}", *books]))
    return tests


def score_tests(build, program):
    """Scores as a workbook, likewise."""
    samples = "example-women", "example-performance"
    books = [os.path.join(build, "books", f"score-{sample}.xlsx") for sample in samples]
    return [*((f"oca score -o {os.path.basename(book)}", [program, "score", f"{SAMPLES}/{sample}.xml", "-o", book])
              for sample, book in zip(samples, books)),
            ("score_book.py", [PYTHON, "tests/score_book.py", *books])]


def interim_round(folder, reassessment):
    """A round between the samples' two: half as far."""
    with open(os.path.join(ROOT, reassessment), encoding="utf-8") as file:
        xml = file.read().replace('round="reassessment" date="2026-03-18"', 'round="interim" date="2025-10-02"')
    path = os.path.join(folder, "interim.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(xml.replace('<agreed value="3"', '<agreed value="2"'))
    return path


def comparison_tests(build, program):
    """Comparisons as workbooks, likewise: of two rounds, without and with a plan, and of a series, of sister rubrics too."""
    folder, sisters = os.path.join(build, "books"), "tests/vectors/compare-crosswalk-own-first"
    baseline, now = f"{SAMPLES}/example-women.xml", f"{SAMPLES}/example-women-reassessment.xml"
    interim, plan = interim_round(folder, now), os.path.join(folder, "plan.xml")
    books = {"compare1": [baseline, now], "compare2": [baseline, now, "--plan", plan],
             "series1": [baseline, interim, now, "--plan", plan],
             "series2": [f"{sisters}/baseline.xml", f"{sisters}/baseline.xml", f"{sisters}/reassessment.xml",
                         f"{sisters}/reassessment.xml", "--rubric", f"{sisters}/rubric.xml",
                         "--rubric", f"{sisters}/rubric-baseline.xml"]}
    paths = [os.path.join(folder, f"{name}.xlsx") for name in books]
    return [("oca plan -o plan.xml", [program, "plan", baseline, "--start", "2025-04-01", "-o", plan]),
            *((f"oca compare -o {name}.xlsx", [program, "compare", *given, "-o", path])
              for (name, given), path in zip(books.items(), paths)),
            ("compare_book.py", [PYTHON, "tests/compare_book.py", *paths]),
            ("recalculate.py, comparisons", [PYTHON, "tests/recalculate.py", *paths])]


def replay_tests(build, program):
    """The fuzz targets over the seeds, what fuzzing discovered, and what once was a finding."""
    seeds, folder = os.path.join(build, "seeds"), os.path.join(build, "tests", "fuzz")
    subprocess.run([PYTHON, "tests/fuzz/seeds.py", seeds, program], cwd=ROOT, check=True)
    names = sorted(name[len("replay_"):] for name in os.listdir(folder)
                   if name.startswith("replay_") and "." not in name)
    kept = {name: os.path.join("tests/fuzz/corpus", name) for name in names}
    return [(f"fuzz {name}", [os.path.join(folder, f"replay_{name}"), os.path.join(seeds, name),
                              *([kept[name]] if os.path.isdir(os.path.join(ROOT, kept[name])) else [])])
            for name in names]


def is_assessment(name):
    with open(os.path.join(ROOT, SAMPLES, name), encoding="utf-8") as file:
        return "urn:oca:assessment:1" in file.read(2000)


def main():
    options = argparse.ArgumentParser(description="all tests of one build folder")
    options.add_argument("build")
    options.add_argument("--without", action="append", default=[], metavar="NAME", help="a test to leave out")
    given = options.parse_args()
    build = given.build
    program = os.path.join(build, "oca")
    units = sorted(name for name in os.listdir(os.path.join(ROOT, "tests"))
                   if name.startswith("test_") and name.endswith(".c"))
    tests = [(name[:-2], [os.path.join(build, "tests", name[:-2])]) for name in units]
    tests += [("schema", ["tests/schema/run.sh"]),
              ("readers", [PYTHON, "tests/schema/readers.py", program]),
              ("what ships", [PYTHON, "tests/shipped.py", program]),
              ("crosswalks", [PYTHON, "tests/crosswalks.py"]),
              ("hardening", [PYTHON, "tests/hardening.py", program]),
              ("kills", [PYTHON, "tests/kills.py", program]),
              ("full disk", [PYTHON, "tests/faults/full_disk.py", program, "--points", "2"]),
              ("several programs at one file", [PYTHON, "tests/writers.py", program]),
              ("completion", ["tests/completion.sh", program]),
              ("in the room", [PYTHON, "tests/in_the_room.py", program]),
              ("terminals", [PYTHON, "tests/terminal.py", program]),
              ("privacy", [PYTHON, "tests/privacy.py", program]),
              ("texts stay texts", [PYTHON, "tests/formulas.py", program]),
              ("forms for phones", [PYTHON, "tests/xlsform_check.py", program]),
              ("catalogs", [PYTHON, "tests/catalogs.py", build]),
              ("no word escapes translation", [PYTHON, "tests/pseudo.py", "--program", program]),
              ("words of pages", [PYTHON, "tests/page_words.py", "--program", program]),
              ("translating a rubric", [PYTHON, "tests/translate.py", "--program", program]),
              ("booklets", [PYTHON, "tests/booklets.py", program]),
              ("answers from phones", [PYTHON, "tests/exports_check.py", program]),
              ("hostile files", [PYTHON, "tests/hostile_files.py", program]),
              ("hostile workbooks", [PYTHON, "tests/hostile_books.py", program]),
              ("workbooks read back", [PYTHON, "tests/read_back.py", program]),
              ("golden", [PYTHON, "tests/golden/run.py", "--program", program]),
              ("properties", [PYTHON, "tests/properties.py", "--program", program, "--cases", "15"]),
              ("a year with a plan", [PYTHON, "tests/year.py", program]),
              ("references by hand", [PYTHON, "tests/reference/by_hand.py"])]
    tests += [(f"reference: {kind}", [PYTHON, "tests/reference/compare.py", "--program", program, "--kind", kind,
                                      "--cases", str(cases), "--jobs", "2"]) for kind, cases in REFERENCES]
    tests += [("scoring workbooks", [PYTHON, "tests/scoring_book.py", "--program", program, "--quick", "--fillings", "1",
                                     "--random", "3"])]
    tests += replay_tests(build, program)
    preload = os.path.join(build, "tests", "faults", "preload.so")
    if os.path.exists(preload):  # not beside a sanitizer, which wants to be loaded first
        tests.append(("faults", [PYTHON, "tests/faults/run.py", "--program", program, "--preload", preload, "--points", "6"]))
    tests += workbook_tests(build, program)
    tests += score_tests(build, program)
    tests += comparison_tests(build, program)
    passed = failed = 0
    for name, command in [test for test in tests if test[0] not in given.without]:
        p, f = run(name, command)
        passed, failed = passed + p, failed + f
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

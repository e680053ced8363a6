"""Do the tests notice? Makes each fault of mutations.txt in a copy of the tree, builds what it touches, and runs quick tests
until one goes red.

    run.py [--only WORDS]

Ends with: N passed, N failed; a fault that no test notices is a failure. ../README.md lists which test goes red first: a
line that is not there as it should be is a failure too, and is printed.
"""
import argparse
import filecmp
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TREE = os.path.join(ROOT, "build", "mutations", "tree")  # deep enough that no catalog of ROOT/build is found first
COPIED = ["Makefile", "VERSION", "engine", "reports", "rubrics", "templates", "tests"]
# Quickest first; the random documents of the second opinion are few, and always the same.
UNITS = ["test_vectors", "test_groups", "test_faults", "test_merging", "test_tracking"]
OPINION = [sys.executable, "tests/reference/compare.py", "--program", "build/oca", "--cases", "60", "--jobs", "1", "--kind"]
SLOWER = [("golden", [sys.executable, "tests/golden/run.py", "--program", "build/oca"]),
          ("reference scores", [*OPINION, "scores"]), ("reference tailored", [*OPINION, "tailored"])]
# Quick to build; what is measured is the tests.
MAKE = ["make", "-s", "CFLAGS=-w", "HARDEN=-O1", "HARDEN_LINK=", "WARN="]


class Fault:
    """One paragraph of the list."""

    def __init__(self, paragraph):
        head, *lines = paragraph.strip("\n").split("\n")
        self.file, self.what = head.split(": ", 1)
        self.old, self.new = ("\n".join(line[2:] for line in lines if line.startswith(sign)) for sign in "-+")

    def applied(self, text):
        """The changed text; None unless the place is found exactly once."""
        return text.replace(self.old, self.new) if text.count(self.old) == 1 else None


def faults():
    with open(os.path.join(HERE, "mutations.txt"), encoding="utf-8") as file:
        paragraphs = re.split(r"\n\s*\n", file.read())
    return [Fault(p) for p in paragraphs if p.strip() and not p.startswith("#")]


def run(command):
    """Exit status and output of a command in the copied tree. A fault may well make a loop endless."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", MAKEFLAGS="")
    try:
        done = subprocess.run(command, cwd=TREE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    except subprocess.TimeoutExpired:
        return 1, "it hangs"
    return done.returncode, done.stdout.decode("utf-8", "replace")


def red():
    """The first test that fails, and its first row that does; None if none does."""
    for name in UNITS:
        status, output = run([*MAKE, f"build/tests/{name}"])
        if status:
            raise SystemExit(f"it does not compile:\n{output}")
        status, output = run([f"build/tests/{name}"])
        if status:
            row = re.search(r"^\[  FAILED  \] (.*)$", output, re.M)
            return f"{name}, {row[1]}" if row else name
    run([*MAKE, "all"])  # with its catalogs
    for name, command in SLOWER:
        status, output = run(command)
        if status:
            row = re.search(r"^--- (.*?)(?: \(.*)?$|^(seed \d+):", output, re.M)
            return f"{name}, {row[1] or row[2]}" if row else name
    return None


def tried(fault):
    """The test that goes red, or None."""
    path = os.path.join(TREE, fault.file)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = fault.applied(text)
    if changed is None:
        raise SystemExit(f"{fault.file}: {fault.what}: its place is not found exactly once")
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed)
        return red()
    finally:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def copy(source, target):
    """A file that is the same already keeps its time, so that what was built from it serves again."""
    if not (os.path.exists(target) and filecmp.cmp(source, target, shallow=False)):
        shutil.copy(source, target)
    return target


def copy_tree():
    os.makedirs(TREE, exist_ok=True)
    for name in COPIED:
        source, target = os.path.join(ROOT, name), os.path.join(TREE, name)
        if os.path.isdir(source):
            shutil.copytree(source, target, copy_function=copy, dirs_exist_ok=True)
        else:
            copy(source, target)
        for folder, _, names in os.walk(target):  # what is no longer there
            for one in names:
                if not os.path.exists(os.path.join(ROOT, os.path.relpath(os.path.join(folder, one), TREE))):
                    os.remove(os.path.join(folder, one))


def main():
    options = argparse.ArgumentParser(description="seeded faults, and the tests that notice them")
    options.add_argument("--only", default="", help="faults whose file or words hold this")
    given = options.parse_args()
    copy_tree()
    noticed = red()
    if noticed:
        raise SystemExit(f"without any fault, this goes red: {noticed}")
    passed = failed = 0
    with open(os.path.join(ROOT, "tests", "README.md"), encoding="utf-8") as file:
        listed = file.read().split("\n")
    for fault in faults():
        if given.only not in f"{fault.file}: {fault.what}":
            continue
        test = tried(fault)
        line = f"| `{fault.file}` | {fault.what} | {test} |"
        right = test and line in listed
        passed, failed = passed + bool(right), failed + (not right)
        if not right:
            print(f"tests/README.md: {line}" if test else f"{fault.file}: {fault.what}: no test notices", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())

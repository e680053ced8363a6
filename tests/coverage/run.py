"""Which lines and branches the tests run, by folder and by file, and how far that is from the goals.

    run.py BUILD

BUILD was made with COVER=1. All tests are run but three: a program killed at a random moment may be killed while it
notes its counts, and one whose writes fail, or whose disk is full, notes half of them. A branch is counted as gcc sees it: each way out of each
condition, `a && b` having four. Every line in BUILD/report/index.html. Exit status 1 if a test fails or a goal is missed.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PURE = ["engine/base", "engine/document", "engine/scoring", "engine/planning", "engine/tracking", "engine/comparing"]
GOALS = {**dict.fromkeys(PURE, (95, 90)), "engine/reading": (90, None)}  # percent of lines, of branches
COUNTS = "line_covered", "line_total", "branch_covered", "branch_total"


def remove_counts(build):
    for folder, _, names in os.walk(build):
        for name in names:
            if name.endswith(".gcda"):
                os.remove(os.path.join(folder, name))


def measure(build):
    """File → its four counts."""
    report, summary = os.path.join(build, "report"), os.path.join(build, "coverage.json")
    os.makedirs(report, exist_ok=True)
    subprocess.run(["gcovr", "--root", ROOT, "--filter", "engine", "--filter", "reports",
                    "--json-summary", summary, "--html-details", os.path.join(report, "index.html"), "--object-directory", build,
                    os.path.join(build, "engine"), os.path.join(build, "reports")], cwd=ROOT, check=True)
    with open(summary, encoding="utf-8") as file:
        return {f["filename"]: [f[count] for count in COUNTS] for f in json.load(file)["files"]}


def percents(counts):
    return [100 * counts[i] / counts[i + 1] if counts[i + 1] else None for i in (0, 2)]


def row(name, counts, goals=(None, None)):
    """One line of the table, and whether a goal is missed."""
    cells, missed = [], False
    for covered, total, percent, goal in zip(counts[::2], counts[1::2], percents(counts), goals):
        below = goal is not None and percent is not None and percent < goal
        aim = "" if goal is None else f"{'<' if below else '>='} {goal}"
        cells.append(f"{covered:6}/{total:<6}" + ("     –" if percent is None else f"{percent:6.1f}") + f" {aim:6}")
        missed |= below
    print(f"{name:42}" + " ".join(cells))
    return missed


def main():
    build = os.path.abspath(sys.argv[1])
    remove_counts(build)
    without = [word for name in ("kills", "faults", "full disk") for word in ("--without", name)]
    tests = subprocess.run([sys.executable, "tests/run_all.py", build, *without], cwd=ROOT)
    files = measure(build)
    folders = sorted({os.path.dirname(name) for name in files})
    print(f"\n{'':42}{'lines':>7}{'%':>12} {'goal':8}{'branches':>9}{'%':>10} goal")
    for folder in folders:
        for name, counts in sorted(files.items()):
            if os.path.dirname(name) == folder:
                row(name, counts)
    print()
    missed = False
    for folder in folders:
        inside = [counts for name, counts in files.items() if os.path.dirname(name) == folder]
        missed |= row(folder, [sum(column) for column in zip(*inside)], GOALS.get(folder, (None, None)))
    row("all", [sum(column) for column in zip(*files.values())])
    return 1 if missed or tests.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

"""Which of the readers' lines the fuzz targets run with all that fuzzing begins with: the seeds, what it discovered, and
what once was a finding.

    fuzzed.py BUILD [--missed]

BUILD was made with COVER=1. For each target, and for all together: the lines of those files that it reaches, and the lines
of all readers. --missed lists the lines that no target runs. Exit status 1 if a target fails, or the goal is missed.
"""
import argparse
import json
import os
import subprocess
import sys

import run

sys.path.insert(0, os.path.dirname(run.HERE))
import run_all  # noqa: E402 the path must be set before

READERS = ["engine/reading", "engine/collecting"]
GOAL = 90  # percent of the lines, of all targets together


def lines_of(build):
    """File → the lines that ran, and file → all of them. (Whether a brace is a line depends on whether it ran.)"""
    told = os.path.join(build, "fuzzed.json")
    subprocess.run(["gcovr", "--root", run.ROOT, "--json", told, "--object-directory", build,
                    *(word for folder in READERS for word in ("--filter", folder + "/")),
                    *(os.path.join(build, folder) for folder in READERS)], cwd=run.ROOT, check=True)
    with open(told, encoding="utf-8") as file:
        found = {f["file"]: [line for line in f["lines"] if not line["gcovr/noncode"]] for f in json.load(file)["files"]}
    return ({file: {line["line_number"] for line in lines if line["count"]} for file, lines in found.items()},
            {file: {line["line_number"] for line in lines} for file, lines in found.items()})


def row(name, ran, lines):
    """One line of the table; the percentage of all lines."""
    reached = {file: known for file, known in lines.items() if ran.get(file)}
    n, of_reached, of_all = (sum(map(len, some.values())) for some in (ran, reached, lines))
    print(f"{name:14}{n:6} of {of_reached:5} in {len(reached):2} files {100 * n / max(of_reached, 1):6.1f} %"
          f"{100 * n / of_all:8.1f} % of all {of_all}", flush=True)
    return 100 * n / of_all


def joined(some):
    """File → all of its lines in any of several such tables."""
    return {file: set().union(*(one.get(file, ()) for one in some)) for file in sorted(set().union(*some))}


def main():
    options = argparse.ArgumentParser(description="the readers' lines that the fuzz targets run")
    options.add_argument("build", type=os.path.abspath)
    options.add_argument("--missed", action="store_true")
    given = options.parse_args()
    ran, lines, failed = {}, {}, False
    for name, command in run_all.replay_tests(given.build, os.path.join(given.build, "oca")):
        run.remove_counts(given.build)
        failed |= subprocess.run(command, cwd=run.ROOT, stdout=subprocess.DEVNULL).returncode != 0
        ran[name], lines[name] = lines_of(given.build)
    every, reached = joined(lines.values()), joined(ran.values())
    for name in ran:
        row(name.split()[-1], ran[name], every)
    if given.missed:
        for file, known in every.items():
            print(f"{file}: {len(reached[file])} of {len(known)}; not", *sorted(known - reached[file]))
    return failed or row("all together", reached, every) < GOAL


if __name__ == "__main__":
    sys.exit(main())

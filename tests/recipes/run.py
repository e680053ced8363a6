"""Holds the recipes against the program: run.py --program build/oca [postgresql] [dask]

A portfolio is made (seeded), the program writes its tidy data, in one file for PostgreSQL and in a shard a folder for
Dask, and the means, medians and quartiles that the recipes compute must be those of the program's own JSON.
"""
import argparse
import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
N = 2400  # assessments, a thousand a folder


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **more).stdout.decode()


def expected(program, folder, rubric):
    answer = json.loads(run(program, "portfolio", *folder, "--rubric", *rubric, "--format", "json"))
    out = {}
    for entry in answer["rounds"]:
        key = entry["round"], entry["rubric"]
        out[(*key, "")] = [entry["scored"], *(entry[k] for k in ("mean", "median", "q1", "q3"))]
        for area in entry["areas"]:
            out[(*key, area["id"])] = [area[k] for k in ("n", "mean", "median", "q1", "q3")]
    return {key: values for key, values in out.items() if values[0]}


def compare(name, want, text):
    found = {}
    for row in csv.DictReader(io.StringIO(text)):
        if int(row["n"]):
            found[row["role"], row["rubric"], row["area"]] = [float(row[k]) for k in ("n", "mean", "median", "q1", "q3")]
    # Inner areas have no rows of their own in the recipes: the tidy data has the shares of the outermost.
    wrong = [(key, want.get(key), values) for key, values in found.items()
             if key not in want or any(not math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in zip(want[key], values))]
    missing = [key for key in want if key not in found]
    for line in wrong[:5] + missing[:5]:
        print(f"{name}: {line}")
    print(f"{name}: {len(found)} rows as the program has them" if not wrong + missing else f"{name}: differs")
    return not wrong and not missing and bool(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("recipes", nargs="*")
    given = parser.parse_args()
    program, passed, failed = os.path.abspath(given.program), 0, 0
    with tempfile.TemporaryDirectory(prefix="oca-recipes-") as folder:
        os.chmod(folder, 0o755)
        made = os.path.join(folder, "made")
        run(sys.executable, os.path.join(ROOT, "tests/bench/portfolio/make_assessments.py"), made, str(N))
        rubric, rows = [os.path.join(made, "bench.xml")], os.path.join(folder, "rows.csv")
        want = expected(program, [made], rubric)
        shards = []
        for name in sorted(os.listdir(made)):
            if os.path.isdir(os.path.join(made, name)):
                shards.append(os.path.join(folder, f"rows-{name}.csv"))
                run(program, "portfolio", os.path.join(made, name), "--rubric", *rubric, "-o", shards[-1])
        run(program, "portfolio", made, "--rubric", *rubric, "-o", rows)
        commands = {"postgresql": [os.path.join(HERE, "postgresql.sh"), rows],
                    "dask": [sys.executable, os.path.join(HERE, "dask_means.py"), *shards]}
        for name in given.recipes or commands:
            good = compare(name, want, run(*commands[name]))
            passed, failed = passed + good, failed + (not good)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

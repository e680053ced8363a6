"""Holds the engine against the references on random cases.

    compare.py --program build/oca --kind scores --cases 500 --seed 1 [--keep DIR] [--jobs 2]
    compare.py --kind scores --seed 7 --into DIR     only writes the files of one case

Kinds: scores (`oca score`, `oca plan`), tailored (those with a tailoring), rounds (`oca compare`), portfolio, crowd (one
of more than 200 pairs), progress (`oca track` of one plan), copies (`oca track` with edited copies), reviews (two of
them, old copies and fresh ones). Case i has the seed S + i, so that `--cases 1 --seed N` runs one again. Checked are the
keys and their order, strings, nulls, lists in order, and numbers to 1e-7, absolute or relative; the content of
`to_complete` is not. On a difference the seed, the path and both values are printed, and the case's files are kept with
what was expected and a `run.sh` that runs it again. Exit status 1 on any failure.
"""
import argparse
import collections
import importlib
import json
import multiprocessing
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

SHOWN = 5                                                           # differences printed per case and run
KINDS = {"scores": "case_scores", "tailored": "case_tailored", "rounds": "case_rounds", "portfolio": "case_portfolio",
         "crowd": "case_crowd", "progress": "case_progress", "copies": "case_copies", "reviews": "case_reviews"}

# A case: `files` name -> bytes, written into a folder of their own; `runs` in that folder, one after the other.
Case = collections.namedtuple("Case", "files runs")


class Run:
    """One call of the program: its arguments, and what it should answer.

    `want` is the JSON on standard output (None: not looked at), `tidy` what is done to the program's first where the
    text leaves an order open, `status` the exit status, `check` a function of the case's folder that yields (path,
    wanted, found) for what is wrong with the files written there."""

    def __init__(self, label, arguments, want=None, status=0, check=None, tidy=lambda answer: answer):
        self.label, self.arguments, self.want, self.status = label, arguments, want, status
        self.check, self.tidy = check, tidy


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def differences(path, ours, theirs):
    """Yields (path, reference's value, program's value) for all that differs."""
    if path.endswith(".to_complete"):
        return
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if list(ours) != list(theirs):
            yield path + " (keys)", list(ours), list(theirs)
        for key in ours:
            if key in theirs:
                yield from differences(f"{path}.{key}", ours[key], theirs[key])
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield path + " (length)", ours, theirs
        for k, (a, b) in enumerate(zip(ours, theirs)):
            name = a.get("id", a.get("item", k)) if isinstance(a, dict) else k
            yield from differences(f"{path}[{name}]", a, b)
    elif number(ours) and number(theirs):
        if not abs(ours - theirs) <= 1e-7 * max(1.0, abs(ours), abs(theirs)):
            yield path, ours, theirs
    elif type(ours) is not type(theirs) or ours != theirs:
        yield path, ours, theirs


def short(value):
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 400 else shown[:400] + "…"


def called(program, run, folder):
    """Yields (path, wanted, found) for what is wrong with one call."""
    try:
        done = subprocess.run([program, *run.arguments], capture_output=True, timeout=60, cwd=folder)
    except subprocess.TimeoutExpired:
        yield run.label, "an end", "no end after 60 seconds"
        return
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode != run.status:
        yield f"{run.label} (exit status)", run.status, f"{done.returncode}: {said[:600]}"
        return
    if run.want is not None:
        try:
            yield from differences(run.label, run.want, run.tidy(json.loads(done.stdout.decode("utf-8"))))
        except ValueError as error:
            yield run.label, "JSON", str(error)
    if run.check:
        yield from run.check(folder)


def write_case(case, folder):
    """Writes a case's files."""
    for name, content in case.files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)


def write_calls(case, kept):
    """Writes beside a case's files what is expected, and a script with the calls."""
    with open(os.path.join(kept, "run.sh"), "w", encoding="utf-8") as script:
        print("#!/bin/sh", "# OCA=…/build/oca ./run.sh", 'cd "$(dirname "$0")"', sep="\n", file=script)
        for run in case.runs:
            print('"$OCA"', shlex.join(run.arguments), file=script)
            if run.want is not None:
                with open(os.path.join(kept, f"expected-{run.label}.json"), "w", encoding="utf-8") as file:
                    json.dump(run.want, file, indent=1, ensure_ascii=False)
    os.chmod(os.path.join(kept, "run.sh"), 0o755)


def check(job):
    """Runs one case; gives its seed and the lines to print (none if all is alike)."""
    program, kind, seed, keep, scratch = job
    case = importlib.import_module(KINDS[kind]).case(seed)
    folder = tempfile.mkdtemp(prefix=f"case-{seed}-", dir=scratch)
    write_case(case, folder)
    lines = []
    for run in case.runs:
        found = list(called(program, run, folder))
        lines += [f"  {path}\n    reference {short(a)}\n    program   {short(b)}" for path, a, b in found[:SHOWN]]
        lines += [f"  … and {len(found) - SHOWN} more in {run.label}"] if len(found) > SHOWN else []
    if lines:
        kept = os.path.join(keep, f"{kind}-{seed}")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
        write_calls(case, kept)
        lines.append(f"  kept in {kept}")
    shutil.rmtree(folder)
    return seed, lines


def main():
    options = argparse.ArgumentParser(description="the engine against the references")
    options.add_argument("--program")
    options.add_argument("--kind", choices=KINDS, default="scores")
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", metavar="DIR", help="where failing cases are kept (default: a new temporary folder)")
    options.add_argument("--into", metavar="DIR", help="write the case of the seed there, and run nothing")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    if given.into:
        case = importlib.import_module(KINDS[given.kind]).case(given.seed)
        write_case(case, given.into)
        write_calls(case, given.into)
        return 0
    program = os.path.abspath(given.program or "")
    if not given.program or not os.access(program, os.X_OK):
        options.error("--program needs a program that can be run")
    keep = os.path.abspath(given.keep) if given.keep else tempfile.mkdtemp(prefix="oca-reference-")
    os.makedirs(keep, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="oca-cases-") as scratch, multiprocessing.Pool(given.jobs) as pool:
        jobs = [(program, given.kind, given.seed + k, keep, scratch) for k in range(given.cases)]
        for seed, lines in pool.imap(check, jobs, chunksize=8):
            if lines:
                failed += 1
                print(f"seed {seed}:", *lines, sep="\n", flush=True)
    if not given.keep and not os.listdir(keep):
        os.rmdir(keep)
    print(f"{given.cases - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Holds the engine's `score` and `plan` against the reference on random cases.

    compare.py --program build/oca --cases 500 --seed 1 [--keep DIR] [--jobs 2]

Case i has the seed S + i, so that `--cases 1 --seed N` runs one again. Checked are the keys and their order, strings,
nulls, lists in order, and numbers to 1e-7, absolute or relative; the content of `to_complete` is not. On a difference
the seed, the path and both values are printed and the case's files are kept. Exit status 1 on any failure.
"""
import argparse
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile

import generate
import reference

SHOWN = 5                                                           # differences printed per case and verb


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


def run(program, *arguments):
    """The program's JSON, or a word on what went wrong."""
    try:
        done = subprocess.run([program, *arguments, "--format", "json"], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, "no end after 60 seconds"
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        return None, f"exit status {done.returncode}: {said[:600]}"
    try:
        return json.loads(done.stdout.decode("utf-8")), None
    except ValueError as error:
        return None, f"no JSON: {error}"


def check(job):
    """Runs one case; gives its seed and the lines to print (none if all is alike)."""
    program, seed, keep, scratch = job
    rubric, assessment, actions, start = generate.documents(seed)
    folder = tempfile.mkdtemp(prefix=f"case-{seed}-", dir=scratch)
    paths = {name: os.path.join(folder, name + ".xml") for name in ("rubric", "assessment", "actions")}
    for name, content in ("rubric", rubric), ("assessment", assessment), ("actions", actions):
        with open(paths[name], "wb") as file:
            file.write(content)
    verbs = [("score", reference.score(assessment, rubric), []),
             ("plan", reference.plan(assessment, rubric, actions, start),
              ["--actions", paths["actions"], "--start", start.isoformat()])]
    lines = []
    for verb, ours, extra in verbs:
        theirs, wrong = run(program, verb, paths["assessment"], "--rubric", paths["rubric"], *extra)
        if wrong:
            lines.append(f"  {verb}: {wrong}")
            continue
        found = list(differences(verb, ours, theirs))
        lines += [f"  {path}\n    reference {short(a)}\n    program   {short(b)}" for path, a, b in found[:SHOWN]]
        lines += [f"  … and {len(found) - SHOWN} more in {verb}"] if len(found) > SHOWN else []
    if lines:
        kept = os.path.join(keep, f"seed-{seed}")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
        lines.append(f"  kept in {kept}, start {start.isoformat()}")
    shutil.rmtree(folder)
    return seed, lines


def main():
    options = argparse.ArgumentParser(description="the engine against the reference")
    options.add_argument("--program", required=True)
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", metavar="DIR", help="where failing cases are kept (default: a new temporary folder)")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    program = os.path.abspath(given.program)
    if not os.access(program, os.X_OK):
        options.error(f"{given.program} is no program that can be run")
    keep = os.path.abspath(given.keep) if given.keep else tempfile.mkdtemp(prefix="oca-reference-")
    os.makedirs(keep, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="oca-cases-") as scratch, multiprocessing.Pool(given.jobs) as pool:
        jobs = [(program, given.seed + k, keep, scratch) for k in range(given.cases)]
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

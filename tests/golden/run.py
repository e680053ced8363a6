"""Runs the command on each case and compares all that comes out.

    run.py --program build/oca [--update] [CASE…]

A case is a folder beside this file:

    args      what stands after `oca` on a shell's command line; may redirect; $ROOT is the source tree
    …         input files, present in the folder where the command runs
    stdout, stderr, status    what is expected (an absent stdout or stderr is an empty one)
    written/  the files that the command leaves behind, and no others

The source tree's path is shown as $ROOT in all of them. With --update what comes out becomes what is expected: read
the difference before you commit it.
"""
import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EXPECTED = ("args", "stdout", "stderr", "status", "written")


def shown(raw):
    return raw.decode("utf-8", "backslashreplace").replace(ROOT, "$ROOT")


def files_below(folder):
    """Path from `folder` on → bytes, for each file below it."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            with open(full, "rb") as file:
                found[os.path.relpath(full, folder)] = file.read()
    return found


def outcome(case, program):
    """What the command does: a mapping of the expectation's file name to its text."""
    with tempfile.TemporaryDirectory(prefix="oca-golden-") as folder:
        for name in os.listdir(case):
            if name not in EXPECTED:
                source, target = os.path.join(case, name), os.path.join(folder, name)
                (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, target)
        before = files_below(folder)
        with open(os.path.join(case, "args"), encoding="utf-8") as file:
            command = "oca " + file.read().strip()
        environment = {"PATH": os.path.dirname(program) + os.pathsep + os.environ["PATH"], "ROOT": ROOT,
                       "LC_ALL": "C.UTF-8", "TMPDIR": folder}
        environment.update((name, os.environ[name]) for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ)
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=60,
                              stdin=subprocess.DEVNULL)
        result = {"stdout": shown(done.stdout), "stderr": shown(done.stderr), "status": f"{done.returncode}\n"}
        after = files_below(folder)
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                result[f"written/{name}"] = shown(after[name]) if name in after else "(removed)\n"
    return result


def expectation(case):
    expected = {"stdout": "", "stderr": ""}
    for name, content in files_below(case).items():
        if name.split(os.sep)[0] in EXPECTED and name != "args":
            expected[name] = content.decode("utf-8")
    return expected


def update(case, result):
    shutil.rmtree(os.path.join(case, "written"), ignore_errors=True)
    for name, text in result.items():
        path = os.path.join(case, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if text:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        elif os.path.exists(path):
            os.remove(path)


def differences(expected, result):
    for name in sorted(expected.keys() | result.keys()):
        old, new = expected.get(name), result.get(name)
        if old is None or new is None:
            yield f"  {name}: {'not expected' if old is None else 'missing'}"
        elif old != new:
            yield from ("  " + line for line in difflib.unified_diff(
                old.splitlines(), new.splitlines(), f"{name} expected", f"{name} now", lineterm="", n=1))


def main():
    options = argparse.ArgumentParser(description="the command, case by case")
    options.add_argument("--program", required=True)
    options.add_argument("--update", action="store_true")
    options.add_argument("cases", nargs="*")
    given = options.parse_args()
    program = os.path.abspath(given.program)
    names = given.cases or sorted(name for name in os.listdir(HERE) if os.path.isfile(os.path.join(HERE, name, "args")))
    failed = 0
    for name in names:
        case = os.path.join(HERE, name)
        result = outcome(case, program)
        if given.update:
            update(case, result)
        lines = list(differences(expectation(case), result))
        if lines:
            failed += 1
            print(f"{name}:", *lines, sep="\n")
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
